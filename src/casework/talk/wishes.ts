/** What a sheet wishes of an activity, one by one, each of which can be struck. Pure. */
import type { SearchQuery } from "../../../search/engine.ts";
import type { Vocabulary } from "../../../search/vocabulary.ts";
import { clockInWords } from "../../danish/wording.ts";
import { factLabel } from "../../shared/facts.ts";
import type { LatLng } from "../../shared/point.ts";
import { placeLabel } from "../../texts/labels.ts";
import { talkTexts as texts } from "../../texts/talk.ts";
import { cellsInWords } from "./cells.ts";
import type { Cell, Sheet } from "./sheet.ts";

export type Wish = { key: string; label: string } & (
  | { kind: "words"; words: string }
  | { kind: "near"; home: LatLng; km: number }
  | { kind: "areas"; areas: string[] }
  | { kind: "times"; cells: Cell[] }
  | { kind: "earliest"; clock: string }
  | { kind: "price"; kroner: number }
  | { kind: "lines"; lines: string[] }
  | { kind: "fact"; fact: string }
);

/** Where somebody lives: an area with its centre. */
export interface Home extends LatLng {
  name: string;
}

/** What is longer is a sentence about somebody, and nothing to look for. */
const MOST_WORDS_OF_A_WISH = 4;
const MOST_WISHES_IN_WORDS = 5;

/** All wishes of a sheet, the struck ones too. `home`: null where nobody knows it, and then nothing is far. */
export function wishesOf(sheet: Sheet, home: Home | null, names: Pick<Vocabulary, "areas" | "postcodes">): Wish[] {
  const { areas, km, times, earliest, economy, most, lines, pas, needs } = sheet;
  const wishes: Wish[] = phrasesIn(sheet.likes).map((words) => ({
    kind: "words",
    key: `words:${words.toLowerCase()}`,
    label: words,
    words,
  }));
  if (areas.length > 0)
    wishes.push({ kind: "areas", key: "where", label: areas.map((area) => placeLabel(area, names)).join(", "), areas });
  else if (home && km !== null) {
    const { name, lat, lng } = home;
    const label = texts.within(name, String(km).replace(".", ","));
    wishes.push({ kind: "near", key: "where", label, home: { lat, lng }, km });
  }
  if (times.length > 0) wishes.push({ kind: "times", key: "times", label: cellsInWords(times), cells: times });
  if (earliest)
    wishes.push({ kind: "earliest", key: "earliest", label: texts.after(clockInWords(earliest)), clock: earliest });
  const kroner = economy === "free" ? 0 : economy === "at-most" ? most : null;
  if (kroner !== null) wishes.push({ kind: "price", key: "price", label: priceLabel(kroner), kroner });
  const named = linesOf(lines);
  if (named.length > 0) wishes.push({ kind: "lines", key: "lines", label: texts.bus(named.join(", ")), lines: named });
  for (const fact of [...(pas ? ["aktivitetspas"] : []), ...needs])
    wishes.push({ kind: "fact", key: `fact:${fact}`, label: factLabel(fact).toLowerCase(), fact });
  return wishes;
}

/** What the board's search can be asked for of some wishes, but for their words and for which parts of which days. */
export function queryOf(wishes: readonly Wish[]): Partial<SearchQuery> {
  const query: Partial<SearchQuery> = {};
  for (const wish of wishes)
    switch (wish.kind) {
      case "areas":
        query.omraade = wish.areas;
        break;
      case "near":
        query.naer = wish.home;
        query.radius = wish.km;
        break;
      case "earliest":
        query.klfra = wish.clock;
        break;
      case "price":
        query.pris = wish.kroner === 0 ? "gratis" : wish.kroner;
        break;
      case "lines":
        query.linje = wish.lines;
        break;
      case "fact":
        query.fakta = [...(query.fakta ?? []), wish.fact];
        break;
    }
  return query;
}

/** The lines as the search compares them: `4A`, `letbanen`. */
function linesOf(text: string): string[] {
  const found = text.match(/\d{1,3}[a-z]?\b|\bl[12]\b|letban/gi) ?? [];
  return [...new Set(found.map((line) => (/^l/i.test(line) ? "letbanen" : line.toUpperCase())))];
}

function phrasesIn(text: string): string[] {
  const phrases = text
    .split(/[,;.\n]+/)
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== "" && phrase.split(" ").length <= MOST_WORDS_OF_A_WISH);
  const once = new Map(phrases.map((phrase) => [phrase.toLowerCase(), phrase]));
  return [...once.values()].slice(0, MOST_WISHES_IN_WORDS);
}

function priceLabel(kroner: number): string {
  return kroner === 0 ? "gratis" : `højst ${kroner} kr.`;
}
