import type { APIRoute } from "astro";
import type { SearchAnswer } from "../../board/api-schema.ts";
import { findOnBoard } from "../../board/find.ts";
import { priceAsJson } from "../../exchange/write-line.ts";
import { PAGE_SIZE } from "../../../search/engine.ts";
import { runtime } from "../../process/runtime.ts";
import { isoInstant } from "../../shared/time.ts";

/** The search as JSON (README, "Addresses"). Contacts are never in it. */
export const GET: APIRoute = async ({ url }) => {
  const { db, search, now } = runtime();
  const { read, result, cards } = await findOnBoard(db, search, url.searchParams, now());
  const byId = new Map(result.hits.map(({ id, by }) => [id, by]));
  const hits = cards.map((card) => ({
    id: card.id,
    slug: card.slug,
    title: card.title,
    organisation: card.organisation.name,
    area: card.area?.slug ?? null,
    postcode: card.postcode,
    lat: card.point?.lat ?? null,
    lng: card.point?.lng ?? null,
    themes: card.themes,
    facts: card.facts,
    price: priceAsJson(card.price),
    next: isoInstant(card.next),
    distance: card.distance,
    by: byId.get(card.id) ?? "literal",
  }));
  const { total, literal, fitting, page, engine, facets } = result;
  const answer: SearchAnswer = {
    total,
    literal,
    fitting,
    page,
    pageSize: PAGE_SIZE,
    engine,
    hits,
    facets,
    understood: read.understood,
    ignored: read.ignored,
  };
  return Response.json(answer);
};
