import { mkdirSync, writeFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveFiles } from "../../src/process/files.ts";
import { temporaryFolder } from "../harness/server.ts";

const folder = temporaryFolder("files");
let server: http.Server;

beforeAll(async () => {
  mkdirSync(join(folder.path, "_astro"));
  writeFileSync(join(folder.path, "_astro/site.abc.css"), "a{}");
  writeFileSync(join(folder.path, "favicon.svg"), "<svg/>");
  const answer = serveFiles(folder.path, (request, response) => response.end(`the page ${request.url}`));
  server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.close();
  folder.remove();
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, init);

describe("The files of a page", () => {
  it("are what the build made, kept for good when their name says what is in them", async () => {
    const style = await ask("/_astro/site.abc.css?x");
    expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(style.headers.get("cache-control")).toMatch(/immutable/);
    expect(await style.text()).toBe("a{}");
    expect((await ask("/favicon.svg")).headers.get("cache-control")).toBe("public, max-age=0");
  });

  it("are not sent again to who has them", async () => {
    const etag = (await ask("/favicon.svg")).headers.get("etag") ?? "";
    expect((await ask("/favicon.svg", { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await ask("/favicon.svg", { headers: { "if-none-match": 'W/"other"' } })).status).toBe(200);
    expect(await (await ask("/favicon.svg", { method: "HEAD" })).text()).toBe("");
  });

  it("are nothing else: whatever is asked for beside them is a page", async () => {
    for (const path of ["/", "/_astro", "/_astro/", "/_astro/none.css", "/favicon.svg/", "/%66avicon.svg"])
      expect(await (await ask(path)).text()).toBe(`the page ${path}`);
    expect(await (await ask("/favicon.svg", { method: "POST" })).text()).toBe("the page /favicon.svg");
  });

  it("of a kind that nobody knows stop the start", () => {
    const other = temporaryFolder("files-other");
    writeFileSync(join(other.path, "site.exe"), "");
    expect(() => serveFiles(other.path, () => undefined)).toThrow(/site\.exe/);
    other.remove();
  });
});
