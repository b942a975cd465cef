import http from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answered, openRequests, type Requests } from "../../src/process/requests.ts";

let server: http.Server;
let requests: Requests;
let lines: Record<string, unknown>[];
let counted: Answered[];
let seen: (string | undefined)[];

beforeEach(async () => {
  lines = [];
  counted = [];
  seen = [];
  requests = openRequests(
    { info: (line: object) => void lines.push(line as Record<string, unknown>) } as never,
    (answered) => counted.push(answered),
  );
  const page = requests.within((request, response) => {
    const { current } = requests;
    seen.push(current?.id);
    if (current && !request.url?.startsWith("/_astro/")) current.route = "/b/[token]";
    if (current && request.url === "/kept") current.kept = true;
    if (request.url === "/slow") response.write("a page that never ends");
    else response.writeHead(request.url === "/no" ? 404 : 200).end(String(current?.isLocal));
  });
  // A body is read first, as in the server.
  server = http.createServer(
    requests.follow(
      (request, response) => void request.resume().on("end", () => void turn().then(() => page(request, response))),
    ),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => void server.close());

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const line = () => expect.poll(() => lines.length).toBe(1);

describe("A request", () => {
  it("is one line in the log with the id that its page shows, and never its address", async () => {
    await (await fetch(`${address()}/b/hemmelig?q=sorg`, { method: "POST", body: "x" })).text();
    await line();
    expect(lines).toEqual([{ id: seen[0], method: "POST", route: "/b/[token]", status: 200, ms: expect.any(Number) }]);
    expect(JSON.stringify([lines, counted])).not.toMatch(/hemmelig|sorg/);
    expect(counted).toMatchObject([{ route: "/b/[token]", status: 200 }]);
  });

  it("that a copy or a file answers is counted, and no line", async () => {
    await (await fetch(`${address()}/kept`)).text();
    await (await fetch(`${address()}/_astro/site.css`)).text();
    await (await fetch(`${address()}/no`)).text();
    await line();
    expect(lines).toMatchObject([{ status: 404 }]);
    expect(counted.map(({ route }) => route)).toEqual(["/b/[token]", "/_astro/*", "/b/[token]"]);
  });

  it("that its sender breaks off is told as that, and is no error", async () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1", () =>
      socket.write("GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"),
    );
    socket.once("data", () => socket.destroy());
    await line();
    expect(lines).toMatchObject([{ status: 200, aborted: true }]);
  });

  it("comes from this machine only when no proxy says otherwise", async () => {
    expect(await (await fetch(address())).text()).toBe("true");
    expect(await (await fetch(address(), { headers: { "x-forwarded-for": "127.0.0.1" } })).text()).toBe("false");
    expect(await (await fetch(address(), { headers: { forwarded: "for=127.0.0.1" } })).text()).toBe("false");
  });
});
