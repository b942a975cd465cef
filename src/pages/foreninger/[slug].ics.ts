import type { APIRoute } from "astro";
import { activityPage } from "../../board/activity-page.ts";
import { organisationPage } from "../../board/organisation-page.ts";
import { calendarActivity } from "../../board/to-calendar.ts";
import { runtime } from "../../process/runtime.ts";
import { calendarOf } from "../../schedule/calendar-file.ts";
import { paths } from "../../shared/paths.ts";
import { profileTexts } from "../../texts/profile.ts";

/** All that an association offers, as a calendar to subscribe to. */
export const GET: APIRoute = ({ params, rewrite }) => {
  const { db, config, now } = runtime();
  const at = now();
  const organisation = organisationPage(db, params.slug!, at);
  if (!organisation) return rewrite(paths.notFound);
  const pages = organisation.cards.flatMap(({ slug }) => activityPage(db, slug, at) ?? []);
  const calendar = calendarOf(
    pages.map((page) => calendarActivity(page, config.siteUrl)),
    { name: profileTexts.calendarOf(organisation.name), siteUrl: config.siteUrl, now: at },
  );
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `inline; filename="${organisation.slug}.ics"`,
    },
  });
};
