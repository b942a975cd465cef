import { eq, sql } from "drizzle-orm";
import type { Db } from "./client.ts";
import type { activities, organisations, themes } from "./schema.ts";

/** Which slugs of a table are taken: a question that may be put thousands of times, and is prepared once. */
export function takenSlugs(
  db: Db,
  table: typeof activities | typeof organisations | typeof themes,
): (slug: string) => boolean {
  const bySlug = db
    .select({ slug: table.slug })
    .from(table)
    .where(eq(table.slug, sql.placeholder("slug")))
    .prepare();
  return (slug) => bySlug.get({ slug }) !== undefined;
}
