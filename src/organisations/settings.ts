import type { Db } from "../../db/client.ts";
import { clearSetting, type SettingKey, SETTINGS, writeSetting } from "../../db/settings.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../shared/refusal.ts";

/** Keeps what an editor decided for the whole site. What equals the default is not kept, so that a better default reaches it later. */
export function saveSettings(db: Db, by: Viewer, values: readonly { key: SettingKey; value: string | number }[]): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    for (const { key, value } of values) {
      if (value === SETTINGS[key].value) clearSetting(tx, key);
      else writeSetting(tx, key, value as never);
    }
  });
}
