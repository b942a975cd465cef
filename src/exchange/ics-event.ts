/** One event of a calendar file (RFC 5545), as it is written there. */
import ICAL from "ical.js";
import { MINUTE } from "../shared/time.ts";
import { readTitle } from "./called-off.ts";
import type { Skipped } from "./candidate.ts";
import { datesLineOf, durationOf, instantOfMoment, type Moment, momentOf } from "./moments.ts";
import { withoutTracking } from "../shared/tracking.ts";
import { cutAtLetter, oneLine, plainText } from "./plain-text.ts";
import { isUtc, shownIn, type Zone, zoneOf } from "./zones.ts";

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
  /** "" for what is no single rule. */
  rule: string | null;
  exceptions: Moment[];
  extra: ExtraDate[];
  /** Of an event that changes one date of a series: which. */
  of: Moment | null;
  andLater: boolean;
  cancelled: boolean;
  /** By a calendar that is there to call off: the whole of it, or the date that it changes. */
  calledOff: boolean;
  /** The place is closed then. */
  closed: boolean;
  private: boolean;
  unknownZone: boolean;
  /** Values that nobody could read. */
  unread: string[];
}

/** A date beside the rule; `minutes` where it has a length of its own. */
export interface ExtraDate {
  start: Moment;
  minutes: number | null;
}

/** What a calendar says of all its events. */
export interface OfCalendar {
  zones: ReadonlyMap<string, Zone>;
  /** Of what names none (`X-WR-TIMEZONE`); null: Danish. */
  zone: Zone | null;
  /** `METHOD:CANCEL`: what it names does not take place. */
  calledOff: boolean;
}

const TEXTS = "UID|SEQUENCE|SUMMARY|DESCRIPTION|LOCATION|CATEGORIES|CONTACT|URL|GEO|DURATION|STATUS|CLASS|RRULE|EXRULE";
const TEXT = new RegExp(`^(${TEXTS})[;:]`, "i");

/** What the lines of an event say, or why it cannot be used. */
export function eventOf(lines: readonly string[], calendar: OfCalendar): IcsEvent | Skipped {
  const texts = textsOf(lines);
  const textOf = (name: string) => texts.get(name)?.[0]?.trim() ?? "";
  const named = readTitle(oneLine(textOf("summary")));
  const label = cutAtLetter(named.title, 120) || "?";
  const when = datesIn(lines, calendar);
  const uid = textOf("uid").slice(0, 500);
  if (when.lost.length > 0) return { label, why: [["unreadException", when.lost[0]!]], key: uid };
  const [start] = when.starts;
  if (!start) return { label, why: ["noStart"], key: uid };
  const rules = texts.get("rrule") ?? [];
  const rule = rules.length === 0 ? null : rules.length > 1 || texts.has("exrule") ? "" : rules[0]!.trim();
  const length = textOf("duration");
  const duration = durationOf(length);
  const calledOff = calendar.calledOff;
  return {
    uid,
    sequence: Number(textOf("sequence")) || 0,
    title: cutAtLetter(named.title, 120),
    description: cutAtLetter(plainText(textOf("description")), 20_000),
    location: cutAtLetter(plainText(textOf("location")), 400),
    categories: (texts.get("categories") ?? []).join(" ").slice(0, 1000),
    contact: cutAtLetter(oneLine(textOf("contact")), 200),
    url: withoutTracking(textOf("url")),
    geo: geoOf(textOf("geo")),
    start: rule !== null && isUtc(start.zone) && calendar.zone ? inZone(start, calendar.zone) : start,
    end: when.ends[0] ?? null,
    duration,
    rule,
    exceptions: when.exceptions,
    extra: when.extra,
    of: when.of,
    andLater: when.andLater,
    cancelled: calledOff || named.calledOff || textOf("status").toUpperCase() === "CANCELLED",
    calledOff,
    closed: named.closed,
    private: /^(PRIVATE|CONFIDENTIAL)$/i.test(textOf("class")),
    unknownZone: when.unknownZone,
    unread: [...when.unread, ...(length && duration === null ? [shortly(length)] : [])],
  };
}

/** The lines of text by their names in lower case; one that cannot be read is not there. */
function textsOf(lines: readonly string[]): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const line of lines) {
    const name = TEXT.exec(line)?.[1]?.toLowerCase();
    if (!name) continue;
    const isRule = name === "rrule" || name === "exrule" || name === "geo" || name === "duration";
    const values = isRule ? [line.slice(line.indexOf(":") + 1)] : valuesOf(line);
    texts.set(name, [...(texts.get(name) ?? []), ...values]);
  }
  return texts;
}

function valuesOf(line: string): string[] {
  try {
    const [, , , ...values] = ICAL.parse.property(line, ICAL.design.icalendar) as [
      string,
      unknown,
      string,
      ...unknown[],
    ];
    return values.map(String);
  } catch {
    return [];
  }
}

interface Dates {
  starts: Moment[];
  ends: Moment[];
  exceptions: Moment[];
  extra: ExtraDate[];
  of: Moment | null;
  andLater: boolean;
  unknownZone: boolean;
  unread: string[];
  /** What would take dates away, and cannot be read. */
  lost: string[];
}

function datesIn(lines: readonly string[], calendar: OfCalendar): Dates {
  const found: Dates = {
    starts: [],
    ends: [],
    exceptions: [],
    extra: [],
    of: null,
    andLater: false,
    unknownZone: false,
    unread: [],
    lost: [],
  };
  for (const line of lines) {
    const dates = datesLineOf(line);
    if (!dates) continue;
    const { name, tzid, values } = dates;
    const zone = (tzid ? (zoneOf(tzid) ?? calendar.zones.get(tzid)) : null) ?? calendar.zone;
    for (const value of values) {
      const [first = "", last] = name === "RDATE" ? value.split("/") : [value];
      const moment = momentOf(first, zone);
      const isUnknown = tzid !== "" && !zoneOf(tzid) && !calendar.zones.has(tzid);
      if (moment?.clock && moment.zone === zone && isUnknown) found.unknownZone = true;
      if (!moment) (name === "EXDATE" || name === "RECURRENCE-ID" ? found.lost : found.unread).push(shortly(value));
      else if (name === "DTSTART") found.starts.push(moment);
      else if (name === "DTEND") found.ends.push(moment);
      else if (name === "EXDATE") found.exceptions.push(moment);
      else if (name === "RDATE")
        found.extra.push({ start: moment, minutes: last ? lengthOf(moment, last, zone) : null });
      else {
        found.of = moment;
        found.andLater = dates.andLater;
      }
    }
  }
  return found;
}

/** Of the second half of a period: an end or a length. */
function lengthOf(start: Moment, last: string, zone: Zone | null): number | null {
  const end = momentOf(last, zone);
  return end ? Math.round((instantOfMoment(end) - instantOfMoment(start)) / MINUTE) : durationOf(last);
}

function inZone(moment: Moment, zone: Zone): Moment {
  return { ...shownIn(zone, instantOfMoment(moment)), zone };
}

function geoOf(value: string): IcsEvent["geo"] {
  const [lat, lng] = value.split(/[;,]/).map(Number);
  const isHere = lat !== undefined && lng !== undefined && lat >= 54.4 && lat <= 58 && lng >= 7.8 && lng <= 15.3;
  return isHere ? { lat, lng } : null;
}

function shortly(value: string): string {
  return cutAtLetter(value.trim(), 40);
}
