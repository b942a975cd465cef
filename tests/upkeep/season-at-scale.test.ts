import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { openMail } from "../../src/mail/outbox.ts";
import { readKeys } from "../../src/shared/seal.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";
import { addActivity, addOrganisation, NOW, openTown } from "../world.ts";

const MANY = 5000;
/** Seconds that one run may take. */
const LIMIT = 10;
const keyText = `t:${randomBytes(32).toString("base64")}`;
const keys = readKeys(keyText);
const folder = temporaryFolder("season");
const file = join(folder.path, "faellesbro.db");

let opened: OpenDb | undefined;
afterEach(() => {
  opened?.$client.close();
  folder.remove();
});

describe("A season's reminders for 5,000 activities", () => {
  it(
    `go out in one run under ${LIMIT} s, each once, also when the run before was killed in the middle`,
    { timeout: 120_000 },
    async () => {
      const db = fill();
      const killed = run();
      while (asked(db) === 0) await wait(2);
      killed.child.kill("SIGKILL");
      await killed.ended;
      const before = asked(db);
      expect(before).toBeGreaterThan(0);
      expect(before).toBeLessThan(MANY);
      expect(titlesInMails(db)).toHaveLength(before);

      await run().ended;
      expect(asked(db)).toBe(MANY);
      const titles = titlesInMails(db);
      expect(titles).toHaveLength(MANY);
      expect(new Set(titles).size).toBe(MANY);

      db.$client.exec(
        `UPDATE activities SET confirm_asks = 0, confirm_asked_at = NULL; DELETE FROM mails; DELETE FROM activity_links`,
      );
      const { done, seconds, cpuSeconds } = JSON.parse(await run().ended) as Record<string, number>;
      console.info(
        `${done} activities asked about in ${seconds?.toFixed(1)} s (${cpuSeconds?.toFixed(1)} s of the processor, the start of the process included)`,
      );
      expect(titlesInMails(db)).toHaveLength(MANY);
      // Of the processor: how long it takes on the wall is also a matter of what else the machine does.
      expect(cpuSeconds).toBeLessThan(LIMIT);
    },
  );
});

/** Every third has a host of its own; the others share one among five. */
function fill(): OpenDb {
  const db = openTown(file);
  opened = db;
  addOrganisation(db, "Viby Bibliotek");
  db.transaction((tx) => {
    for (let n = 0; n < MANY; n += 1) {
      const host = n % 3 === 0 ? `v${n}` : `f${Math.floor(n / 5)}`;
      addActivity(tx, {
        id: `a${n}`,
        title: `Hold nr. ${n}`,
        confirmedAt: "2026-05-01",
        contactEmail: `${host}@eksempel.dk`,
        schedule: [{ date: "2026-12-01", start: "10:00", end: "12:00" }],
      });
    }
  });
  return db;
}

function run() {
  const child = spawn(process.execPath, [join(ROOT, "tests/upkeep/run-season.ts"), file, keyText, String(NOW)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said += text));
  return { child, ended: new Promise<string>((resolve) => child.once("close", () => resolve(said))) };
}

function asked(db: OpenDb): number {
  return (db.$client.prepare("SELECT count(*) AS n FROM activities WHERE confirm_asks > 0").get() as { n: number }).n;
}

function titlesInMails(db: OpenDb): string[] {
  const mails = db.$client.prepare("SELECT kind, sealed FROM mails").all() as { kind: string; sealed: Buffer }[];
  return mails.flatMap(({ kind, sealed }) => openMail(keys, kind, sealed).text.match(/Hold nr\. \d+/g) ?? []);
}
