/**
 * What changed, as outcome harvesting tells it: who does something differently, since when, thanks to what. Written by
 * brobyggere and leads of the team, of nobody by name.
 */
import { and, desc, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { changes } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { refusePerson } from "../casework/nameless.ts";

/** `since`: `YYYY-MM`. */
export interface Told {
  who: string;
  what: string;
  since: string;
  thanksTo: string;
}

export interface Change extends Told {
  id: number;
}

const MOST_SHOWN = 100;

/** Tells of a change in a team of one's own. Refuses a month to come, and what leads to a person. */
export function tellChange(db: Db, viewer: Viewer, teamId: string, told: Told, now: number): void {
  if (!teamsOf(viewer).includes(teamId)) refuse("notYours");
  refuseUntold(told, now);
  db.insert(changes)
    .values({ ...told, teamId, writtenAt: now, writtenById: viewer.id })
    .run();
}

/** Puts a change of one's own team right; whoever wrote it. */
export function retellChange(db: Db, viewer: Viewer, id: number, told: Told, now: number): void {
  refuseUntold(told, now);
  const retold = { ...told, writtenAt: now, writtenById: viewer.id };
  if (db.update(changes).set(retold).where(isOurs(viewer, id)).run().changes === 0) refuse("notYours");
}

/** Takes a change of one's own team away. */
export function removeChange(db: Db, viewer: Viewer, id: number): void {
  if (db.delete(changes).where(isOurs(viewer, id)).run().changes === 0) refuse("notYours");
}

/** The changes of a team, the latest first. */
export function changesOf(db: Db, teamId: string): Change[] {
  const { id, who, what, since, thanksTo } = changes;
  return db
    .select({ id, who, what, since, thanksTo })
    .from(changes)
    .where(eq(changes.teamId, teamId))
    .orderBy(desc(since), desc(id))
    .limit(MOST_SHOWN)
    .all();
}

function isOurs(viewer: Viewer, id: number) {
  return and(eq(changes.id, id), inArray(changes.teamId, teamsOf(viewer)));
}

function refuseUntold({ who, what, since, thanksTo }: Told, now: number): void {
  for (const [field, text] of Object.entries({ who, what, thanksTo })) refusePerson(text, field);
  if (since > localDate(now).slice(0, 7)) refuse("notYet", "since");
}
