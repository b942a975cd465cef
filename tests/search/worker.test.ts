import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedEngine, openEmbedded } from "../../search/embedded/engine.ts";
import { BENCH_NOW, corpus } from "../bench/corpus.ts";
import { FakeDatabase } from "./fake-source.ts";
import { wishing } from "../../search/query.ts";

const ROOT = join(import.meta.dirname, "../..");
const documents = [...corpus(300)];

let folder: string;
let database: FakeDatabase;
let engine: EmbeddedEngine;
let faults: unknown[];
let passed: number[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "search-"));
  database = new FakeDatabase(join(folder, "site.db"));
  database.put(documents);
  faults = [];
  passed = [];
  engine = await openEmbedded({
    dbFile: join(folder, "site.db"),
    root: ROOT,
    source: "tests/search/fake-source.ts",
    log: { error: (fault: unknown) => void faults.push(fault), warn: () => {} },
    now: () => BENCH_NOW,
    onPassed: (position) => void passed.push(position),
  });
});

afterEach(async () => {
  await engine.close();
  database.client.close();
  rmSync(folder, { recursive: true });
});

describe("The search in a thread of its own", () => {
  it("answers searches, pins and suggestions", async () => {
    expect(await total("")).toBe(300);
    expect((await engine.pins(wishing({}), 12, BENCH_NOW)).total).toBe(300);
    expect(await engine.suggest("vib", BENCH_NOW, 5)).toContainEqual({ kind: "area", label: "Viby", value: "viby" });
  });

  it("finds a new activity at once when it is told of the change, and forgets a removed one", async () => {
    database.put([titled("Ukulele for venstrehåndede")]);
    engine.changed();
    expect(await total("ukulele")).toBe(1);
    database.remove("new");
    await engine.caughtUp();
    expect(await total("ukulele")).toBe(0);
  });

  it("finds what another process wrote without being told", async () => {
    database.put([titled("Ukulele for venstrehåndede")]);
    await until(async () => (await total("ukulele")) === 1);
    expect(passed.at(-1)).toBe(301);
  });

  it("takes an editor's new synonym", async () => {
    database.put([titled("Ukulele for venstrehåndede")]);
    database.addSynonyms(["ukulele", "småguitar"]);
    await engine.caughtUp();
    expect(await total("småguitar")).toBe(1);
  });

  it("answers from the old index while a new one is built, and takes in what changed meanwhile", async () => {
    const rebuilt = engine.rebuild();
    const totals = Promise.all(Array.from({ length: 20 }, () => total("")));
    database.put([titled("Ukulele for venstrehåndede")]);
    await rebuilt;
    expect(new Set(await totals)).toEqual(new Set([300]));
    await engine.caughtUp();
    expect(await total("ukulele")).toBe(1);
  });

  it("builds anew when the log was trimmed before it was read", async () => {
    database.put([titled("Ukulele for venstrehåndede"), { ...titled("Ukulele"), id: "new2" }]);
    database.trimLog();
    await engine.caughtUp();
    expect(await total("ukulele")).toBe(2);
  });

  it("begins a new thread when the old one dies, and loses no search that waits", async () => {
    database.client.prepare("INSERT INTO log (id) VALUES ('crash')").run();
    await until(async () => faults.length > 0);
    const waiting = total("");
    expect(await waiting).toBe(300);
  });

  it("refuses to open a database that is not there", async () => {
    const opening = openEmbedded({
      dbFile: join(folder, "none.db"),
      root: ROOT,
      source: "tests/search/fake-source.ts",
      log: { error: () => {}, warn: () => {} },
      now: () => BENCH_NOW,
    });
    await expect(opening).rejects.toThrow();
  });
});

async function total(q: string): Promise<number> {
  return (await engine.search(wishing({ q }), BENCH_NOW)).total;
}

function titled(title: string) {
  return { ...(documents[0] as (typeof documents)[number]), id: "new", title };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return;
    await wait(20);
  }
  throw new Error("It never came true");
}
