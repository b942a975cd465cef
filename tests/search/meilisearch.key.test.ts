import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askOf } from "../../search/meilisearch/ask.ts";
import { applyChanges, buildIndex, indexOn, putSynonyms, staleIds } from "../../search/meilisearch/index.ts";
import { KEY_ACTIONS, siteKey } from "../../search/meilisearch/key.ts";
import { distractors } from "./distractors.ts";

/** Which action of a key a route needs (Meilisearch, "API keys"). */
const NEEDED: [method: string, path: RegExp, action: string][] = [
  ["POST", /^\/multi-search$/, "search"],
  ["POST", /^\/indexes\/[^/]+\/documents$/, "documents.add"],
  ["POST", /^\/indexes\/[^/]+\/documents\/delete-batch$/, "documents.delete"],
  ["POST", /^\/indexes\/[^/]+\/documents\/fetch$/, "documents.get"],
  ["POST", /^\/indexes$/, "indexes.create"],
  ["DELETE", /^\/indexes\/[^/]+$/, "indexes.delete"],
  ["GET", /^\/indexes(\/[^/]+)?$/, "indexes.get"],
  ["POST", /^\/swap-indexes$/, "indexes.swap"],
  ["PATCH", /^\/indexes\/[^/]+\/settings$/, "settings.update"],
  ["PUT", /^\/indexes\/[^/]+\/settings\/synonyms$/, "settings.update"],
  ["GET", /^\/tasks\/\d+$/, "tasks.get"],
];
const MASTER = "the-master-key";

interface Key {
  name: string;
  key: string;
  actions: string[];
  indexes: string[];
}

/** A server that knows who may do what, and does none of it: every task has succeeded. */
const keys: Key[] = [];
const used = new Set<string>();
const server = createServer(async (request, response) => {
  const [status, answer] = answerTo(request, await bodyOf(request));
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
});
let url = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe("The site's own key to Meilisearch", () => {
  it("is made once by the master key, and neither makes keys nor does more than the site does", async () => {
    const key = await siteKey(url, MASTER);
    expect(await siteKey(url, MASTER)).toBe(key);
    expect(keys).toMatchObject([{ key, actions: KEY_ACTIONS }]);
    await expect(siteKey(url, key)).rejects.toThrow("forbidden");
    await expect(siteKey(url, "another")).rejects.toThrow("forbidden");
  });

  it("is enough for all that the site does, and allows nothing that it does not do", async () => {
    const key = await siteKey(url, MASTER);
    const index = indexOn(url, key);
    const documents = distractors(3);
    await buildIndex(index, documents, [["strik", "garn"]]);
    await applyChanges(index, documents, ["gone"]);
    await putSynonyms(index, [["kor", "sang"]]);
    await staleIds(index, 0);
    await askOf(url, key, index.uid)([{ words: [["strik"]], filter: [], hits: 1 }]);
    expect([...used].sort()).toEqual([...KEY_ACTIONS].sort());
  });
});

function answerTo({ method = "", url: address = "", headers }: IncomingMessage, body: string): [number, object] {
  const path = new URL(address, "http://meili").pathname;
  const token = headers.authorization?.replace("Bearer ", "");
  if (path === "/keys")
    return token === MASTER ? keysAnswer(method, body) : [403, { message: "forbidden", code: "invalid_api_key" }];
  const action = NEEDED.find(([verb, route]) => verb === method && route.test(path))?.[2];
  if (!action || !keys.some(({ key, actions }) => key === token && actions.includes(action)))
    return [403, { message: `forbidden: ${method} ${path}` }];
  used.add(action);
  if (action === "search") return [200, { results: [{ hits: [], totalHits: 0 }] }];
  if (action === "documents.get") return [200, { results: [], total: 0 }];
  if (path === "/indexes" && method === "GET")
    return [200, { results: [{ uid: "aktiviteter-of-yesterday" }], total: 1 }];
  if (action === "indexes.get") return [200, { uid: path.split("/")[2], primaryKey: "id" }];
  if (action === "tasks.get") return [200, { uid: 1, status: "succeeded" }];
  return [202, { taskUid: 1, status: "enqueued" }];
}

function keysAnswer(method: string, body: string): [number, object] {
  if (method === "GET") return [200, { results: keys }];
  keys.push({ ...(JSON.parse(body) as Key), key: "the-sites-own" });
  return [201, keys.at(-1) as Key];
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}
