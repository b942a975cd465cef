import { randomInt } from "node:crypto";
import { and, eq, inArray, lt, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, shortlists } from "../../db/schema.ts";
import { shareable } from "../../search/query.ts";
import { refuse } from "../texts/refusal.ts";
import { DAY } from "../shared/time.ts";
import { countPointed } from "./counts.ts";

/** What a code leads to: activities in their order, or a search that is run anew. */
export interface Shortlist {
  code: string;
  activityIds: string[] | null;
  /** Query string of a kept search, "" for the whole board. */
  search: string | null;
  channel: string | null;
  opened: number;
  expiresAt: number;
}

export type Opened = { state: "open" | "expired"; list: Shortlist } | { state: "unknown" };

export const MOST_ACTIVITIES = 20;
/** How long a list holds. */
export const SHORTLIST_DAYS = 90;
/** How long an expired code still says that it has expired. */
export const SHORTLIST_REMEMBERED_DAYS = 365;
/** No 0 and O, no 1, I and L: it is read aloud and typed from paper. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const LENGTH = 8;
const LONGEST_SEARCH = 1500;

/** Keeps ticked activities for 90 days and answers the code; refuses when none of them is public, or too many. */
export function pointToActivities(db: Db, ids: readonly string[], channel: string | null, now: number): string {
  const wanted = [...new Set(ids)];
  if (wanted.length > MOST_ACTIVITIES) refuse("tooManyPicked", "aktivitet");
  const known = new Set(
    db
      .select({ id: activities.id })
      .from(activities)
      .where(and(inArray(activities.id, wanted), eq(activities.audience, "all")))
      .all()
      .map(({ id }) => id),
  );
  const kept = wanted.filter((id) => known.has(id));
  if (kept.length === 0) refuse("nothingPicked", "aktivitet");
  const code = keep(db, { activityIds: kept, search: null, channel }, now);
  countPointed(db, kept, now);
  return code;
}

/** Keeps a whole search for 90 days, without any position, and answers the code. */
export function pointToSearch(db: Db, params: URLSearchParams, channel: string | null, now: number): string {
  return keep(db, { activityIds: null, search: keptSearch(params), channel }, now);
}

/** The shortlist of a code as somebody types it: case, spaces and dashes do not matter. */
export function openShortlist(db: Db, typed: string, now: number): Opened {
  const code = readCode(typed);
  const list = code && db.select().from(shortlists).where(eq(shortlists.code, code)).get();
  if (!list) return { state: "unknown" };
  return { state: list.expiresAt > now ? "open" : "expired", list };
}

/** The code as it is kept, or null when it cannot be one. */
export function readCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, "");
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : null;
}

/** `KX7B 92FP`: two groups are easier to say. */
export function spacedCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** The parameters of a search that are passed on: known ones, no position, from page 1. */
export function keptSearch(params: URLSearchParams): string {
  const kept = shareable(params);
  kept.delete("zoom");
  return kept.toString().slice(0, LONGEST_SEARCH);
}

/** The address of a search as it may be passed on and printed. */
export function keptAddress(page: string, params: URLSearchParams): string {
  const kept = keptSearch(params);
  return kept ? `${page}?${kept}` : page;
}

/** Drops lists that expired a year ago. */
export function forgetShortlists(db: Db, now: number): void {
  db.delete(shortlists)
    .where(lt(shortlists.expiresAt, now - SHORTLIST_REMEMBERED_DAYS * DAY))
    .run();
}

function keep(db: Db, list: Pick<Shortlist, "activityIds" | "search" | "channel">, now: number): string {
  const code = freeCode(db);
  db.insert(shortlists)
    .values({ ...list, code, createdAt: now, expiresAt: now + SHORTLIST_DAYS * DAY })
    .run();
  return code;
}

function freeCode(db: Db): string {
  for (;;) {
    const code = Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join("");
    if (!db.get(sql`SELECT 1 FROM shortlists WHERE code = ${code}`)) return code;
  }
}
