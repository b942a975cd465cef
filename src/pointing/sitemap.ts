import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { onBoard } from "../../db/on-board.ts";
import { paths } from "../shared/paths.ts";
import { xml } from "./xml.ts";

/** The protocol's limit for one file (sitemaps.org). */
const MOST_ADDRESSES = 50_000;
const PAGES = [paths.board, paths.week, paths.help, paths.signUp, paths.privacy, paths.accessibility];

/** All that search engines may show: the open pages, published activities and their organisations, the oldest first. */
export function sitemapOf(db: Db, siteUrl: string): string {
  const pages = PAGES.map((path) => entry(siteUrl + path));
  const hosts = organisationsToShow(db).map(({ slug }) => entry(`${siteUrl}${paths.organisation(slug)}`));
  const activities = activitiesToShow(db).map(({ slug, changed }) =>
    entry(`${siteUrl}${paths.activity(slug)}`, changed),
  );
  const addresses = [...pages, ...hosts, ...activities].slice(0, MOST_ADDRESSES);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join("\n")}\n</urlset>\n`;
}

function organisationsToShow(db: Db): { slug: string }[] {
  return db.all(sql`SELECT slug FROM organisations WHERE state = 'approved' ORDER BY rowid LIMIT ${MOST_ADDRESSES}`);
}

function activitiesToShow(db: Db): { slug: string; changed: string }[] {
  return db.all(sql`
    SELECT a.slug, date(a.updated_at / 1000, 'unixepoch') AS changed FROM activities a CROSS JOIN organisations o ON o.id = a.organisation_id
    WHERE ${onBoard} ORDER BY a.rowid LIMIT ${MOST_ADDRESSES}`);
}

function entry(address: string, changed?: string): string {
  return `<url><loc>${xml(address)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>`;
}
