/** What is coded of a colleague's referral, with the unit by its name. */
import { eq } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { units } from "../../db/schema.ts";
import type { CaseRow, Referral } from "./store.ts";

/** Where a case was referred from, why, and how the unit knew of us; null: nobody of a unit referred it. */
export function referralOf(
  db: Db,
  { unitId, reason, channel }: CaseRow,
): { unit: string; reason: Referral["reason"] | null; channel: Referral["channel"] } | null {
  if (unitId === null) return null;
  const unit = db.select({ name: units.name }).from(units).where(eq(units.id, unitId)).get()?.name ?? "";
  return { unit, reason, channel };
}

/** The names of the units of these teams, by id. */
export function unitNames(db: Db, teamIds: readonly string[]): Map<string, string> {
  const rows = db.select({ id: units.id, name: units.name }).from(units).where(among(units.teamId, teamIds)).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
