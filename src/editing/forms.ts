import { z } from "zod";
import { fits, type Setting, type SettingKey, SETTING_KEYS, SETTINGS } from "../../db/settings.ts";
import { WEEKDAYS } from "../shared/week.ts";
import { file, optional, required, ticked, type Upload } from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { isClock, isDate } from "../shared/time.ts";
import { CONSENT_KINDS, SAID_OTHERWISE } from "../texts/consents.ts";
import { nicknamesField } from "./areas.ts";
import { PAUSE_KINDS } from "./holidays.ts";
import { CONTROLLER_KEYS } from "./controllers.ts";
import { type Hours, TEAM_KEYS } from "./teams.ts";
import { HUE_SLUGS } from "../shared/hues.ts";
import { hueField, nameField, placeField, type Theme } from "./themes.ts";
import { byKey } from "../shared/keys-of.ts";

const hue = z.enum(HUE_SLUGS, says("unknown"));

export const newThemeForm = z.object({ navn: required(40), farve: hue });
export const themeDeed = z.object({ tema: required(80) });

/** The fields of all themes at once: `navn-<slug>`, `farve-<slug>`, `plads-<slug>`. */
export const themesForm = z.record(z.string(), z.unknown()).transform((fields, check): Theme[] => {
  const slugs = Object.keys(fields).flatMap((field) =>
    field.startsWith(nameField("")) ? [field.slice(nameField("").length)] : [],
  );
  return slugs.map((slug) => {
    const position = Number(fields[placeField(slug)]);
    if (!Number.isInteger(position) || position < 1 || position > 99)
      check.addIssue({ code: "custom", message: says("wholeNumber"), path: [placeField(slug)] });
    const name = String(fields[nameField(slug)]).trim();
    if (name.length > 40) check.addIssue({ code: "custom", message: says("tooLong"), path: [nameField(slug)] });
    const colour = hue.safeParse(fields[hueField(slug)]);
    if (!colour.success) check.addIssue({ code: "custom", message: says("unknown"), path: [hueField(slug)] });
    return { slug, name, position, hue: colour.data ?? HUE_SLUGS[0]! };
  });
});

const mailId = z.coerce
  .number({ error: says("notUnderstood") })
  .int({ error: says("notUnderstood") })
  .positive({ error: says("notUnderstood") });
/** One mail, or all that were given up. */
export const sendAgainForm = z.object({ id: mailId.nullish().transform((id) => id ?? null) });
export const dropMailForm = z.object({ id: mailId });

/** The fields of the settings, by key. A field that is not there stays as it is. */
export const settingsForm = z.record(z.string(), z.unknown()).transform((fields, check) =>
  SETTING_KEYS.flatMap((key): { key: SettingKey; value: string | number }[] => {
    if (typeof fields[key] !== "string") return [];
    const value = readAs(SETTINGS[key], fields[key].trim().replace(/\r\n/g, "\n"));
    const message = value === "" && SETTINGS[key].value !== "" ? says("required") : problemWith(key, value);
    if (message) check.addIssue({ code: "custom", message, path: [key] });
    return [{ key, value }];
  }),
);

function problemWith(key: SettingKey, value: string | number): RefusalKey | null {
  if (!fits(key, value)) return "wholeNumber";
  if (String(value).length > 4000) return "tooLong";
  const isUncallable = key === "phone" && value !== "" && String(value).replace(/\D/g, "").length < 3;
  return isUncallable ? "phoneNoDigits" : null;
}

function readAs(setting: Setting, typed: string): string | number {
  return setting.type === "number" && typed !== "" ? Number(typed) : typed;
}

/** The words that citizens say yes to, by kind. */
export const consentsForm = z
  .object({ ...byKey(CONSENT_KINDS, () => required(1000)), said: required(1000) })
  .transform(({ said, ...texts }) =>
    CONSENT_KINDS.map((kind) => ({
      kind,
      text: texts[kind].replace(/\r\n/g, "\n"),
      said: kind === SAID_OTHERWISE ? said.replace(/\r\n/g, "\n") : null,
    })),
  );

/** As `consentsForm`, a controller's own: what is empty is left to the general words. */
export const ownConsentsForm = z
  .object({ id: required(40), ...byKey(CONSENT_KINDS, () => optional(1000)), said: optional(1000) })
  .transform(({ id, said, ...texts }) => ({
    id,
    words: CONSENT_KINDS.map((kind) => ({
      kind,
      text: texts[kind].replace(/\r\n/g, "\n"),
      said: kind === SAID_OTHERWISE && said ? said.replace(/\r\n/g, "\n") : null,
    })),
  }));

/** Groups of words, one a line. */
export const wordsForm = z.object({ ord: optional(40_000) });
/** Rows of the lexicon of one language, one a line. */
export const needsForm = z.object({ sprog: optional(2), behov: optional(100_000) });
/** A word that found nothing, and what shall find it from now on. */
export const needForm = z.object({ nyt: required(60), finder: required(200) });
/** Places that people name, one a line. */
export const placesForm = z.object({ steder: optional(40_000) });

export const holidayForm = z.object({
  slags: z.enum(PAUSE_KINDS, says("unknown")),
  navn: required(60),
  foerste: optional(10).refine(isDate, says("dateMissing")),
  sidste: optional(10).refine(isDate, says("dateMissing")),
});
export const holidayDeed = z.object({ id: z.preprocess(Number, z.number().int()) });

/** A file of borders, at most 2 MB. */
export const bordersForm = z.object({
  fil: file.pipe(
    z
      .custom<Upload>(Boolean, { error: says("notGeoJson"), abort: true })
      .refine(({ size }) => size <= 2 * 1024 * 1024, says("fileTooLarge2")),
  ),
});

/** Other names of all areas at once: `navne-<slug>`, with commas between. */
export const nicknamesForm = z.record(z.string(), z.unknown()).transform((fields) => {
  const prefix = nicknamesField("");
  return Object.entries(fields).flatMap(([field, value]) =>
    field.startsWith(prefix) && typeof value === "string"
      ? [
          {
            area: field.slice(prefix.length),
            names: [
              ...new Set(
                value
                  .slice(0, 2000)
                  .split(",")
                  .map((name) => name.trim())
                  .filter(Boolean),
              ),
            ],
          },
        ]
      : [],
  );
});

const teamName = required(80);
const teamFocus = optional(200);

/** Rows of hours in a team's form: some to fill in and what is there. */
export const HOUR_ROWS = 12;

export const newTeamForm = z.object({ name: teamName, focus: teamFocus });

/**
 * A team: hours as `sted-0`, `ugedag-0`, `fra-0`, `til-0` …, a row without a place is none; settings by key, empty as
 * the site's.
 */
export const teamForm = z
  .looseObject({
    id: required(40),
    name: teamName,
    focus: teamFocus,
    isFull: ticked,
    controllerId: optional(40),
    areas: z.preprocess(
      (value) => (value === undefined ? [] : [value].flat()),
      z.array(z.string().max(80)).max(200, says("tooLong")),
    ),
  })
  .transform(({ id, name, focus, isFull, controllerId, areas, ...fields }, check) => ({
    id,
    name,
    focus,
    isFull,
    controllerId,
    areas,
    hours: Array.from({ length: HOUR_ROWS }, (_, row) => hoursIn(fields, row, check)).filter((hours) => hours !== null),
    settings: ownSettingsIn(fields, TEAM_KEYS, check),
  }));

export const newControllerForm = z.object({ name: teamName });
export const controllerForm = z
  .looseObject({ id: required(40), name: teamName })
  .transform(({ id, name, ...fields }, check) => ({
    id,
    name,
    settings: ownSettingsIn(fields, CONTROLLER_KEYS, check),
  }));
export const oneControllerForm = z.object({ id: required(40) });

/** Settings by key, empty as the one above has them. */
function ownSettingsIn(fields: Record<string, unknown>, keys: readonly SettingKey[], check: z.RefinementCtx) {
  return keys.map((key) => {
    const typed = textIn(fields, key);
    const value = typed === "" ? null : readAs(SETTINGS[key], typed);
    const message = value === null ? null : problemWith(key, value);
    if (message) check.addIssue({ code: "custom", message, path: [key] });
    return { key, value };
  });
}

function hoursIn(fields: Record<string, unknown>, row: number, check: z.RefinementCtx): Hours | null {
  const place = textIn(fields, `sted-${row}`);
  if (!place) return null;
  const weekday = textIn(fields, `ugedag-${row}`);
  const [start, end] = [textIn(fields, `fra-${row}`), textIn(fields, `til-${row}`)];
  const wrong = (field: string, message: RefusalKey) =>
    check.addIssue({ code: "custom", message, path: [`${field}-${row}`] });
  if (place.length > 200) wrong("sted", "tooLong");
  if (!WEEKDAYS.some((known) => known === weekday)) wrong("ugedag", "unknown");
  if (!isClock(start)) wrong("fra", "clock");
  if (!isClock(end)) wrong("til", "clock");
  else if (isClock(start) && end <= start) wrong("til", "endsBefore");
  return { place, weekday, start, end };
}

function textIn(fields: Record<string, unknown>, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value.trim().replace(/\r\n/g, "\n") : "";
}
