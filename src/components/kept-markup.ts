import { openKept } from "../shared/kept.ts";

const MOST_TEXTS = 10_000;

/** Rendered parts of pages, by kind: each kind is rendered by one component. */
export const keptMarkup = {
  card: openKept<string>(2_000),
  filters: openKept<string>(100),
  alive: openKept<string>(10),
  doors: openKept<string>(10),
  weekDay: openKept<string>(300),
};
export type KeptKind = keyof typeof keptMarkup;

const numbers = new WeakMap<object, number>();
const numberOfText = new Map<string, number>();
let last = 0;

/** A name for everything that goes into a part: two have the same only if all is the same. */
export function nameOf(props: Record<string, unknown>): string {
  return Object.values(props)
    .map((value) => (typeof value === "object" && value !== null ? `#${numberOf(value)}` : JSON.stringify(value)))
    .join();
}

/** Said in full only when it is first seen: what was read once goes into many pages, and nobody changes it. */
function numberOf(value: object): number {
  const known = numbers.get(value);
  if (known !== undefined) return known;
  const text = JSON.stringify(value);
  if (numberOfText.size >= MOST_TEXTS) numberOfText.clear();
  const number = numberOfText.get(text) ?? ++last;
  numberOfText.set(text, number);
  numbers.set(value, number);
  return number;
}
