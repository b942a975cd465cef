import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";

const TOKEN = "et-langt-hemmeligt-ord";
const SECRETS = ["hemmelig-token-123", "depression"];

const folder = temporaryFolder("operating");
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(folder.path, { TRUST_PROXY: "1", METRICS_TOKEN: TOKEN });
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe("A page that fails", () => {
  it.each([
    ["is not there", "/findes-ikke", {}, 404],
    ["shows no such activity", "/aktiviteter/hemmelig-token-123", {}, 404],
    ["is behind a link that is gone", "/b/hemmelig-token-123", {}, 404],
    [
      "was posted to from elsewhere",
      "/hjaelp?q=depression",
      { method: "POST", headers: { "sec-fetch-site": "cross-site" } },
      403,
    ],
    [
      "was posted what is no form",
      "/hjaelp?_action=referrals.ask",
      { method: "POST", body: "{}", headers: { "content-type": "application/json" } },
      415,
    ],
  ])("because it %s shows the number under which it stands in the log", async (_why, path, init, status) => {
    const answer = await fetch(server.address + path, init);
    expect(answer.status).toBe(status);
    const [, id] =
      /sig nummeret:\s*<strong>([0-9a-f]{8})</.exec(await answer.clone().text()) ??
      /\(([0-9a-f]{8})\)$/.exec(await answer.text()) ??
      [];
    await expect.poll(() => lines().find((line) => line["id"] === id)).toMatchObject({ status });
  });

  it("leaves no address, nothing sought and no token in the log, and what its sender breaks off is no error", async () => {
    await (await fetch(`${server.address}/?q=depression`)).text();
    const broken = new AbortController();
    const asked = fetch(`${server.address}/?q=depression&side=2`, { signal: broken.signal }).catch(() => null);
    broken.abort();
    await asked;
    const upload = new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(1_000)) });
    const sending = new AbortController();
    const sent = fetch(`${server.address}/hjaelp?_action=referrals.ask`, {
      method: "POST",
      body: upload,
      duplex: "half",
      signal: sending.signal,
      headers: { "content-type": "application/x-www-form-urlencoded" },
    } as RequestInit).catch(() => null);
    setImmediate(() => sending.abort());
    await sent;
    await expect.poll(() => lines().filter(({ route }) => route === "/").length).toBeGreaterThan(0);
    expect(server.output()).not.toMatch(new RegExp(SECRETS.join("|")));
    expect(lines().filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});

describe("The numbers of the site", () => {
  const read = (headers: Record<string, string> = {}) => fetch(`${server.address}/api/metrics`, { headers });

  it("are for this very machine, and for who has the token; to others they are not there", async () => {
    expect((await read()).status).toBe(200);
    expect((await read({ "x-forwarded-for": "127.0.0.1" })).status).toBe(404);
    expect((await read({ "x-forwarded-for": "10.0.0.9", authorization: "Bearer et-andet-hemmeligt-ord" })).status).toBe(
      404,
    );
    expect((await read({ "x-forwarded-for": "10.0.0.9", authorization: `Bearer ${TOKEN}` })).status).toBe(200);
  });

  it("count copies of kept pages too, by the pattern of the page", async () => {
    const count = async () =>
      Number(
        /faellesbro_requests_total\{route="\/ugen",status="200"\} (\d+)/.exec(await (await read()).text())?.[1] ?? 0,
      );
    const before = await count();
    for (let n = 0; n < 3; n++) await (await fetch(`${server.address}/ugen`)).text();
    await expect.poll(count).toBe(before + 3);
    const body = await (await read()).text();
    expect(body).not.toMatch(new RegExp(SECRETS.join("|")));
    expect(body).toContain("faellesbro_can_write 1");
  });
});

function lines(): Record<string, unknown>[] {
  return server
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
