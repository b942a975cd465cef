import { asc, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { calendarSources } from "../../db/schema.ts";
import { isBusy, ownStore } from "../../db/write.ts";
import type { Read } from "../exchange/candidate.ts";
import { fetchCalendar, type Network, publicNetwork } from "../exchange/fetch-calendar.ts";
import type { CalendarSource } from "../exchange/sources.ts";
import type { Outcome } from "../exchange/outcome.ts";
import { takeIn } from "../exchange/take-in.ts";
import { HOUR } from "../shared/time.ts";
import type { RefusalKey } from "../texts/refusals.ts";

/** Reads a file without holding the thread; a worker does. */
export type ReadCalendar = (asked: {
  file: Uint8Array;
  organisationId: string;
  now: number;
}) => Promise<Read[] | { refused: RefusalKey }>;

const AGAIN_AFTER = 23 * HOUR;
const MOST_A_RUN = 200;

/**
 * Fetches every kept calendar once a day. What is new waits as a draft, what is known follows. One that was cut off
 * half way is fetched again. Answers how many activities changed.
 */
export async function fetchCalendars(
  db: Db,
  read: ReadCalendar,
  now: number,
  network: Network = publicNetwork,
): Promise<number> {
  const { fetchedAt } = calendarSources;
  const due = db
    .select()
    .from(calendarSources)
    .where(or(isNull(fetchedAt), lt(fetchedAt, now - AGAIN_AFTER)))
    .orderBy(asc(fetchedAt))
    .limit(MOST_A_RUN)
    .all();
  let changed = 0;
  for (const source of due) changed += await fetchOne(db, read, source, now, network);
  return changed;
}

async function fetchOne(
  db: Db,
  read: ReadCalendar,
  source: CalendarSource,
  now: number,
  network: Network,
): Promise<number> {
  const note = (what: Partial<CalendarSource>) =>
    db
      .update(calendarSources)
      .set({ fetchedAt: now, ...what })
      .where(eq(calendarSources.id, source.id))
      .run();
  const fetched = await fetchCalendar(source.url, source, network);
  if ("unchanged" in fetched) note({ lastError: null });
  if ("refused" in fetched) note({ lastError: fetched.refused });
  if (!("bytes" in fetched)) return 0;
  const { organisationId } = source;
  const reads = await read({ file: fetched.bytes, organisationId, now }).catch((thrown: unknown) => {
    if (isBusy(thrown)) return { refused: "calendarHard" };
    throw thrown;
  });
  if ("refused" in reads) {
    note({ lastError: reads.refused });
    return 0;
  }
  const isKept = db
    .select({ id: calendarSources.id })
    .from(calendarSources)
    .where(eq(calendarSources.id, source.id))
    .get();
  if (!isKept) return 0;
  const outcomes = await takeIn(ownStore(db), { organisationId, actorId: null, defaults: {}, now }, reads);
  note({ lastError: null, etag: fetched.etag, lastModified: fetched.lastModified });
  return outcomes.filter(isChange).length;
}

function isChange({ kind }: Outcome): boolean {
  return kind === "changed" || kind === "paused";
}
