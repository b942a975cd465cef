import type { APIRoute } from "astro";
import { calendarOf } from "../../schedule/calendar-file.ts";
import { activityPage, isPublic } from "../../board/activity-page.ts";
import { calendarActivity } from "../../board/to-calendar.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

/** One activity as a calendar file: its series, exceptions and cancellations. */
export const GET: APIRoute = ({ params, rewrite }) => {
  const { db, config, now } = runtime();
  const at = now();
  const activity = activityPage(db, params.slug!, at);
  if (!activity || !isPublic(activity) || activity.state !== "published") return rewrite(paths.notFound);
  const calendar = calendarOf([calendarActivity(activity, config.siteUrl)], {
    name: activity.title,
    siteUrl: config.siteUrl,
    now: at,
  });
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${activity.slug}.ics"`,
    },
  });
};
