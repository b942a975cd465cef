import { and, count, desc, eq, gt, lt } from "drizzle-orm";
import { among } from "./among.ts";
import type { Db } from "./client.ts";
import { type Swept, sweeps, sweptRows, users } from "./schema.ts";

/** How long a sweep is remembered. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
const ROWS_A_STATEMENT = 1000;
const SHOWN = 20;

/** One sweep, as it is told of. */
export interface Sweep {
  id: string;
  at: number;
  /** Name of who did it; null when the account is gone. */
  actor: string | null;
  many: number;
}

/** Notes that rows were swept away; of a long sweep in several transactions each adds to the same. */
export function noteSwept(
  db: Db,
  sweep: { id: string; kind: Swept; actorId: string },
  rowIds: readonly string[],
  now: number,
): void {
  db.insert(sweeps)
    .values({ ...sweep, at: now })
    .onConflictDoNothing()
    .run();
  for (let at = 0; at < rowIds.length; at += ROWS_A_STATEMENT)
    db.insert(sweptRows)
      .values(rowIds.slice(at, at + ROWS_A_STATEMENT).map((rowId) => ({ sweepId: sweep.id, rowId })))
      .run();
}

/** What a sweep took and was not put back; nothing of one that is unknown or of another kind. */
export function rowsOfSweep(db: Db, kind: Swept, sweepId: string): string[] {
  return db
    .select({ rowId: sweptRows.rowId })
    .from(sweptRows)
    .innerJoin(sweeps, eq(sweeps.id, sweptRows.sweepId))
    .where(and(eq(sweeps.id, sweepId), eq(sweeps.kind, kind)))
    .all()
    .map(({ rowId }) => rowId);
}

/** Notes that rows of a sweep were put back. */
export function noteRestored(db: Db, sweepId: string, rowIds: readonly string[]): void {
  db.delete(sweptRows)
    .where(and(eq(sweptRows.sweepId, sweepId), among(sweptRows.rowId, rowIds)))
    .run();
}

/** The last sweeps of a kind within 30 days of which something can still be put back, the newest first. */
export function lastSweeps(db: Db, kind: Swept, now: number): Sweep[] {
  return db
    .select({ id: sweeps.id, at: sweeps.at, actor: users.name, many: count(sweptRows.rowId) })
    .from(sweeps)
    .innerJoin(sweptRows, eq(sweptRows.sweepId, sweeps.id))
    .leftJoin(users, eq(users.id, sweeps.actorId))
    .where(and(eq(sweeps.kind, kind), gt(sweeps.at, now - KEPT_MS)))
    .groupBy(sweeps.id)
    .orderBy(desc(sweeps.at))
    .limit(SHOWN)
    .all();
}

/** Drops sweeps after 30 days. */
export function forgetSweeps(db: Db, now: number): void {
  db.delete(sweeps)
    .where(lt(sweeps.at, now - KEPT_MS))
    .run();
}
