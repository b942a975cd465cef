/** A citizen who is out and active: what it is, from the first time on, until it ends. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, placements } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { isDate, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { caseFor, refuseCpr } from "./deeds.ts";
import { isHidden } from "./practices.ts";
import { planFollowUps } from "./following/planning.ts";
import { addEvent, type CaseRow } from "./store.ts";
import { caseKey, openText, sealText } from "./vault.ts";

/** Where somebody is active. Dates as `YYYY-MM-DD`. */
export interface Placement {
  id: number;
  /** In the brobygger's words, else the activity's title; null: nobody has said. */
  offer: string | null;
  /** Of the activity on the board; null: an offer outside it, or one that is gone. */
  slug: string | null;
  startedOn: string | null;
  endedOn: string | null;
  /** The introduction that it came of. */
  introductionId: number | null;
  helpedSignUp: boolean;
  helpedPay: boolean;
  /** The citizen lends a hand there. */
  asVolunteer: boolean;
}

const ON_THE_BOARD = /\/aktiviteter\/([a-z0-9-]+)/;

/** Notes that the citizen of one's own case has begun somewhere. `offer`: words, or the address of an activity here. */
export function place(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  { offer, startedOn }: { offer: string; startedOn: string },
  now: number,
): void {
  if (!isDate(startedOn)) refuse("date", "startedOn");
  if (startedOn > localDate(now)) refuse("notYet", "startedOn");
  refuseCpr(offer, "offer");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const key = caseKey(keys, stored) ?? refuse("notYourCase");
    const found = activityAt(tx, viewer, offer);
    tx.insert(placements)
      .values({
        caseId: id,
        activityId: found?.id ?? null,
        sealedOffer: sealText(key, { caseId: id, kind: "placed", recordedAt: now }, found?.title ?? offer),
        startedOn,
        madeAt: now,
        madeById: viewer.id,
      })
      .run();
    addEvent(tx, { caseId: id, kind: "placed", actorId: viewer.id }, now);
    planFollowUps(tx, id, viewer.id, now);
  });
}

/** The activity whose address stands in a text, if the viewer may know of it. */
export function activityAt(db: Db, viewer: Viewer, text: string): { id: string; title: string } | undefined {
  const slug = ON_THE_BOARD.exec(text)?.[1];
  if (!slug) return undefined;
  const { id, title, audience } = activities;
  const found = db.select({ id, title, audience }).from(activities).where(eq(activities.slug, slug)).get();
  return found && !isHidden(db, viewer, found) ? found : undefined;
}

/** Notes that a placement of one's own case has ended. */
export function endPlacement(
  db: Db,
  viewer: Viewer,
  id: string,
  placementId: number,
  endedOn: string,
  now: number,
): void {
  if (!isDate(endedOn)) refuse("date", "endedOn");
  if (endedOn > localDate(now)) refuse("notYet", "endedOn");
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    const open = and(eq(placements.id, placementId), eq(placements.caseId, id), isNull(placements.endedOn));
    const found = tx.select().from(placements).where(open).get() ?? refuse("notYourCase");
    if (found.startedOn !== null && endedOn < found.startedOn) refuse("endsBeforeItBegins", "endedOn");
    tx.update(placements).set({ endedOn }).where(open).run();
    addEvent(tx, { caseId: id, kind: "placement-ended", actorId: viewer.id }, now);
  });
}

/** Where the citizen of a case is, or was, active, the first first. */
export function placementsOf(db: Db, keys: KeyRing, stored: CaseRow): Placement[] {
  const key = caseKey(keys, stored);
  return db
    .select({ row: placements, slug: activities.slug, title: activities.title })
    .from(placements)
    .leftJoin(activities, eq(activities.id, placements.activityId))
    .where(eq(placements.caseId, stored.id))
    .orderBy(asc(placements.startedOn), asc(placements.id))
    .all()
    .map(({ row: { caseId, sealedOffer, madeAt, ...row }, slug, title }) => ({
      id: row.id,
      offer: key && sealedOffer ? openText(key, { caseId, kind: "placed", recordedAt: madeAt }, sealedOffer) : title,
      slug,
      startedOn: row.startedOn,
      endedOn: row.endedOn,
      introductionId: row.introductionId,
      helpedSignUp: row.helpedSignUp,
      helpedPay: row.helpedPay,
      asVolunteer: row.asVolunteer,
    }));
}
