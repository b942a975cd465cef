import type { ScheduleFault } from "../shared/schedule-entry.ts";

/** Why a line of an import cannot be used: said to whoever runs the import. */
export const lineFaults = {
  noJson: "linjen er ikke gyldig JSON",
  tooLong: "linjen er for lang",
  missing: "mangler",
  tooManySigns: (max: number) => `er længere end ${max} tegn`,
  noText: "skal være en tekst",
  wrongKind: (expected: string) => `er af en forkert slags (skal være ${expected})`,
  outOfRange: "er uden for det mulige",
  unknownKey: (key: string) => `kender ikke feltet »${key}«`,
  unknownTheme: (theme: string) => `kender ikke temaet »${theme}«`,
  fact: "er ikke en kendt oplysning",
  pause: "skal være school, christmas, easter, summer eller public",
  oneOf: (choices: readonly string[]) => `skal være ${choices.slice(0, -1).join(", ")} eller ${choices.at(-1)}`,
  language: "skal være en sprogkode på to eller tre små bogstaver",
  postcode: "skal have fire cifre",
  notInDenmark: "ligger ikke i Danmark",
  freeOrOre: 'skal være enten "free": true eller et beløb i "ore"',
  wholeOre: "skal være et helt antal øre",
  per: "skal være gang, måned, sæson eller år",
  ages: "den yngste alder skal stå først",
  email: "ligner ikke en mailadresse",
  url: "ligner ikke en adresse, der begynder med http:// eller https://",
  sameAs: (line: number) => `er den samme som i linje ${line}`,
  schedule: {
    empty: "skal have mindst én tid",
    tooMany: "har for mange tider eller datoer",
    badEntry: "skal have præcis én af weekday, date og rrule",
    badDate: "er ikke en dato (ÅÅÅÅ-MM-DD)",
    badClock: "er ikke et klokkeslæt (TT:MM)",
    untilBeforeFrom: "ligger før from",
    unknownWeekday: "skal være man, tir, ons, tor, fre, loer eller soen",
    badWeeks: "skal være odd eller even",
    badRule: "er ikke en regel, vi kan bruge",
  } satisfies Record<ScheduleFault, string>,
} as const;

const KINDS: Record<string, string> = {
  string: "tekst",
  number: "et tal",
  int: "et helt tal",
  boolean: "true eller false",
  array: "en liste",
  object: "et objekt",
  tuple: "to tal",
};

/** What zod found wrong, in Danish; for faults without a text of their own. */
export function typeFault(issue: { code?: string; expected?: unknown; input?: unknown }): string {
  if (issue.input === undefined || issue.input === null) return lineFaults.missing;
  if (issue.code === "invalid_type")
    return lineFaults.wrongKind(KINDS[String(issue.expected)] ?? String(issue.expected));
  return lineFaults.outOfRange;
}
