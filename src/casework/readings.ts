/** Who has read which case: for the lead of its team and the data officer, who read none of them. */
import { count, desc, eq, inArray, type SQL } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { caseReadings, cases, teams, users } from "../../db/schema.ts";
import { has, scopesOf, type Viewer } from "../accounts/roles.ts";
import { type Paged, pageOf } from "../shared/paging.ts";

export interface Reading {
  reference: string;
  team: string;
  reader: string;
  at: number;
  how: (typeof caseReadings.$inferSelect)["how"];
}

/** The readings of the teams that the viewer leads, of all for a data officer, the newest first; else none. */
export function readingsFor(db: Db, viewer: Viewer | null, page: number): Paged<Reading> {
  const which = seenBy(viewer);
  if (which === null) return pageOf(1, 0, () => []);
  const total = db
    .select({ many: count() })
    .from(caseReadings)
    .innerJoin(cases, eq(cases.id, caseReadings.caseId))
    .where(which)
    .get();
  return pageOf(page, total?.many ?? 0, (skip, take) =>
    db
      .select({
        reference: cases.reference,
        team: teams.name,
        reader: users.name,
        at: caseReadings.at,
        how: caseReadings.how,
      })
      .from(caseReadings)
      .innerJoin(cases, eq(cases.id, caseReadings.caseId))
      .innerJoin(teams, eq(teams.id, cases.teamId))
      .innerJoin(users, eq(users.id, caseReadings.readerId))
      .where(which)
      .orderBy(desc(caseReadings.at), desc(caseReadings.id))
      .limit(take)
      .offset(skip)
      .all(),
  );
}

/** Undefined: all; null: none. */
function seenBy(viewer: Viewer | null): SQL | undefined | null {
  if (has(viewer, "data-officer")) return undefined;
  const led = scopesOf(viewer, "lead");
  return led.length > 0 ? inArray(cases.teamId, led) : null;
}
