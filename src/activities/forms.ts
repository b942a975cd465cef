import { z } from "zod";
import { oreOf } from "../danish/reading.ts";
import { choice, line, many, nullable, optional, optionalName, required, ticked } from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { isClock, isDate, localDate } from "../shared/time.ts";
import { PRICE_PER } from "../shared/price.ts";
import { DERIVED_FACTS, TICKED_FACTS } from "../shared/facts.ts";
import { eachField, FIELDS, type Held, type Kind, USUAL_FIELDS, type UsualField } from "../shared/fields.ts";
import type { Activity, ActivityFields } from "./activity.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { checkSchedule } from "../schedule/check.ts";
import { PAUSE_KINDS } from "../schedule/pauses.ts";
import { keptRules, readRows } from "../schedule/rows.ts";

/** The languages that a contact ticks. */
export const LANGUAGES = ["da", "en", "ar", "uk"] as const;

/** One deed on one activity, by its id. */
export const deed = z.object({ id: required(40) });
/** The same on one of its dates: `start` in epoch milliseconds. */
export const dateDeed = deed.extend({ start: z.preprocess(Number, z.number().int(says("notUnderstood"))) });
/** Where a date is moved to. */
export const movedTo = {
  dato: optional(10).refine(isDate, says("dateMissing")),
  fra: optional(5).refine(isClock, says("clockMissing")),
  til: optional(5).refine(isClock, says("clockMissing")),
};
export const moveForm = dateDeed.extend({
  start: z.preprocess(Number, z.number(says("chooseDate")).int(says("chooseDate")).positive(says("chooseDate"))),
  ...movedTo,
});
export const undoForm = deed.extend({ version: z.preprocess(Number, z.number().int()) });

const ids = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(40)).max(200));
const day = optional(10).refine(isDate, says("seasonDates"));

/** The form that is forgotten, and the page of the desk to go on to. */
export const forgetForm = z.object({ kladde: required(80), til: optional(300) });

/** A new season of several activities; `vist` is the season whose days were shown before the button was pressed. */
export const seasonForm = z.object({ aktivitet: ids, foerste: day, sidste: day, vist: optional(30) });

const texts = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(60)).max(60));

/** What an activity costs, as a form asks for it. */
export const priceFields = {
  price: choice(["free", "paid", "unknown"] as const),
  kroner: optional(12),
  per: choice(PRICE_PER),
  firstFree: ticked,
};
type TypedPrice = z.output<z.ZodObject<typeof priceFields>>;

/** Tells `wrong` of an amount that is none, lacks its unit, or stands where nobody said that it costs something. */
export function checkPrice({ price, kroner, per }: TypedPrice, wrong: (field: string, key: RefusalKey) => void): void {
  if (price === null && kroner) wrong("price", "priceMissing");
  if (price === "paid" && oreTyped(kroner) === null) wrong("kroner", "kroner");
  if (price === "paid" && per === null) wrong("per", "unknown");
}

/** The stated price; null in øre when nobody said what it costs. */
export function priceFrom({
  price,
  kroner,
  per,
  firstFree,
}: TypedPrice): Pick<ActivityFields, "priceOre" | "pricePer" | "firstFree"> {
  if (price === "paid") return { priceOre: oreTyped(kroner), pricePer: per, firstFree };
  return { priceOre: price === "free" ? 0 : null, pricePer: null, firstFree: false };
}

/** Fields of the usual kinds, by their name. */
const usual = eachField(USUAL_FIELDS, (name) => readerOf(FIELDS[name].kind)) as {
  [Name in UsualField]: z.ZodType<Held<Name>>;
};

function readerOf(kind: Kind): z.ZodType<string | boolean | null> {
  if ("text" in kind) return nullable(kind.text).transform((text) => text && unixBreaks(text));
  return "flag" in kind ? ticked : choice(kind.choice);
}

const fields = z
  .object({
    id: optional(40),
    organisation: optional(40),
    next: optional(10),
    kladde: optional(80),
    title: line(120),
    summary: optional(200),
    description: optional(20_000),
    themes: texts,
    online: ticked,
    pauses: many(PAUSE_KINDS),
    postcode: nullable(4).refine((code) => code === null || /^\d{4}$/.test(code), says("postcode")),
    lat: degrees(54.4, 58),
    lng: degrees(7.8, 15.3),
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
    url: nullable(500)
      .transform(withProtocol)
      .refine((url) => url === null || z.url({ protocol: /^https?$/ }).safeParse(url).success, says("webAddress")),
  })
  .superRefine((typed, ctx) => {
    const wrong = (field: string, message: RefusalKey) => ctx.addIssue({ code: "custom", path: [field], message });
    checkPrice(typed, wrong);
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
export type ActivityForm = z.output<typeof activityForm>;

/** What the form states. What it has no field for, and the order of what was chosen before, stay as in `before`. */
export function fieldsFrom(form: ActivityForm, before: Activity | null, now: number): ActivityFields {
  const facts = keepOrder(
    before?.facts ?? [],
    [...form.facts.filter((fact) => TICKED_FACTS.includes(fact)), ...(form.online ? ["online"] : [])],
    (fact) => DERIVED_FACTS.includes(fact),
  );
  return {
    ...(eachField(USUAL_FIELDS, (name) => form[name]) as Pick<ActivityFields, UsualField>),
    title: form.title,
    summary: form.summary,
    description: unixBreaks(form.description),
    themes: keepOrder(before?.themes ?? [], form.themes),
    postcode: form.postcode,
    ...pinOf(form, before),
    schedule: scheduleFrom(form, before?.schedule ?? [], localDate(now)),
    pauses: PAUSE_KINDS.filter((kind) => form.pauses.includes(kind)),
    ...priceFrom(form),
    facts,
    languages: keepOrder(
      before?.languages ?? [],
      form.languages.filter((language) => LANGUAGES.some((known) => known === language)),
      (language) => !LANGUAGES.some((known) => known === language),
    ),
    ageMin: form.ageMin,
    ageMax: form.ageMax,
    contactName: form.contactName,
    contactPhone: form.contactPhone,
    contactEmail: form.contactEmail,
    url: form.url,
  };
}

/** The schedule in its stored order when nothing was changed, so that it stays the same. */
function scheduleFrom(form: ActivityForm, stored: readonly ScheduleEntry[], today: string): ScheduleEntry[] {
  const { schedule } = readRows(form.rows, stored, today);
  const sorted = (entries: readonly ScheduleEntry[]) =>
    entries
      .map((entry) => JSON.stringify(entry))
      .sort()
      .join();
  return sorted(schedule) === sorted(stored) && keptRules(form.rows).every((index) => index < stored.length)
    ? [...stored]
    : schedule;
}

/**
 * A pin that nobody touched does not hold the place when the postcode changes: then the new postcode's middle is used.
 */
function pinOf(form: ActivityForm, before: Activity | null): Pick<ActivityFields, "lat" | "lng"> {
  const isUntouched = before !== null && form.lat === before.lat && form.lng === before.lng;
  if (isUntouched && form.postcode !== before.postcode && form.postcode !== null) return { lat: null, lng: null };
  return { lat: form.lat, lng: form.lng };
}

/** Kroner as people type them (`20`, `12,50`, `50 kr.`) in øre; null when it is no amount above 0. */
function oreTyped(kroner: string): number | null {
  const found = /^(\d{1,6})(?:[,.](\d{1,2}))?\s*(?:kr\.?|,-)?$/i.exec(kroner.trim());
  const ore = found ? oreOf(found[1] ?? "", found[2]) : 0;
  return ore > 0 ? ore : null;
}

function keepOrder(
  before: readonly string[],
  chosen: readonly string[],
  stays: (value: string) => boolean = () => false,
): string[] {
  return [...new Set([...before.filter((value) => chosen.includes(value) || stays(value)), ...chosen])];
}

function degrees(min: number, max: number) {
  return z.preprocess(
    (value) => (typeof value !== "string" || value.trim() === "" ? null : Number(value.trim().replace(",", "."))),
    z.number(says("pin")).min(min, says("pin")).max(max, says("pin")).nullable(),
  );
}

function age() {
  return z.preprocess(
    (value) => (typeof value !== "string" || value.trim() === "" ? null : Number(value)),
    z.number(says("age")).int(says("age")).min(0, says("age")).max(120, says("age")).nullable(),
  );
}

function withProtocol(url: string | null): string | null {
  return url && !/^[a-z]+:/i.test(url) ? `https://${url}` : url;
}

function unixBreaks(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
