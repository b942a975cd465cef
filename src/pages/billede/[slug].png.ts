import { join } from "node:path";
import type { APIRoute } from "astro";
import { freshness, hasIt } from "../../activities/pointing/fresh.ts";
import { type Lettering, openLettering } from "../../activities/pointing/lettering.ts";
import { previewPicture } from "../../activities/pointing/preview.ts";
import { activityPage, isPublic } from "../../activities/public.ts";
import { vocabularyOf } from "../../places/vocabulary.ts";
import { runtime } from "../../runtime.ts";
import { instantOf, localDate } from "../../shared/time.ts";

const FONT = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2";
let lettering: Lettering | undefined;

/** The picture of an activity that a shared link shows. */
export const GET: APIRoute = async ({ params, request, rewrite }) => {
  const { db, config, now } = runtime();
  const at = now();
  const activity = activityPage(db, params.slug ?? "", at);
  if (!activity || !isPublic(activity)) return rewrite("/404");
  const next = activity.dates.find(({ cancelled }) => !cancelled)?.start ?? 0;
  const tag = `"${activity.updatedAt.toString(36)}-${next.toString(36)}"`;
  const changed = Math.max(Math.min(activity.updatedAt, at), instantOf(localDate(at), "00:00"));
  const headers = { ...freshness(tag, changed), "cache-control": "public, max-age=86400" };
  if (hasIt(request, tag, changed)) return new Response(null, { status: 304, headers });
  lettering ??= openLettering(join(config.root, FONT));
  const theme = vocabularyOf(db, at).themes.find(({ slug }) => slug === activity.themes[0])?.name;
  const picture = await previewPicture(activity, theme, lettering);
  return new Response(new Uint8Array(picture), { headers: { ...headers, "content-type": "image/png" } });
};
