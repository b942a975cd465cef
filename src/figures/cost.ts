/** What a year of the work of a team has cost. */
import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { yearCosts } from "../../db/schema.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

/** Keeps what a year cost, in øre, as a lead of the team; null takes it away. */
export function writeCost(
  db: Db,
  viewer: Viewer,
  { teamId, year, ore }: { teamId: string; year: number; ore: number | null },
): void {
  if (!scopesOf(viewer, "lead").includes(teamId)) refuse("unknown");
  if (ore === null)
    db.delete(yearCosts)
      .where(and(eq(yearCosts.teamId, teamId), eq(yearCosts.year, year)))
      .run();
  else
    db.insert(yearCosts)
      .values({ teamId, year, ore })
      .onConflictDoUpdate({ target: [yearCosts.teamId, yearCosts.year], set: { ore } })
      .run();
}
