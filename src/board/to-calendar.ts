import type { CalendarActivity } from "../schedule/calendar-event.ts";
import { withoutNumbers } from "../danish/phone.ts";
import { dayInWords } from "../danish/wording.ts";
import { board } from "../texts/board.ts";
import { paths } from "../shared/paths.ts";
import type { ActivityPage } from "./activity-page.ts";

/** An activity as its calendar shows it: of a private home only the area, a point only where it is known. */
export function calendarActivity(activity: ActivityPage, siteUrl: string): CalendarActivity {
  const { id, slug, title, description, schedule, pauseDates, updatedAt } = activity;
  const place = activity.online
    ? null
    : activity.private
      ? { name: activity.area?.name ?? null }
      : { name: activity.placeName, address: activity.address, postcode: activity.postcode, town: activity.town };
  const point = activity.private || activity.isAbout ? null : activity.point;
  return {
    id,
    slug,
    title,
    description: [withoutNumbers(description, board.behindClick), ...dayLines(activity)].join("\n\n"),
    schedule,
    pauses: pauseDates,
    updatedAt,
    place,
    lat: point?.lat,
    lng: point?.lng,
    url: `${siteUrl}${paths.activity(slug)}`,
  };
}

/** What is said of single days: a program shows it with the text of each. */
function dayLines({ dayNotes }: ActivityPage): string[] {
  return Object.entries(dayNotes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, { place, text }]) => {
      const said = [place && `${board.elsewhere} ${place}.`, text].filter(Boolean).join(" ");
      return `${dayInWords(date)}: ${said}`;
    });
}
