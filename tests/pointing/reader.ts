/**
 * A second reader of calendars, after RFC 5545: unfolds, reads properties, and expands series with rrule-temporal. It
 * shares no code with the site or with ical.js. It reads what we write: one zone by its name, UTC instants, RRULE,
 * RDATE, EXDATE, RECURRENCE-ID, DURATION.
 */
import { RRuleTemporal } from "rrule-temporal";
import { Temporal } from "temporal-polyfill";

export interface Told {
  start: number;
  end: number;
  cancelled: boolean;
}

/** A date after the window may have been moved into it. */
const MOVED_AT_MOST = 62 * 86_400_000;

type Property = { parameters: string; value: string };
type Component = Map<string, Property[]>;

/**
 * Everything a calendar says between two instants, one a start: what is on before what is called off, the longest
 * first.
 */
export function readCalendar(file: string, window: { from: number; to: number }): Told[] {
  const events = eventsOf(file);
  const masters = events.filter((event) => !event.has("RECURRENCE-ID"));
  const told = masters.flatMap((master) => {
    const overrides = new Map(
      events
        .filter((event) => event.has("RECURRENCE-ID") && textOf(event, "UID") === textOf(master, "UID"))
        .map((event) => [instantOf(event, "RECURRENCE-ID"), event]),
    );
    return startsOf(master, window).map((start) => {
      const override = overrides.get(start.epochMilliseconds);
      return override ? toldOf(override, zoned(first(override, "DTSTART"))) : toldOf(master, start);
    });
  });
  const within = told.filter(({ start, end }) => end > window.from && start < window.to);
  within.sort((a, b) => a.start - b.start || Number(a.cancelled) - Number(b.cancelled) || b.end - a.end);
  return within.filter((one, i) => one.start !== within[i - 1]?.start);
}

/** The titles of a calendar's events. */
export function titlesOf(file: string): string[] {
  return eventsOf(file).map((event) => textOf(event, "SUMMARY").replaceAll(/\\([\\;,])/g, "$1"));
}

function eventsOf(file: string): Component[] {
  const lines = file.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const events: Component[] = [];
  let open: Component | null = null;
  for (const line of lines) {
    if (line === "BEGIN:VEVENT") open = new Map();
    else if (line === "END:VEVENT" && open) {
      events.push(open);
      open = null;
    } else if (open) {
      const [, name = "", parameters = "", value = ""] = /^([A-Z-]+)((?:;[^:]+)?):(.*)$/s.exec(line) ?? [];
      open.set(name, [...(open.get(name) ?? []), { parameters, value }]);
    }
  }
  return events;
}

/** The starts of a series: its rule and its dates without those excepted (3.8.5). */
function startsOf(event: Component, window: { to: number }): Temporal.ZonedDateTime[] {
  const start = zoned(first(event, "DTSTART"));
  const except = new Set(listOf(event, "EXDATE").map(({ epochMilliseconds }) => epochMilliseconds));
  const rule = event.get("RRULE")?.[0]?.value;
  const ruled = rule
    ? new RRuleTemporal({ rruleString: rule, dtstart: start }).between(
        start,
        Temporal.Instant.fromEpochMilliseconds(window.to + MOVED_AT_MOST).toZonedDateTimeISO(start.timeZoneId),
        true,
      )
    : [];
  const all = [start, ...ruled, ...listOf(event, "RDATE")];
  return [...new Map(all.map((one) => [one.epochMilliseconds, one])).values()].filter(
    ({ epochMilliseconds }) => !except.has(epochMilliseconds),
  );
}

/** How long it lasts: a DTEND is exact time from DTSTART, in each repetition as in the first (3.8.5.3). */
function toldOf(event: Component, start: Temporal.ZonedDateTime): Told {
  const duration = event.get("DURATION")?.[0]?.value;
  const length = duration
    ? Temporal.Duration.from(duration).total("milliseconds")
    : zoned(first(event, "DTEND")).epochMilliseconds - zoned(first(event, "DTSTART")).epochMilliseconds;
  return {
    start: start.epochMilliseconds,
    end: start.epochMilliseconds + length,
    cancelled: textOf(event, "STATUS") === "CANCELLED",
  };
}

function listOf(event: Component, name: string): Temporal.ZonedDateTime[] {
  return (event.get(name) ?? []).flatMap(({ parameters, value }) =>
    value.split(",").map((one) => zoned({ parameters, value: one })),
  );
}

function instantOf(event: Component, name: string): number {
  return zoned(first(event, name)).epochMilliseconds;
}

function zoned({ parameters, value }: Property): Temporal.ZonedDateTime {
  const zone = value.endsWith("Z") ? "UTC" : /;TZID=([^;:]+)/.exec(parameters)?.[1];
  if (!zone) throw new Error(`a floating time: ${value}`);
  const iso = value.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/, "$1-$2-$3T$4:$5:$6");
  return Temporal.PlainDateTime.from(iso).toZonedDateTime(zone);
}

function first(event: Component, name: string): Property {
  const property = event.get(name)?.[0];
  if (!property) throw new Error(`an event without ${name}`);
  return property;
}

function textOf(event: Component, name: string): string {
  return event.get(name)?.[0]?.value ?? "";
}
