/** A case goes to somebody else: to a colleague of the team, or to another team. */
import { and, asc, count, eq, gte, inArray, isNull, lte, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, caseTasks, covers, memberships, teams, users } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import { localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { holdsYes } from "./yes.ts";
import { haveOneController, teamsBeside } from "./controllers.ts";
import { caseFor } from "./deeds.ts";
import { colleagues } from "./people.ts";
import { dueAt } from "./promise.ts";
import { addEvent, type CaseRow } from "./store.ts";
import { askOnce, giveTasks, openTasks, stepWithin } from "./tasks.ts";

/** Gives one's own case away. `to`: the id of a colleague of its team, or of another team. */
export function handOver(db: Db, viewer: Viewer, id: string, to: string, now: number): void {
  give(db, viewer, "hand-over", id, to, now);
}

/**
 * A lead gives a case of the team to one of its brobyggere, or to another team of the same controller, without reading
 * it; one that was closed is open again.
 */
export function reassign(db: Db, viewer: Viewer, id: string, to: string, now: number): void {
  give(db, viewer, "reassign", id, to, now);
}

/** A lead gives all open cases of somebody who leaves to a colleague. Answers how many. */
export function reassignAll(
  db: Db,
  viewer: Viewer,
  { teamId, from, to }: { teamId: string; from: string; to: string },
  now: number,
): number {
  if (!scopesOf(viewer, "lead").includes(teamId)) refuse("notYours");
  return db.transaction((tx) => {
    const theirs = tx.select({ id: cases.id }).from(cases).where(takenBy(from, teamId)).all();
    for (const { id } of theirs) reassign(tx, viewer, id, to, now);
    return theirs.length;
  });
}

/** Refuses to let somebody go who has open cases in the team: those go to others first. */
export function refuseWhileHasCases(
  db: Db,
  { userId, role, scope }: { userId: string; role: string; scope: string },
): void {
  if (role !== "brobygger" && role !== "lead") return;
  const stays = db
    .select({ role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.scope, scope), ne(memberships.role, role), ofStaff))
    .get();
  if (!stays && db.select({ id: cases.id }).from(cases).where(takenBy(userId, scope)).get()) refuse("handsOverFirst");
}

export interface PlacesToGive {
  /** `awayUntil`: the last day (`YYYY-MM-DD`) of an absence that has begun; null: here. */
  colleagues: { id: string; name: string; awayUntil: string | null }[];
  /**
   * Other teams in which somebody works; `needsYes`: the citizen has to say yes to it first, since another controller
   * answers for them.
   */
  teams: { id: string; name: string; needsYes: boolean }[];
}

/** To whom a case can go. */
export function placesToGive(
  db: Db,
  { teamId, brobyggerId }: Pick<CaseRow, "teamId" | "brobyggerId">,
  now: number,
): PlacesToGive {
  const away = awayFrom(db, teamId, now);
  const beside = teamsBeside(db, [teamId]);
  const others = db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(ne(teams.id, teamId))
    .orderBy(asc(teams.name))
    .all()
    .filter((team) => colleagues(db, team.id).length > 0);
  return {
    colleagues: colleagues(db, teamId)
      .filter(({ id }) => id !== brobyggerId)
      .map((one) => ({ ...one, awayUntil: away.get(one.id) ?? null })),
    teams: others.map((team) => ({ ...team, needsYes: !beside.includes(team.id) })),
  };
}

const ofStaff = ne(memberships.role, "contact");
/** Who of the team is away today, and until which day. */
function awayFrom(db: Db, teamId: string, now: number): Map<string, string> {
  const today = localDate(now);
  const rows = db
    .select({ id: covers.awayId, until: covers.untilOn })
    .from(covers)
    .where(
      and(eq(covers.teamId, teamId), isNull(covers.endedAt), lte(covers.fromOn, today), gte(covers.untilOn, today)),
    )
    .all();
  return new Map(rows.map(({ id, until }) => [id, until]));
}

const takenBy = (userId: string, teamId: string) =>
  and(eq(cases.brobyggerId, userId), eq(cases.teamId, teamId), eq(cases.state, "taken"));

export interface TeamOwners {
  id: string;
  name: string;
  /** Who has open cases of it, those who work there no more too, with how many. */
  owners: { id: string; name: string; cases: number }[];
  colleagues: { id: string; name: string }[];
}

/** Of each team that the viewer leads and where somebody has open cases: who has how many, and who could have them. */
export function ownersIn(db: Db, viewer: Viewer): TeamOwners[] {
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(inArray(teams.id, scopesOf(viewer, "lead")))
    .orderBy(asc(teams.name))
    .all()
    .map((team) => ({
      ...team,
      owners: db
        .select({ id: users.id, name: users.name, cases: count() })
        .from(cases)
        .innerJoin(users, eq(users.id, cases.brobyggerId))
        .where(and(eq(cases.teamId, team.id), eq(cases.state, "taken")))
        .groupBy(users.id)
        .orderBy(asc(users.name))
        .all(),
      colleagues: colleagues(db, team.id),
    }))
    .filter(({ owners }) => owners.length > 0);
}

type Giving = "hand-over" | "reassign";

function give(db: Db, viewer: Viewer, deed: Giving, id: string, to: string, now: number): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, deed, id);
    if (tx.select({ id: teams.id }).from(teams).where(eq(teams.id, to)).get()) move(tx, viewer, deed, stored, to, now);
    else pass(tx, viewer, deed, stored, to, now);
    askOnce(tx, id, stepWithin("taken-over", 1, now), viewer.id, now);
  });
}

function pass(
  db: Db,
  viewer: Viewer,
  deed: Giving,
  { id, teamId, brobyggerId }: CaseRow,
  to: string,
  now: number,
): void {
  if (to === brobyggerId || !colleagues(db, teamId).some((one) => one.id === to)) refuse("unknown", "to");
  db.update(cases)
    .set({ state: "taken", brobyggerId: to, closeReason: null, closedAt: null })
    .where(eq(cases.id, id))
    .run();
  giveTasks(db, id, to);
  const kind = deed === "reassign" ? "reassigned" : "handed-over";
  addEvent(db, { caseId: id, kind, actorId: viewer.id, detail: { to } }, now);
}

/**
 * The other team takes it as it takes what is new. Who was tried before is called anew within its promise; the promise
 * to who was not still runs.
 */
function move(db: Db, viewer: Viewer, deed: Giving, stored: CaseRow, to: string, now: number): void {
  const { id, teamId, firstAttemptAt } = stored;
  if (to === teamId || colleagues(db, to).length === 0) refuse("unknown", "to");
  const hasYes = deed === "hand-over" && holdsYes(db, id, "pass-on", now);
  if (!haveOneController(db, teamId, to) && !hasYes) refuse("passOnFirst", "to");
  const promised = dueAt(now, readSetting(db, "promiseDays", to), isPublicHoliday);
  db.update(cases)
    .set({
      teamId: to,
      state: "new",
      brobyggerId: null,
      closeReason: null,
      closedAt: null,
      ...(firstAttemptAt !== null && { dueAt: promised }),
    })
    .where(eq(cases.id, id))
    .run();
  for (const task of openTasks(db, id))
    db.update(caseTasks).set({ teamId: to, doerId: null }).where(eq(caseTasks.id, task.id)).run();
  addEvent(db, { caseId: id, kind: "moved", actorId: viewer.id, detail: { to } }, now);
}
