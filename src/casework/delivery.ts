/** A course goes into the controller's own records before it is erased here, where a law says that it is kept. */
import { createHash } from "node:crypto";
import { eq, max } from "drizzle-orm";
import type { Vocabulary } from "../../search/query.ts";
import type { Db } from "../../db/client.ts";
import { caseEvents, cases, type EventDetails } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { type Course, type Paper, paperOf } from "./course-paper.ts";
import { caseFor } from "./deeds.ts";
import { addEvent } from "./store.ts";
import { endTasks } from "./tasks.ts";
import type { CaseView } from "./view.ts";

/** SHA-256 of each file that was handed over, in hex. */
export type Receipt = EventDetails["delivered"];

/**
 * Notes that a closed case of one's own stands in the controller's own records: from now on it may be erased here.
 * `seen`: the newest event that was there when the files were fetched; refuses when there is a newer one.
 */
export function deliver(
  db: Db,
  viewer: Viewer,
  id: string,
  { seen, receipt }: { seen: number; receipt: Receipt },
  now: number,
): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "reopen", id);
    const newest = tx
      .select({ id: max(caseEvents.id) })
      .from(caseEvents)
      .where(eq(caseEvents.caseId, id))
      .get()?.id;
    if (newest !== seen) refuse("newInCase");
    tx.update(cases).set({ deliveredAt: now, deliveredById: viewer.id }).where(eq(cases.id, id)).run();
    endTasks(tx, id, viewer.id, now, ["erased-soon"]);
    addEvent(tx, { caseId: id, kind: "delivered", actorId: viewer.id, detail: receipt }, now);
  });
}

/** The newest event of a case. */
export function newestEvent({ events }: Pick<CaseView, "events">): number {
  return Math.max(0, ...events.map(({ id }) => id));
}

/**
 * A course up to the last thing that happened in it: fetched twice it is the same, though each time is a reading. That it
 * was handed over is no part of it.
 */
export function courseOf(view: CaseView): Course {
  const events = view.events.filter(({ kind }) => kind !== "delivered");
  const until = Math.max(...events.map(({ recordedAt }) => recordedAt));
  return { view: { ...view, events, readings: view.readings.filter(({ at }) => at <= until) }, until };
}

/** The course as JSON, in UTF-8. */
export function courseAsJson({ view }: Course): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(caseAsFile(view), null, 2));
}

/** What is handed over of a case, by its digests. `toPdf`: draws a paper. */
export async function receiptOf(
  view: CaseView,
  vocabulary: Vocabulary,
  toPdf: (paper: Paper) => Promise<Uint8Array>,
): Promise<Receipt> {
  const course = courseOf(view);
  return { json: digestOf(courseAsJson(course)), pdf: digestOf(await toPdf(paperOf(course, vocabulary))) };
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A course as a file for other systems: all that its brobygger sees of it, times in ISO 8601. */
export function caseAsFile(view: CaseView): Record<string, unknown> {
  const time = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
  const { reference, team, controller, door, area, person, referral, closeReason } = view;
  return {
    reference,
    team,
    controller,
    door,
    area,
    person,
    referral,
    createdAt: time(view.createdAt),
    closedAt: time(view.closedAt),
    closeReason,
    consents: view.consents.map(({ kind, version, text, givenAt, how, withdrawnAt }) => ({
      kind,
      version,
      text,
      how,
      givenAt: time(givenAt),
      withdrawnAt: time(withdrawnAt),
    })),
    introductions: view.introductions.map(({ id, to, way, words, answer, answeredAt, shownAt, madeAt, trials }) => ({
      id,
      to,
      way,
      ...words,
      answer,
      madeAt: time(madeAt),
      shownAt: time(shownAt),
      answeredAt: time(answeredAt),
      trials: trials.map(({ start, plan, company, outcome, again, why }) => ({
        start: time(start),
        ...plan,
        company,
        outcome,
        again,
        why,
      })),
    })),
    company: view.company,
    placements: view.placements,
    talk: view.talk,
    wellbeing: view.wellbeing?.noted ?? [],
    list: view.list.map(({ id: _, ...offer }) => offer),
    events: view.events.map(({ kind, detail, actor, to, text, happenedAt, recordedAt }) => ({
      kind,
      detail,
      actor,
      to,
      text,
      happenedAt: time(happenedAt),
      recordedAt: time(recordedAt),
    })),
    readings: view.readings.map(({ reader, at, inList }) => ({ reader, at: time(at), inList })),
  };
}
