import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { areas } from "../../db/schema.ts";
import { LIST_PARAMETERS, PARAMETERS } from "../../search/parameters.ts";
import { type AnswerName, ANSWERS, type MapAnswer, type SearchAnswer } from "../../src/board/api-schema.ts";
import { tries } from "../fuzz/size.ts";
import { wildQuery } from "../fuzz/wild.ts";
import { filesOf } from "../harness/imports.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";

interface Described {
  paths: Record<string, Record<string, Operation>>;
  components: {
    schemas: Record<string, object>;
    parameters: Record<string, Parameter>;
    responses: Record<string, Answered>;
  };
}
interface Operation {
  parameters?: (Parameter | Reference)[];
  responses: Record<string, Answered | Reference>;
}
interface Parameter {
  name: string;
  schema: { enum?: string[]; items?: { enum?: string[] } };
  example: string | number | string[];
}
interface Answered {
  content?: Record<string, { schema: Reference }>;
}
interface Reference {
  $ref: string;
}

const SEARCHES = [
  "",
  "q=strik",
  "q=gratis strik i Viby på tirsdag efter kl. 9, jeg er 67 år",
  "q=under 50 kr i Aarhus N om aftenen uden tilmelding",
  "q=qxzqxz",
  "side=2",
  "side=9999",
  "naer=56.1562,10.2107",
  "naer=56.126,10.153&radius=1&sort=afstand",
  "boks=56,9.9,56.4,10.5&zoom=9",
  "boks=56,9.9,56.4,10.5&zoom=18",
  "boks=10,10,11,11&zoom=5",
  "omraade=8260&omraade=viby,aarhus&dag=weekend&tid=aften",
  "tema=motion,musik&pris=gratis&fakta=dropin&fakta=vaert",
  "fra=2030-12-24&til=2020-01-01",
  "klfra=10:00&kltil=12:00&pris=0&alder=67",
];
/** One of each kind of what is not used. */
const NOT_USED: [SearchAnswer["ignored"][number]["why"], string][] = [
  ["unknown", "dag=xyz"],
  ["unknown", "uge=47"],
  ["malformed", "fra=2026-02-30"],
  ["useless", "radius=3"],
  ["too-long", `q=${"å".repeat(300)}`],
  ["repeated", "alder=1&alder=2"],
];
const TRIANGLE = {
  type: "Polygon" as const,
  coordinates: [
    [
      [10.1, 56.1],
      [10.2, 56.1],
      [10.1, 56.2],
      [10.1, 56.1],
    ],
  ],
};

const folder = temporaryFolder("openapi");
const ajv = new Ajv2020({ validateFormats: false, allowUnionTypes: true });
let server: RunningServer;
let described: Described;
beforeAll(async () => {
  server = await startServer(folder.path);
  described = (await (await fetch(`${server.address}/api/openapi.json`)).json()) as Described;
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe("Whoever writes a program for the board reads a description that", () => {
  it("is OpenAPI 3.1", async () => {
    expect(await new Validator().validate(described as unknown as Record<string, unknown>)).toEqual({ valid: true });
    for (const schema of Object.values(described.components.schemas))
      expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    expect(described).toMatchObject({ openapi: "3.1.1", servers: [{ url: server.address }] });
  });

  it("names every address there is", () => {
    const served = filesOf(["src/pages/api/**/*.ts"]).map((file) => file.replace(/^src\/pages|\.ts$/g, ""));
    expect(Object.keys(described.paths).sort()).toEqual(served.sort());
  });

  it.each(["/api/aktiviteter", "/api/aktiviteter.geojson"])("names every parameter of %s", (path) => {
    expect(parametersOf(path).map(({ name }) => name)).toEqual([...PARAMETERS]);
  });

  it("gives examples that are understood, all at once", async () => {
    const query = new URLSearchParams(
      parametersOf("/api/aktiviteter").flatMap(({ name, example }) =>
        [example].flat().map((each) => [name, String(each)]),
      ),
    );
    expect((await search(query.toString())).ignored).toEqual([]);
  });

  it("gives choices that are understood, each of them", async () => {
    const choices = parametersOf("/api/aktiviteter").flatMap(({ name, schema }) =>
      ((LIST_PARAMETERS.has(name) ? schema.items : schema)?.enum ?? []).map((value) => [name, value]),
    );
    expect(new Set(choices.map(([name]) => name))).toEqual(new Set(["dag", "tid", "fakta", "sort", "passer"]));
    for (const [name, value] of choices)
      expect((await search(`q=strik&naer=56.1,10.2&${name}=${value}`)).ignored).toEqual([]);
  });
});

describe("A program gets what the description says", () => {
  it.each(SEARCHES)("of the search for »%s«", async (query) => {
    const { ignored } = await search(query);
    await map(query);
    expect(ignored).toEqual([]);
  });

  it("of hits and of none", async () => {
    const [all, none] = [await search(""), await search("q=qxzqxz")];
    expect(all.hits).toHaveLength(all.pageSize);
    expect(all.facets?.tema["haandarbejde"]).toBeGreaterThan(0);
    expect(none).toMatchObject({ total: 0, page: 1, hits: [] });
    expect((await search("naer=56.1562,10.2107")).hits[0]?.distance).toBeTypeOf("number");
  });

  it.each(NOT_USED)("of what is not used since it is %s", async (why, query) => {
    expect((await search(query)).ignored).toMatchObject([{ why }]);
    await map(query);
  });

  it("of any search that somebody may make up", async () => {
    await fc.assert(
      fc.asyncProperty(wildQuery, async (query) => {
        await search(query);
        await map(query);
      }),
      tries(60),
    );
  });

  it("of single pins, of several activities at one point and of clusters", async () => {
    const kinds = new Set(
      [...(await map("")).features, ...(await map("zoom=9")).features].map(({ properties }) => kindOf(properties)),
    );
    expect(kinds).toEqual(new Set(["one", "several", "cluster"]));
    expect((await map("q=qxzqxz")).features).toEqual([]);
  });

  it.each(["", "s", "strikk", "viby", "8260", "motion", "strikecafe", "qxzqxz", "æøå"])(
    "of what »%s« may mean",
    async (typed) => {
      await ask(`/api/forslag?q=${typed}`, "Suggestions");
    },
  );

  it("of activities, themes, places and words that were meant", async () => {
    const asked = await Promise.all(
      ["strikk", "motion", "viby", "strikecafe"].map((typed) => ask(`/api/forslag?q=${typed}`, "Suggestions")),
    );
    const kinds = asked.flatMap((found) => (found as { kind: string }[]).map(({ kind }) => kind));
    expect(new Set(kinds)).toEqual(new Set(["activity", "theme", "area", "word"]));
  });

  it("of areas, with a polygon and without", async () => {
    const db = connect(join(folder.path, "faellesbro.db"));
    db.update(areas).set({ polygon: null }).run();
    await ask("/api/omraader.geojson", "Areas");
    db.update(areas).set({ polygon: TRIANGLE }).run();
    await ask("/api/omraader.geojson", "Areas");
    db.update(areas)
      .set({ polygon: { type: "MultiPolygon", coordinates: [TRIANGLE.coordinates] } })
      .run();
    await ask("/api/omraader.geojson", "Areas");
    db.$client.close();
  });

  it("of how the site is, of its numbers and of a form that is not theirs", async () => {
    expect(await ask("/api/health", "Health")).toMatchObject({ ok: true });
    await expectDescribed("/api/metrics", "get", await fetch(`${server.address}/api/metrics`));
    const kept = await fetch(`${server.address}/api/kladde`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect(kept.status).toBe(401);
    await expectDescribed("/api/kladde", "post", kept);
  });
});

const search = (query: string) => ask(`/api/aktiviteter?${query}`, "Search") as Promise<SearchAnswer>;
const map = (query: string) => ask(`/api/aktiviteter.geojson?${query}`, "Map") as Promise<MapAnswer>;

/** What was asked for, held to the shape of that name and to what the description says of the address. */
async function ask(address: string, name: AnswerName): Promise<unknown> {
  const response = await fetch(server.address + address);
  const body: unknown = await response.json();
  const [path = ""] = address.split("?");
  expect(await expectDescribed(path, "get", response, body)).toBe(name);
  return ANSWERS[name].parse(body);
}

/**
 * Status, type and body are those that the description names for the address. Answers the name of the body's schema.
 */
async function expectDescribed(
  path: string,
  method: string,
  response: Response,
  body?: unknown,
): Promise<string | null> {
  const said = described.paths[path]?.[method]?.responses[response.status] as Answered | undefined;
  expect(said, `${path} answers ${response.status}`).toBeDefined();
  if (!said?.content) return null;
  const [type = ""] = response.headers.get("content-type")?.split(";") ?? [];
  expect(Object.keys(said.content)).toContain(type);
  const name = said.content[type]?.schema.$ref?.split("/").at(-1);
  if (!name) return null;
  const schema = described.components.schemas[name] ?? false;
  expect(ajv.validate(schema, body), ajv.errorsText()).toBe(true);
  return name;
}

function parametersOf(path: string): Parameter[] {
  const named = described.paths[path]?.["get"]?.parameters ?? [];
  return named.flatMap((each) =>
    "$ref" in each ? (described.components.parameters[each.$ref.split("/").at(-1) ?? ""] ?? []) : each,
  );
}

function kindOf(properties: MapAnswer["features"][number]["properties"]): string {
  if ("cluster" in properties) return "cluster";
  return "ids" in properties ? "several" : "one";
}
