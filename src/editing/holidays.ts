import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { writeMark } from "../../db/marks.ts";
import { holidays, type PauseKind } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

export const PAUSE_KINDS = [
  "school",
  "christmas",
  "easter",
  "summer",
  "public",
] as const satisfies readonly PauseKind[];

export type HolidayRow = typeof holidays.$inferSelect;

/** The pauses that an editor keeps, by first day. */
export function listHolidays(db: Db): HolidayRow[] {
  return db.select().from(holidays).orderBy(asc(holidays.from)).all();
}

/** Adds a pause, first and last day (`YYYY-MM-DD`) included. Refuses one that ends before it begins. */
export function addHoliday(db: Db, by: Viewer, holiday: Omit<HolidayRow, "id">): void {
  if (!has(by, "editor")) refuse("notYours");
  if (holiday.until < holiday.from) refuse("holidayDates", "sidste");
  db.transaction((tx) => {
    tx.insert(holidays).values(holiday).run();
    lookAtAllDates(tx);
  });
}

export function removeHoliday(db: Db, by: Viewer, id: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    tx.delete(holidays).where(eq(holidays.id, id)).run();
    lookAtAllDates(tx);
  });
}

/** The job that rolls dates forward goes through all of them the next time it runs. */
function lookAtAllDates(tx: Db): void {
  writeMark(tx, "occurrences-rolled", "");
}
