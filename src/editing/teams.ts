import { and, asc, eq, isNotNull } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { cases, dropInHours, settings, teamAreas, teams } from "../../db/schema.ts";
import { type SettingKey, SETTING_KEYS, settingOf } from "../../db/settings.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { readPlaces } from "../places/places.ts";
import { listControllers } from "./controllers.ts";
import { saveOwnSettings } from "./settings.ts";

/** When one can come by: weekday as `man` … `soen`, clocks `HH:MM`. */
export interface Hours {
  place: string;
  weekday: string;
  start: string;
  end: string;
}

export interface TeamInput {
  id: string;
  name: string;
  focus: string;
  isFull: boolean;
  /** Empty: whoever answers for the site. */
  controllerId: string;
  /** Slugs of the areas that it works in; none: all. */
  areas: string[];
  hours: Hours[];
  /** The team's own settings; null: as the site's. */
  settings: { key: SettingKey; value: string | number | null }[];
}

/** Settings that a team may have of its own. */
export const TEAM_KEYS = SETTING_KEYS.filter((key) => settingOf(key).own === "team");

export function listTeams(db: Db) {
  return db.select().from(teams).orderBy(asc(teams.name)).all();
}

/** A team with its areas, its hours and what it set for itself, for an editor; null for others. */
export function teamFor(db: Db, viewer: Viewer | null, id: string) {
  const team = has(viewer, "editor") && db.select().from(teams).where(eq(teams.id, id)).get();
  if (!team) return null;
  const hours = db.select().from(dropInHours).where(eq(dropInHours.teamId, id)).orderBy(asc(dropInHours.id)).all();
  const own = db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .where(eq(settings.scope, id))
    .all();
  const areas = db.select({ area: teamAreas.area }).from(teamAreas).where(eq(teamAreas.teamId, id)).all();
  return {
    ...team,
    areas: areas.map(({ area }) => area),
    hours,
    own: new Map(own.map(({ key, value }) => [key, String(value)])),
  };
}

/** Makes a team; the first one gets what no other team shall have. Answers its id. */
export function makeTeam(db: Db, by: Viewer, { name, focus }: Pick<TeamInput, "name" | "focus">, now: number): string {
  if (!has(by, "editor")) refuse("notYours");
  return db.transaction((tx) => {
    const all = listTeams(tx);
    if (all.some((team) => team.name.toLocaleLowerCase("da") === name.toLocaleLowerCase("da")))
      refuse("teamTwice", "name");
    const id = newId();
    tx.insert(teams)
      .values({ id, name, focus, isDefault: !all.some((team) => team.isDefault) })
      .run();
    noteAudit(tx, { kind: "setting-changed", by: by.id, detail: { key: "team", team: id, to: name } }, now);
    return id;
  });
}

/** Keeps what an editor wrote of a team, its hours and settings included: what is not in the form is gone. */
export function saveTeam(
  db: Db,
  by: Viewer,
  { id, name, focus, isFull, controllerId, areas, hours, settings: own }: TeamInput,
  now: number,
): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    const team = tx.select().from(teams).where(eq(teams.id, id)).get() ?? refuse("unknown");
    const known = new Set(readPlaces(tx).areas.map(({ slug }) => slug));
    if (areas.some((area) => !known.has(area))) refuse("unknown", "areas");
    if (controllerId && !listControllers(tx).some((other) => other.id === controllerId))
      refuse("unknown", "controllerId");
    if ((team.controllerId ?? "") !== controllerId) refuseWithCases(tx, id);
    tx.update(teams)
      .set({ name, focus, isFull, controllerId: controllerId || null })
      .where(eq(teams.id, id))
      .run();
    tx.delete(teamAreas).where(eq(teamAreas.teamId, id)).run();
    for (const area of new Set(areas)) tx.insert(teamAreas).values({ teamId: id, area }).run();
    tx.delete(dropInHours).where(eq(dropInHours.teamId, id)).run();
    if (hours.length)
      tx.insert(dropInHours)
        .values(hours.map((hour) => ({ ...hour, teamId: id })))
        .run();
    saveOwnSettings(tx, by, id, own, now);
  });
}

/** What citizens told one controller stays with it. */
function refuseWithCases(db: Db, teamId: string): void {
  const held = and(eq(cases.teamId, teamId), isNotNull(cases.wrappedKey));
  if (db.select({ id: cases.id }).from(cases).where(held).get()) refuse("controllerHasCases", "controllerId");
}
