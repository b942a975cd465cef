/** One event of a calendar file (RFC 5545), as it is written there. */
import type { Skipped } from "./candidate.ts";
import { UTC, type Zone, zoneOf } from "./zones.ts";

/** A date and clock as the calendar writes them; no clock: a whole day. A zone of null floats: read as Danish time. */
export interface Moment {
  date: string;
  clock: string | null;
  zone: Zone | null;
}

/** One VEVENT. */
export interface IcsEvent {
  uid: string;
  sequence: number;
  title: string;
  description: string;
  location: string;
  categories: string;
  contact: string;
  url: string;
  geo: { lat: number; lng: number } | null;
  start: Moment;
  end: Moment | null;
  /** Minutes, where the calendar says DURATION. */
  duration: number | null;
  rule: string | null;
  exceptions: Moment[];
  extra: Moment[];
  /** Of an event that changes one date of a series: which. */
  of: Moment | null;
  andLater: boolean;
  cancelled: boolean;
  private: boolean;
  unknownZone: boolean;
}

/** A line of an event, as ical.js reads it. */
export type Property = [name: string, params: Record<string, string | string[]>, type: string, ...values: unknown[]];

/** What the lines of an event say, or why it cannot be used. */
export function eventOf(
  properties: readonly Property[],
  zones: Map<string, Zone>,
  allCancelled: boolean,
  label: string,
): IcsEvent | Skipped {
  let unknownZone = false;
  const named = (name: string) => properties.filter((property) => property[0] === name);
  const textOf = (name: string) => String(named(name)[0]?.[3] ?? "").trim();
  const moments = (name: string): Moment[] =>
    named(name).flatMap(([, params, , ...values]) =>
      values.flatMap((value) => {
        const tzid = [params["tzid"] ?? ""].flat()[0] ?? "";
        const zone = tzid ? (zoneOf(tzid) ?? zones.get(tzid) ?? null) : null;
        const moment = momentOf(String(value), zone);
        if (tzid && !zone && moment?.clock && !moment.zone) unknownZone = true;
        return moment ? [moment] : [];
      }),
    );
  const [start] = moments("dtstart");
  if (!start) return { label, why: ["noStart"] };
  const rules = named("rrule");
  const [of] = moments("recurrence-id");
  const title = oneLine(textOf("summary")).slice(0, 120);
  const event: IcsEvent = {
    uid: textOf("uid").slice(0, 500),
    sequence: Number(textOf("sequence")) || 0,
    title,
    description: plainText(textOf("description")).slice(0, 20_000),
    location: oneLine(textOf("location")).slice(0, 400),
    categories: named("categories")
      .flatMap(([, , , ...values]) => values)
      .join(" ")
      .slice(0, 1000),
    contact: oneLine(textOf("contact")).slice(0, 200),
    url: textOf("url"),
    geo: geoOf(named("geo")[0]?.[3]),
    start,
    end: moments("dtend")[0] ?? null,
    duration: durationOf(textOf("duration")),
    rule: rules.length === 0 ? null : rules.length > 1 ? "" : ruleText(rules[0]?.[3]),
    exceptions: moments("exdate"),
    extra: moments("rdate"),
    of: of ?? null,
    andLater: named("recurrence-id").some(
      ([, params]) => String(params["range"] ?? "").toUpperCase() === "THISANDFUTURE",
    ),
    cancelled: allCancelled || textOf("status").toUpperCase() === "CANCELLED",
    private: /^(PRIVATE|CONFIDENTIAL)$/i.test(textOf("class")),
    unknownZone: false,
  };
  return { ...event, unknownZone };
}

/** `2026-12-01T10:00:00Z`, `2026-12-01`; null when it is no moment. */
function momentOf(value: string, zone: Zone | null): Moment | null {
  const [, date = "", clock = "", z = ""] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(Z)?)?$/i.exec(value) ?? [];
  if (!isCalendarDate(date) || (clock && !/^([01]\d|2[0-3]):[0-5]\d$/.test(clock))) return null;
  return { date, clock: clock || null, zone: clock ? (z ? UTC : zone) : null };
}

function isCalendarDate(date: string): boolean {
  const at = /^(19|20|21)/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

/** A rule as RRULE text again; "" when it is none. */
function ruleText(value: unknown): string {
  if (typeof value !== "object" || value === null) return "";
  const days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
  const written = (name: string, part: unknown) =>
    name === "until"
      ? String(part).replace(/[-:]/g, "")
      : name === "wkst" && typeof part === "number"
        ? (days[part - 1] ?? "")
        : [part].flat().join(",");
  return Object.entries(value)
    .map(([name, part]) => `${name.toUpperCase()}=${written(name, part)}`)
    .join(";");
}

function geoOf(value: unknown): IcsEvent["geo"] {
  const [lat, lng] = Array.isArray(value) ? value.map(Number) : [];
  const isHere = lat !== undefined && lng !== undefined && lat >= 54.4 && lat <= 58 && lng >= 7.8 && lng <= 15.3;
  return isHere ? { lat, lng } : null;
}

/** Minutes of `PT1H30M`, `P1D`, `P2W`; null when it says nothing usable. */
function durationOf(text: string): number | null {
  const [all, weeks = 0, days = 0, hours = 0, minutes = 0] =
    /^\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?$/.exec(text) ?? [];
  return all ? ((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 60 + Number(minutes) : null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A description without the markup that some calendars put in. */
function plainText(text: string): string {
  const plain = /<(?:br|p|a|div|span|b|html)\b/i.test(text)
    ? text
        .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]{0,200}>/gi, "\n")
        .replace(/<[^<>]{0,2000}>/g, "")
        .replace(/&nbsp;/gi, " ")
        .replace(/&lt;/gi, "<")
        .replace(/&gt;/gi, ">")
        .replace(/&quot;/gi, '"')
        .replace(/&amp;/gi, "&")
    : text;
  return plain
    .replace(/\r\n?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
