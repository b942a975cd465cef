/**
 * The site's addresses for programs, described for programs (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.1.html).
 */
import { z } from "zod";
import { PARAMETERS } from "../../search/parameters.ts";
import { ANSWERS } from "./api-schema.ts";
import { parameter, type JsonSchema } from "./openapi-parameters.ts";
import { PATHS } from "./openapi-paths.ts";

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
