import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { onBoard } from "../../db/on-board.ts";
import { keptRead } from "../../db/kept-reads.ts";
import { allRows } from "../../db/statements.ts";
import { factsOf } from "../shared/facts.ts";
import { startOfMinute } from "../shared/time.ts";
import { shownPoint } from "../../search/document.ts";
import type { ThemeLook } from "../shared/hues.ts";
import type { LatLng } from "../shared/point.ts";
import type { FoundHit } from "../../search/engine.ts";
import type { Price } from "../shared/price.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { COLUMNS, FROM, type Row } from "./board-row.ts";

/** What a citizen may see of an activity in a list. */
export interface Card {
  id: string;
  slug: string;
  title: string;
  summary: string;
  organisation: { name: string; slug: string };
  area: { slug: string; name: string } | null;
  postcode: string | null;
  placeName: string | null;
  point: LatLng | null;
  /** Only the postcode is known: the point is about there. */
  isAbout: boolean;
  online: boolean;
  themes: string[];
  /** The first of them, that gives the colour; null: it has none, or none that there is. */
  theme: ThemeLook | null;
  facts: string[];
  /** Null: nobody stated it. */
  price: Price | null;
  schedule: ScheduleEntry[];
  confirmedAt: string | null;
  /** No room now. */
  full: boolean;
  /** The occurrence that met the wishes: epoch ms. */
  next: number;
  nextEnd: number;
  /** The last time before it that was called off, perhaps long ago; null: none was. */
  calledOff: number | null;
  /** Metres, where the search had a point. */
  distance: number | null;
}

/** How long something is new: 60 days. */
const NEW_FOR = 60 * 24 * 60 * 60 * 1000;

/**
 * The cards of these hits in their order; a hit that has left the board since is left out. The hits come first in the
 * join (CROSS JOIN): the planner would scan.
 */
export function cardsOf(db: Db, hits: readonly FoundHit[]): Card[] {
  if (!hits.length) return [];
  return keptRead(db, `cards ${JSON.stringify(hits)}`, () => readCards(db, hits));
}

function readCards(db: Db, hits: readonly FoundHit[]): Card[] {
  const wanted = JSON.stringify(hits.map(({ id, next }) => [id, next]));
  const rows = allRows<Row & { next_end: number; called_off: number | null }>(
    db,
    sql`
    SELECT ${COLUMNS}, oc."end" AS next_end,
      (SELECT MAX(start) FROM occurrences c WHERE c.activity_id = a.id AND c.start < oc.start AND c.cancelled) AS called_off FROM json_each(${wanted}) w CROSS JOIN activities a ON a.id = w.value ->> 0
    CROSS JOIN occurrences oc ON oc.activity_id = a.id AND oc.start = w.value ->> 1 AND NOT oc.cancelled
    JOIN organisations o ON o.id = a.organisation_id LEFT JOIN areas ar ON ar.slug = a.area LEFT JOIN themes t ON t.slug = a.themes ->> 0
    WHERE ${onBoard}`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return hits.flatMap((hit) => {
    const row = byId.get(hit.id);
    return row ? [{ ...cardOf(row, hit.next, row.next_end, hit.distance), calledOff: row.called_off }] : [];
  });
}

/** What came to the board last and is still to come in this minute, by when it was published; at most `count`. */
export function newCards(db: Db, now: number, count: number): Card[] {
  const minute = startOfMinute(now);
  return cardsOf(
    db,
    keptRead(db, `new ${count} ${minute}`, () => readNewest(db, minute, count)),
  );
}

/** The newest come first in the join (CROSS JOIN) and end it early. */
function readNewest(db: Db, now: number, count: number): FoundHit[] {
  return allRows<FoundHit>(
    db,
    sql`
    SELECT a.id, (SELECT MIN(start) FROM occurrences WHERE activity_id = a.id AND "end" > ${now} AND NOT cancelled) AS next, NULL AS distance
    FROM activities a CROSS JOIN organisations o ON o.id = a.organisation_id
    WHERE ${onBoard} AND a.published_at > ${now - NEW_FOR} AND next IS NOT NULL ORDER BY a.published_at DESC, a.rowid DESC LIMIT ${count}`,
  );
}

/** The times within a span that were called off, as cards, earliest first; at most `count`. */
export function calledOffCards(db: Db, from: number, until: number, count: number): Card[] {
  return keptRead(db, `called off ${from} ${until} ${count}`, () => readCalledOff(db, from, until, count));
}

function readCalledOff(db: Db, from: number, until: number, count: number): Card[] {
  const rows = allRows<Row & { next: number; next_end: number }>(
    db,
    sql`
    SELECT ${COLUMNS}, oc.start AS next, oc."end" AS next_end ${FROM} JOIN occurrences oc ON oc.activity_id = a.id
    WHERE oc.start >= ${from} AND oc.start < ${until} AND oc.cancelled AND ${onBoard} ORDER BY oc.start, a.id LIMIT ${count}`,
  );
  return rows.map((row) => ({ ...cardOf(row, row.next, row.next_end, null), calledOff: row.next }));
}

/** What the map needs of its single pins. */
export function pinTitles(db: Db, ids: readonly string[]): Map<string, { slug: string; title: string; theme: string }> {
  const rows = allRows<{ id: string; slug: string; title: string; theme: string }>(
    db,
    sql`
    SELECT a.id, a.slug, a.title, a.themes ->> 0 AS theme FROM json_each(${JSON.stringify(ids)}) w CROSS JOIN activities a ON a.id = w.value
    JOIN organisations o ON o.id = a.organisation_id WHERE ${onBoard}`,
  );
  return new Map(rows.map(({ id, slug, title, theme }) => [id, { slug, title, theme }]));
}

/** A row as a card, with the occurrence that met the wishes. */
export function cardOf(row: Row, next: number, nextEnd: number, distance: number | null): Card {
  const facts: string[] = JSON.parse(row.facts);
  const online = facts.includes("online");
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    organisation: { name: row.organisation_name, slug: row.organisation_slug },
    area: row.area && row.area_name ? { slug: row.area, name: row.area_name } : null,
    postcode: row.postcode,
    placeName: row.place_name,
    point:
      online || row.lat === null || row.lng === null
        ? null
        : shownPoint({ lat: row.lat, lng: row.lng }, row.private_place === 1),
    isAbout: !online && row.point_from === "postcode",
    online,
    themes: JSON.parse(row.themes),
    theme: row.theme_slug === null ? null : { slug: row.theme_slug, name: row.theme_name, hue: row.theme_hue },
    facts: factsOf({ ...row, facts, languages: JSON.parse(row.languages), parking: row.parking === 1 }),
    price: row.price_ore === null ? null : { ore: row.price_ore, per: row.price_per, firstFree: row.first_free === 1 },
    schedule: JSON.parse(row.schedule),
    confirmedAt: row.confirmed_at,
    full: row.full === 1,
    next,
    nextEnd,
    calledOff: null,
    distance,
  };
}
