import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";

const VISITORS = 40;
/** What a service manager and a container wait for at least. */
const MOST_MS = 5_000;

const folder = temporaryFolder("stop");
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(folder.path);
});
afterAll(() => folder.remove());

describe("When the site is told to stop while everybody is at it", () => {
  it("it answers whole pages to the end, waits for nobody who dawdles, and ends well within 5 seconds", async () => {
    const dawdling = await Promise.all([
      dawdle(server.address, "GET / HTTP/1.1\r\nHost: x\r\n"),
      dawdle(
        server.address,
        "POST /hjaelp HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nname=In",
      ),
    ]);
    const visitors = Array.from({ length: VISITORS }, (_, at) =>
      visitUntilClosed(`${server.address}/?q=kor&side=${at}`),
    );
    await expect.poll(async () => (await fetch(`${server.address}/api/health`)).status, { timeout: 20_000 }).toBe(200);
    const told = performance.now();
    expect(await server.stop("SIGTERM")).toBe(0);
    expect(performance.now() - told).toBeLessThan(MOST_MS);
    const pages = (await Promise.all(visitors)).flat();
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((page) => !page.endsWith("</html>") && !page.includes("</html><script"))).toEqual([]);
    expect(server.output()).toContain('"msg":"closed"');
    expect(server.output()).not.toContain('"level":50');
    for (const socket of dawdling) socket.destroy();
  });
});

/** Opens pages until nobody answers any more; what came whole. */
async function visitUntilClosed(address: string): Promise<string[]> {
  const pages: string[] = [];
  for (;;) {
    const answer = await fetch(address).catch(() => null);
    if (!answer) return pages;
    const page = await answer.text().catch(() => null);
    if (page === null) return pages;
    pages.push(page);
  }
}

/** Says this much, and then nothing. */
function dawdle(address: string, words: string): Promise<Socket> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(words, () => resolve(socket)));
    socket.on("error", () => {});
  });
}
