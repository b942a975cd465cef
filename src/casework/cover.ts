/**
 * Somebody is away: a colleague of the same controller does the work meanwhile, until a day that is said beforehand.
 */
import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { noteAudit } from "../../db/audit.ts";
import { canSignIn } from "../../db/can-sign-in.ts";
import type { Db } from "../../db/client.ts";
import { covers, memberships, teams, users } from "../../db/schema.ts";
import { scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { newId } from "../shared/ids.ts";
import { addDays, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { teamsBeside } from "./controllers.ts";
import { coverMail } from "./letters.ts";
import { colleagues } from "./people.ts";
import { isOfTeam } from "./tasks.ts";

/** The longest that somebody stands in; who is away for longer gives the cases to others. */
const LONGEST_DAYS = 200;

/** Days as `YYYY-MM-DD`, both included. */
export interface Cover {
  teamId: string;
  awayId: string;
  coverId: string;
  fromOn: string;
  untilOn: string;
}

/**
 * Lets a colleague do somebody's work for some days: one's own, or, by a lead, that of anybody of the team. Both are
 * told by mail.
 */
export function setCover(db: Db, box: MailBox, viewer: Viewer, cover: Cover, now: number): void {
  const { teamId, awayId, coverId, fromOn, untilOn } = cover;
  const own = awayId === viewer.id && teamsOf(viewer).includes(teamId);
  if (!own && !scopesOf(viewer, "lead").includes(teamId)) refuse("notYours");
  if (untilOn < fromOn) refuse("endsBeforeItBegins", "untilOn");
  if (untilOn < localDate(now)) refuse("stepInPast", "untilOn");
  if (untilOn > addDays(fromOn, LONGEST_DAYS)) refuse("coverTooLong", "untilOn");
  db.transaction((tx) => {
    if (!isOfTeam(tx, awayId, teamId)) refuse("unknown", "awayId");
    if (coverId === awayId) refuse("coverSelf", "coverId");
    if (!coversFor(tx, teamId).some(({ id }) => id === coverId)) refuse("unknown", "coverId");
    const meanwhile = (userId: string) =>
      and(
        eq(covers.awayId, userId),
        isNull(covers.endedAt),
        lte(covers.fromOn, untilOn),
        gte(covers.untilOn, fromOn),
        userId === awayId ? eq(covers.teamId, teamId) : undefined,
      );
    if (tx.select({ id: covers.id }).from(covers).where(meanwhile(awayId)).get()) refuse("coverTwice", "fromOn");
    if (tx.select({ id: covers.id }).from(covers).where(meanwhile(coverId)).get()) refuse("coverIsAway", "coverId");
    tx.insert(covers)
      .values({ id: newId(), ...cover, madeById: viewer.id, madeAt: now })
      .run();
    noteAudit(tx, { kind: "cover-made", by: viewer.id, to: coverId, detail: { team: teamId, away: awayId } }, now);
    const [away, stand] = [personOf(tx, awayId), personOf(tx, coverId)];
    for (const { email } of [away, stand])
      queueMail(
        tx,
        box.keys,
        coverMail(box.siteUrl, email, { away: away.name, cover: stand.name, fromOn, untilOn }),
        now,
      );
  });
}

/** Calls a cover off from now on: who is away, who stands in, or a lead of the team. */
export function endCover(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const found = tx.select().from(covers).where(eq(covers.id, id)).get();
    if (!found || !mayEnd(viewer, found)) return refuse("notYours");
    tx.update(covers)
      .set({ endedAt: now })
      .where(and(eq(covers.id, id), isNull(covers.endedAt)))
      .run();
    noteAudit(
      tx,
      { kind: "cover-ended", by: viewer.id, to: found.coverId, detail: { team: found.teamId, away: found.awayId } },
      now,
    );
  });
}

export interface CoverLine {
  id: string;
  team: string;
  away: string;
  cover: string;
  fromOn: string;
  untilOn: string;
}

/** What is agreed for today or later, as far as it is the viewer's: the own, and all of the teams that one leads. */
export function coversOf(db: Db, viewer: Viewer, now: number): CoverLine[] {
  const stand = alias(users, "stand");
  return db
    .select({
      id: covers.id,
      team: teams.name,
      away: users.name,
      cover: stand.name,
      fromOn: covers.fromOn,
      untilOn: covers.untilOn,
    })
    .from(covers)
    .innerJoin(teams, eq(teams.id, covers.teamId))
    .innerJoin(users, eq(users.id, covers.awayId))
    .innerJoin(stand, eq(stand.id, covers.coverId))
    .where(
      and(
        isNull(covers.endedAt),
        gte(covers.untilOn, localDate(now)),
        or(
          eq(covers.awayId, viewer.id),
          eq(covers.coverId, viewer.id),
          inArray(covers.teamId, scopesOf(viewer, "lead")),
        ),
      ),
    )
    .orderBy(asc(covers.fromOn), asc(covers.id))
    .all();
}

/** Those who can stand in for somebody of the team: whoever works with citizens for the same controller, by name. */
export function coversFor(db: Db, teamId: string): { id: string; name: string }[] {
  const rows = db
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.scope, teamsBeside(db, [teamId])),
        inArray(memberships.role, ["brobygger", "lead"]),
        canSignIn,
      ),
    )
    .all();
  return rows.sort((a, b) => a.name.localeCompare(b.name, "da"));
}

/** Whose absence the viewer may plan in a team: the own, or, as its lead, everybody's. */
export function mayBeAway(db: Db, viewer: Viewer, teamId: string): { id: string; name: string }[] {
  return scopesOf(viewer, "lead").includes(teamId)
    ? colleagues(db, teamId)
    : [{ id: viewer.id, name: viewer.name }].filter(() => teamsOf(viewer).includes(teamId));
}

function mayEnd(viewer: Viewer, { awayId, coverId, teamId }: Cover): boolean {
  return awayId === viewer.id || coverId === viewer.id || scopesOf(viewer, "lead").includes(teamId);
}

function personOf(db: Db, id: string): { name: string; email: string } {
  return (
    db.select({ name: users.name, email: users.email }).from(users).where(eq(users.id, id)).get() ?? refuse("unknown")
  );
}
