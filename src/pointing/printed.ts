import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { allRows } from "../../db/statements.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { type Found, findOnBoard } from "../board/find.ts";

/** A whole search as it is printed. */
export interface Printed extends Found {
  /** Street, postcode and town by the activity's id; none of a private home. */
  addresses: Map<string, string>;
}

/** So many hits are printed at most: some twenty sheets. */
export const MOST_PRINTED = 500;

/** All hits of a search on one page, the first 500 of them, with their addresses. */
export async function findToPrint(
  db: Db,
  search: Pick<SearchEngine, "search">,
  params: URLSearchParams,
  now: number,
): Promise<Printed> {
  const found = await findOnBoard(db, search, params, now, { side: 1, pageSize: MOST_PRINTED, facets: false });
  const ids = JSON.stringify(found.cards.map(({ id }) => id));
  const rows = allRows<{ id: string; street: string | null; town: string | null }>(
    db,
    sql`
    SELECT a.id, a.address AS street, a.postcode || ' ' || p.name AS town FROM json_each(${ids}) w CROSS JOIN activities a ON a.id = w.value
    LEFT JOIN postcodes p ON p.code = a.postcode WHERE NOT a.private_place`,
  );
  const addresses = rows.map(({ id, street, town }): [string, string] => [
    id,
    [street, town].filter(Boolean).join(", "),
  ]);
  return { ...found, addresses: new Map(addresses) };
}
