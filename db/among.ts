import { type AnyColumn, type SQL, sql } from "drizzle-orm";

/**
 * `column IN (…)` of a list that may be of any length: it travels as one value, and SQLite takes no more than 32,766 of
 * them.
 */
export function among(column: AnyColumn, values: readonly string[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
