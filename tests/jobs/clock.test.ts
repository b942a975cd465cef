import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { cases, mails } from "../../db/schema.ts";
import { withdraw } from "../../src/referrals/citizen.ts";
import { clockIsTrusted, confirmClock, keepClock, mayActNow } from "../../src/jobs/clock.ts";
import { startJobs } from "../../src/jobs/clockwork.ts";
import type { FromJobs } from "../../src/jobs/protocol.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { readConfig } from "../../src/shared/config.ts";
import { DAY } from "../../src/shared/time.ts";
import { ROOT } from "../harness/root.ts";
import { ask } from "../casework/support.ts";
import { newBox, NOW, openTown } from "../world.ts";

const MINUTE = 60_000;

describe("A clock", () => {
  it.each([
    ["of a new site", null, NOW, true],
    ["half a minute on", NOW, NOW + MINUTE / 2, true],
    ["set right by a minute", NOW, NOW - MINUTE, true],
    ["30 days on", NOW, NOW + 30 * DAY, true],
    ["31 days on", NOW, NOW + 31 * DAY, false],
    ["an hour back", NOW, NOW - 60 * MINUTE, false],
    ["of 1970", NOW, 0, false],
  ])("%s is believed or not", (_, lastWrite, now, trusted) => {
    expect(clockIsTrusted(lastWrite, now)).toBe(trusted);
  });
});

describe("A site whose clock jumps", () => {
  let folder: string;
  let db: OpenDb;
  let box: MailBox;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "faellesbro-clock-"));
    db = openTown(join(folder, "faellesbro.db"));
    box = newBox();
    const { token } = ask(db, box, { email: "kirsten@eksempel.dk" });
    withdraw(db, box.keys, token, NOW);
    keepClock(db, NOW);
  });
  afterEach(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });

  /** Lets every job have its first turn at that time; answers what is left and what was told. */
  async function liveAt(now: number, clock?: string) {
    const told: FromJobs[] = [];
    const config = readConfig(ROOT, { DATA_DIR: folder, ...(clock && { CLOCK: clock }) });
    const log = { error: () => undefined, warn: () => undefined, info: () => undefined } as never;
    const jobs = startJobs({
      db,
      dbFile: join(folder, "faellesbro.db"),
      workWorker: undefined,
      keys: box.keys,
      config,
      log,
      now: () => now,
      tell: (message) => told.push(message),
    });
    await expect.poll(() => told.some(({ kind }) => kind === "beat")).toBe(true);
    await jobs.stop();
    return {
      erased: db.select().from(cases).get()?.wrappedKey === null,
      waiting: db
        .select()
        .from(mails)
        .all()
        .filter(({ sentAt }) => sentAt === null).length,
      believed: told.flatMap((message) => (message.kind === "beat" ? [message.clockIsTrusted] : [])),
    };
  }

  it("erases and sends nothing when it was off for 31 days, until somebody has said that the clock is right", async () => {
    const later = NOW + 31 * DAY;
    expect(await liveAt(later)).toEqual({ erased: false, waiting: 1, believed: [false] });
    expect(await liveAt(later + MINUTE)).toEqual({ erased: false, waiting: 1, believed: [false] });
    confirmClock(db, later + MINUTE);
    expect(await liveAt(later + 2 * MINUTE)).toMatchObject({ erased: true, believed: [true] });
  });

  it("goes on by itself when a wrong clock is set right again", async () => {
    await liveAt(NOW + 400 * DAY);
    expect(mayActNow(db, NOW + MINUTE)).toBe(true);
    expect(await liveAt(NOW + MINUTE)).toMatchObject({ erased: false, waiting: 0, believed: [true] });
  });

  it("erases and sends nothing when the clock goes back behind what it wrote last", async () => {
    expect(await liveAt(NOW - DAY)).toMatchObject({ waiting: 1, believed: [false] });
  });

  it("believes a clock that a test has set, and notes nothing of it", async () => {
    expect(await liveAt(NOW + 400 * DAY, "2027-12-30T10:00:00Z")).toMatchObject({ erased: true, believed: [true] });
    expect(mayActNow(db, NOW + MINUTE)).toBe(true);
  });
});
