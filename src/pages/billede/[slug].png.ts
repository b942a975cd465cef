import { createHash } from "node:crypto";
import type { APIRoute } from "astro";
import { freshness, hasIt } from "../../pointing/fresh.ts";
import { activityPage, isPublic } from "../../board/activity-page.ts";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";
import { instantOf, localDate } from "../../shared/time.ts";

/** The picture of an activity that a shared link shows: made by a worker, once for each state of the activity. */
export const GET: APIRoute = async ({ params, request, rewrite }) => {
  const { db, work, now } = runtime();
  const at = now();
  const slug = params.slug ?? "";
  const activity = activityPage(db, slug, at);
  if (!activity || !isPublic(activity)) return rewrite(paths.notFound);
  const next = activity.dates.find(({ cancelled }) => !cancelled)?.start ?? 0;
  const look = createHash("sha256").update(JSON.stringify(activity.theme)).digest("base64url").slice(0, 8);
  const tag = `"${activity.updatedAt.toString(36)}-${next.toString(36)}-${look}"`;
  const changed = Math.max(Math.min(activity.updatedAt, at), instantOf(localDate(at), "00:00"));
  const headers = { ...freshness(tag, changed), "cache-control": "public, max-age=86400" };
  if (hasIt(request, tag, changed)) return new Response(null, { status: 304, headers });
  const picture = await work.previews(slug, tag, () => work.do("preview", { slug, now: at }));
  if (!picture) return rewrite(paths.notFound);
  return new Response(new Uint8Array(picture), { headers: { ...headers, "content-type": "image/png" } });
};
