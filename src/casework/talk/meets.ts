/** Which wishes an activity meets, and which not. Pure. */
import { distanceMetres } from "../../places/distance.ts";
import { factLabel } from "../../shared/facts.ts";
import type { LatLng } from "../../shared/point.ts";
import { localClock, localDate, timeOfDay, weekdayOf } from "../../shared/time.ts";
import { distanceInWords, kroner } from "../../texts/price-in-words.ts";
import { talkTexts as texts } from "../../texts/talk.ts";
import type { Wish } from "./wishes.ts";

/** What is asked of an activity. */
export interface Candidate {
  /** Area slug and postcode; of what is online none. */
  places: string[];
  area: string | null;
  point: LatLng | null;
  online: boolean;
  /** Øre; null: nobody stated it. */
  price: number | null;
  lines: string[];
  facts: string[];
  /** Starts still to come, the soonest first: epoch ms. */
  starts: number[];
}

export interface Verdict {
  key: string;
  met: boolean;
  /** What meets the wish, or what stands in its place: `bus 4A`, `20 kr.` */
  said: string;
}

/**
 * Each wish with whether it is met, in their order. The times are one verdict: one and the same time must meet all of
 * them. So are words: one of them is enough. `foundBy`: the words that the board's search finds it by.
 */
export function verdictsOf(candidate: Candidate, wishes: readonly Wish[], foundBy: ReadonlySet<string>): Verdict[] {
  return [
    ...wordsMet(wishes, foundBy),
    ...timesMet(candidate, wishes),
    ...wishes.flatMap((wish): Verdict[] => {
      const verdict = metBy(candidate, wish);
      return verdict ? [{ key: wish.key, ...verdict }] : [];
    }),
  ];
}

/** The first start that meets the wishes for a time; null: none does. */
export function firstStart(starts: readonly number[], wishes: readonly Wish[]): number | null {
  return starts.find((start) => wishes.every((wish) => isInTime(start, wish))) ?? null;
}

function wordsMet(wishes: readonly Wish[], foundBy: ReadonlySet<string>): Verdict[] {
  const words = wishes.filter((wish) => wish.kind === "words");
  if (words.length === 0) return [];
  const met = words.filter((wish) => foundBy.has(wish.words));
  const said = (met.length > 0 ? met : words).map(({ label }) => label).join(", ");
  return [{ key: "words", met: met.length > 0, said }];
}

function timesMet({ starts }: Candidate, wishes: readonly Wish[]): Verdict[] {
  const [first, ...others] = wishes.filter(({ kind }) => kind === "times" || kind === "earliest");
  if (!first) return [];
  const said = others.length === 0 && first.kind === "earliest" ? first.label : texts.dayAndTime;
  return [{ key: "time", met: firstStart(starts, wishes) !== null, said }];
}

function isInTime(start: number, wish: Wish): boolean {
  const clock = localClock(start);
  if (wish.kind === "earliest") return clock >= wish.clock;
  if (wish.kind !== "times") return true;
  return wish.cells.includes(`${weekdayOf(localDate(start))}-${timeOfDay(clock)}`);
}

function metBy(candidate: Candidate, wish: Wish): Omit<Verdict, "key"> | null {
  const { online, point, price, lines, facts } = candidate;
  switch (wish.kind) {
    case "areas":
      if (online) return { met: true, said: texts.online };
      return {
        met: candidate.places.some((place) => wish.areas.includes(place)),
        said: candidate.area ?? texts.otherPlace,
      };
    case "near": {
      if (online) return { met: true, said: texts.online };
      if (!point) return { met: false, said: texts.otherPlace };
      const metres = distanceMetres(wish.home, point);
      return { met: metres <= wish.km * 1000, said: distanceInWords(metres) };
    }
    case "price":
      if (price === null) return { met: false, said: texts.noPrice };
      return { met: price <= wish.kroner * 100, said: price === 0 ? "gratis" : kroner(price) };
    case "lines": {
      const met = wish.lines.filter((line) => lines.includes(line));
      if (met.length > 0) return { met: true, said: texts.bus(met.join(", ")) };
      return { met: false, said: lines.length > 0 ? texts.bus(lines.join(", ")) : texts.noBus };
    }
    case "fact":
      return { met: facts.includes(wish.fact), said: factLabel(wish.fact).toLowerCase() };
    default:
      return null;
  }
}
