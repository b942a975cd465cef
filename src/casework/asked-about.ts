import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { onBoard } from "../../db/on-board.ts";

/** An activity of the board, as it was called when somebody asked about it. */
export interface AskedAbout {
  slug: string;
  title: string;
}

/** The activity of an address, if it stands on the board. */
export function activityAskedAbout(db: Db, slug: string): AskedAbout | null {
  if (!slug) return null;
  const rows = db.all<AskedAbout>(sql`
    SELECT a.slug, a.title FROM activities a JOIN organisations o ON o.id = a.organisation_id
    WHERE a.slug = ${slug} AND ${onBoard}`);
  return rows[0] ?? null;
}
