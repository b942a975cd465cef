import { uint32At, uint8At } from "../arrays.ts";
import type { Lifts } from "../engine.ts";
import type { Bits } from "./bits.ts";
import type { Columns } from "./columns.ts";
import type { IndexedWords } from "./indexed-words.ts";
import { FIELD_BITS, type Postings } from "./postings.ts";

/** How many lifts it takes to outweigh a fact that fits less well. */
const AWAY = 4;
/** Facts of activities for people in one situation, each with the word that speaks of it. */
const CIRCLES = { sorg: "sorg", sygdom: "syg", paaroerende: "paaroerende", frivillige: "frivillig" };

/** How many of the lifts a row fits. */
export function liftOf(columns: Columns, lifts: Lifts): (row: number) => number {
  const areas = Uint8Array.from(columns.places, (place) =>
    place.values.some((value) => lifts.omraade.includes(value)) ? 1 : 0,
  );
  const of = (bits: Bits, names: readonly string[]) => names.map((name) => bits.masks([name]).masks);
  const themes = of(columns.themes, lifts.tema);
  const facts = of(columns.facts, lifts.fakta);
  const away = of(columns.facts, lifts.away ?? []);
  return (row) => {
    let fits = uint8At(areas, uint32At(columns.place, row));
    for (const mask of themes) if (columns.themes.holdsAny(row, mask)) fits += 1;
    for (const mask of facts) if (columns.facts.holdsAny(row, mask)) fits += 1;
    for (const mask of away) if (columns.facts.holdsAny(row, mask)) fits -= AWAY;
    return fits;
  };
}

/** The theme of what one does for others, and the word that speaks of it. */
const VOLUNTEERING = { theme: "frivillig", word: "frivillig" };

/** Whether a row asks for volunteers, where nobody spoke of that: who is lonely is not to be put to work. */
export function asksForVolunteers(
  { themes }: Columns,
  { tema }: { tema: readonly string[] },
  isSpokenOf: (word: string) => boolean,
): (row: number) => boolean {
  if (tema.includes(VOLUNTEERING.theme) || isSpokenOf(VOLUNTEERING.word)) return () => false;
  const { masks } = themes.masks([VOLUNTEERING.theme]);
  return (row) => themes.holdsAny(row, masks);
}

/** Whether one of the names stands in a row's title or in a name around it, each as words that are all there. */
export function bearing({ dictionary, strong }: IndexedWords, names: readonly string[]): (row: number) => boolean {
  const rows = new Set<number>();
  for (const name of names) {
    const lists = name.split(" ").map((word) => rowsIn(strong, dictionary.find(word)));
    const [first = new Set(), ...others] = lists;
    for (const row of first) if (others.every((other) => other.has(row))) rows.add(row);
  }
  return (row) => rows.has(row);
}

function rowsIn(postings: Postings, word: number | undefined): Set<number> {
  if (word === undefined) return new Set();
  const { postings: numbers, from, to } = postings.of(word);
  return new Set(Array.from(numbers.subarray(from, to), (posting) => posting >>> FIELD_BITS));
}

/** Whether a row has one of the facts. */
export function hasAny({ facts }: Columns, names: readonly string[]): (row: number) => boolean {
  const { masks } = facts.masks(names);
  return (row) => facts.holdsAny(row, masks);
}

/** Whether a row is for the bereaved, the ill, their kin or volunteers, where nothing speaks of them. */
export function forOthers(
  { facts }: Columns,
  { fakta }: Lifts,
  isSpokenOf: (word: string) => boolean,
): (row: number) => boolean {
  const masks = Object.entries(CIRCLES)
    .filter(([fact, word]) => !fakta.includes(fact) && !isSpokenOf(word))
    .map(([fact]) => facts.masks([fact]).masks);
  return (row) => masks.some((mask) => mask.some((bits) => bits !== 0) && facts.holdsAny(row, mask));
}
