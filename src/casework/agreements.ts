/** Samarbejdsaftale: what an association has agreed to with those who bring newcomers, and how many it can take. */
import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { holds, inDanish } from "../../db/danish.ts";
import { agreements, organisations, trials } from "../../db/schema.ts";
import { actsFor, may, type Viewer } from "../accounts/roles.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import { isDate, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { refuseCpr } from "./deeds.ts";

export type AgreementRow = typeof agreements.$inferSelect;

/** Who does what, who answers, until when: what a brobygger writes down. */
export type Agreed = Pick<
  AgreementRow,
  "municipality" | "association" | "brobygger" | "contactName" | "contactPhone" | "contactEmail" | "untilOn"
>;
/** How many newcomers a week, and whether there is room at all: what the association says itself. */
export type Room = Pick<AgreementRow, "newcomersAWeek" | "isFull">;

/** More newcomers of a week than any association has. */
export const MOST_A_WEEK = 50;

/** Whether an agreement holds on a day (`YYYY-MM-DD`). */
export function isInForce({ untilOn }: Pick<AgreementRow, "untilOn">, day: string): boolean {
  return untilOn === null || day <= untilOn;
}

/** The agreement with an association, in force or run out; null: there is none. */
export function agreementWith(db: Db, organisationId: string): AgreementRow | null {
  return db.select().from(agreements).where(eq(agreements.organisationId, organisationId)).get() ?? null;
}

/** Whether an association has as many newcomers in an ISO week as it said; nobody has agreed: nobody counts. */
export function isWeekFull(db: Db, organisationId: string, { week, day }: { week: string; day: string }): boolean {
  const agreement = agreementWith(db, organisationId);
  if (!agreement || agreement.newcomersAWeek === null || !isInForce(agreement, day)) return false;
  return newcomersIn(db, organisationId, week) >= agreement.newcomersAWeek;
}

/** How many newcomers an association awaits, or has met, in an ISO week (`2026-W49`). */
export function newcomersIn(db: Db, organisationId: string, week: string): number {
  const taken = and(eq(trials.organisationId, organisationId), eq(trials.week, week));
  return db.select({ many: count() }).from(trials).where(taken).get()?.many ?? 0;
}

/** Writes down what was agreed with an approved association; a brobygger's deed. Refuses a last day that is over. */
export function writeAgreement(db: Db, viewer: Viewer, organisationId: string, said: Agreed & Room, now: number): void {
  if (!may(viewer, "brobygger")) refuse("notYours");
  for (const field of ["municipality", "association", "brobygger"] as const) refuseCpr(said[field], field);
  if (said.untilOn !== null && !isDate(said.untilOn)) refuse("date", "untilOn");
  if (said.untilOn !== null && said.untilOn < localDate(now)) refuse("agreementOver", "untilOn");
  save(db, viewer, organisationId, said, now);
}

/** The association says itself how many it can take; whoever is its contact may. */
export function sayRoom(db: Db, viewer: Viewer, organisationId: string, room: Room, now: number): void {
  if (!actsFor(viewer, organisationId)) refuse("notYours");
  save(db, viewer, organisationId, room, now);
}

function save(db: Db, viewer: Viewer, organisationId: string, said: Partial<Agreed> & Room, now: number): void {
  db.transaction((tx) => {
    const isThere = tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(and(eq(organisations.id, organisationId), eq(organisations.state, "approved")))
      .get();
    if (!isThere) refuse("notYours");
    const row = { ...said, savedAt: now, savedById: viewer.id };
    tx.insert(agreements)
      .values({ organisationId, ...row })
      .onConflictDoUpdate({ target: agreements.organisationId, set: row })
      .run();
  });
}

/** An association of the board, and what was agreed with it. */
export interface AssociationRow {
  id: string;
  name: string;
  agreement: AgreementRow | null;
  holds: boolean;
}

/** The approved associations, those with an agreement first; `sought`: a part of the name. */
export function associationsWithAgreement(
  db: Db,
  { sought, today }: { sought: string; today: string },
  page: number,
): Paged<AssociationRow> {
  const which = and(eq(organisations.state, "approved"), sought === "" ? undefined : holds(organisations.name, sought));
  const total = db.select({ many: count() }).from(organisations).where(which).get()?.many ?? 0;
  return pageOf(page, total, (skip, take) =>
    db
      .select({ id: organisations.id, name: organisations.name, agreement: agreements })
      .from(organisations)
      .leftJoin(agreements, eq(agreements.organisationId, organisations.id))
      .where(which)
      .orderBy(sql`${agreements.organisationId} IS NULL`, inDanish(sql`${organisations.name}`), asc(organisations.id))
      .limit(take)
      .offset(skip)
      .all()
      .map(({ agreement, ...row }) => ({
        ...row,
        agreement,
        holds: agreement !== null && isInForce(agreement, today),
      })),
  );
}

/** One approved association with its agreement; null: there is none such. */
export function associationFor(db: Db, id: string, today: string): AssociationRow | null {
  const isThat = and(eq(organisations.id, id), eq(organisations.state, "approved"));
  const found = db.select({ id: organisations.id, name: organisations.name }).from(organisations).where(isThat).get();
  if (!found) return null;
  const agreement = agreementWith(db, id);
  return { ...found, agreement, holds: agreement !== null && isInForce(agreement, today) };
}
