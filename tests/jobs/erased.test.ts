import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { emptyLog } from "../../db/erased.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { openReader, type SqliteFile } from "../../db/sqlite.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { withdraw } from "../../src/referrals/citizen.ts";
import { findCase } from "../../src/casework/store.ts";
import { DAY } from "../../src/shared/time.ts";
import { ask } from "../casework/support.ts";
import { newBox, NOW, openTown } from "../world.ts";

let folder: string;
let db: OpenDb;
let key: Buffer;
let token: string;
let box: MailBox;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "faellesbro-erased-"));
  db = openTown(join(folder, "faellesbro.db"));
  fill(2_000);
  box = newBox();
  const asked = ask(db, box);
  token = asked.token;
  key = findCase(db, asked.id)!.wrappedKey!;
});
afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

/** Makes the log long. */
function fill(times: number): void {
  db.transaction((tx) => {
    for (let n = 0; n < times; n++) writeMark(tx, `filler-${n}`, "x".repeat(2_000));
  });
}
const inTheLog = () => readFileSync(join(folder, "faellesbro.db-wal")).includes(key);
/** A replica or a backup: it reads all the time, and now and then lets go and begins again. */
function reader(): { again(): void; close(): void } {
  const file: SqliteFile = openReader(join(folder, "faellesbro.db"));
  const begin = () => {
    file.exec("BEGIN");
    file.prepare("SELECT count(*) FROM cases").get();
  };
  begin();
  return {
    again() {
      file.exec("COMMIT");
      db.$client.pragma("wal_checkpoint(PASSIVE)");
      writeMark(db, "tick", "1");
      begin();
    },
    close: () => file.close(),
  };
}

describe("What was erased", () => {
  it("is out of the log at once when nobody else reads", async () => {
    expect(inTheLog()).toBe(true);
    withdraw(db, box.keys, token, NOW);
    await keepRetention(db, NOW + 7 * DAY);
    expect(inTheLog()).toBe(false);
    expect(readMark(db, "erased-in-log")).toBeNull();
  });

  it("is out of the log after a while beside somebody who reads all the time, and nobody waits for it", async () => {
    const replica = reader();
    withdraw(db, box.keys, token, NOW);
    const started = performance.now();
    await keepRetention(db, NOW + 7 * DAY);
    expect(emptyLog(db)).toBe(false);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(inTheLog()).toBe(true);
    replica.again();
    expect(inTheLog()).toBe(true);
    expect(emptyLog(db)).toBe(true);
    expect(inTheLog()).toBe(false);
    expect(emptyLog(db)).toBe(true);
    replica.close();
  });

  it("stays noted over a restart until it is out", async () => {
    const backup = reader();
    withdraw(db, box.keys, token, NOW);
    await keepRetention(db, NOW + 7 * DAY);
    expect(readMark(db, "erased-in-log")).not.toBeNull();
    backup.close();
    expect(emptyLog(db)).toBe(true);
    expect(inTheLog()).toBe(false);
  });
});
