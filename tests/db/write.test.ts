import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { connect, connectToRead, connectToWrite, type Db, openDb } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { isBusy, openWriter } from "../../db/write.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";

const folder = temporaryFolder("write");
const file = join(folder.path, "faellesbro.db");
openDb(file, ROOT).$client.close();

const reader = connectToRead(file);
const writer = connectToWrite(file);
const other = connect(file);
const write = openWriter(writer);

beforeEach(() => {
  other.run(sql`DELETE FROM marks`);
});
afterAll(() => {
  for (const db of [reader, writer, other]) db.$client.close();
  folder.remove();
});

const says = (text: string) => (tx: Db) => writeMark(tx, "said", text);

describe("Somebody who writes while another process writes", () => {
  it("waits without holding the pages, and is done when the other has ended", async () => {
    other.$client.exec("BEGIN IMMEDIATE");
    const done = write(says("hej"));
    for (let turn = 0; turn < 20; turn++) await pause(1);
    expect(readMark(reader, "said")).toBeNull();
    other.$client.exec("COMMIT");
    await done;
    expect(readMark(reader, "said")).toBe("hej");
    expect(writer.$client.pragma("busy_timeout", { simple: true })).toBe(0);
  });

  it("is told after five seconds that nothing was done", async () => {
    other.$client.exec("BEGIN IMMEDIATE");
    const asked = performance.now();
    const thrown = await write(says("hej")).catch((error: unknown) => error);
    other.$client.exec("COMMIT");
    expect(isBusy(thrown)).toBe(true);
    expect(performance.now() - asked).toBeGreaterThan(4_500);
    expect(readMark(reader, "said")).toBeNull();
  });

  it("does not lose its place: what waited is through with the first turn, in its order", async () => {
    other.$client.exec("BEGIN IMMEDIATE");
    const order: number[] = [];
    const waiting = Array.from({ length: 50 }, (_, at) => write(() => order.push(at)));
    other.$client.exec("COMMIT");
    await Promise.all(waiting);
    expect(order).toEqual(Array.from({ length: 50 }, (_, at) => at));
  });
});

describe("Several who write at once", () => {
  it("one that is refused takes nothing of the others with it", async () => {
    other.$client.exec("BEGIN IMMEDIATE");
    const [first, refused, last] = [
      write((tx) => writeMark(tx, "a", "1")),
      write((tx) => {
        writeMark(tx, "b", "1");
        throw new Error("no");
      }),
      write((tx) => writeMark(tx, "c", "1")),
    ];
    other.$client.exec("COMMIT");
    await expect(refused).rejects.toThrow("no");
    await Promise.all([first, last]);
    expect(["a", "b", "c"].map((name) => readMark(reader, name))).toEqual(["1", null, "1"]);
  });

  it("a deed within a deed is part of it", async () => {
    const outer = write((tx) => {
      writeMark(tx, "outer", "1");
      tx.transaction((inner) => writeMark(inner, "inner", "1"));
      throw new Error("no");
    });
    await expect(outer).rejects.toThrow("no");
    expect([readMark(reader, "outer"), readMark(reader, "inner")]).toEqual([null, null]);
  });
});

describe("The database of the pages", () => {
  it("cannot be written by mistake", () => {
    expect(() => writeMark(reader, "said", "hej")).toThrow(/readonly/);
  });

  it("takes the lock when a transaction begins, so that two that read first never stop each other", () => {
    other.transaction(() => {
      expect(() => writer.transaction(() => null)).toThrow(/locked/);
    });
  });
});
