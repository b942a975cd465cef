import { eq } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { settings } from "../../db/schema.ts";
import { clearSetting, readSetting, type Setting, type SettingKey, SETTINGS, writeSetting } from "../../db/settings.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

/**
 * Keeps what an editor decided for the whole site. What equals the default is not kept, so that a better default
 * reaches it later.
 */
export function saveSettings(
  db: Db,
  by: Viewer,
  values: readonly { key: SettingKey; value: string | number }[],
  now: number,
): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    for (const { key, value } of values) {
      noteSetting(tx, by, { key, from: readSetting(tx, key), to: value }, now);
      if (value === SETTINGS[key].value) clearSetting(tx, key);
      else writeSetting(tx, key, value as never);
    }
  });
}

/** Keeps what a team or a controller has of its own; null is as the one above. */
export function saveOwnSettings(
  db: Db,
  by: Viewer,
  scope: string,
  own: readonly { key: SettingKey; value: string | number | null }[],
  now: number,
): void {
  const before = new Map(
    db
      .select()
      .from(settings)
      .where(eq(settings.scope, scope))
      .all()
      .map(({ key, value }) => [key, value as string | number]),
  );
  for (const { key, value } of own) {
    noteSetting(db, by, { key, from: before.get(key) ?? null, to: value, team: scope }, now);
    if (value === null) clearSetting(db, key, scope);
    else writeSetting(db, key, value as never, scope);
  }
}

/** Writes a changed setting down in the audit trail (`team`: one team's own); of a secret one only that it changed. */
export function noteSetting(
  db: Db,
  by: Viewer,
  {
    key,
    from,
    to,
    team = "",
  }: { key: SettingKey; from: string | number | null; to: string | number | null; team?: string },
  now: number,
): void {
  if (from === to) return;
  const setting: Setting = SETTINGS[key];
  noteAudit(
    db,
    { kind: "setting-changed", by: by.id, detail: { key, team, ...(setting.secret ? {} : { from, to }) } },
    now,
  );
}
