/** Reads one activity from a line of JSON (README, "Import and export"). All pure. */
import { createHash } from "node:crypto";
import type { z } from "zod";
import { lineFaults, typeFault } from "../texts/activity.ts";
import type { Activity, ActivityFields } from "../activities/activity.ts";
import { schema, type Read, YOUNGEST, OLDEST } from "./line-schema.ts";
import { usualFrom } from "./line-places.ts";

const MAX_LENGTH = 200_000;

/** What a line states, ready to be stored. */
export interface Line {
  /** The source's own id; null when it has none. */
  id: string | null;
  organisation: string;
  /** Whom it is for when it is new; what is known keeps its own. */
  audience: Activity["audience"];
  fields: ActivityFields & Pick<Activity, "confirmedAt" | "pauses">;
}

/** Why a line cannot be used, and where in it. */
export interface LineFault {
  field: string;
  why: string;
}

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
  return {
    id: read.data.id,
    organisation: read.data.organisation,
    audience: read.data.audience,
    fields: fieldsOf(read.data),
  };
}

/**
 * What an activity is known by when it comes again: its own id, else organisation, title, place and first schedule
 * entry.
 */
export function keyOf({ id, organisation, fields }: Pick<Line, "id" | "organisation" | "fields">): string {
  if (id !== null) return `id:${id}`;
  const stated = JSON.stringify([organisation, fields.title, fields.placeName, fields.schedule[0]]);
  return `sha256:${createHash("sha256").update(stated).digest("base64url")}`;
}

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

function faultOf(error: z.ZodError): LineFault {
  const issue = error.issues[0];
  return { field: issue?.path.join(".") ?? "", why: issue?.message ?? lineFaults.missing };
}
