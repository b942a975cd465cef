/** What a citizen has said yes to, as it is now. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type ConsentKind, consents } from "../../db/schema.ts";
import { DAY } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import type { CaseRow } from "./store.ts";

export type ConsentRow = typeof consents.$inferSelect;

/** What somebody else may have said before the citizen was asked. */
const OF_OTHERS: readonly CaseRow["door"][] = ["relative", "letter"];

/** What one says yes to for a year: who passes something on asks anew after that (sundhedsloven §§ 43-44). */
export const FOR_A_YEAR: readonly ConsentKind[] = ["share-with-association", "pass-on"];
export const YEAR = 365 * DAY;

/** The moment from which a yes holds no more by itself; null: it holds until it is taken back. */
export function lapsesAt({ kind, givenAt }: Pick<ConsentRow, "kind" | "givenAt">): number | null {
  return FOR_A_YEAR.includes(kind) ? givenAt + YEAR : null;
}

/** Whether the citizen's yes to this holds now. */
export function holdsYes(db: Db, caseId: string, kind: ConsentKind, now: number): boolean {
  return consentsInForce(db, caseId, now).some((consent) => consent.kind === kind);
}

/** What was said yes to, not taken back and not too old, the oldest first. */
export function consentsInForce(db: Db, caseId: string, now: number): ConsentRow[] {
  return notTakenBack(db, caseId).filter((consent) => (lapsesAt(consent) ?? Infinity) > now);
}

/** What was said yes to and not taken back, too old or not. */
export function notTakenBack(db: Db, caseId: string): ConsentRow[] {
  return db
    .select()
    .from(consents)
    .where(and(eq(consents.caseId, caseId), isNull(consents.withdrawnAt)))
    .orderBy(asc(consents.givenAt))
    .all();
}

/** Whether the citizens themselves have not yet said yes to what another wrote or a letter brought. */
export function lacksOwnYes(db: Db, { id, door }: Pick<CaseRow, "id" | "door">): boolean {
  if (!OF_OTHERS.includes(door)) return false;
  return !notTakenBack(db, id).some(({ kind, how }) => kind === "call-and-store" && how !== "relative");
}

/** Refuses words about somebody who has not been asked: until then only how to reach them is kept. */
export function refuseWithoutOwnYes(db: Db, stored: Pick<CaseRow, "id" | "door">, field: string): void {
  if (lacksOwnYes(db, stored)) refuse("ownYesFirst", field);
}
