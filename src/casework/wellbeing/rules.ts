/** WHO-5: how five answers become a number, and what it is called: pure (docs/decisions/who-5.md). */
import type { Who5Phase, Who5Way } from "../../../db/schema.ts";

export const PHASES = ["before", "after"] as const satisfies readonly Who5Phase[];
export const WAYS = ["paper", "talk"] as const satisfies readonly Who5Way[];

/** How many statements there are, and the most that each is answered with. */
export const ITEMS = 5;
export const MOST = 5;

/** 0-5 for each statement in order; null: not answered. */
export type Answers = readonly (number | null)[];

export const BANDS = ["low", "lowish", "fine"] as const;
/** 0-35: great risk of depression or stress, 36-50: risk, above: none at once (DOMAIN C9). No diagnosis. */
export type Band = (typeof BANDS)[number];

/** The sum of the five answers times four, 0-100; null where one is missing: a part of the index is no index. */
export function scoreOf(answers: Answers): number | null {
  const given = answers.filter((answer) => answer !== null);
  if (answers.length !== ITEMS || given.length !== ITEMS) return null;
  return given.reduce((sum, answer) => sum + answer, 0) * 4;
}

export function bandOf(score: number): Band {
  if (score <= 35) return "low";
  return score <= 50 ? "lowish" : "fine";
}
