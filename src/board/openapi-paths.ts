/** The addresses for programs, with what each answers. */
import { PARAMETERS } from "../../search/parameters.ts";
import { paths } from "../shared/paths.ts";
import type { AnswerName } from "./api-schema.ts";

const FAILED = { default: { $ref: "#/components/responses/Failed" } };
const searched = PARAMETERS.map((name) => ({ $ref: `#/components/parameters/${name}` }));

/** By address. */
export const PATHS = {
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

function answer(name: AnswerName, description: string, type = "application/json") {
  return { description, content: { [type]: { schema: { $ref: `#/components/schemas/${name}` } } } };
}
