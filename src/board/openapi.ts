/**
 * The site's addresses for programs, described for programs (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1.html).
 */
import { z } from "zod";
import {
  BOUNDS,
  DAY_WORDS,
  DEFAULT_RADIUS,
  LIST_PARAMETERS,
  LONGEST_QUERY,
  PARAMETERS,
  type ParameterName,
  SORTS,
} from "../../search/parameters.ts";
import { WHOLE_MUNICIPALITY } from "../../search/vocabulary.ts";
import { TIMES_OF_DAY } from "../shared/week.ts";
import { FACT_SLUGS } from "../shared/facts.ts";
import { paths } from "../shared/paths.ts";
import { type AnswerName, ANSWERS } from "./api-schema.ts";

type JsonSchema = Record<string, unknown>;

interface Said {
  says: string;
  /** Of one value. */
  schema: JsonSchema;
  /** Of the parameter as a whole; all of them together make a search in which nothing is ignored. */
  example: unknown;
}

const DATE = { type: "string", format: "date" };
const CLOCK = { type: "string", pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" };

const PARAMETER: Record<ParameterName, Said> = {
  q: {
    says: "Words or a Danish sentence: place, date, clock, price and some phrases filter, the rest is sought. What stands in quotation marks is words alone.",
    schema: { type: "string", maxLength: LONGEST_QUERY },
    example: "strik på tirsdag",
  },
  omraade: {
    says: `Slug of an area (/api/omraader.geojson), postcode, or ${WHOLE_MUNICIPALITY} for all. Any of them may hold.`,
    schema: { type: "string" },
    example: [WHOLE_MUNICIPALITY],
  },
  naer: { says: "lat,lng in degrees; 3 decimals are used.", schema: { type: "string" }, example: "56.156,10.21" },
  radius: {
    says: "Kilometres around naer.",
    schema: { type: "number", ...between(BOUNDS.radius), default: DEFAULT_RADIUS },
    example: 5,
  },
  boks: {
    says: "south,west,north,east in degrees: what a map shows.",
    schema: { type: "string" },
    example: "56,9.9,56.4,10.5",
  },
  zoom: {
    says: "Of the map: pins are clustered for it. Without it all stand alone.",
    schema: { type: "integer", ...between(BOUNDS.zoom) },
    example: 11,
  },
  dag: { says: "Weekdays. Any of them may hold.", schema: { enum: DAY_WORDS }, example: ["tir", "weekend"] },
  tid: {
    says: "When it starts: 5-9, 9-12, 12-17, 17-5 o'clock. Any of them may hold.",
    schema: { enum: TIMES_OF_DAY },
    example: ["formiddag", "aften"],
  },
  fra: { says: "First date, local to Europe/Copenhagen.", schema: DATE, example: "2026-11-24" },
  til: { says: "Last date, inclusive.", schema: DATE, example: "2026-12-24" },
  klfra: { says: "Earliest start.", schema: CLOCK, example: "09:00" },
  kltil: { says: "Latest start, inclusive.", schema: CLOCK, example: "21:00" },
  tema: { says: "Slugs of themes. Any of them may hold.", schema: { type: "string" }, example: ["haandarbejde"] },
  pris: {
    says: "gratis (free), or the highest price in kroner.",
    schema: { type: "string", pattern: "^(gratis|\\d{1,6})$" },
    example: "50",
  },
  fakta: { says: "What must hold, all of it.", schema: { enum: FACT_SLUGS }, example: ["dropin"] },
  alder: { says: "Years of the person.", schema: { type: "integer", ...between(BOUNDS.alder) }, example: 67 },
  linje: {
    says: "Lines of buses, and letbanen. Any of them may stop there.",
    schema: { type: "string", pattern: "^(\\d{1,3}[A-Za-z]?|letbanen)$" },
    example: ["4A"],
  },
  sort: {
    says: "By fit (with q), distance (with naer) or date. Left out: the first of these that makes sense.",
    schema: { enum: SORTS },
    example: "dato",
  },
  side: { says: "Page; beyond the last is the last.", schema: { type: "integer", minimum: 1, default: 1 }, example: 1 },
};

const FAILED = { default: { $ref: "#/components/responses/Failed" } };
const searched = PARAMETERS.map((name) => ({ $ref: `#/components/parameters/${name}` }));

const PATHS = {
  [paths.api.activities]: {
    get: {
      operationId: "findActivities",
      summary: "The activities that meet a search, 20 a page",
      description: "What is not understood is ignored and told in `ignored`, never an error.",
      parameters: searched,
      responses: { 200: answer("Search", "A page of hits, and how the search can be narrowed"), ...FAILED },
    },
  },
  [paths.api.pins]: {
    get: {
      operationId: "mapActivities",
      summary: "The same activities as points of a map",
      description: "Without `zoom` unclustered, at most 5,000 points. What is online has no point.",
      parameters: searched,
      responses: { 200: answer("Map", "Pins (GeoJSON, RFC 7946)", "application/geo+json"), ...FAILED },
    },
  },
  [paths.api.suggestions]: {
    get: {
      operationId: "suggest",
      summary: "What somebody who types may mean",
      parameters: [
        {
          name: "q",
          in: "query",
          description: "What has been typed so far.",
          schema: { type: "string" },
          example: "stri",
        },
      ],
      responses: { 200: answer("Suggestions", "Activities, themes, places, and the word that was meant"), ...FAILED },
    },
  },
  [paths.api.areas]: {
    get: {
      operationId: "listAreas",
      summary: "The areas with their names, centres and polygons",
      responses: { 200: answer("Areas", "All areas (GeoJSON, RFC 7946)", "application/geo+json"), ...FAILED },
    },
  },
  [paths.api.health]: {
    get: {
      operationId: "health",
      summary: "Whether the site is well",
      responses: {
        200: answer("Health", "A write would go through"),
        503: answer("Health", "A write would fail"),
        ...FAILED,
      },
    },
  },
  [paths.api.metrics]: {
    get: {
      operationId: "metrics",
      summary: "The numbers of the process, for Prometheus",
      description: "From the machine itself, or with METRICS_TOKEN; to others it is not there.",
      security: [{}, { metricsToken: [] }],
      responses: {
        200: { description: "Prometheus' text format", content: { "text/plain": { schema: { type: "string" } } } },
        404: { $ref: "#/components/responses/Failed" },
        ...FAILED,
      },
    },
  },
  [paths.api.unfinished]: {
    post: {
      operationId: "keepTyping",
      summary: "Of the site's own form: keeps what a contact is typing",
      description: "No promise to other programs.",
      security: [{ session: [] }],
      requestBody: {
        required: true,
        description: "At most 100 kB.",
        content: { "application/json": { schema: { type: "object" } } },
      },
      responses: {
        204: { description: "Kept" },
        401: { description: "Nobody has signed in" },
        403: { description: "Not a contact, or sent from another site" },
        413: { description: "Too large" },
        415: { description: "Not JSON" },
        422: { description: "No such form" },
        ...FAILED,
      },
    },
  },
  [paths.api.description]: {
    get: {
      operationId: "describe",
      summary: "This description",
      responses: {
        200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } },
        ...FAILED,
      },
    },
  },
};

const COMPONENTS = {
  parameters: Object.fromEntries(PARAMETERS.map((name) => [name, parameter(name)])),
  schemas: Object.fromEntries(Object.entries(ANSWERS).map(([name, schema]) => [name, jsonSchema(schema)])),
  responses: {
    Failed: {
      description: "Words for a person, with the number under which it stands in the log",
      content: { "text/html": { schema: { type: "string" } }, "text/plain": { schema: { type: "string" } } },
    },
  },
  securitySchemes: {
    metricsToken: { type: "http", scheme: "bearer", description: "METRICS_TOKEN" },
    session: {
      type: "apiKey",
      in: "cookie",
      name: "__Host-faellesbro",
      description: "Of somebody who has signed in; without the prefix on http",
    },
  },
};

/** The description of a site at `siteUrl` that runs `version` of the program. */
export function openApi(siteUrl: string, version: string) {
  return {
    openapi: "3.1.1",
    info: {
      title: "Fællesbro",
      version,
      description:
        "What is on the board, for programs. No key is needed; contacts of activities are never in it. Names of parameters and their values are Danish.",
    },
    servers: [{ url: siteUrl }],
    paths: PATHS,
    components: COMPONENTS,
  };
}

function parameter(name: ParameterName) {
  const { says, schema, example } = PARAMETER[name];
  if (!LIST_PARAMETERS.has(name)) return { name, in: "query", description: says, schema, example };
  return {
    name,
    in: "query",
    description: `${says} Repeated, or joined by commas.`,
    schema: { type: "array", items: schema },
    example,
  };
}

function answer(name: AnswerName, description: string, type = "application/json") {
  return { description, content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } } };
}

/** Without what zod adds for itself: the highest safe integer, and a pattern beside a format. */
function jsonSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...made } = z.toJSONSchema(schema, {
    override: ({ jsonSchema: each }) => {
      if (each.maximum === Number.MAX_SAFE_INTEGER) delete each.maximum;
      if (each.format) delete each.pattern;
    },
  });
  return made;
}

function between([minimum, maximum]: readonly [number, number]): JsonSchema {
  return { minimum, maximum };
}
