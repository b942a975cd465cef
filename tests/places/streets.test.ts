import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { partOf, readStreets } from "../../src/places/streets.ts";
import { pmtilesOf } from "../harness/pmtiles.ts";
import { temporaryFolder } from "../harness/server.ts";

const folder = temporaryFolder("streets");
afterAll(() => folder.remove());
const file = pmtilesOf([12, 2163, 1267], { earth: { kind: "earth", square: [0, 0, 4096] } });
const put = (name: string, bytes: Buffer) => writeFileSync(join(folder.path, name), bytes);
const read = (name: string, range: string | null = "bytes=0-0", known: string | null = null) =>
  readStreets(folder.path, name, range, known);

describe("The streets that people look at", () => {
  it("come byte for byte, whichever part is asked for", async () => {
    put("town.pmtiles", file);
    const some = fc.integer({ min: 0, max: file.length - 1 });
    await fc.assert(
      fc.asyncProperty(some, some, async (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const part = await read("town.pmtiles", `bytes=${from}-${to}`);
        expect(part).toMatchObject({ is: "part", from, to, size: file.length });
        expect(part.is === "part" && Buffer.from(part.bytes).equals(file.subarray(from, to + 1))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("are another file once they were cut anew, which who has parts of the old one is told", async () => {
    const before = await read("town.pmtiles");
    const tag = before.is === "part" ? before.tag : "";
    expect(await read("town.pmtiles", "bytes=0-9", tag)).toMatchObject({ is: "part" });
    utimesSync(join(folder.path, "town.pmtiles"), 1, 1);
    expect(await read("town.pmtiles", "bytes=0-9", tag)).toEqual({ is: "changed" });
  });

  it("are told to be missing or broken, never a fault of the site", async () => {
    put("empty.pmtiles", Buffer.alloc(0));
    put("short.pmtiles", file.subarray(0, 100));
    put("text.pmtiles", Buffer.from("<!doctype html>".repeat(20)));
    put("pictures.pmtiles", Buffer.from(file.map((byte, i) => (i === 99 ? 2 : byte))));
    put("second.pmtiles", Buffer.from(file.map((byte, i) => (i === 7 ? 2 : byte))));
    mkdirSync(join(folder.path, "folder.pmtiles"));
    for (const name of ["empty", "short", "text", "pictures", "second", "folder"])
      expect(await read(`${name}.pmtiles`), name).toEqual({ is: "broken" });
    expect(await read("none.pmtiles")).toEqual({ is: "missing" });
  });
});

describe("A range of bytes", () => {
  it.each([
    ["bytes=0-126", { from: 0, to: 126 }],
    ["bytes=990-2000", { from: 990, to: 999 }],
    ["bytes=990-", { from: 990, to: 999 }],
    [null, null],
    ["", null],
    ["bytes=-5", null],
    ["bytes=5-4", null],
    ["bytes=1000-1001", null],
    ["bytes=0-1,5-9", null],
    ["lines=0-1", null],
    ["bytes=0x1-2", null],
    ["bytes=99999999999999999999-", null],
  ])("%s is a part of the file, or told to be none", (range, part) => {
    expect(partOf(range, 1_000)).toEqual(part);
  });

  it("of half the country is answered in part", () => {
    expect(partOf("bytes=10-", 10 ** 9)).toEqual({ from: 10, to: 4_000_009 });
  });
});
