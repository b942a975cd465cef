import { and, asc, eq, isNull, lt, or } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { calendarSources, memberships, organisations, users } from "../../db/schema.ts";
import { isBusy, ownStore } from "../../db/write.ts";
import type { Read } from "../exchange/candidate.ts";
import { fetchCalendar, type Network, publicNetwork } from "../exchange/fetch-calendar.ts";
import type { CalendarSource } from "../exchange/sources.ts";
import { noteImported } from "../activities/store.ts";
import type { Outcome, Taking } from "../exchange/outcome.ts";
import { goneFrom, takeIn } from "../exchange/take-in.ts";
import { calendarFailsMail, calendarGoneMail } from "../mail/activities/calendar.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { paths } from "../shared/paths.ts";
import { DAY, HOUR, localDate } from "../shared/time.ts";
import { type RefusalKey, refusalOf } from "../texts/refusals.ts";

/** Reads a file without holding the thread; a worker does. */
export type ReadCalendar = (asked: {
  file: Uint8Array;
  organisationId: string;
  now: number;
}) => Promise<Read[] | { refused: RefusalKey }>;

const AGAIN_AFTER = 23 * HOUR;
/** For so long a calendar may fail before its contacts hear of it. */
const PATIENCE = 3 * DAY;
const MOST_A_RUN = 200;

/**
 * Fetches every kept calendar once a day. What is new waits as a draft, what is known follows, what it no longer names is
 * marked; contacts hear of that, and of a calendar that has failed for three days. One that was cut off half way is
 * fetched again. Answers how many activities changed.
 */
export async function fetchCalendars(
  db: Db,
  box: MailBox,
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
  for (const source of due) changed += await fetchOne(db, box, read, source, now, network);
  return changed;
}

async function fetchOne(
  db: Db,
  box: MailBox,
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
  const failed = (why: RefusalKey) => db.transaction((tx) => noteFailed(tx, box, source, why, now));
  const well = { lastError: null, failingSince: null, failingToldAt: null };
  const fetched = await fetchCalendar(source.url, source, network);
  if ("unchanged" in fetched) note(well);
  if ("refused" in fetched) failed(fetched.refused);
  if (!("bytes" in fetched)) return 0;
  const { organisationId } = source;
  const reads = await read({ file: fetched.bytes, organisationId, now }).catch((thrown: unknown) => {
    if (isBusy(thrown)) return { refused: "calendarHard" as const };
    throw thrown;
  });
  if ("refused" in reads) {
    failed(reads.refused);
    return 0;
  }
  const isKept = db
    .select({ id: calendarSources.id })
    .from(calendarSources)
    .where(eq(calendarSources.id, source.id))
    .get();
  if (!isKept) return 0;
  const leftOut = new Set(source.leftOut);
  const taking = { organisationId, actorId: null, defaults: {}, now, source: source.id, leftOut };
  const outcomes = await takeIn(ownStore(db), taking, reads);
  const gone = db.transaction((tx) => noteGone(tx, box, taking, reads, outcomes));
  note({ ...well, etag: fetched.etag, lastModified: fetched.lastModified });
  return outcomes.filter(isChange).length + gone;
}

/** Marks what the calendar no longer names, and tells its contacts, once. Answers how many are new to that. */
function noteGone(
  tx: Db,
  box: MailBox,
  taking: Taking & { source: string },
  reads: readonly Read[],
  outcomes: readonly Outcome[],
): number {
  const gone = goneFrom(tx, taking, reads, outcomes).filter(({ imported }) => !imported?.["gone"]);
  for (const { id, imported } of gone) noteImported(tx, id, { imported: { ...imported, gone: localDate(taking.now) } });
  if (gone.length === 0) return 0;
  const about = gone.map(({ id, title }) => ({ title, link: `${box.siteUrl}${paths.host.activity(id)}` }));
  for (const to of contactsOf(tx, taking.organisationId))
    queueMail(tx, box.keys, calendarGoneMail(box.siteUrl, to, about), taking.now);
  return gone.length;
}

function noteFailed(tx: Db, box: MailBox, source: CalendarSource, why: RefusalKey, now: number): void {
  const failingSince = source.failingSince ?? now;
  const isTold = source.failingToldAt === null && now - failingSince >= PATIENCE;
  tx.update(calendarSources)
    .set({ fetchedAt: now, lastError: why, failingSince, ...(isTold && { failingToldAt: now }) })
    .where(eq(calendarSources.id, source.id))
    .run();
  if (!isTold) return;
  for (const to of contactsOf(tx, source.organisationId))
    queueMail(tx, box.keys, calendarFailsMail(box.siteUrl, to, { url: source.url, why: refusalOf(why) }), now);
}

/** The accounts of the contacts of an organisation that is approved. */
function contactsOf(db: Db, organisationId: string): string[] {
  return db
    .selectDistinct({ to: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organisations, and(eq(organisations.id, memberships.scope), eq(organisations.state, "approved")))
    .where(and(eq(memberships.role, "contact"), eq(memberships.scope, organisationId)))
    .all()
    .map(({ to }) => to);
}

function isChange({ kind }: Outcome): boolean {
  return kind === "changed" || kind === "paused";
}
