import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../db/write.ts";
import { buildServer } from "../../src/process/build.ts";
import { type LIMITS, openPool, type Pool } from "../../src/work/pool.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";
import { addActivity, addOrganisation, NOW, openTown } from "../world.ts";

/** Packages are found from beside them. */
const BUNDLE = `node_modules/.cache/work-${process.pid}`;
const STUBBORN = `${BUNDLE}/stubborn.mjs`;
const DAY_MS = 86_400_000;

const folder = temporaryFolder("work");
const dbFile = join(folder.path, "faellesbro.db");
let pool: Pool;
beforeAll(async () => {
  await buildServer(ROOT, BUNDLE);
  // Answers `code`; any other task never ends, or fills the memory.
  writeFileSync(
    join(ROOT, STUBBORN),
    `import { parentPort } from "node:worker_threads";
     parentPort.on("message", ({ kind, input }) => {
       if (kind === "code") return parentPort.postMessage({ made: input.address });
       const all = [];
       for (;;) if (kind === "sheet") all.push(new Array(1e5).fill({}).map(() => ({})));
     });`,
  );
  const db = openTown(dbFile);
  addOrganisation(db, "Viby Bibliotek");
  addActivity(db, { id: "a" });
  db.$client.close();
});
afterEach(() => pool.close());
afterAll(() => {
  rmSync(join(ROOT, BUNDLE), { recursive: true });
  folder.remove();
});

function open(worker = `${BUNDLE}/work.mjs`, limits: Partial<typeof LIMITS> = {}): Pool {
  pool = openPool({ dbFile, root: ROOT, worker, limits });
  return pool;
}

const outcomeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "made",
    (thrown: unknown) => (isBusy(thrown) ? "busy" : String((thrown as { key?: string }).key ?? thrown)),
  );
const file = (address: string) => ({ file: Buffer.from(address), organisationId: "viby-bibliotek", now: NOW });

describe("A worker", () => {
  it("is given a file whole instead of a copy of it", async () => {
    open();
    const file = new Uint8Array(
      await sharp({ create: { width: 300, height: 200, channels: 3, background: "#b0602a" } })
        .png()
        .toBuffer(),
    );
    const made = await pool.do("picture", { file }, [file.buffer]);
    expect([made.width, made.height, file.length]).toEqual([300, 200, 0]);
  });

  it("makes the picture of a shared link, the picture of a host and the code of a list", async () => {
    open();
    const picture = await sharp({ create: { width: 800, height: 400, channels: 3, background: "#b0602a" } })
      .jpeg()
      .toBuffer();
    const [preview, made, code] = await Promise.all([
      pool.do("preview", { slug: "a", now: NOW }),
      pool.do("picture", { file: picture }),
      pool.do("code", { address: "https://bro.example/l/abc" }),
    ]);
    expect(await sharp(preview ?? Buffer.alloc(0)).metadata()).toMatchObject({
      format: "png",
      width: 1200,
      height: 630,
    });
    expect(made.files.map(({ width }) => width)).toEqual([1200, 480]);
    expect(await sharp(code).metadata()).toMatchObject({ format: "png" });
    expect(await pool.do("preview", { slug: "findes-ikke", now: NOW })).toBeNull();
  });

  it("refuses what is no picture by the same words as if nobody stood between", async () => {
    expect(await outcomeOf(open().do("picture", { file: Buffer.from("hej") }))).toBe("pictureKind");
  });

  it("reads a calendar of 300 daily series since 1970, shows what it would do, and holds nobody else meanwhile", async () => {
    const events = Array.from(
      { length: 300 },
      (_, n) =>
        `BEGIN:VEVENT\r\nUID:${n}\r\nSUMMARY:Kaffe ${n}\r\nDTSTART:19700101T080000\r\nDTEND:19700101T090000\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT`,
    );
    const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${events.join("\r\n")}\r\nEND:VCALENDAR\r\n`;
    const ahead = open().do("calendarAhead", file(calendar));
    expect(await outcomeOf(pool.do("code", { address: "https://bro.example" }))).toBe("made");
    const { outcomes, gone } = await ahead;
    expect(outcomes).toHaveLength(300);
    expect(outcomes.every(({ kind, next }) => kind === "new" && (next?.start ?? 0) > NOW)).toBe(true);
    expect(gone).toEqual([]);
    expect(await pool.do("calendar", file(calendar))).toHaveLength(300);
  });

  it("writes a calendar of the board to subscribe to", async () => {
    const hits = [{ id: "a", next: NOW + DAY_MS, distance: null }];
    const found = {
      result: { total: 1, page: 1, hits, facets: null, matched: [], engine: "embedded" as const },
      words: "",
    };
    const followed = await open().do("follow", {
      kind: "ics",
      found: found as never,
      search: "",
      siteUrl: "https://bro.example",
      now: NOW,
    });
    expect(followed.body).toContain("SUMMARY:Strik a");
  });
});

describe("Whoever asks for too much", () => {
  it("is asked to come again, and the next order is done by another worker", async () => {
    open(STUBBORN, { takesMs: 3_000, workers: 1 });
    expect(await outcomeOf(pool.do("calendar", file("x")))).toBe("busy");
    expect(await pool.do("code", { address: "next" })).toBe("next");
  });

  it("fills no more memory than a worker has", async () => {
    open(STUBBORN, { takesMs: 60_000, workers: 1, megabytes: 32 });
    expect(await outcomeOf(pool.do("sheet", file("x")))).toBe("busy");
    expect(await pool.do("code", { address: "next" })).toBe("next");
  });

  it("waits in a queue that has an end, and not for ever", async () => {
    open(STUBBORN, { takesMs: 60_000, workers: 1, waiting: 2, waitsMs: 200 });
    const first = outcomeOf(pool.do("calendar", file("x")));
    const waiting = [outcomeOf(pool.do("code", { address: "a" })), outcomeOf(pool.do("code", { address: "b" }))];
    expect(pool.state.waiting).toBe(2);
    expect(await outcomeOf(pool.do("code", { address: "c" }))).toBe("busy");
    expect(await Promise.all(waiting)).toEqual(["busy", "busy"]);
    expect(pool.state).toEqual({ waiting: 0, refused: 3 });
    await pool.close();
    expect(await first).toBe("busy");
  });

  it("with pictures holds back other pictures alone", async () => {
    open(STUBBORN, { takesMs: 60_000, workers: 2 });
    const pictures = [
      outcomeOf(pool.do("picture", { file: Buffer.alloc(1) })),
      outcomeOf(pool.do("picture", { file: Buffer.alloc(1) })),
    ];
    expect(await pool.do("code", { address: "quick" })).toBe("quick");
    expect(pool.state.waiting).toBe(1);
    await pool.close();
    expect(await Promise.all(pictures)).toEqual(["busy", "busy"]);
  });
});
