/** What was told to others about a citizen ends: the links behind the mails show nothing from now on. */
import { and, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { type IntroducedTo, introductions, trials } from "../../../db/schema.ts";
import { addEvent } from "../store.ts";
import { endTasksAbout } from "../tasks.ts";

/**
 * Ends the links of a case, or those to one kind of receiver, and codes as called off what nobody has answered. `withTrials`:
 * what was booked is called off too.
 */
export function endIntroductions(
  db: Db,
  caseId: string,
  by: string | null,
  now: number,
  { to, withTrials = false }: { to?: IntroducedTo; withTrials?: boolean } = {},
): void {
  const rows = db
    .select()
    .from(introductions)
    .where(
      and(
        eq(introductions.caseId, caseId),
        to && eq(introductions.to, to),
        or(isNotNull(introductions.tokenHash), isNull(introductions.answer)),
      ),
    )
    .all();
  for (const row of rows) {
    const isOpen = row.answer === null;
    db.update(introductions)
      .set({ tokenHash: null, ...(isOpen && { answer: "called-off", answeredAt: now, notedById: by }) })
      .where(eq(introductions.id, row.id))
      .run();
    endTasksAbout(db, { caseId, about: row.id, kinds: ["no-answer"] }, by, now);
    if (isOpen)
      addEvent(
        db,
        { caseId, kind: "introduction-answered", actorId: by, detail: { to: row.to, answer: "called-off" } },
        now,
      );
  }
  if (withTrials)
    db.update(trials)
      .set({ outcome: "called-off", week: null, notedAt: now })
      .where(and(eq(trials.caseId, caseId), isNull(trials.outcome)))
      .run();
}
