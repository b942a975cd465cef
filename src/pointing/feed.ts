import { dayAndHours } from "../danish/wording.ts";
import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import type { FoundHit } from "../../search/engine.ts";
import { isoInstant } from "../shared/time.ts";
import { pointing } from "../texts/pointing.ts";
import type { Card } from "../board/cards.ts";
import { cardsOf } from "../board/cards.ts";
import { paths } from "../shared/paths.ts";
import { priceInWords } from "../texts/price-in-words.ts";
import { xml } from "./xml.ts";

/** What is new on the board, and what comes next. */
export interface FeedItem {
  id: string;
  title: string;
  address: string;
  text: string;
  published: number;
  updated: number;
}

export interface Feed {
  title: string;
  /** The page of the same search, and the feed itself. */
  page: string;
  self: string;
  updated: number;
  items: FeedItem[];
}

const NEW = 25;
const NEXT = 25;

/** The newest and the next of these hits, newest first. */
export function feedItems(db: Db, hits: readonly FoundHit[], siteUrl: string): FeedItem[] {
  const rows = db.all<{ id: string; published: number; updated: number }>(
    sql`SELECT a.id, coalesce(a.published_at, a.created_at) AS published, a.updated_at AS updated FROM json_each(${JSON.stringify(hits.map(({ id }) => id))}) w JOIN activities a ON a.id = w.value`,
  );
  const dates = new Map(rows.map((row) => [row.id, row]));
  const newest = rows.sort((a, b) => b.published - a.published).slice(0, NEW);
  const next = [...hits].sort((a, b) => a.next - b.next).slice(0, NEXT);
  const shown = new Set([...newest, ...next].map(({ id }) => id));
  return cardsOf(
    db,
    hits.filter(({ id }) => shown.has(id)),
  )
    .map((card) => itemOf(card, dates.get(card.id) ?? { published: card.next, updated: card.next }, siteUrl))
    .sort((a, b) => b.published - a.published);
}

/** RSS 2.0, with an address of itself as readers ask for (RSS Advisory Board, best practices). */
export function rssOf(feed: Feed): string {
  const items = feed.items.map(
    (item) =>
      `<item><title>${xml(item.title)}</title><link>${xml(item.address)}</link><guid isPermaLink="true">${xml(item.address)}</guid><pubDate>${rfc822(item.published)}</pubDate><description>${xml(paragraph(item.text))}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(feed.title)}</title><link>${xml(feed.page)}</link><atom:link href="${xml(feed.self)}" rel="self" type="application/rss+xml"/><description>${xml(pointing.feedText)}</description><language>da</language><lastBuildDate>${rfc822(feed.updated)}</lastBuildDate><ttl>360</ttl>
${items.join("\n")}
</channel></rss>
`;
}

/** Atom 1.0 (RFC 4287). */
export function atomOf(feed: Feed): string {
  const entries = feed.items.map(
    (item) =>
      `<entry><id>${xml(item.address)}</id><title>${xml(item.title)}</title><link href="${xml(item.address)}"/><published>${isoInstant(item.published)}</published><updated>${isoInstant(Math.max(item.published, item.updated))}</updated><summary type="html">${xml(paragraph(item.text))}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="da"><id>${xml(feed.self)}</id><title>${xml(feed.title)}</title><subtitle>${xml(pointing.feedText)}</subtitle><link href="${xml(feed.page)}"/><link rel="self" type="application/atom+xml" href="${xml(feed.self)}"/><updated>${isoInstant(feed.updated)}</updated><author><name>Fællesbro</name></author>
${entries.join("\n")}
</feed>
`;
}

/** As HTML, which readers take it for: in the direction of its own letters. */
function paragraph(text: string): string {
  return `<p dir="auto">${xml(text)}</p>`;
}

function itemOf(card: Card, { published, updated }: { published: number; updated: number }, siteUrl: string): FeedItem {
  const place = card.online ? pointing.online : [card.placeName, card.area?.name].filter(Boolean).join(", ");
  const facts = [
    `${pointing.next}: ${dayAndHours({ start: card.next, end: card.nextEnd })}`,
    place,
    card.organisation.name,
    priceInWords(card.price),
  ];
  return {
    id: card.id,
    title: card.title,
    address: `${siteUrl}${paths.activity(card.slug)}`,
    text: [facts.filter(Boolean).join(" · "), card.summary].filter(Boolean).join(". "),
    published,
    updated,
  };
}

/** `Tue, 24 Nov 2026 09:00:00 GMT` (RFC 822 with four digits of the year, as RSS asks). */
function rfc822(ms: number): string {
  return new Date(ms).toUTCString();
}
