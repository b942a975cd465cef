/** What stands on a card: the day at its edge, and the few facts that decide. */
import { dateInWords, shortDate } from "../danish/wording.ts";
import { factLabel, LIMITING_FACTS, TELLING_FACTS } from "../shared/facts.ts";
import { localDate } from "../shared/time.ts";
import { board } from "../texts/board.ts";
import type { Card } from "./cards.ts";

/** The facts that were wished for, and those that nearly all hits have: they tell nothing. */
export interface CardWishes {
  wished: readonly string[];
  common: readonly string[];
}

/** Beside the price. */
const FEWEST_FACTS = 2;
const MOST_FACTS = 3;
/** What so large a part of the hits has is left out. */
const NEARLY_ALL = 0.8;

/** The three lines of the day: *i dag* and *i morgen* stand in place of the weekday. `today`: `2026-11-24`. */
export function cardDay(next: number, today: string): ReturnType<typeof shortDate> {
  const date = localDate(next);
  const said = dateInWords(date, today);
  const day = shortDate(date);
  return said === "i dag" || said === "i morgen" ? { ...day, weekday: said } : day;
}

/** Labels of at most three facts: whom it is only for, then what was wished for; two where nobody wished for more. */
export function cardFacts(
  { facts, price }: Pick<Card, "facts" | "price">,
  { wished, common }: CardWishes = { wished: [], common: [] },
): string[] {
  const sought = new Set([...LIMITING_FACTS, ...wished]);
  const met = [...sought].filter((fact) => facts.includes(fact)).slice(0, MOST_FACTS);
  const telling = TELLING_FACTS.filter((fact) => facts.includes(fact) && !met.includes(fact) && !common.includes(fact));
  const first = price?.firstFree && price.ore > 0 ? [board.firstFree] : [];
  const others = [...first, ...telling.map(factLabel)].slice(0, Math.max(0, FEWEST_FACTS - met.length));
  return [...met.map(factLabel), ...others];
}

/** The facts that nearly all of so many hits have. `counts`: by fact. */
export function commonFacts(counts: Record<string, number>, total: number): string[] {
  return Object.entries(counts).flatMap(([fact, count]) => (count > NEARLY_ALL * total ? [fact] : []));
}

/** Cards in their order; those of one association and title stand with the first of them. */
export function folded(cards: readonly Card[]): { card: Card; elsewhere: Card[] }[] {
  const groups = Map.groupBy(cards, ({ organisation, title }) => `${organisation.slug}\n${title.toLowerCase()}`);
  return [...groups.values()].flatMap(([card, ...elsewhere]) => (card ? [{ card, elsewhere }] : []));
}
