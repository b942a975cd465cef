/**
 * What the site answers programs, each shape written once: the endpoints are held to the types, and the description at
 * `/api/openapi.json` is made of the schemas.
 */
import { z } from "zod";
import { DAY_WORDS } from "../../search/parameters.ts";
import { PRICE_PER } from "../shared/price.ts";
import { TIMES_OF_DAY, WEEKDAYS } from "../shared/week.ts";

const count = z.int().min(0);
const instant = z.iso.datetime().describe("UTC, whole seconds");
const date = z.iso.date().describe("Local to Europe/Copenhagen");
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const lat = z.number().min(-90).max(90).describe("Degrees, WGS84");
const lng = z.number().min(-180).max(180).describe("Degrees, WGS84");
const id = z.string().min(1).describe("Never changes");
const slug = z.string().min(1).describe("The activity's page is /aktiviteter/<slug>; never changes");

const price = z
  .union([
    z.strictObject({ free: z.literal(true) }),
    z.strictObject({
      ore: z.int().min(1),
      per: z.enum(PRICE_PER).nullable(),
      firstFree: z.literal(true).optional().describe("The first time costs nothing"),
    }),
  ])
  .nullable()
  .describe("Null: nobody stated it");

const hit = z.strictObject({
  id,
  slug,
  title: z.string(),
  organisation: z.string(),
  area: z.string().nullable().describe("Slug of the area, as omraade takes it"),
  postcode: z.string().nullable(),
  lat: lat.nullable().describe("Degrees, WGS84; null when it is online. A private home is only shown roughly"),
  lng: lng.nullable().describe("Degrees, WGS84"),
  themes: z.array(z.string()).describe("Slugs, as tema takes them"),
  facts: z.array(z.string()).describe("As fakta takes them"),
  price,
  next: instant.describe("Start of the earliest occurrence that meets the search; UTC, whole seconds"),
  distance: z.number().min(0).nullable().describe("Metres from naer; null without it and for what is online"),
  by: z.enum(["literal", "meaning"]).describe("Met by words, or only near to them in meaning"),
});

const facets = z
  .strictObject({
    tema: z.record(z.string(), count),
    omraade: z.record(z.string(), count).describe("By slug of the area, and by postcode"),
    dag: z.partialRecord(z.enum(DAY_WORDS), count),
    tid: z.partialRecord(z.enum(TIMES_OF_DAY), count),
    pris: z.partialRecord(z.enum(["gratis", "50", "100"]), count),
    fakta: z.record(z.string(), count),
  })
  .nullable()
  .describe("For each value the total that choosing it would give");

const understood = z
  .strictObject({
    omraade: z.array(z.string()),
    dag: z.array(z.enum(WEEKDAYS)),
    tid: z.array(z.enum(TIMES_OF_DAY)),
    tema: z.array(z.string()),
    fakta: z.array(z.string()),
    pris: z
      .union([z.literal("gratis"), z.int().min(0)])
      .nullable()
      .describe("Highest price in kroner, inclusive"),
    fra: date.nullable(),
    til: date.nullable(),
    klfra: clock.nullable(),
    kltil: clock.nullable(),
    alder: z.int().min(0).nullable(),
    linje: z.array(z.string()).describe("Lines of buses, and letbanen"),
    naer: z.strictObject({ lat, lng }).nullable(),
    radius: z.number().nullable().describe("Kilometres; null without naer"),
    q: z.string().describe("The words that remain when the sentence has been read"),
  })
  .describe("The wishes in force: those of the parameters, and those that the sentence in q says");

const ignored = z
  .strictObject({
    name: z.string(),
    value: z.string().describe("As it came, cut at 100 characters"),
    why: z.enum(["unknown", "malformed", "useless", "too-long", "repeated"]),
  })
  .describe("A parameter, or one value of it, that was not used");

const named = z.strictObject({
  id,
  slug,
  title: z.string(),
  theme: z.string().describe("Slug of its first theme"),
  next: instant,
});

const pin = z.strictObject({
  type: z.literal("Feature"),
  geometry: z.strictObject({ type: z.literal("Point"), coordinates: z.tuple([lng, lat]) }),
  properties: z.union([
    named.describe("One activity"),
    z
      .strictObject({ ids: z.array(id), count, hits: z.array(named).describe("The first 20 of them") })
      .describe("Several at one point"),
    z.strictObject({ cluster: z.literal(true), count }).describe("Several points close to each other"),
  ]),
});

const ring = z.array(z.array(z.number()));
const polygon = z.union([
  z.strictObject({ type: z.literal("Polygon"), coordinates: z.array(ring) }),
  z.strictObject({ type: z.literal("MultiPolygon"), coordinates: z.array(z.array(ring)) }),
]);

/** The answers by the names under which they are described. */
export const ANSWERS = {
  Search: z.strictObject({
    total: count,
    literal: count.describe("Those of the total that were met by words"),
    fitting: count.describe("Those that fit wholly, as passer=helt shows them"),
    page: z.int().min(1),
    pageSize: z.int().min(1),
    engine: z.enum(["embedded", "meilisearch"]),
    hits: z.array(hit),
    facets,
    understood,
    ignored: z.array(ignored),
  }),
  Map: z.strictObject({ type: z.literal("FeatureCollection"), total: count, features: z.array(pin) }),
  Suggestions: z.array(
    z.strictObject({
      kind: z.enum(["activity", "theme", "area", "word"]),
      label: z.string(),
      value: z.string().describe("Activity id, theme slug, area slug or postcode, or the words put right"),
      href: z.string().optional().describe("The page of an activity"),
    }),
  ),
  Areas: z.strictObject({
    type: z.literal("FeatureCollection"),
    features: z.array(
      z.strictObject({
        type: z.literal("Feature"),
        properties: z.strictObject({ slug: z.string().describe("As omraade takes it"), name: z.string(), lat, lng }),
        geometry: polygon.nullable().describe("Null until an editor has loaded one"),
      }),
    ),
  }),
  Health: z.strictObject({
    ok: z.boolean().describe("Whether a write would go through now"),
    engine: z.enum(["embedded", "meilisearch"]),
    version: z.string(),
    heartbeat: instant
      .nullable()
      .describe("When what runs by the clock last told of itself; null before the first time"),
    freeBytes: z.number().min(0).nullable().describe("Left on the disk"),
    mailsGivenUp: count.nullable(),
    keys: z.boolean().describe("Whether the keys fit what they sealed"),
    clock: z.boolean().describe("Whether the machine's clock is believed"),
  }),
};
export type AnswerName = keyof typeof ANSWERS;

export type SearchAnswer = z.infer<typeof ANSWERS.Search>;
export type MapAnswer = z.infer<typeof ANSWERS.Map>;
export type SuggestionsAnswer = z.infer<typeof ANSWERS.Suggestions>;
export type AreasAnswer = z.infer<typeof ANSWERS.Areas>;
export type HealthAnswer = z.infer<typeof ANSWERS.Health>;
