import { sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { localDate } from "../../shared/time.ts";
import { xml } from "./xml.ts";

/** The protocol's limit for one file (sitemaps.org). */
const MOST_ADDRESSES = 50_000;
const PAGES = ["/", "/ugen", "/hjaelp", "/opret-forening", "/privatliv", "/was"];

/** All that search engines may show: the open pages, published activities and their organisations. */
export function sitemapOf(db: Db, siteUrl: string): string {
  const organisations = db.all<{ slug: string }>(sql`SELECT slug FROM organisations WHERE state = 'approved' ORDER BY slug`);
  const activities = db.all<{ slug: string; at: number }>(
    sql`SELECT a.slug, a.updated_at AS at FROM activities a JOIN organisations o ON o.id = a.organisation_id WHERE a.state = 'published' AND a.lapsed_at IS NULL AND o.state = 'approved' ORDER BY a.updated_at DESC`,
  );
  const addresses = [
    ...PAGES.map((path) => entry(siteUrl + path)),
    ...organisations.map(({ slug }) => entry(`${siteUrl}/foreninger/${slug}`)),
    ...activities.map(({ slug, at }) => entry(`${siteUrl}/aktiviteter/${slug}`, localDate(at))),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.slice(0, MOST_ADDRESSES).join("\n")}\n</urlset>\n`;
}

function entry(address: string, changed?: string): string {
  return `<url><loc>${xml(address)}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ""}</url>`;
}
