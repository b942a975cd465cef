import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "../harness/root.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { visit } from "../harness/visitor.ts";

/** A small site as the program of commit 0589a19 left it, and what its own /api/aktiviteter answered on that day. */
const STORED = "tests/fixtures/0589a19";
const THAT_DAY = {
  DEMO: "0",
  CLOCK: "2026-11-24T08:00:00Z",
  CASE_KEYS: `prove:${Buffer.alloc(32, 7).toString("base64")}`,
};

interface Hit {
  slug: string;
  title: string;
  price: object | null;
}
interface Found {
  total: number;
  facets: Record<string, Record<string, number>>;
  hits: Hit[];
}

const then = JSON.parse(readFileSync(join(ROOT, `${STORED}.json`), "utf8")) as Found;
/** A calendar brought it without a word about the price, and it went out as free. */
const GUESSED = "aftenkor-uden-pris";

const folder = temporaryFolder("stored");
let server: RunningServer;

beforeAll(async () => {
  mkdirSync(folder.path, { recursive: true });
  writeFileSync(join(folder.path, "faellesbro.db"), gunzipSync(readFileSync(join(ROOT, `${STORED}.db.gz`))), {
    mode: 0o600,
  });
  server = await startServer(folder.path, THAT_DAY);
});
afterAll(async () => {
  await server?.stop();
  folder.remove();
});

const page = async (path: string) => (await visit(server.address).get(path)).text();
const api = async (search: string) =>
  (await (await fetch(`${server.address}/api/aktiviteter?${search}`)).json()) as Found;

describe("A site that was in use before this version", () => {
  it("offers the same, with the same facts, and says of a price that nobody stated that nobody stated it", async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((number) => api(`side=${number}`)));
    const now = new Map(pages.flatMap(({ hits }) => hits).map((hit) => [hit.slug, hit]));
    expect(pages[0]?.total).toBe(then.total);
    for (const hit of then.hits)
      expect(now.get(hit.slug)).toMatchObject(hit.slug === GUESSED ? { ...hit, price: null } : hit);
    const { gratis = 0, ...others } = then.facets["pris"] ?? {};
    expect(pages[0]?.facets).toMatchObject({
      ...then.facets,
      pris: { gratis: gratis - 1, ...mapValues(others, (count) => count - 1) },
    });
  });

  it("shows the page of every activity", async () => {
    for (const { slug, title } of then.hits) {
      const shown = await visit(server.address).get(`/aktiviteter/${slug}`);
      expect([slug, shown.status]).toEqual([slug, 200]);
      expect(decoded(await shown.text())).toContain(title);
    }
  });

  it("keeps the links that people hold: the citizen's own page, a promise to come, a list", async () => {
    const own = await page("/hjaelp/BQyuP9wOjSDacHAeJPpv7t9vmajr1fXx9aJOSr7QL_o");
    for (const said of ["FB-THTS9", "fredag den 27. november", "87 65 43 21"]) expect(own).toContain(said);
    expect(await page("/kommer/WcvmfVtW-lA0DSn94P5wzPQA1VVo_J-GNj00yA8JAYw")).toContain("Bodil");
    expect(await page("/liste/HBAHFMXU")).toContain("Morgenkaffe i Viby");
  });

  it("opens its cases and what citizens wrote to the people who may read them", async () => {
    const brobygger = visit(server.address);
    await brobygger.signIn("brobygger@eksempel.dk");
    const queue = await (await brobygger.get("/brobygger/nye")).text();
    const cases = [...queue.matchAll(/href="(\/brobygger\/sag\/[^"]+)"/g)].map(([, path = ""]) => path);
    const opened = await Promise.all(cases.map(async (path) => (await brobygger.get(path)).text()));
    expect(
      opened.filter((one) => one.includes("Karen Holm Prøve") && one.includes("Jeg vil gerne ud at gå med nogen.")),
    ).toHaveLength(1);
    const editor = visit(server.address);
    await editor.signIn("redaktoer@eksempel.dk");
    expect(await (await editor.get("/redaktion/tavle/oensker")).text()).toContain("prøve@eksempel.dk");
    expect(await (await editor.get("/redaktion/tavle")).text()).toContain("Døren mod gården var låst tirsdag.");
  });

  it("still asks for the second step of whoever had turned it on", async () => {
    const lead = visit(server.address);
    await lead.signIn("leder@eksempel.dk");
    expect((await lead.get("/brobygger")).status).toBe(303);
  });
});

function decoded(html: string): string {
  return html
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&#38;", "&")
    .replaceAll("&#34;", '"');
}

function mapValues(counts: Record<string, number>, change: (count: number) => number): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, change(count)]));
}
