import { asc, eq, inArray, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { forReferredOfTables, onBoardOfTables } from "../../db/on-board.ts";
import { activities, organisations } from "../../db/schema.ts";
import { lineOf } from "./write-line.ts";

const ROWS_AT_ONCE = 500;
const EXPORTED_ID = sql`CASE WHEN ${activities.importKey} LIKE 'id:%' THEN substr(${activities.importKey}, 4) ELSE ${activities.id} END`;

/**
 * What is on the board, one activity a line (README, "Import and export"), by organisation and title. Phone and mail of
 * contacts, and what is for referred citizens only, only when asked for.
 */
export function* exportLines(
  db: Db,
  { contacts, referred = false }: { contacts: boolean; referred?: boolean },
): Generator<string> {
  const ids = db
    .select({ id: activities.id })
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(referred ? or(onBoardOfTables, forReferredOfTables) : onBoardOfTables)
    .orderBy(asc(organisations.name), asc(activities.title), EXPORTED_ID)
    .all()
    .map(({ id }) => id);
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) yield* linesOf(db, ids.slice(at, at + ROWS_AT_ONCE), contacts);
}

function linesOf(db: Db, ids: string[], contacts: boolean): string[] {
  const rows = db
    .select({ activity: activities, organisation: organisations.name })
    .from(activities)
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .where(inArray(activities.id, ids))
    .all();
  const byId = new Map(rows.map((row) => [row.activity.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [lineOf(row.activity, row.organisation, { contacts })] : [];
  });
}
