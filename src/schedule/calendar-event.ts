/** One event of a calendar file (RFC 5545, VEVENT). */
import { addDays, isoInstant } from "../shared/time.ts";
import type { DateRange, ScheduleEntry } from "../shared/schedule-entry.ts";
import { type Component, oneLine, local, type Property, plain } from "./calendar-format.ts";
import { type When, isStretched, lengthByClock } from "./calendar-hours.ts";

/** What a calendar is told of an activity. */
export interface CalendarActivity {
  id: string;
  slug: string;
  title: string;
  description: string;
  /** Null when nobody may know; of a private home only what is public. */
  place: { name?: string | null; address?: string | null; postcode?: string | null; town?: string | null } | null;
  /** WGS84 degrees; left out for a private home and online. */
  lat?: number | null | undefined;
  lng?: number | null | undefined;
  schedule: readonly ScheduleEntry[];
  /** Epoch milliseconds of the last change. */
  updatedAt: number;
  url: string;
  pauses?: readonly DateRange[] | undefined;
}

/** SEQUENCE must grow and fit 31 bits: seconds since then. */
const SEQUENCE_START = Date.UTC(2020, 0, 1);

/** An event at these hours, with what makes it recur. */
export function event(
  activity: CalendarActivity,
  uid: string,
  when: When,
  cancelled: boolean,
  recurring: Property[],
): Component {
  const changed = isoInstant(activity.updatedAt);
  return [
    "vevent",
    [
      ["uid", {}, "text", uid],
      ["dtstamp", {}, "date-time", changed],
      ["last-modified", {}, "date-time", changed],
      ["sequence", {}, "integer", Math.max(0, Math.floor((activity.updatedAt - SEQUENCE_START) / 1000))],
      ...recurring.filter(([name]) => name === "recurrence-id"),
      local("dtstart", [when.date], when.start),
      ending(when, recurring),
      ...recurring.filter(([name]) => name !== "recurrence-id"),
      ["summary", {}, "text", plain(cancelled ? `Aflyst: ${activity.title}` : activity.title)],
      ["description", {}, "text", plain(`${activity.description}\n\n${activity.url}`)],
      ...placeLines(activity),
      ["url", {}, "uri", oneLine(activity.url)],
      ["status", {}, "text", cancelled ? "CANCELLED" : "CONFIRMED"],
    ],
    [],
  ];
}

/** A series states how long it lasts when its first date is not like the others; all else states when it ends. */
function ending(when: When, recurring: Property[]): Property {
  const isSeries = recurring.some(([name]) => name === "rrule" || name === "rdate");
  if (isSeries && isStretched(when)) return ["duration", {}, "duration", `PT${lengthByClock(when.start, when.end)}M`];
  return local("dtend", [when.end > when.start ? when.date : addDays(when.date, 1)], when.end);
}

function placeLines(activity: CalendarActivity): Property[] {
  const { lat, lng } = activity;
  const place = placeText(activity);
  const found: Property[] = [];
  if (place) found.push(["location", {}, "text", plain(place)]);
  if (typeof lat === "number" && typeof lng === "number") found.push(["geo", {}, "float", [lat, lng]]);
  return found;
}

function placeText({ place }: CalendarActivity): string {
  if (!place) return "";
  const town = [place.postcode, place.town].filter(Boolean).join(" ");
  return [place.name, place.address, town].filter(Boolean).join(", ");
}
