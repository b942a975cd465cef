/** The form of an activity as it is posted: its fields and the rows of its schedule, with all faults at once. */
import { z } from "zod";
import {
  choice,
  file,
  line,
  many,
  nullable,
  optional,
  optionalName,
  type Returned,
  ticked,
  type Upload,
  webAddress,
} from "../shared/forms.ts";
import { unixBreaks } from "../shared/line-breaks.ts";
import { says } from "../texts/refusal.ts";
import { type RefusalKey, refusals } from "../texts/refusals.ts";
import { type Held, USUAL_FIELDS, type UsualField } from "../shared/field-groups.ts";
import { FIELDS, type Kind } from "../shared/fields.ts";
import { checkSchedule } from "../schedule/check.ts";
import { PAUSE_KINDS } from "../schedule/pauses.ts";
import { readRows } from "../schedule/read-rows.ts";
import { priceFields, checkPrice } from "./price-form.ts";
import type { LatLng } from "../shared/point.ts";
import { byKey } from "../shared/keys-of.ts";

/** The languages that a contact ticks. */
export const LANGUAGES = ["da", "en", "ar", "uk"] as const;

const texts = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(60)).max(60));

/** Fields of the usual kinds, by their name. */
const usual = byKey(USUAL_FIELDS, (name) => readerOf(FIELDS[name].kind)) as {
  [Name in UsualField]: z.ZodType<Held<Name>>;
};

function readerOf(kind: Kind): z.ZodType<string | number | boolean | null> {
  if ("text" in kind) return nullable(kind.text).transform((text) => text && unixBreaks(text));
  if ("upTo" in kind) return countUpTo(kind.upTo);
  return "flag" in kind ? ticked : choice(kind.choice);
}

const fields = z
  .object({
    id: optional(40),
    organisation: optional(40),
    next: optional(10),
    kladde: optional(80),
    /** What the form showed (`two-hands.ts`), and the id that a new one was to have. */
    seen: optional(4000),
    ny: optional(12),
    file,
    alt: optional(300),
    dropPicture: ticked,
    title: line(120),
    summary: optional(200),
    description: optional(20_000),
    themes: texts,
    online: ticked,
    pauses: many(PAUSE_KINDS),
    postcode: nullable(4).refine((code) => code === null || /^\d{4}$/.test(code), says("postcode")),
    lat: degrees(54.4, 58),
    lng: degrees(7.8, 15.3),
    known: optional(60).refine((at) => at === "" || pointIn(at) !== null, says("pin")),
    ...priceFields,
    ...usual,
    facts: texts,
    languages: texts,
    ageMin: age(),
    ageMax: age(),
    contactName: optionalName,
    contactPhone: nullable(40).refine(
      (phone) => phone === null || /^\+?[\d\s().-]{8,}$/.test(phone),
      says("phoneTooShort"),
    ),
    contactEmail: nullable(200).refine((email) => email === null || z.email().safeParse(email).success, says("email")),
    url: webAddress,
  })
  .superRefine((typed, ctx) => {
    const wrong = (field: string, message: RefusalKey) => ctx.addIssue({ code: "custom", path: [field], message });
    checkPrice(typed, wrong);
    if (typed.file && !typed.alt) wrong("alt", "pictureAlt");
    if ((typed.lat === null) !== (typed.lng === null)) wrong(typed.lat === null ? "lat" : "lng", "pin");
    if (typed.ageMin !== null && typed.ageMax !== null && typed.ageMin > typed.ageMax) wrong("ageMax", "agesOrder");
  });

/**
 * The rows of the schedule, checked beside the fields, so that all faults are told at once. What they mean is read when
 * the stored schedule is known.
 */
const rows = z.record(z.string(), z.unknown()).transform((typed, ctx) => {
  const row = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      typeof value === "string" && /^[wmdk]\d/.test(name) ? [[name, value]] : [],
    ),
  );
  const { schedule, faults } = readRows(row, [], "1900-01-01");
  for (const { field, key } of faults) ctx.issues.push({ code: "custom", input: typed, path: [field], message: key });
  if (faults.length === 0 && schedule.length > 0 && checkSchedule(schedule).length > 0)
    ctx.issues.push({ code: "custom", input: typed, path: ["schedule"], message: says("scheduleWrong") });
  return { rows: row };
});

/** The form of an activity. */
export const activityForm = z.intersection(fields, rows);
/** The form as it was read. */
export type ActivityForm = z.output<typeof activityForm>;

/** A form that comes back says that a picture must be chosen again: no browser sends a file twice by itself. */
export function choosingAgain(
  form: Returned | undefined,
  files: readonly [field: string, file: Upload][] = [],
): Returned | undefined {
  const wasChosen = files.some(([field, { size }]) => field === "file" && size > 0);
  if (!form || !wasChosen || form.errors["file"]) return form;
  return { ...form, errors: { ...form.errors, file: refusals.pictureAgain } };
}

/** The point of a known place as the form sends it: `56.1262,10.1528`; null when it is none. */
export function pointIn(text: string): LatLng | null {
  const [lat = Number.NaN, lng = Number.NaN] = text.split(",").map(Number);
  return lat >= 54.4 && lat <= 58 && lng >= 7.8 && lng <= 15.3 ? { lat, lng } : null;
}

function degrees(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value !== "string" || value.trim() === "" ? null : Number(value.trim().replace(",", "."))),
    z.number(says("pin")).min(min, says("pin")).max(max, says("pin")).nullable(),
  );
}

function countUpTo(most: number) {
  const wrong = says("number");
  return z.preprocess(
    (value) => (typeof value !== "string" || value.trim() === "" ? null : Number(value)),
    z.number(wrong).int(wrong).min(1, wrong).max(most, wrong).nullable(),
  );
}

function age() {
  return z.preprocess(
    (value) => (typeof value !== "string" || value.trim() === "" ? null : Number(value)),
    z.number(says("age")).int(says("age")).min(0, says("age")).max(120, says("age")).nullable(),
  );
}
