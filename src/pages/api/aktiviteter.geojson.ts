import type { APIRoute } from "astro";
import type { Pin } from "../../../search/engine.ts";
import { readQuery } from "../../../search/query.ts";
import type { MapAnswer } from "../../board/api-schema.ts";
import { isSilent } from "../../board/find.ts";
import { pinTitles } from "../../board/cards.ts";
import { vocabularyOf } from "../../places/vocabulary.ts";
import { runtime } from "../../process/runtime.ts";
import { isoInstant } from "../../shared/time.ts";

/** How many of the activities at one point are named with it. */
const NAMED = 20;

/** The hits as points of a map (README, "Addresses"): all of them unclustered, or clustered for a `zoom`. */
export const GET: APIRoute = async ({ url }) => {
  const { db, search, now } = runtime();
  const at = now();
  const read = readQuery(url.searchParams, vocabularyOf(db), at);
  const { pins, total } = isSilent(read)
    ? { pins: [], total: 0 }
    : await search.pins({ ...read.query, facets: false }, read.zoom, at);
  const titles = pinTitles(db, pins.flatMap(namedIds));
  const features = pins.flatMap<MapAnswer["features"][number]>((pin) => {
    const properties = propertiesOf(pin);
    return properties
      ? [{ type: "Feature", geometry: { type: "Point", coordinates: [pin.lng, pin.lat] }, properties }]
      : [];
  });
  const answer: MapAnswer = { type: "FeatureCollection", total, features };
  return Response.json(answer, { headers: { "content-type": "application/geo+json" } });

  function propertiesOf(pin: Pin) {
    if (pin.kind === "cluster") return { cluster: true as const, count: pin.count };
    if (pin.kind === "one") return hitOf(pin.id, pin.next);
    return {
      ids: pin.ids,
      count: pin.count,
      hits: namedIds(pin).flatMap((id, index) => hitOf(id, pin.nexts[index]!) ?? []),
    };
  }

  function hitOf(id: string, next: number) {
    const known = titles.get(id);
    return known && { id, ...known, next: isoInstant(next) };
  }
};

function namedIds(pin: Pin): string[] {
  return pin.kind === "one" ? [pin.id] : pin.kind === "same" ? pin.ids.slice(0, NAMED) : [];
}
