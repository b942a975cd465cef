/**
 * Dates and clocks as calendars write them, also where they leave out what RFC 5545 asks for: `VALUE=DATE`, seconds. All
 * pure.
 */
import { isClock, isDate } from "../shared/time.ts";
import { COPENHAGEN, instantIn, UTC, type Zone } from "./zones.ts";

/** A date and clock as the calendar writes them; no clock: a whole day. A zone of null floats: read as Danish time. */
export interface Moment {
  date: string;
  clock: string | null;
  zone: Zone | null;
}

/** A line of moments: `EXDATE;TZID=Europe/Copenhagen:20261215T100000,20261222T100000`. */
export interface DatesLine {
  name: string;
  /** "" when it names none. */
  tzid: string;
  /** Of a RECURRENCE-ID. */
  andLater: boolean;
  values: string[];
}

const NAMES = "DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID";
/** Its value is all that looks like one: a zone without quotation marks may hold a colon (`TZID=(UTC+01:00) …`). */
const READABLE = new RegExp(`^(${NAMES})(;.*?)?:([\\dTZPWDHMS:,/.+\\-]+)$`, "i");
const ANY = new RegExp(`^(${NAMES})(;[^:]*)?:(.*)$`, "i");
const MOMENT = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;
const DURATION = /^\+?P(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?:(\d{1,3})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/i;

/** What a line of moments says; null when it is another line. */
export function datesLineOf(line: string): DatesLine | null {
  const [all, name = "", parameters = "", value = ""] = READABLE.exec(line.trimEnd()) ?? ANY.exec(line) ?? [];
  if (all === undefined) return null;
  const tzid = /;TZID=("[^"]*"|.*?)(?=;[A-Z-]+=|$)/i.exec(parameters)?.[1] ?? "";
  const isWholeDay = /;VALUE=DATE(?=;|$)/i.test(parameters);
  return {
    name: name.toUpperCase(),
    tzid: tzid.replaceAll('"', "").trim(),
    andLater: /;RANGE=THISANDFUTURE/i.test(parameters),
    values: value
      .split(",")
      .map((one) => (isWholeDay ? one.trim().replace(/T0000(?:00)?$/i, "") : one.trim()))
      .filter((one) => one !== ""),
  };
}

/** `20261201T100000Z`, `20261201`, `2026-12-01T10:00`; null when it is no moment. */
export function momentOf(value: string, zone: Zone | null): Moment | null {
  const [all, year = "", month = "", day = "", hour, minute, offset = ""] = MOMENT.exec(value) ?? [];
  const date = `${year}-${month}-${day}`;
  if (all === undefined || !isDate(date)) return null;
  if (hour === undefined) return { date, clock: null, zone: null };
  const clock = `${hour}:${minute}`;
  return isClock(clock) ? { date, clock, zone: offset ? zoneOfOffset(offset) : zone } : null;
}

/** Minutes of `PT1H30M`, `P1D`, `P2W`; null when it says nothing usable. */
export function durationOf(text: string): number | null {
  const [all, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = DURATION.exec(text) ?? [];
  if (!all || all.length < 3) return null;
  return (
    ((Number(weeks) * 7 + Number(days)) * 24 + Number(hours)) * 60 + Number(minutes) + Math.round(Number(seconds) / 60)
  );
}

/** When it is (epoch ms); what names no zone is Danish, a whole day begins at midnight. */
export function instantOfMoment({ date, clock, zone }: Moment): number {
  return instantIn(zone ?? COPENHAGEN, date, clock ?? "00:00");
}

function zoneOfOffset(offset: string): Zone {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  return sign ? { minutes: Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) } : UTC;
}
