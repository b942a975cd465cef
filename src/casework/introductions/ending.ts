/** What was told to others about a citizen ends: the links behind the mails show nothing from now on. */
import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { type IntroducedTo, introductions, placements, trials } from "../../../db/schema.ts";
import { addEvent } from "../store.ts";
import { endTasksAbout } from "../tasks.ts";
import { standOf } from "./rules.ts";

/**
 * Ends the links of a case and codes as called off what nobody has answered. `withTrials`: what was booked is called off
 * too. `no`: the citizen has taken the yes back, to one kind of receiver or, with `id`, to one: what was agreed there and
 * has not begun is called off as well, and whoever was written to is to hear it.
 */
export function endIntroductions(
  db: Db,
  caseId: string,
  by: string | null,
  now: number,
  {
    no = false,
    to,
    id,
    withTrials = false,
  }: { no?: boolean; to?: IntroducedTo; id?: number; withTrials?: boolean } = {},
): void {
  const isThat = and(
    eq(introductions.caseId, caseId),
    to && eq(introductions.to, to),
    id === undefined ? undefined : eq(introductions.id, id),
  );
  const rows = db.select().from(introductions).where(isThat).all();
  for (const row of rows.filter(({ tokenHash, answer, yes }) => tokenHash !== null || answer === null || (no && yes))) {
    const isCalledOff = row.answer === null || (no && standOf(row) !== "ended" && !hasBegun(db, row.id));
    db.update(introductions)
      .set({
        tokenHash: null,
        ...(no && row.takenBackAt === null && { takenBackAt: now }),
        ...(isCalledOff && { answer: "called-off", answeredAt: now, notedById: by }),
      })
      .where(eq(introductions.id, row.id))
      .run();
    endTasksAbout(db, { caseId, about: row.id, kinds: ["no-answer", "answered"] }, by, now);
    const event = { kind: "introduction-answered", actorId: by } as const;
    if (isCalledOff) addEvent(db, { caseId, ...event, detail: { to: row.to, answer: "called-off" } }, now);
    if (isCalledOff && no) callOffTrials(db, eq(trials.introductionId, row.id), by, now);
  }
  if (withTrials) callOffTrials(db, eq(trials.caseId, caseId), by, now);
}

/** Calls off what is booked and not noted: its place in the week is free, and nothing is left to do of it. */
function callOffTrials(db: Db, which: SQL, by: string | null, now: number): void {
  for (const { id, caseId } of db
    .select()
    .from(trials)
    .where(and(which, isNull(trials.outcome)))
    .all()) {
    db.update(trials).set({ outcome: "called-off", week: null, notedAt: now }).where(eq(trials.id, id)).run();
    endTasksAbout(db, { caseId, about: id, kinds: ["trial", "date-off"] }, by, now);
  }
}

function hasBegun(db: Db, introductionId: number): boolean {
  const begun = eq(placements.introductionId, introductionId);
  return db.select({ id: placements.id }).from(placements).where(begun).get() !== undefined;
}
