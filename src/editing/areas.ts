import { asc, eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteAllChanged } from "../../db/outbox.ts";
import { areaNicknames, areas } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

/** An area as an editor sees it. */
export interface AreaRow {
  slug: string;
  number: string;
  name: string;
  hasShape: boolean;
  nicknames: string[];
  activities: number;
}

/** The areas by number, with their other names and how many activities lie there. */
export function listAreas(db: Db): AreaRow[] {
  const nicknames = db.select().from(areaNicknames).orderBy(asc(areaNicknames.name)).all();
  return db
    .select({
      slug: areas.slug,
      number: areas.number,
      name: areas.name,
      hasShape: sql<number>`${areas.polygon} IS NOT NULL`.mapWith(Boolean),
      activities: sql<number>`(SELECT count(*) FROM activities a WHERE a.area = areas.slug AND a.state = 'published')`,
    })
    .from(areas)
    .orderBy(asc(areas.number))
    .all()
    .map((area) => ({ ...area, nicknames: nicknames.filter((row) => row.area === area.slug).map(({ name }) => name) }));
}

/** Takes these other names of areas instead of all there were. Refuses a name that stands twice. */
export function saveNicknames(db: Db, by: Viewer, wanted: readonly { area: string; names: string[] }[]): void {
  if (!has(by, "editor")) refuse("notYours");
  const seen = new Set<string>();
  db.transaction((tx) => {
    for (const { area, names } of wanted) {
      tx.delete(areaNicknames).where(eq(areaNicknames.area, area)).run();
      for (const name of names) {
        if (seen.has(name.toLowerCase())) refuse("nicknameTwice", nicknamesField(area));
        seen.add(name.toLowerCase());
      }
    }
    const rows = wanted.flatMap(({ area, names }) => names.map((name) => ({ area, name })));
    for (const row of rows)
      tx.insert(areaNicknames)
        .values(row)
        .onConflictDoUpdate({ target: areaNicknames.name, set: { area: row.area } })
        .run();
    noteAllChanged(tx);
  });
}

/** The field of an area's other names in the editor's form. */
export function nicknamesField(slug: string): string {
  return `navne-${slug}`;
}
