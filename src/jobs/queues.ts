import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { MOST_TRIES } from "../mail/undelivered.ts";
import { lateBy, isOpenCase } from "../casework/open.ts";

/** What waits, and for how long: numbers alone. */
export interface Queues {
  mails: { waiting: number; oldestMs: number; givenUp: number };
  /** Changes that not every search index has taken in. */
  outboxRows: number;
  /** Help requests that nobody tried to reach within the promise. */
  late: { cases: number; mostMs: number };
}

/** Reads what waits at `now` (epoch ms). */
export function readQueues(db: Db, now: number): Queues {
  const mails = db.get<{ waiting: number; oldest: number | null; given_up: number }>(sql`
    SELECT count(*) FILTER (WHERE NOT given_up) AS waiting, min(created_at) FILTER (WHERE NOT given_up) AS oldest, count(*) FILTER (WHERE given_up) AS given_up
    FROM (SELECT created_at, attempts >= ${MOST_TRIES} OR sealed IS NULL AS given_up FROM mails WHERE sent_at IS NULL)`);
  const late = db.get<{ cases: number; due: number | null }>(sql`
    SELECT count(*) AS cases, min(due_at) AS due FROM cases WHERE ${isOpenCase} AND ${lateBy(now)}`);
  const outbox = db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM outbox_log WHERE seq > coalesce((SELECT min(position) FROM outbox_readers), 0)`);
  return {
    mails: { waiting: mails.waiting, oldestMs: Math.max(0, now - (mails.oldest ?? now)), givenUp: mails.given_up },
    outboxRows: outbox.count,
    late: { cases: late.cases, mostMs: Math.max(0, now - (late.due ?? now)) },
  };
}
