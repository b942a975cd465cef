import { and, eq, gte, isNull, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { covers, users } from "../../db/schema.ts";
import { localDate } from "../shared/time.ts";
import type { StoodInFor, Viewer } from "./roles.ts";

/** Whom somebody with these roles stands in for today; nobody, for who works in no team. */
export function stoodInForBy(db: Db, userId: string, held: Viewer["memberships"], now: number): StoodInFor[] {
  if (!held.some(({ role }) => role === "brobygger" || role === "lead")) return [];
  const today = localDate(now);
  return db
    .select({ awayId: covers.awayId, away: users.name, teamId: covers.teamId })
    .from(covers)
    .innerJoin(users, eq(users.id, covers.awayId))
    .where(
      and(eq(covers.coverId, userId), lte(covers.fromOn, today), gte(covers.untilOn, today), isNull(covers.endedAt)),
    )
    .all();
}
