/** A text as it is read: short forms written out, and what is said of something else left away. All pure. */
import { MONTH_STARTS } from "../danish/reading.ts";

const MONTH = `(?:${MONTH_STARTS.join("|")})[a-zæøå]*`;
const FULL: Record<string, string> = {
  ma: "mandag",
  ti: "tirsdag",
  on: "onsdag",
  to: "torsdag",
  fr: "fredag",
  lø: "lørdag",
  sø: "søndag",
};
const SHORT = "man|tirs?|ons|tors?|fre|lør|søn";
const SHORTEST = "ma|ti|on|to|fr|lø|sø";
/** `man-fre`, `ma/to` */
const SHORT_PAIR = new RegExp(
  `(?<![\\p{L}])(${SHORT}|${SHORTEST})\\.?( ?[-–/] ?| til | og )(${SHORT}|${SHORTEST})\\.?(?![\\p{L}])`,
  "giu",
);
/** `ons. kl. 10`, `tor d. 3/12` */
const SHORT_DAY = new RegExp(
  `(?<![\\p{L}])(?:(${SHORT})\\.(?= ?(?:kl|\\d|og |d\\.|,|$))|(tirs?|ons|tors?|fre|lør|søn)(?= (?:kl\\.?|d\\.|den) ?\\d))`,
  "giu",
);
const ANY_SHORT_DAY = new RegExp(`(?<!\\p{L})(?:${SHORT}|${SHORTEST})(?:\\.|(?!\\p{L}))`, "giu");
/** `9., 16. og 23. december 2026` */
const DAY_LIST = new RegExp(
  `((?:\\d{1,2}\\.(?:, ?| og | samt | & )(?:den |d\\. )?){1,12})(\\d{1,2}\\. ?)(${MONTH})( \\d{4})?`,
  "giu",
);
/** What begins to tell of a deadline, of whom one asks when, of what is before the thing itself. */
const ASIDE =
  "tilmeld(?:ing|ingsfrist|else)?(?:es)?(?![\\p{L}])|(?:sidste )?frist(?:en)?(?![\\p{L}])|senest|inden den|s\\.?u\\.?(?![\\p{L}])|svar udbedes|bestil\\p{L}*|billet\\p{L}*|forsalg|telefontid|træffetid|træffes|kontor(?:et|tid)(?![\\p{L}])|sekretariatet|ring (?:til|på|mellem|hver)|tlf|telefon(?![\\p{L}])|dørene|døren åbne|afbud";
const ASIDES = new RegExp(
  `(?<![\\p{L}])(?:${ASIDE})(?:[^\\n;!?.,]|\\.(?! ?\\p{Lu}| ?\\n| ?$)|,(?! (?:og|men|vi|hver)(?![\\p{L}])))*`,
  "giu",
);

/** Short names of weekdays and lists of days written out, so that each day and date stands by itself. */
export function inFull(text: string): string {
  return text
    .replace(/[\u00A0\u202F\u2009]/g, " ")
    .replace(SHORT_PAIR, (_, one: string, between: string, other: string) => {
      const sign = between.trim() === "/" ? " og " : between;
      return `${dayOf(one)}${sign}${dayOf(other)}`;
    })
    .replace(SHORT_DAY, (_, dotted?: string, plain?: string) => dayOf(dotted ?? plain ?? ""))
    .replace(DAY_LIST, (_, days: string, last: string, month: string, year = "") => {
      const all = [...days.matchAll(/\d{1,2}\./g)].map(([day]) => `${day} ${month}${year}`);
      return `${all.join(", ")} og ${last}${month}${year}`;
    });
}

/** The same of a cell that says nothing but days: each short name is one, and dates may stand with strokes. */
export function dayInFull(cell: string): string {
  return inFull(cell.replace(/(?<!\d)(\d{1,2})-(\d{1,2})-(\d{2,4})(?!\d)/g, "$1/$2-$3")).replace(
    ANY_SHORT_DAY,
    (short) => dayOf(short),
  );
}

/** The same without what is said of deadlines, offices and doors. */
export function withoutAsides(text: string): string {
  return text.replace(ASIDES, " ");
}

/** Its sentences: an abbreviation, a date or a clock ends none. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?](?<!(?<![\p{L}])(?:kl|d|ca|nr|tlf|f\.eks|bl\.a)\.)) (?=\p{Lu})|\n{2,}|(?<=[.!?])\n/u);
}

function dayOf(short: string): string {
  return FULL[short.slice(0, 2).toLowerCase()] ?? short;
}
