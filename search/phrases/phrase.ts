import type { LatLng } from "../../src/shared/point.ts";
import type { TimeOfDay, Weekday } from "../../src/shared/week.ts";

/** What one phrase of a sentence says. `plain` stays words; `filler` says nothing and goes. */
export interface Reading {
  omraade?: string[];
  dag?: Weekday[];
  tid?: TimeOfDay[];
  /** First and last date; null is open. */
  dates?: [string | null, string | null];
  /** Dates that came from a weekday (*på tirsdag*), which gives way to a named week (*på tirsdag i næste uge*). */
  weekday?: Weekday;
  week?: true;
  /** Earliest and latest start; null is open. */
  clock?: [string | null, string | null];
  pris?: "gratis" | number;
  fakta?: string[];
  alder?: number;
  /** Bus or letbane lines. */
  linje?: string[];
  /** A place that people name. */
  naer?: LatLng;
  /** What is not wanted: words whose activities are left out. */
  not?: string;
  /** The words that say it still look for what they mean: *ingen penge*. */
  kept?: true;
  near?: true;
  plain?: true;
  filler?: true;
}

/** A pattern for folded text and what it says; null when the match means nothing after all (*31. februar*). */
export interface Phrase {
  pattern: RegExp;
  read(groups: (string | undefined)[], today: string): Reading | null;
}

const PARTS: Record<string, string> = {
  day: "mandag|tirsdag|tisdag|onsdag|torsdag|fredag|loerdag|soendag",
  days: "(?:mandag|tirsdag|tisdag|onsdag|torsdag|fredag|loerdag|soendag)(?:ene|en|e)?",
  short: "(?:mandag|tirsdag|onsdag|torsdag|fredag|loerdag|soendag|man|tirs?|ons|tors?|fre|loer|soen)\\.?",
  month:
    "januar|jan|februar|feb|marts|mar|april|apr|maj|juni|jun|juli|august|aug|september|sept|sep|oktober|okt|november|nov|december|dec",
  nth: "1\\.|2\\.|3\\.|4\\.|foerste|anden|tredje|fjerde",
  to: " ?(?:-|–|til(?: og med)?) ?",
  and: "(?:,? (?:og|eller|samt) |, ?|/)",
};

/**
 * A phrase from a readable pattern: `{day}` and its like are filled in, a Danish letter may lack its second sign
 * (`loerdag` also meets *lordag*), and it ends where a word ends: *søndag* is not found in *søndagskor* or
 * *søndags-kor*.
 */
export function phrase(source: string, read: Phrase["read"]): Phrase {
  const filled = source.replace(/\{([a-z]+)\}/g, (_, name: string) => `(?:${PARTS[name] ?? ""})`);
  const lenient = filled.replaceAll("ae", "(?:ae|a|e)").replaceAll("oe", "(?:oe|o)").replaceAll("aa", "(?:aa|a)");
  return { pattern: new RegExp(`(?:${lenient})(?![\\p{L}\\p{N}]|-\\p{L})`, "uy"), read };
}

/** What says one date. */
export function onDate(date: string): Reading {
  return { dates: [date, date] };
}

/** A phrase that always says the same. */
export function fixed(source: string, reading: Reading): Phrase {
  return phrase(source, () => reading);
}
