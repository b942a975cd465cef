/** One activity as a line of JSON (README, "Import and export"), both ways. All pure. */
import { createHash } from "node:crypto";
import { z } from "zod";
import type { PricePer } from "../shared/price.ts";
import { isDate } from "../shared/time.ts";
import { lineFaults, typeFault } from "../texts/activity.ts";
import { PRICE_PER } from "../shared/price.ts";
import { FACT_SLUGS } from "../shared/facts.ts";
import type { Activity, ActivityFields } from "../activities/activity.ts";
import { FIELDS, type Kind, USUAL_FIELDS, type UsualField } from "../shared/fields.ts";
import { PAUSE_KINDS } from "../schedule/pauses.ts";
import type { Price } from "../shared/price.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { checkSchedule } from "../schedule/check.ts";
import { tidySchedule, unknownKey } from "../schedule/tidy.ts";

/** What a line states, ready to be stored. */
export interface Line {
  /** The source's own id; null when it has none. */
  id: string | null;
  organisation: string;
  fields: ActivityFields & Pick<Activity, "confirmedAt" | "pauses">;
}

export interface LineFault {
  field: string;
  why: string;
}

const MAX_LENGTH = 200_000;
/** Ages beyond these are no bounds at all. */
const YOUNGEST = 0;
const OLDEST = 120;

/** Reads a line; the first fault when it cannot be used. `themes` are the slugs there are. */
export function readLine(text: string, themes: ReadonlySet<string>): Line | LineFault {
  if (text.length > MAX_LENGTH) return { field: "", why: lineFaults.tooLong };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { field: "", why: lineFaults.noJson };
  }
  const read = schema.safeParse(value, { error: typeFault });
  if (!read.success) return faultOf(read.error);
  const unknownTheme = read.data.themes.find((theme) => !themes.has(theme));
  if (unknownTheme !== undefined) return { field: "themes", why: lineFaults.unknownTheme(unknownTheme) };
  return { id: read.data.id, organisation: read.data.organisation, fields: fieldsOf(read.data) };
}

/**
 * What an activity is known by when it comes again: its own id, else organisation, title, place and first schedule
 * entry.
 */
export function keyOf({ id, organisation, fields }: Line): string {
  if (id !== null) return `id:${id}`;
  const stated = JSON.stringify([organisation, fields.title, fields.placeName, fields.schedule[0]]);
  return `sha256:${createHash("sha256").update(stated).digest("base64url")}`;
}

/** The line of an activity; phone and mail of the contact only when asked for. */
export function lineOf(activity: Activity, organisation: string, { contacts }: { contacts: boolean }): string {
  return JSON.stringify({
    id: activity.importKey?.startsWith("id:") ? activity.importKey.slice(3) : activity.id,
    organisation,
    title: activity.title,
    summary: activity.summary || undefined,
    description: activity.description,
    themes: activity.themes,
    place: placeOf(activity),
    schedule: tidySchedule(activity.schedule),
    pauses: activity.pauses.length > 0 ? activity.pauses : undefined,
    price:
      activity.priceOre === null
        ? null
        : priceAsJson({ ore: activity.priceOre, per: activity.pricePer, firstFree: activity.firstFree }),
    ...usualOf(activity, ""),
    facts: activity.facts,
    languages: activity.languages,
    transport: isEmptyIn(activity, "transport") ? undefined : usualOf(activity, "transport"),
    ages:
      activity.ageMin === null && activity.ageMax === null
        ? undefined
        : [activity.ageMin ?? YOUNGEST, activity.ageMax ?? OLDEST],
    // Said to be nothing, rather than left out.
    leadsTo: activity.leadsTo,
    contact: {
      name: activity.contactName,
      phone: (contacts && activity.contactPhone) || undefined,
      email: (contacts && activity.contactEmail) || undefined,
    },
    url: activity.url ?? undefined,
    confirmed: activity.confirmedAt ?? undefined,
  });
}

/** A price as the import and the search's JSON say it; null when nobody stated it. */
export function priceAsJson(
  price: Price | null,
): { free: true } | { ore: number; per: PricePer | null; firstFree?: true } | null {
  if (!price) return null;
  const { ore, per, firstFree } = price;
  return ore === 0 ? { free: true } : { ore, per, ...(firstFree && { firstFree }) };
}

const text = (max: number) =>
  z.string().trim().overwrite(unixBreaks).min(1, lineFaults.missing).max(max, lineFaults.tooManySigns(max));
const maybe = (max: number) =>
  z
    .string()
    .trim()
    .overwrite(unixBreaks)
    .max(max, lineFaults.tooManySigns(max))
    .nullish()
    .transform((value) => value || null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** Fields of the usual kinds, and the way to each in a line. */
const USUAL = USUAL_FIELDS.map((name) => {
  const way = FIELDS[name].line.split(".");
  return { name, way, part: way.slice(0, -1).join("."), own: way.at(-1) ?? "" };
});

/** Those that stand in a part of the line, by their name there; "" is the line itself. */
function usualIn(part: string): object {
  return Object.fromEntries(usualAt(part).map(({ name, own }) => [own, readerOf(FIELDS[name].kind)]));
}

function readerOf(kind: Kind): z.ZodType {
  if ("text" in kind) return maybe(kind.text);
  if ("flag" in kind) return flag;
  return z
    .enum(kind.choice, lineFaults.oneOf(kind.choice))
    .nullish()
    .transform((value) => value ?? null);
}

function usualOf(activity: Activity, part: string): Record<string, unknown> {
  return Object.fromEntries(usualAt(part).map(({ name, own }) => [own, activity[name] ?? undefined]));
}

function isEmptyIn(activity: Activity, part: string): boolean {
  return usualAt(part).every(({ name }) => activity[name] === FIELDS[name].empty);
}

function usualAt(part: string): typeof USUAL {
  return USUAL.filter((one) => one.part === part);
}

/** What a line says in the places of these fields; empty where it has no such part. */
function usualFrom(line: object): Pick<ActivityFields, UsualField> {
  const said = (way: readonly string[]) =>
    way.reduce<unknown>((part, own) => (part as Record<string, unknown> | null | undefined)?.[own], line);
  return Object.fromEntries(USUAL.map(({ name, way }) => [name, said(way) ?? FIELDS[name].empty])) as Pick<
    ActivityFields,
    UsualField
  >;
}

const numberOrText = z.union([z.string().trim(), z.number()], lineFaults.noText).transform(String);

const place = z
  .object({
    ...usualIn("place"),
    postcode: numberOrText
      .nullish()
      .transform((value) => value || null)
      .refine((value) => value === null || /^\d{4}$/.test(value), lineFaults.postcode),
    lat: z
      .number()
      .min(54.4, lineFaults.notInDenmark)
      .max(58, lineFaults.notInDenmark)
      .nullish()
      .transform((value) => value ?? null),
    lng: z
      .number()
      .min(7.8, lineFaults.notInDenmark)
      .max(15.3, lineFaults.notInDenmark)
      .nullish()
      .transform((value) => value ?? null),
  })
  .nullish();

const schedule = z.array(z.unknown()).transform((entries, ctx): ScheduleEntry[] => {
  const tidy = tidySchedule(entries as ScheduleEntry[]);
  const strange = unknownKey(entries);
  if (strange)
    ctx.issues.push({
      code: "custom",
      input: entries,
      path: [strange.index],
      message: lineFaults.unknownKey(strange.key),
    });
  const [problem] = checkSchedule(tidy);
  if (problem)
    ctx.issues.push({
      code: "custom",
      input: entries,
      path: problem.index < 0 ? [] : [problem.index, problem.field],
      message: lineFaults.schedule[problem.why],
    });
  return tidy;
});

const price = z
  .object({
    free: z.boolean().nullish(),
    ore: z.number().int(lineFaults.wholeOre).min(0).max(100_000_000).nullish(),
    per: z.enum(PRICE_PER, lineFaults.per).nullish(),
    firstFree: flag,
  })
  .transform(({ free, ore, per, firstFree }, ctx): Pick<ActivityFields, "priceOre" | "pricePer" | "firstFree"> => {
    const wrong = (path: string, message: string) =>
      ctx.issues.push({ code: "custom", input: { free, ore, per }, path: [path], message });
    if (free ? ore : ore === undefined || ore === null) wrong("free", lineFaults.freeOrOre);
    else if (ore && !per) wrong("per", lineFaults.per);
    return ore && per
      ? { priceOre: ore, pricePer: per satisfies PricePer, firstFree }
      : { priceOre: 0, pricePer: null, firstFree: false };
  });

const age = z.number().int().min(YOUNGEST).max(150);

const schema = z
  .object({
    id: numberOrText.nullish().transform((value) => value || null),
    organisation: text(200),
    title: text(200),
    summary: maybe(500),
    description: text(20_000),
    themes: z.array(z.string()).min(1, lineFaults.missing).max(20).transform(unique),
    place,
    schedule,
    pauses: z
      .array(z.enum(PAUSE_KINDS, lineFaults.pause))
      .nullish()
      .transform((kinds) => PAUSE_KINDS.filter((kind) => kinds?.includes(kind))),
    price,
    ...usualIn(""),
    facts: z
      .array(z.enum(FACT_SLUGS, lineFaults.fact))
      .nullish()
      .transform((value) => unique(value ?? [])),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/, lineFaults.language))
      .nullish()
      .transform((value) => unique(value ?? [])),
    transport: z.object(usualIn("transport")).nullish(),
    ages: z
      .tuple([age, age])
      .nullish()
      .refine((ages) => !ages || ages[0] <= ages[1], lineFaults.ages),
    contact: z.object({
      name: text(100),
      phone: maybe(40),
      email: z
        .string()
        .trim()
        .nullish()
        .transform((value) => value || null)
        .pipe(z.email(lineFaults.email).max(200).nullable()),
    }),
    url: z
      .string()
      .trim()
      .nullish()
      .transform((value) => value || null)
      .pipe(
        z
          .url({ protocol: /^https?$/, error: lineFaults.url })
          .max(500)
          .nullable(),
      ),
    confirmed: z
      .string()
      .refine(isDate, lineFaults.schedule.badDate)
      .nullish()
      .transform((value) => value ?? null),
  })
  .superRefine(({ place, facts }, ctx) => {
    if (!facts.includes("online") && (!place || place.lat === null || place.lng === null)) {
      ctx.addIssue({
        code: "custom",
        path: place ? ["place", place.lat === null ? "lat" : "lng"] : ["place"],
        message: lineFaults.missing,
      });
    }
  });

type Read = z.output<typeof schema>;

function fieldsOf(line: Read): Line["fields"] {
  const both = line.place?.lat != null && line.place.lng != null;
  return {
    ...usualFrom(line),
    title: line.title,
    summary: line.summary ?? "",
    description: line.description,
    themes: line.themes,
    postcode: line.place?.postcode ?? null,
    lat: both ? (line.place?.lat ?? null) : null,
    lng: both ? (line.place?.lng ?? null) : null,
    schedule: line.schedule,
    pauses: line.pauses,
    ...line.price,
    facts: line.facts,
    languages: line.languages,
    ageMin: line.ages && line.ages[0] > YOUNGEST ? line.ages[0] : null,
    ageMax: line.ages && line.ages[1] < OLDEST ? line.ages[1] : null,
    contactName: line.contact.name,
    contactPhone: line.contact.phone,
    contactEmail: line.contact.email,
    url: line.url,
    confirmedAt: line.confirmed,
  };
}

function placeOf(activity: Activity): object | undefined {
  const { placeName, address, postcode, lat, lng } = activity;
  if (placeName === null && address === null && postcode === null && lat === null) return undefined;
  return {
    ...usualOf(activity, "place"),
    postcode: postcode ?? undefined,
    lat: lat ?? undefined,
    lng: lng ?? undefined,
  };
}

function faultOf(error: z.ZodError): LineFault {
  const issue = error.issues[0];
  return { field: issue?.path.join(".") ?? "", why: issue?.message ?? lineFaults.missing };
}

function unixBreaks(value: string): string {
  return value.replace(/\r\n?/g, "\n");
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
