import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { visit } from "../harness/visitor.ts";
import { askForHelp, type Promised } from "./deeds.ts";

/**
 * No file may grow past this, in blocks of 512 bytes (POSIX `ulimit -f`): what is in the database can be read, little
 * more be written.
 */
const BLOCKS = 256;
const FULL = ["/bin/sh", "-c", `ulimit -f ${BLOCKS}; exec "$@"`, "sh"];
const MOST_REQUESTS = 60;

const folder = temporaryFolder("disk");
beforeAll(async () => {
  const server = await startServer(folder.path);
  await server.stop();
});
afterAll(() => folder.remove());

describe.skipIf(!existsSync("/bin/sh"))("When the disk is full", () => {
  it("the site says so, still shows the board, and promises nothing that it cannot keep", async () => {
    const promised: Promised[] = [];
    const server = await startServer(folder.path, { TRUST_PROXY: "1" }, FULL);
    let refused = 0;
    for (let at = 0; at < MOST_REQUESTS && refused === 0; at++) {
      await askForHelp(server.address).then(
        (promise) => promised.push(promise),
        () => refused++,
      );
    }
    expect(refused).toBe(1);

    const somebody = visit(server.address);
    const health = await somebody.get("/api/health");
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ ok: false });
    expect((await somebody.get("/?q=strik")).status).toBe(200);
    const answer = await somebody.send(await somebody.form("/hjaelp", "referrals.ask"), {
      name: "Inge",
      phone: "20 30 40 50",
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain("Der gik noget galt hos os");
    await server.stop("SIGKILL");

    const again = await startServer(folder.path);
    expect(await (await visit(again.address).get("/api/health")).json()).toMatchObject({ ok: true });
    for (const promise of promised) {
      const page = await visit(again.address).get(promise.kind === "help" ? `/hjaelp/${promise.token}` : "/");
      expect(page.status).toBe(200);
    }
    await again.stop();
  });
});

describe("When another search engine was asked for and does not answer", () => {
  it("the site finds with its own, and says so", async () => {
    const server = await startServer(folder.path, { MEILI_URL: "http://127.0.0.1:1", MEILI_ADMIN_KEY: "none" });
    const somebody = visit(server.address);
    expect(await (await somebody.get("/api/health")).json()).toMatchObject({ engine: "embedded" });
    expect(
      ((await (await somebody.get("/api/aktiviteter?q=strik")).json()) as { total: number }).total,
    ).toBeGreaterThan(0);
    await server.stop();
  });
});
