import { and, eq, lt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { waitingFiles } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { DAY } from "../shared/time.ts";
import type { Outcome } from "./outcome.ts";

export type WaitingKind = (typeof waitingFiles.$inferSelect)["kind"];

/**
 * A file that somebody has handed in and not yet said yes to; or, when `report` is there, what was done with it: the
 * file is gone then. One a person and kind.
 */
export interface Waiting {
  organisationId: string;
  file: Buffer;
  /** Where it was fetched, and what the sender said of it. */
  url: string | null;
  etag: string | null;
  lastModified: string | null;
  report: Outcome[] | null;
}

/** How long a file waits for a yes, and its report can be read. */
export const WAITING_KEPT_DAYS = 1;

/** Keeps it in place of what waited before. */
export function keepWaiting(db: Db, viewer: Viewer, kind: WaitingKind, waiting: Waiting, now: number): void {
  const row = { ...waiting, file: waiting.file.toString("base64"), savedAt: now };
  db.insert(waitingFiles)
    .values({ userId: viewer.id, kind, ...row })
    .onConflictDoUpdate({ target: [waitingFiles.userId, waitingFiles.kind], set: row })
    .run();
}

/**
 * Keeps what was done with a file in its place. When another one waits by now, or somebody has done the same at once,
 * that stays.
 */
export function keepReport(
  db: Db,
  viewer: Viewer,
  kind: WaitingKind,
  done: Waiting,
  report: Outcome[],
  now: number,
): void {
  const waiting = readWaiting(db, viewer, kind, now);
  if (!waiting || waiting.report || !waiting.file.equals(done.file)) return;
  keepWaiting(db, viewer, kind, { ...done, file: Buffer.alloc(0), report }, now);
}

/** What waits for somebody's yes; null when there is nothing, or it has waited for more than a day. */
export function readWaiting(db: Db, viewer: Viewer | null, kind: WaitingKind, now: number): Waiting | null {
  if (!viewer) return null;
  const row = db
    .select()
    .from(waitingFiles)
    .where(and(eq(waitingFiles.userId, viewer.id), eq(waitingFiles.kind, kind)))
    .get();
  if (!row || now - row.savedAt > WAITING_KEPT_DAYS * DAY) return null;
  const { organisationId, file, url, etag, lastModified, report } = row;
  return {
    organisationId,
    file: Buffer.from(file, "base64"),
    url,
    etag,
    lastModified,
    report: report as Outcome[] | null,
  };
}

/** Drops files that nobody said yes to within a day, and reports as old. */
export function forgetWaiting(db: Db, now: number): void {
  db.delete(waitingFiles)
    .where(lt(waitingFiles.savedAt, now - WAITING_KEPT_DAYS * DAY))
    .run();
}
