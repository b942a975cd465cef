/**
 * Time zones as calendars name them: IANA names, names with a maker's prefix, names of Windows. Nothing of a VTIMEZONE
 * is ever expanded.
 */
import { addDays, instantOf } from "../shared/time.ts";

/** An IANA name, or a fixed distance from UTC in minutes. */
export type Zone = { name: string } | { minutes: number };

export const COPENHAGEN = { name: "Europe/Copenhagen" } as const;
export const UTC: Zone = { minutes: 0 };

/** Unicode CLDR, windowsZones.xml: those that calendars seen in Denmark name. */
const WINDOWS: Record<string, string> = {
  "Romance Standard Time": "Europe/Copenhagen",
  "W. Europe Standard Time": "Europe/Berlin",
  "Central Europe Standard Time": "Europe/Budapest",
  "Central European Standard Time": "Europe/Warsaw",
  "GMT Standard Time": "Europe/London",
  "Greenwich Standard Time": "Atlantic/Reykjavik",
  "FLE Standard Time": "Europe/Helsinki",
  "GTB Standard Time": "Europe/Bucharest",
  "Turkey Standard Time": "Europe/Istanbul",
  "Eastern Standard Time": "America/New_York",
  "Central Standard Time": "America/Chicago",
  "Pacific Standard Time": "America/Los_Angeles",
};
const UTC_NAMES = ["utc", "etc/utc", "gmt", "etc/gmt", "z"];
/** `(UTC+01:00) København, Bruxelles, Madrid, Paris` */
const DANISH_OFFSET = /^\(?(?:UTC|GMT)\+0?1:00\)?/i;

/** The zone of a TZID; null when it means nothing to us. */
export function zoneOf(tzid: string): Zone | null {
  const name = tzid.trim().replace(/^"|"$/g, "");
  if (UTC_NAMES.includes(name.toLowerCase())) return UTC;
  const windows = Object.keys(WINDOWS).find((known) => known.toLowerCase() === name.toLowerCase());
  if (windows) return { name: WINDOWS[windows] ?? "" };
  const parts = name.split("/").filter(Boolean);
  const candidates = [name, parts.slice(-2).join("/"), parts.slice(-3).join("/")];
  const found = candidates.find((candidate) => /^[A-Za-z]+\/[A-Za-z_+\-/]+$/.test(candidate) && isKnown(candidate));
  if (found) return { name: found };
  return DANISH_OFFSET.test(name) ? COPENHAGEN : null;
}

/** Whether the clocks of a zone always show what clocks in Copenhagen show, as far as this and the next years go. */
export function isDanishTime(zone: Zone, year: number): boolean {
  if ("minutes" in zone) return false;
  if (zone.name === "Europe/Copenhagen") return true;
  const days = Array.from({ length: 53 }, (_, week) => Date.parse(`${addDays(`${year}-01-01`, week * 7)}T12:00:00Z`));
  return days.every((day) => offsetMinutes(zone, day) === offsetMinutes(COPENHAGEN, day));
}

/** The instant (epoch ms) at which the clocks of a zone show a date and clock. */
export function instantIn(zone: Zone, date: string, clock: string): number {
  if (isCopenhagen(zone)) return instantOf(date, clock);
  const local = Date.parse(`${date}T${clock}:00Z`);
  const first = local - offsetMinutes(zone, local) * 60_000;
  return local - offsetMinutes(zone, first) * 60_000;
}

/** The date and clock that a zone shows at an instant. */
export function shownIn(zone: Zone, at: number): { date: string; clock: string } {
  const shown = new Date(at + offsetMinutes(zone, at) * 60_000).toISOString();
  return { date: shown.slice(0, 10), clock: shown.slice(11, 16) };
}

export function isUtc(zone: Zone | null): boolean {
  return zone !== null && "minutes" in zone && zone.minutes === 0;
}

function isCopenhagen(zone: Zone): boolean {
  return "name" in zone && zone.name === COPENHAGEN.name;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clocks of a zone are ahead of UTC at an instant. */
function offsetMinutes(zone: Zone, at: number): number {
  if ("minutes" in zone) return zone.minutes;
  let format = formats.get(zone.name);
  if (!format) {
    const fields = { year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" } as const;
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone.name, hourCycle: "h23", ...fields });
    formats.set(zone.name, format);
  }
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const shown = Date.UTC(
    part["year"] ?? 1970,
    (part["month"] ?? 1) - 1,
    part["day"] ?? 1,
    part["hour"] ?? 0,
    part["minute"] ?? 0,
  );
  return Math.round((shown - at) / 60_000);
}

const asked = new Map<string, boolean>();
/** More zones than there are; a file can name any number. */
const MOST_ASKED = 1000;

/** Asking takes long, and a calendar names its zone in every line. */
function isKnown(name: string): boolean {
  let known = asked.get(name);
  if (known === undefined) {
    known = isZone(name);
    if (asked.size < MOST_ASKED) asked.set(name, known);
  }
  return known;
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
