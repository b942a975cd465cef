/**
 * What a text says that it costs to come: one amount with its unit, or that it is free. Two prices, a span, an amount of
 * which nobody says what it is for: then nothing, and people are asked. All pure.
 */
import { oreOf } from "../danish/reading.ts";
import type { ActivityFields } from "../activities/activity.ts";
import type { PricePer } from "../shared/price.ts";

export type PriceWords = Partial<Pick<ActivityFields, "priceOre" | "pricePer" | "firstFree">>;

const NUMBER = "(\\d{1,3}\\.\\d{3}|\\d{1,5})(?:,(\\d\\d))?";
const UNIT = "(?:kr\\.?|kroner|dkk|,-)(?![\\p{L}])";
const LABEL = "(?:pris(?:en)?|entr[ée]|koster|betaling|kontingent|gebyr)";
/** `20 kr`, `20-30 kr`, `kr. 50`, `Entré: 75` */
const AMOUNTS = new RegExp(
  `(?<![\\d.,])(?:(?<span>${NUMBER.replaceAll("(\\d", "(?:\\d")} ?(?:kr\\.?)? ?(?:-|–|/|til|eller|og) ?))?${NUMBER} ?${UNIT}|(?<![\\p{L}])(?:kr\\.?|dkk) ?${NUMBER}(?![\\d.,]*\\d)|(?<![\\p{L}])${LABEL}(?: er|:| ?=| pr\\. gang:?)* ?${NUMBER}(?<to> ?(?:-|–|til|/) ?\\d)?(?![.,:]?\\d| ?%| ?${UNIT})`,
  "giu",
);
const PERS: [RegExp, PricePer][] = [
  [/m(?:åned|d\.|d\b|dl)/i, "måned"],
  [/sæson|halvår|forløb|kurset|holdet|pr\.? hold/i, "sæson"],
  [/(?<!\p{L})(?:om |pr\.? |\/ ?|hvert )år|årlig|års?(?:et|kontingent|pris)/iu, "år"],
  [
    /(?:pr\.?|per|\/|hver) ?(?:gang|aften|dag|deltager|person|næse|hoved|kuvert|møde)|entr[ée]|i døren|ved (?:døren|indgangen)/i,
    "gang",
  ],
];
/** An amount that nobody says the unit of is for one time, when it is no more than that. */
const MOST_FOR_ONCE = 200_00;
const GOODS =
  /(?<!\p{L})(?:kaffe\p{L}*|kage|te|øl|vin|vand|sodavand|drikkevarer|mad|spisning|madpakke|aftensmad|frokost|brunch|sandwich|materialer\p{L}*|garn|bolde|lod|lodder\p{L}*|plader?|parkering|depositum|leje|bussen|kørsel|hæfte\p{L}*|bog(?:en)?)(?!\p{L})/iu;
const INCLUDED = /(?<!\p{L})(?:inkl\p{L}*|med|incl)\.? /iu;
const OTHERS =
  /medlem|pensionist|studerende|efterløn|(?<!\p{L})(?:børn|barn|voksne|andre|øvrige|par|familie\p{L}*|gæster|unge|ældre|ledsager\p{L}*)(?!\p{L})|\d+ år|rabat/iu;
const UNCLEAR = /(?:fra|ca\.?|cirka|op til|mellem|mindst|max\.?|maks\.?|højst|omkring) ?$/iu;
const NO_PRICE = /spar|tilskud|støtte|gevinst|præmie|værdi|rabat|bøde/iu;
const MANY_TIMES = /(?:\d+|ti|fem|flere) ?(?:gange|klip|ture|mødegange|lektioner)|klippekort|turs/iu;
const FIRST_FREE =
  /(?:første|1\.) (?:gang|aften|time)(?:en)? (?:er )?gratis|gratis (?:(?:den )?første|prøve\p{L}*)|prøve(?:gang|time)(?:en)? (?:er )?gratis/giu;
const FREE =
  /(?<!\p{L})(?<!ikke )(?<!ikke helt )gratis(?!\p{L})(?! (?:kaffe|te|kage|brød|frugt|mad|vand|forplejning|parkering|prøve|første|materiale|lån|wifi|internet|for (?!alle)))|koster (?:ikke noget|ingenting|0)|fri (?:entr[ée]|adgang)/iu;

/** The price that a text plainly says; nothing when it says none, or several. */
export function priceIn(text: string): PriceWords {
  const amounts = amountsIn(text);
  const priced = amounts.filter(({ kind }) => kind === "price");
  const firstFree = FIRST_FREE.test(text);
  FIRST_FREE.lastIndex = 0;
  const isFree = saysFree(text.replace(FIRST_FREE, ""));
  if (amounts.some(({ kind }) => kind === "unclear")) return {};
  const [first, ...others] = priced;
  if (!first) return isFree ? { priceOre: 0, pricePer: null, firstFree: false } : {};
  if (first.ore === 0) return others.length === 0 ? { priceOre: 0, pricePer: null, firstFree: false } : {};
  const isOne = others.every(({ ore, per }) => ore === first.ore && (per ?? first.per) === (first.per ?? per));
  const per = priced.find((one) => one.per)?.per ?? (first.ore <= MOST_FOR_ONCE ? "gang" : null);
  return isOne && per && !isFree ? { priceOre: first.ore, pricePer: per, firstFree } : {};
}

interface Amount {
  ore: number;
  per: PricePer | null;
  /** What one pays to come, what one may buy there, or a price that is not everybody's. */
  kind: "price" | "goods" | "unclear";
}

function amountsIn(text: string): Amount[] {
  const matches = [...text.matchAll(AMOUNTS)];
  return matches.flatMap((match, i) => {
    const start = match.index;
    const end = start + match[0].length;
    const before =
      /[^\n.;,!?(]*$/u.exec(text.slice(matches[i - 1] ? endOf(matches[i - 1]!) : 0, start).slice(-60))?.[0] ?? "";
    const rest = text.slice(end, matches[i + 1]?.index ?? text.length).slice(0, 60);
    const after = /^\.? ?(?:pr\. ?)?[^\n.;,!?)]*/u.exec(rest)?.[0] ?? "";
    const kind = kindOf(match, before, after);
    if (!kind) return [];
    const [kroner = "", ore = ""] = [match[2] ?? match[4] ?? match[6], match[3] ?? match[5] ?? match[7]];
    const per = PERS.find(([pattern]) => pattern.test(`${before} ${match[0]} ${after}`))?.[1] ?? null;
    return [{ ore: oreOf(kroner, ore), per, kind }];
  });
}

function endOf(match: RegExpExecArray): number {
  return match.index + match[0].length;
}

function kindOf(match: RegExpExecArray, before: string, after: string): Amount["kind"] | null {
  if (NO_PRICE.test(before)) return null;
  if (OTHERS.test(before) || OTHERS.test(after) || MANY_TIMES.test(after) || MANY_TIMES.test(before)) return "unclear";
  if (GOODS.test(before) || (GOODS.test(after) && !INCLUDED.test(after))) return "goods";
  const isSpan = match.groups?.["span"] !== undefined || match.groups?.["to"] !== undefined;
  return isSpan || UNCLEAR.test(before) ? "unclear" : "price";
}

function saysFree(text: string): boolean {
  return text
    .split(/[\n.;,!?]+/)
    .some((part) => FREE.test(part) && !GOODS.test(part.split(/gratis/i)[0] ?? "") && !OTHERS.test(part));
}
