/** The pieces of a text that say when: days, dates, weeks, months and clocks, and what they are for. All pure. */
import { MONTH_STARTS } from "../danish/reading.ts";
import { inFull } from "./text-in-full.ts";

/** What a piece says. */
export type PieceKind =
  | "every"
  | "orders"
  | "until"
  | "from"
  | "except"
  | "notWeeks"
  | "notDay"
  | "weekFrom"
  | "weekUntil"
  | "weekSpan"
  | "week"
  | "parity"
  | "months"
  | "dates"
  | "daysOf"
  | "date"
  | "daySpan"
  | "all"
  | "day"
  | "clock";

/** One piece, its parts by name, and what stands around it. */
export interface Piece {
  kind: PieceKind;
  parts: Record<string, string | undefined>;
  /** What the sentence said before it, since the piece before. */
  gap: string;
  after: string;
}

const DAY = "(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)";
const DAYS = `${DAY}(?:ene|en|e)?(?![a-zæøå])`;
const MONTH = `(?:${MONTH_STARTS.join("|")})[a-zæøå]*`;
const TO = "(?: ?[-–—] ?| til(?: og med)? | t\\.?o\\.?m\\.? )";
const DATE_WORDS = `\\d{4}-\\d\\d-\\d\\d|\\d{1,2}\\. ?${MONTH}\\.?(?: \\d{4})?`;
const DATE_SIGNS =
  "(?:0?[1-9]|[12]\\d|3[01])(?:/(?:0?[1-9]|1[0-2])|\\.(?:0?[1-9]|1[0-2]))(?:[./-](?:20)?\\d\\d(?![\\d/.:])| 20\\d\\d)?(?![.:]?\\d)";
const DATE = `(?:${DATE_WORDS}|${DATE_SIGNS}(?! ?[-–] ?\\d))`;
const CLOCK = "\\d{1,2}(?:[.:]\\d\\d)?(?!\\d)";
const CLOCK_TO = " ?(?:-|–|—|til)(?: ?(?:kl\\.?|ca\\.?))* ?";
const ORDER = "(?:første|anden|andet|tredje|fjerde|sidste|[1-5]\\.)";
const AND = "(?:, ?| og | samt | & | \\+ )";
/** Between a word like *første gang* and its date. */
const TO_DATE = `(?: ?:| er| den| d\\.| i| på| ${DAY})*,?(?: den| d\\.)? ?`;
const NOT = "(?:undtagen|bortset fra|dog ikke|ikke|ingen \\p{L}+|lukket|aflyst|aflyses|fri|pause)";
const WEEK = "\\d{1,2}(?![\\d:/]|\\.\\d)";
const WEEK_LIST = `${WEEK}(?:(?:, ?| og | samt | & |${TO})(?:uge )?${WEEK})*`;

const PIECES: readonly [PieceKind, string][] = [
  [
    "every",
    `hver ?(?<nth>anden|2\\.|tredje|3\\.|fjerde|4\\.) (?=${DAY}|uge)(?!${DAY} (?:i|hver) (?:hver )?måned)|hver (?:14\\.?|fjortende) dag`,
  ],
  [
    "orders",
    `(?<orders>${ORDER}(?:${AND}${ORDER})*) (?<ofDay>${DAY})(?:en|e)?(?![a-zæøå])(?: i (?<inMonth>${MONTH})(?: (?<inYear>\\d{4}))?|(?<monthly> (?:i|hver) (?:hver )?måned(?:en)?))?`,
  ],
  [
    "from",
    `(?:fra(?: og med)?|f\\.?o\\.?m\\.?|start(?:er|dato)?|opstart|sæsonstart|første gang|begynder)${TO_DATE}(?=${DATE}(?!${TO}(?:den |d\\. )?${DATE})|${ORDER} ${DAY} i ${MONTH})`,
  ],
  [
    "until",
    `(?:til(?: og med)?|t\\.?o\\.?m\\.?|slut(?:ter|dato)?|afslutning|sidste gang|sæsonslut)${TO_DATE}(?=${DATE})`,
  ],
  [
    "notWeeks",
    `(?:${NOT}|\\p{L}*ferien?)(?: i|:|,)* uge(?:rne)? (?<weeks>${WEEK_LIST})|uge(?:rne)? (?<freeWeeks>${WEEK_LIST}) (?:holder|er|har)(?: der| vi)?(?: \\p{L}+)? (?:lukket|fri|ferie|pause|aflyst)`,
  ],
  ["except", `${NOT}(?: i| den| d\\.| på| ${DAY}|:)* (?=${DATE})`],
  ["notDay", `(?:undtagen|dog ikke|ikke|lukket)(?: om| på)? (?<away>${DAYS})`],
  ["weekFrom", `(?:fra|start(?:er)?|opstart)(?: i|:)* uge (?<weekFrom>${WEEK})(?!${TO}(?:uge )?\\d)`],
  ["weekUntil", `(?:til(?: og med)?|slut(?:ter)?|t\\.?o\\.?m\\.?)(?: i|:)* uge (?<weekUntil>${WEEK})`],
  ["weekSpan", `(?:fra )?uge(?:rne)? ?(?<weekA>${WEEK})${TO}(?:uge )?(?<weekB>${WEEK})`],
  ["week", `uge (?<week>${WEEK})`],
  ["parity", "(?<parity>u?lige uge(?:r|numre))"],
  ["months", `(?:fra )?(?<![\\d.] ?)(?<monthA>${MONTH})${TO}(?<![\\d.] ?)(?<monthB>${MONTH})(?![a-zæøå])`],
  ["clock", `(?:kl\\.?|klokken) ?(?:ca\\.? ?)?(?<a>${CLOCK})${CLOCK_TO}(?<b>${CLOCK})`],
  ["clock", `mellem (?:kl\\.? ?)?(?<g>${CLOCK}) og (?:kl\\.? ?)?(?<h>${CLOCK})(?! ?kr)`],
  ["clock", `(?<c>\\d{1,2}[.:]\\d\\d)${CLOCK_TO}(?<d>${CLOCK})(?!/| ?(?:kr|,-))`],
  [
    "dates",
    `(?:fra )?(?:den |d\\. )?(?<dateA>${DATE_WORDS}|${DATE_SIGNS})${TO}(?:${DAY} )?(?:den |d\\. )?(?<dateB>${DATE})`,
  ],
  ["daysOf", `(?<daysOf>\\d{1,2}\\. ?[-–] ?\\d{1,2}\\. ?${MONTH})`],
  ["date", `(?<date>${DATE})`],
  ["daySpan", `(?<dayA>${DAY})e?${TO}(?<dayB>${DAY})e?(?![a-zæøå])`],
  ["all", "(?<all>(?:alle )?hverdage(?!n)|hver dag|alle ugens dage|dagligt)"],
  ["day", `(?<day>${DAYS})`],
  [
    "clock",
    `(?<e>\\d{1,2}(?![\\d.:])) ?(?:-|–|—|til) ?(?<f>${CLOCK})(?!\\.(?! ?\\p{Lu}|\\n|$)|[/-]| ?(?:kr|,-|år|person|deltager))`,
  ],
  ["clock", `(?:kl\\.?|klokken) ?(?:ca\\.? ?)?(?<only>${CLOCK})(?! ?kr)`],
];
const ALL = new RegExp(PIECES.map(([, pattern], i) => `(?<k${i}>${pattern})`).join("|"), "giu");
const FILLERS =
  /(?<!\p{L})(?:hver|alle|om|på|og|samt|i|kl|den|d|er|fra|til|dag|dage|aften|formiddag|eftermiddag|morgen|ugedage?)(?!\p{L})|[^\p{L}\p{N}]+/giu;

/** From where on a title tells when it is. */
export const WHEN_SAID = new RegExp(`,? (?:(?:hver|om|på) )?(?:${DAY}|kl\\.? ?\\d).*$`, "iu");

/** The pieces of a sentence in their order. */
export function* piecesIn(sentence: string): Generator<Piece> {
  let last = 0;
  for (const match of sentence.matchAll(ALL)) {
    const parts = match.groups ?? {};
    const [kind] = PIECES.find((_, i) => parts[`k${i}`] !== undefined)!;
    const end = match.index + match[0].length;
    yield { kind, parts, gap: sentence.slice(last, match.index), after: sentence.slice(end) };
    last = end;
  }
}

/** What of a text that only says when is not understood; `""` when all of it is. */
export function unreadIn(text: string): string {
  return inFull(text).replace(ALL, " ").replace(FILLERS, " ").trim();
}

/** Whether a text says a clock. */
export function saysClock(text: string): boolean {
  return [...piecesIn(text)].some(({ kind }) => kind === "clock");
}
