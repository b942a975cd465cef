/** Which activity of an organisation something of a source is. */
import { and, eq, inArray, isNull, like, ne, or } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import type { Activity } from "../activities/activity.ts";
import { occurrencesOf } from "../schedule/schedule.ts";
import { DAY } from "../shared/time.ts";
import { type Candidate, isSkipped, type Read } from "./candidate.ts";

const WEEKS_AHEAD = 26;

/** What is kept in mind while a source is gone through. */
export interface Recognising {
  organisationId: string;
  now: number;
  /** What was typed by hand, or is known by an event that the source no longer names: ids by plain title. */
  byTitle: ReadonlyMap<string, string[]>;
  /** Activities that something of it has been recognised as. */
  claimed: Set<string>;
}

/** For one run over what a source names. */
export function recognising(db: Db, organisationId: string, reads: readonly Read[], now: number): Recognising {
  const named = namedKeys(reads);
  const { id, title, importKey, state } = activities;
  const rows = db
    .select({ id, title, importKey })
    .from(activities)
    .where(
      and(
        eq(activities.organisationId, organisationId),
        ne(state, "withdrawn"),
        or(isNull(importKey), like(importKey, "ics:%")),
      ),
    )
    .all()
    .filter((row) => !named.has(row.importKey ?? ""));
  const byTitle = new Map(
    [...Map.groupBy(rows, (row) => plain(row.title))].map(([name, same]) => [name, same.map((row) => row.id)]),
  );
  return { organisationId, now, byTitle, claimed: new Set() };
}

/** All keys that a source names, of what cannot be used as well. */
export function namedKeys(reads: readonly Read[]): Set<string> {
  return new Set(reads.flatMap((read) => (isSkipped(read) ? (read.key ?? []) : [read.key, ...(read.otherKeys ?? [])])));
}

/**
 * What this was taken in as earlier; else, of a calendar, what bears its title: typed by hand with a date in common, or
 * known by an event that the calendar no longer holds.
 */
export function known(db: Db, run: Recognising, candidate: Candidate): Activity | null {
  const found = byKey(db, run, candidate) ?? (candidate.key.startsWith("ics:") ? byTitle(db, run, candidate) : null);
  if (found) run.claimed.add(found.id);
  return found;
}

function byKey(db: Db, { organisationId, claimed }: Recognising, { key, otherKeys = [] }: Candidate): Activity | null {
  const keys = [key, ...otherKeys];
  const rows = db
    .select()
    .from(activities)
    .where(and(inArray(activities.importKey, keys), eq(activities.organisationId, organisationId)))
    .all()
    .filter(({ id }) => !claimed.has(id));
  const order = (row: Activity) => keys.indexOf(row.importKey ?? "");
  return rows.sort((a, b) => order(a) - order(b))[0] ?? null;
}

function byTitle(db: Db, { byTitle, claimed, now }: Recognising, { stated, next }: Candidate): Activity | null {
  const ids = (byTitle.get(plain(stated.title)) ?? []).filter((id) => !claimed.has(id));
  if (!next || ids.length === 0) return null;
  const starts = new Set(startsOf(stated.schedule ?? [], now));
  const isSame = (row: Activity) =>
    row.importKey !== null || row.schedule.length === 0 || startsOf(row.schedule, now).some((at) => starts.has(at));
  return db.select().from(activities).where(inArray(activities.id, ids)).all().find(isSame) ?? null;
}

function startsOf(schedule: Activity["schedule"], now: number): number[] {
  return occurrencesOf(schedule, { from: now, to: now + WEEKS_AHEAD * 7 * DAY }).map(({ start }) => start);
}

function plain(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
