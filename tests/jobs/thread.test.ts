import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import { readMark } from "../../db/marks.ts";
import { activities, outboxReaders, searchCounts } from "../../db/schema.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { newestPosition } from "../../search/sync.ts";
import { newTally } from "../../src/board/search-statistics.ts";
import { buildServer } from "../../src/process/build.ts";
import { HEARTBEAT } from "../../src/jobs/heartbeat.ts";
import { type Jobs, openJobs } from "../../src/jobs/thread.ts";
import { type Counted, nothingCounted } from "../../src/jobs/write-counts.ts";
import { queueMail } from "../../src/mail/outbox.ts";
import { isRefiling, refileAll } from "../../src/places/places.ts";
import { readConfig } from "../../src/shared/config.ts";
import type { KeyRing } from "../../src/shared/seal.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";
import { addActivity, addOrganisation, NOW } from "../world.ts";

const keys: KeyRing = { keys: [{ id: "t", key: randomBytes(32) }] };
/** Packages are found from beside them. */
const BUNDLE = `node_modules/.cache/jobs-${process.pid}`;
const SOON = { timeout: 15_000, interval: 20 };

beforeAll(() => buildServer(ROOT, BUNDLE));
afterAll(() => rmSync(join(ROOT, BUNDLE), { recursive: true }));

let folder: ReturnType<typeof temporaryFolder>;
let db: OpenDb;
let jobs: Jobs;
let counted: Counted;
let onSearchChanged: ReturnType<typeof vi.fn<() => void>>;
let logged: ReturnType<typeof vi.fn<() => void>>;
beforeEach(() => {
  folder = temporaryFolder("jobs");
  const dbFile = join(folder.path, "faellesbro.db");
  db = openDb(dbFile, ROOT);
  counted = nothingCounted();
  onSearchChanged = vi.fn<() => void>();
  logged = vi.fn<() => void>();
  jobs = open(dbFile);
});
afterEach(async () => {
  await jobs.stop();
  db.$client.close();
  folder.remove();
});

describe("The jobs' thread", () => {
  it("writes a heartbeat by the site's clock and tells of it, with what is left of the disk", async () => {
    jobs.start();
    await expect.poll(() => jobs.pulse.last, SOON).not.toBeNull();
    expect(Number(readMark(db, HEARTBEAT))).toBe(jobs.pulse.last?.at);
    expect(Math.abs((jobs.pulse.last?.at ?? 0) - NOW)).toBeLessThan(60_000);
    expect(jobs.pulse.last?.freeBytes).toBeGreaterThan(0);
  });

  it("sends the mails that wait when it starts, and those that it is told of", async () => {
    const letter = { to: "lis@bro.example", subject: "Hej", text: "Hej", kind: "invitation" };
    const sent = () => readdirSync(join(folder.path, "mails"));
    mkdirSync(join(folder.path, "mails"));
    queueMail(db, keys, letter, NOW - 1_000);
    jobs.start();
    await expect.poll(sent, SOON).toEqual(["000001-invitation.eml"]);
    queueMail(db, keys, letter, NOW - 1_000);
    jobs.mailWaits();
    await expect.poll(sent, SOON).toHaveLength(2);
  });

  it("files activities under their new areas when it is told to, and what was left of that when it starts", async () => {
    insertDefaults(db);
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "a", area: "hasle" });
    addActivity(db, { id: "b", area: "hasle" });
    const areasOf = () =>
      db
        .select({ area: activities.area })
        .from(activities)
        .all()
        .map(({ area }) => area);
    refileAll(db);
    jobs.start();
    await expect.poll(areasOf, SOON).toEqual(["viby", "viby"]);
    await expect.poll(() => isRefiling(db), SOON).toBe(false);
    db.update(activities).set({ area: "hasle" }).run();
    refileAll(db);
    jobs.areasChanged();
    await expect.poll(areasOf, SOON).toEqual(["viby", "viby"]);
  });

  it("tells when what it did can be found, and keeps the outbox log no longer than its readers need", async () => {
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "a" });
    db.$client.exec("DELETE FROM occurrences");
    jobs.start();
    await expect.poll(() => onSearchChanged.mock.calls.length, SOON).toBe(1);
    expect(db.$client.prepare("SELECT count(*) AS n FROM occurrences").get()).not.toEqual({ n: 0 });
    const position = newestPosition(db.$client);
    expect(position).toBeGreaterThan(0);
    const readers = () =>
      db.select({ reader: outboxReaders.reader, position: outboxReaders.position }).from(outboxReaders);
    const lasting = ["casework", "coming"].map((reader) => ({ reader, position }));
    await expect.poll(() => readers().all(), SOON).toEqual(lasting);
    jobs.indexReached(position);
    await expect.poll(() => readers().all(), SOON).toHaveLength(3);
    await expect.poll(() => db.$client.prepare("SELECT count(*) AS n FROM outbox_log").get(), SOON).toEqual({ n: 0 });
    await jobs.stop();
    expect(readers().all(), "what goes on where it was").toEqual(lasting);
  });

  it("writes what the pages counted before it ends", async () => {
    jobs.start();
    await expect.poll(() => jobs.pulse.last, SOON).not.toBeNull();
    counted.searches = { ...newTally(), counts: new Map([[JSON.stringify([0, "word", "kor"]), 3]]) };
    await jobs.stop();
    expect(db.select().from(searchCounts).all()).toMatchObject([{ key: "kor", count: 3 }]);
  });

  it("begins anew when it dies, and says so in the log", async () => {
    const later = join(folder.path, "later");
    jobs = open(join(later, "faellesbro.db"));
    jobs.start();
    await expect.poll(() => logged.mock.calls.length, SOON).toBeGreaterThan(0);
    mkdirSync(later);
    openDb(join(later, "faellesbro.db"), ROOT).$client.close();
    await expect.poll(() => jobs.pulse.last, SOON).not.toBeNull();
  });
});

function open(dbFile: string): Jobs {
  const config = readConfig(ROOT, {
    DATA_DIR: folder.path,
    SITE_URL: "http://127.0.0.1:1",
    CLOCK: new Date(NOW).toISOString(),
  });
  const worker = `${BUNDLE}/jobs.mjs`;
  return openJobs({
    config,
    dbFile,
    keys,
    log: { error: logged },
    now: () => NOW,
    worker,
    onSearchChanged,
    takeCounted: () => counted,
  });
}
