import { z } from "zod";
import { fits, type Setting, type SettingKey, SETTING_KEYS, SETTINGS } from "../../db/settings.ts";
import { nameField, placeField, type Theme } from "./themes.ts";

/** The fields of all themes at once: `navn-<slug>`, `plads-<slug>`. */
export const themesForm = z.record(z.string(), z.unknown()).transform((fields, check): Theme[] => {
  const slugs = Object.keys(fields).flatMap((field) => (field.startsWith(nameField("")) ? [field.slice(nameField("").length)] : []));
  return slugs.map((slug) => {
    const position = Number(fields[placeField(slug)]);
    if (!Number.isInteger(position) || position < 1 || position > 99) check.addIssue({ code: "custom", message: "wholeNumber", path: [placeField(slug)] });
    const name = String(fields[nameField(slug)]).trim();
    if (name.length > 40) check.addIssue({ code: "custom", message: "tooLong", path: [nameField(slug)] });
    return { slug, name, position };
  });
});

/** The fields of the settings, by key. A field that is not there stays as it is. */
export const settingsForm = z.record(z.string(), z.unknown()).transform((fields, check) =>
  SETTING_KEYS.flatMap((key): { key: SettingKey; value: string | number }[] => {
    if (typeof fields[key] !== "string") return [];
    const value = valueOf(SETTINGS[key], fields[key].trim().replace(/\r\n/g, "\n"));
    const message = value === "" ? "required" : !fits(key, value) ? "wholeNumber" : String(value).length > 4000 ? "tooLong" : null;
    if (message) check.addIssue({ code: "custom", message, path: [key] });
    return [{ key, value }];
  }),
);

function valueOf(setting: Setting, typed: string): string | number {
  return setting.type === "number" && typed !== "" ? Number(typed) : typed;
}
