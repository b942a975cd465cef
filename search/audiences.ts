import type { SearchQuery } from "./engine.ts";
import { fold } from "./fold.ts";

/** Whom an activity is for alone, and the words that speak of them. */
const AUDIENCES: Record<string, RegExp> = {
  "kun-maend": /(?<!\p{L})(?:mand|maend|herre|far|fars|faedre|dreng|fyr|broedre|soenner)/u,
  "kun-kvinder": /(?<!\p{L})(?:kvinde|dame|pige|mor|mors|moedre|soestre|doetre|hustru|veninde)/u,
};

/** Facts of what is for men or women alone, where nobody spoke of them: what is open to all comes before it. */
export function unasked({ q, fakta, lifts }: Pick<SearchQuery, "q" | "fakta" | "lifts">): string[] {
  const words = fold(q);
  return Object.entries(AUDIENCES)
    .filter(([fact, spoken]) => !fakta.includes(fact) && !lifts.fakta.includes(fact) && !spoken.test(words))
    .map(([fact]) => fact);
}
