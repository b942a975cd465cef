import type { Db } from "../../db/client.ts";
import { paths } from "../shared/paths.ts";
import { pointing } from "../texts/pointing.ts";
import { atomOf, feedItems, rssOf } from "./feed.ts";
import { calendarOfSearch, lastChanged, type Subscribed, tagOf } from "./subscription.ts";

export type FollowKind = "ics" | "rss" | "atom";

export interface ToFollow {
  kind: FollowKind;
  found: Pick<Subscribed, "result" | "words">;
  /** The search's parameters as they are written in an address, "" for the whole board. */
  search: string;
  siteUrl: string;
  now: number;
}

/** A subscription as it is answered. */
export interface Followed {
  tag: string;
  /** Epoch ms. */
  changed: number;
  body: string;
}

/** Writes what readers of feeds and calendars come back for. */
export function followedOf(db: Db, { kind, found, search, siteUrl, now }: ToFollow): Followed {
  const changed = lastChanged(db, now);
  const tag = tagOf(db, found, now);
  const title = pointing.feedTitle(found.words);
  if (kind === "ics") return { tag, changed, body: calendarOfSearch(db, found, { name: title, siteUrl, now }) };
  const asked = search && `?${search}`;
  const feed = {
    title,
    page: `${siteUrl}${paths.board}${asked}`,
    self: `${siteUrl}${paths.feed[kind]}${asked}`,
    updated: changed,
    items: feedItems(db, found.result.hits, siteUrl),
  };
  return { tag, changed, body: kind === "rss" ? rssOf(feed) : atomOf(feed) };
}
