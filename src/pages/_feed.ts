import type { APIContext } from "astro";
import type { FollowKind } from "../pointing/follow.ts";
import { freshness, hasIt } from "../pointing/fresh.ts";
import { keptSearch } from "../pointing/shortlist.ts";
import { findToFollow } from "../pointing/subscription.ts";
import { runtime } from "../process/runtime.ts";
import { localDate } from "../shared/time.ts";

const TYPES: Record<FollowKind, string> = {
  ics: "text/calendar",
  rss: "application/rss+xml",
  atom: "application/atom+xml",
};

/**
 * A feed or a calendar of a search, or that the reader has it already. A worker writes it, once for each state of the
 * board.
 */
export async function answerFeed({ url, request }: APIContext, kind: FollowKind): Promise<Response> {
  const { db, search, work, config, now } = runtime();
  const at = now();
  const parameters = keptSearch(url.searchParams);
  const followed = await work.followed(`${kind} ${parameters}`, `${work.stateOfBoard()} ${localDate(at)}`, async () => {
    const { result, words } = await findToFollow(db, search, url.searchParams, at);
    return work.do("follow", { kind, found: { result, words }, search: parameters, siteUrl: config.siteUrl, now: at });
  });
  const headers = freshness(followed.tag, followed.changed);
  if (hasIt(request, followed.tag, followed.changed)) return new Response(null, { status: 304, headers });
  const named = kind === "ics" && { "content-disposition": 'inline; filename="faellesbro.ics"' };
  return new Response(followed.body, {
    headers: { ...headers, ...named, "content-type": `${TYPES[kind]}; charset=utf-8` },
  });
}
