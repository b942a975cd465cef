import type { CalendarActivity } from "../schedule/calendar-event.ts";
import { withoutNumbers } from "../danish/phone.ts";
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
    description: withoutNumbers(description, board.behindClick),
    schedule,
    pauses: pauseDates,
    updatedAt,
    place,
    lat: point?.lat,
    lng: point?.lng,
    url: `${siteUrl}${paths.activity(slug)}`,
  };
}
