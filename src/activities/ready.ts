import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import { refuse } from "../texts/refusal.ts";
import { missingToPublish } from "./activity.ts";
import { publish } from "./publishing.ts";

/** Drafts of an organisation that lack nothing and in which nothing but the theme is a guess, by title; none for anybody who does not act for it. */
export function readyDrafts(
  db: Db,
  viewer: Viewer | null,
  organisationId: string,
  now: number,
): { id: string; title: string }[] {
  if (!actsFor(viewer, organisationId)) return [];
  return db
    .select()
    .from(activities)
    .where(and(eq(activities.organisationId, organisationId), eq(activities.state, "draft")))
    .orderBy(asc(activities.title))
    .all()
    .filter(({ guessed }) => guessed.every((field) => field === "themes"))
    .filter((draft) => missingToPublish(draft, now, pauseDates(db, draft, now)).length === 0);
}

/** Puts all of them on the board. Refuses when there are none. */
export function publishReady(db: Db, viewer: Viewer | null, organisationId: string, now: number): void {
  if (!actsFor(viewer, organisationId)) refuse("notYours");
  const ready = readyDrafts(db, viewer, organisationId, now);
  if (ready.length === 0) refuse("notPossibleNow");
  for (const { id } of ready) publish(db, viewer, id, now);
}
