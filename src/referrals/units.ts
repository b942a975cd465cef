/** The units that refer to a team, as its lead keeps them. */
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { unitLinks, type UnitKind, units } from "../../db/schema.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { among } from "../../db/among.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";

export type Unit = typeof units.$inferSelect;

export const UNIT_KINDS = [
  "health-unit",
  "gp",
  "job-centre",
  "union",
  "workplace",
  "other",
] as const satisfies readonly UnitKind[];

/**
 * Whether a unit's staff may name a citizen. That somebody is a member of a union, or where one works, is not for us to
 * know (GDPR, article 9): they hand out the card, and the citizen asks.
 */
export function refersByName(kind: UnitKind): boolean {
  return kind !== "union" && kind !== "workplace";
}

/** Whether a yes is written unless there is a reason: what health staff pass on (sundhedsloven, §§ 43-44). */
export function wantsWritten(kind: UnitKind): boolean {
  return kind === "health-unit" || kind === "gp";
}

/** The units of the teams that the viewer leads, those that are closed last. */
export function unitsFor(db: Db, viewer: Viewer): Unit[] {
  return db
    .select()
    .from(units)
    .where(among(units.teamId, scopesOf(viewer, "lead")))
    .orderBy(asc(units.closedAt), asc(units.name))
    .all();
}

/** A unit of the teams that the viewer leads; null for another team's. */
export function unitFor(db: Db, viewer: Viewer, id: string): Unit | null {
  const unit = db.select().from(units).where(eq(units.id, id)).get();
  return unit && scopesOf(viewer, "lead").includes(unit.teamId) ? unit : null;
}

/** Puts a unit on the team's list; answers its id. Two of one name would be taken for each other. */
export function addUnit(
  db: Db,
  viewer: Viewer,
  { teamId, name, kind }: Pick<Unit, "teamId" | "name" | "kind">,
  now: number,
): string {
  if (!scopesOf(viewer, "lead").includes(teamId)) refuse("unknown", "teamId");
  return db.transaction((tx) => {
    refuseTwice(tx, teamId, name);
    const id = newId();
    tx.insert(units).values({ id, teamId, name, kind, createdAt: now }).run();
    return id;
  });
}

export function renameUnit(db: Db, viewer: Viewer, id: string, name: string): void {
  db.transaction((tx) => {
    const { teamId } = unitOf(tx, viewer, id);
    refuseTwice(tx, teamId, name, id);
    tx.update(units).set({ name }).where(eq(units.id, id)).run();
  });
}

/** The unit refers no more: its links stop. What it has sent stays where it is. */
export function closeUnit(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    unitOf(tx, viewer, id);
    tx.update(units)
      .set({ closedAt: now })
      .where(and(eq(units.id, id), isNull(units.closedAt)))
      .run();
    tx.update(unitLinks)
      .set({ revokedAt: now })
      .where(and(eq(unitLinks.unitId, id), isNull(unitLinks.revokedAt)))
      .run();
  });
}

/** A closed unit refers again; its people are invited anew. */
export function reopenUnit(db: Db, viewer: Viewer, id: string): void {
  db.transaction((tx) => {
    unitOf(tx, viewer, id);
    tx.update(units).set({ closedAt: null }).where(eq(units.id, id)).run();
  });
}

/** The unit, if the viewer leads its team; refuses alike whether it is another team's or not there. */
export function unitOf(db: Db, viewer: Viewer, id: string): Unit {
  return unitFor(db, viewer, id) ?? refuse("notYours");
}

function refuseTwice(db: Db, teamId: string, name: string, except = ""): void {
  const others = db.select().from(units).where(eq(units.teamId, teamId)).all();
  const isSame = (other: Unit) => other.name.toLocaleLowerCase("da") === name.toLocaleLowerCase("da");
  if (others.some((other) => other.id !== except && isSame(other))) refuse("unitTwice", "name");
}
