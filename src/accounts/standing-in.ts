import { and, eq, gte, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { covers, users } from "../../db/schema.ts";
import { localDate } from "../shared/time.ts";
import type { StoodInFor, Viewer } from "./roles.ts";

/**
 * Whom somebody with these roles stands in for today; nobody, for who works in no team of the same controller (any
 * more).
 */
export function stoodInForBy(db: Db, userId: string, held: Viewer["memberships"], now: number): StoodInFor[] {
  const own = held.filter(({ role }) => role === "brobygger" || role === "lead").map(({ scope }) => scope);
  if (own.length === 0) return [];
  const sameController = sql`(SELECT coalesce(controller_id, '') FROM teams WHERE id = ${covers.teamId}) IN
    (SELECT coalesce(controller_id, '') FROM teams WHERE id IN (SELECT value FROM json_each(${JSON.stringify(own)})))`;
  const today = localDate(now);
  return db
    .select({ awayId: covers.awayId, away: users.name, teamId: covers.teamId })
    .from(covers)
    .innerJoin(users, eq(users.id, covers.awayId))
    .where(
      and(
        eq(covers.coverId, userId),
        lte(covers.fromOn, today),
        gte(covers.untilOn, today),
        isNull(covers.endedAt),
        sameController,
      ),
    )
    .all();
}
