/** The parameters of a search, described for programs. */
import {
  BOUNDS,
  DAY_WORDS,
  DEFAULT_RADIUS,
  FITS,
  LIST_PARAMETERS,
  LONGEST_QUERY,
  type ParameterName,
  SORTS,
} from "../../search/parameters.ts";
import { WHOLE_MUNICIPALITY } from "../../search/vocabulary.ts";
import { TIMES_OF_DAY } from "../shared/week.ts";
import { FACT_SLUGS } from "../shared/facts.ts";

/** A schema as OpenAPI 3.1 takes it (JSON Schema 2020-12). */
export type JsonSchema = Record<string, unknown>;

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
  passer: {
    says: "helt: only what fits wholly, each word met as well as anywhere on the board, and nothing online at a place.",
    schema: { enum: FITS },
    example: "helt",
  },
  sort: {
    says: "By fit (with q), distance (with naer) or date. Left out: the first of these that makes sense.",
    schema: { enum: SORTS },
    example: "dato",
  },
  side: { says: "Page; beyond the last is the last.", schema: { type: "integer", minimum: 1, default: 1 }, example: 1 },
};

/** One of them as OpenAPI names it. */
export function parameter(name: ParameterName) {
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

function between([minimum, maximum]: readonly [number, number]): JsonSchema {
  return { minimum, maximum };
}
