import type { Database } from "better-sqlite3";

/** A theme or an area that can be suggested, by its name or a nickname. */
export interface Name {
  kind: "theme" | "area";
  label: string;
  /** Theme slug, area slug or postcode. */
  value: string;
}

const NAMES = `
  SELECT 'theme' AS kind, name AS label, slug AS value FROM themes
  UNION ALL SELECT 'area', name, slug FROM areas
  UNION ALL SELECT 'area', n.name || ' (' || a.name || ')', a.slug FROM area_nicknames n JOIN areas a ON a.slug = n.area
  UNION ALL SELECT 'area', code || ' ' || name, code FROM postcodes`;

/** All themes, areas, nicknames of areas and postcodes. */
export function readNames(client: Database): Name[] {
  return client.prepare<[], Name>(NAMES).all();
}
