import { setImmediate as breathe } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { xml } from "./xml.ts";

/** The protocol's limit for one file (sitemaps.org). */
const MOST_ADDRESSES = 50_000;
const STEP = 1_000;
const PAGES = ["/", "/ugen", "/hjaelp", "/opret-forening", "/privatliv", "/was"];

/** All that search engines may show: the open pages, published activities and their organisations. Written in steps, so that nobody waits for it. */
export async function sitemapOf(db: Db, siteUrl: string): Promise<string> {
  const addresses = PAGES.map((path) => entry(siteUrl + path));
  for (const [folder, read] of [
    ["foreninger", organisationsAfter],
    ["aktiviteter", activitiesAfter],
  ] as const) {
    let rows = read(db, 0);
    while (rows.length > 0 && addresses.length < MOST_ADDRESSES) {
      addresses.push(...rows.map(({ slug, changed }) => entry(`${siteUrl}/${folder}/${slug}`, changed)));
      await breathe();
      rows = read(db, rows.at(-1)?.at ?? 0);
    }
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.slice(0, MOST_ADDRESSES).join("\n")}\n</urlset>\n`;
}

interface Listed {
  /** The number of the row, to go on from. */
  at: number;
  slug: string;
  changed?: string;
}

function organisationsAfter(db: Db, after: number): Listed[] {
  return db.all(sql`SELECT rowid AS at, slug FROM organisations WHERE rowid > ${after} AND state = 'approved' ORDER BY rowid LIMIT ${STEP}`);
}

function activitiesAfter(db: Db, after: number): Listed[] {
  return db.all(sql`
    SELECT a.rowid AS at, a.slug, date(a.updated_at / 1000, 'unixepoch') AS changed FROM activities a CROSS JOIN organisations o ON o.id = a.organisation_id
    WHERE a.rowid > ${after} AND a.state = 'published' AND a.lapsed_at IS NULL AND o.state = 'approved' ORDER BY a.rowid LIMIT ${STEP}`);
}

function entry(address: string, changed?: string): string {
  return `<url><loc>${xml(address)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>`;
}
