/** The two conditions that decide who is called: a rule of a row, and the same of SQL. */
import { and, eq, inArray, isNull, lt, or, type SQL } from "drizzle-orm";
import { cases, type ReferralState } from "../../db/schema.ts";

const OPEN: readonly ReferralState[] = ["new", "taken"];

/** Whether somebody is still to be called, or helped on. */
export function isOpen(state: ReferralState): boolean {
  return OPEN.includes(state);
}

/** `isOpen` in SQL. */
export const isOpenCase = inArray(cases.state, OPEN);

/**
 * Whether the promise has run out on somebody whom nobody has taken, or has tried to reach. An attempt keeps it, also
 * when nobody answered; that somebody called us or came by does not.
 */
export function isLate(
  case_: { state: ReferralState; dueAt: number; firstAttemptAt: number | null },
  now: number,
): boolean {
  return isOpen(case_.state) && (case_.state === "new" || case_.firstAttemptAt === null) && now > case_.dueAt;
}

/** `isLate` in SQL, of cases that are open. */
export function lateBy(now: number): SQL | undefined {
  return and(or(eq(cases.state, "new"), isNull(cases.firstAttemptAt)), lt(cases.dueAt, now));
}
