/** Who answers for what citizens tell a team, where that is not whoever answers for the site. */
import { asc, eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { controllers, settings, teams } from "../../db/schema.ts";
import { readSettings, type SettingKey, SETTING_KEYS, settingOf } from "../../db/settings.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import { removeOwnConsents } from "./consents.ts";
import { saveOwnSettings } from "./settings.ts";

/** Settings that a controller may have of its own. */
export const CONTROLLER_KEYS = SETTING_KEYS.filter((key) => settingOf(key).own === "controller");

export interface ControllerInput {
  id: string;
  name: string;
  /** Its own settings; null: as the site's. */
  settings: { key: SettingKey; value: string | number | null }[];
}

export function listControllers(db: Db): { id: string; name: string }[] {
  return db.select().from(controllers).orderBy(asc(controllers.name)).all();
}

/** A controller with what it set for itself, for an editor; null for others. */
export function controllerFor(db: Db, viewer: Viewer | null, id: string) {
  const found = has(viewer, "editor") && db.select().from(controllers).where(eq(controllers.id, id)).get();
  if (!found) return null;
  const own = db.select().from(settings).where(eq(settings.scope, id)).all();
  return { ...found, own: new Map(own.map(({ key, value }) => [key, String(value)])) };
}

/** Writes a controller down; teams are given to it in their own form. Answers its id. */
export function makeController(db: Db, by: Viewer, { name }: { name: string }, now: number): string {
  if (!has(by, "editor")) refuse("notYours");
  return db.transaction((tx) => {
    refuseTaken(tx, name, "");
    const id = newId();
    tx.insert(controllers).values({ id, name }).run();
    noteAudit(tx, { kind: "setting-changed", by: by.id, detail: { key: "team", team: "", to: name } }, now);
    return id;
  });
}

/** Keeps what an editor wrote of a controller: what is left empty is as the site's. */
export function saveController(db: Db, by: Viewer, { id, name, settings: own }: ControllerInput, now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    refuseTaken(tx, name, id);
    if (tx.update(controllers).set({ name }).where(eq(controllers.id, id)).run().changes === 0) refuse("unknown");
    saveOwnSettings(tx, by, id, own, now);
  });
}

/** Takes a controller away that no team belongs to, and whose own words nobody has said yes to. */
export function removeController(db: Db, by: Viewer, id: string): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    if (tx.select({ id: teams.id }).from(teams).where(eq(teams.controllerId, id)).get()) refuse("controllerHasTeams");
    removeOwnConsents(tx, id);
    tx.delete(settings).where(eq(settings.scope, id)).run();
    tx.delete(controllers).where(eq(controllers.id, id)).run();
  });
}

export interface Responsible {
  name: string;
  controller: string;
  adviser: string;
  legalBasis: string;
  retentionUnreachedDays: number;
  retentionClosedMonths: number;
  retentionWithdrawnDays: number;
}

/** What the page of privacy says of each controller beside the site's own, as far as teams belong to it. */
export function otherControllers(db: Db): Responsible[] {
  return db
    .selectDistinct({ id: controllers.id, name: controllers.name })
    .from(controllers)
    .innerJoin(teams, eq(teams.controllerId, controllers.id))
    .orderBy(asc(controllers.name))
    .all()
    .map(({ id, name }) => ({
      name,
      ...readSettings(
        db,
        [
          "controller",
          "adviser",
          "legalBasis",
          "retentionUnreachedDays",
          "retentionClosedMonths",
          "retentionWithdrawnDays",
        ],
        id,
      ),
    }));
}

function refuseTaken(db: Db, name: string, id: string): void {
  const same = (other: string) => other.toLocaleLowerCase("da") === name.toLocaleLowerCase("da");
  if (listControllers(db).some((other) => other.id !== id && same(other.name))) refuse("controllerTwice", "name");
}
