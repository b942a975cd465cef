/** What an iCalendar file (RFC 5545) is made of, as jCal (RFC 7265) writes it. */
import { ZONE } from "../shared/clock-changes.ts";

/** A line of the file. */
export type Property = [name: string, parameters: Record<string, string>, type: string, ...values: unknown[]];
/** An event, a zone, the calendar itself. */
export type Component = [name: string, properties: Property[], components: Component[]];

/** A property of local dates at one clock. */
export function local(name: string, dates: string[], clock: string): Property {
  return [name, { tzid: ZONE }, "date-time", ...dates.map((date) => `${date}T${clock}:00`)];
}

/** Text without control characters; line breaks stay. */
export function plain(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\P{Cc}\n]/gu, " ")
    .trim();
}

/** For values that are written as they are. */
export function oneLine(text: string): string {
  return plain(text).replaceAll("\n", " ");
}

/** An instant as iCalendar writes it: `20261124T090000Z`. */
export function compact(instant: string): string {
  return instant.replaceAll(/[-:]/g, "");
}

/** Summer time as the EU has kept it since 1996 (directive 2000/84/EC). */
export const COPENHAGEN: Component = [
  "vtimezone",
  [["tzid", {}, "text", ZONE]],
  [
    zoneChange("daylight", "1996-03-31T02:00:00", "+01:00", "+02:00", "CEST", 3),
    zoneChange("standard", "1996-10-27T03:00:00", "+02:00", "+01:00", "CET", 10),
  ],
];

function zoneChange(
  name: string,
  from: string,
  before: string,
  after: string,
  letters: string,
  month: number,
): Component {
  return [
    name,
    [
      ["dtstart", {}, "date-time", from],
      ["rrule", {}, "recur", { freq: "YEARLY", bymonth: month, byday: "-1SU" }],
      ["tzoffsetfrom", {}, "utc-offset", before],
      ["tzoffsetto", {}, "utc-offset", after],
      ["tzname", {}, "text", letters],
    ],
    [],
  ];
}
