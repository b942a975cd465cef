import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openSearch, type SearchService } from "../../search/service.ts";
import { instantOf } from "../../src/shared/time.ts";
import { ROOT } from "../harness/root.ts";
import { wishing } from "../../search/query.ts";
import { MEILI_IS_OURS, type MeiliServer, openMeili } from "./servers.ts";
import { openSite, type Planted, type Site } from "./site.ts";
import { openSlowProxy, type SlowProxy } from "./slow-proxy.ts";

const NOW = instantOf("2026-11-24", "09:30");
const SOON: Planted["when"] = [["2026-11-28", "10:00", 60]];
/** Found at the latest after this, whatever has happened: milliseconds. */
const STALE_MS = 2_000;
const quiet = { error: () => {}, warn: () => {}, info: () => {} } as never;

describe.skipIf(!MEILI_IS_OURS)("When Meilisearch is away or slow", { timeout: 120_000 }, () => {
  let server: MeiliServer;
  let proxy: SlowProxy;
  let site: Site;
  let search: SearchService;

  const open = () =>
    openSearch({
      dbFile: site.dbFile,
      root: ROOT,
      log: quiet,
      now: () => NOW,
      meiliUrl: proxy.url,
      meiliAdminKey: server.adminKey,
    });

  beforeEach(async () => {
    server = await openMeili();
    proxy = await openSlowProxy(server.url);
    site = openSite();
    site.publish(...Array.from({ length: 30 }, (_, at): Planted => ({ id: `a${at}`, title: "Sangkor", when: SOON })));
    search = await open();
    await until(() => search.engine === "meilisearch");
  }, 60_000);

  afterEach(async () => {
    await search.close();
    proxy.close();
    site.remove();
    await server.remove();
  });

  it("the embedded engine answers within the same search, and says so", async () => {
    expect(await find("sangkor")).toMatchObject({ total: 30, engine: "meilisearch" });
    await server.stop();
    expect(await find("sangkor")).toMatchObject({ total: 30, engine: "embedded" });
    expect(search.engine).toBe("embedded");
    await server.start();
    await until(() => search.engine === "meilisearch");
    expect(await find("sangkor")).toMatchObject({ total: 30, engine: "meilisearch" });
  });

  it("nobody waits more than once for a slow server", async () => {
    proxy.delay = 3_000;
    const waits = [];
    for (let i = 0; i < 6; i++) waits.push(await timed(() => find("sangkor")));
    expect(Math.max(...waits)).toBeLessThan(1_000);
    expect(waits.filter((ms) => ms > 200).length).toBeLessThanOrEqual(1);
    proxy.delay = 0;
    await until(() => search.engine === "meilisearch");
  });

  it("no publication is lost and none is undone", async () => {
    await server.stop();
    site.publish({ id: "new", title: "Ukulele", when: SOON });
    site.withdraw("a0");
    search.changed();
    await search.caughtUp();
    expect(await find("ukulele")).toMatchObject({ total: 1 });
    await server.start();
    const until2s = performance.now() + STALE_MS;
    while (performance.now() < until2s) {
      expect((await find("ukulele")).total).toBe(1);
      expect((await find("sangkor")).total).toBe(29);
    }
    await until(() => search.engine === "meilisearch");
    expect(await find("ukulele")).toMatchObject({ total: 1, engine: "meilisearch" });
    expect((await find("sangkor")).total).toBe(29);
  });

  it("a server that has lost its data is filled again", async () => {
    await search.close();
    await server.remove();
    server = await openMeili();
    proxy.close();
    proxy = await openSlowProxy(server.url);
    search = await open();
    expect((await find("sangkor")).total).toBe(30);
    await until(() => search.engine === "meilisearch");
    expect(await find("sangkor")).toMatchObject({ total: 30, engine: "meilisearch" });
  });

  it("searches go on while it stops, starts and 1,000 activities come in, and nothing found is older than 2 seconds", async () => {
    let ended = false;
    let searches = 0;
    const withdrawnAt = new Map<string, number>();
    const searching = Array.from({ length: 4 }, async () => {
      while (!ended) {
        const started = performance.now();
        const { hits, total } = await find("sangkor");
        expect(total).toBeGreaterThan(0);
        for (const { id } of hits) expect(started - (withdrawnAt.get(id) ?? started), id).toBeLessThan(STALE_MS);
        searches += 1;
        await wait(5);
      }
    });
    const disturbing = (async () => {
      for (let at = 0; at < 10; at++) {
        site.publish(
          ...Array.from({ length: 100 }, (_, i): Planted => ({ id: `b${at}-${i}`, title: "Sangkor", when: SOON })),
        );
        site.withdraw(`a${at}`);
        withdrawnAt.set(`a${at}`, performance.now());
        search.changed();
        if (at === 2) await server.stop();
        if (at === 5) await server.start();
        if (at === 7) proxy.delay = 1_000;
        if (at === 9) proxy.delay = 0;
        await wait(400);
      }
      await until(() => search.engine === "meilisearch");
      ended = true;
    })();
    await Promise.all([disturbing, ...searching]);
    expect(searches).toBeGreaterThan(50);
    expect(await find("sangkor")).toMatchObject({ total: 1_020, engine: "meilisearch" });
  });

  function find(q: string) {
    return search.search(wishing({ q, sort: "dato" }), NOW);
  }
});

async function timed(deed: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await deed();
  return performance.now() - start;
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (holds()) return;
    await wait(50);
  }
  throw new Error("It never came true");
}
