import { describe, expect, it } from "vitest";
import { readTable } from "../../src/sheets/table.ts";
import { workbookOf } from "./workbook.ts";

describe("A sheet that somebody saved", () => {
  it("is read from Excel: texts, numbers as they stand, days and clocks", async () => {
    const bytes = workbookOf([
      ["Navn", "Telefon", "Dato", "Kl."],
      ["Åse & Bo", 41860900, { day: 46360 }, { day: 0.75 }],
    ]);
    expect(await readTable(bytes, 100)).toEqual([
      ["Navn", "Telefon", "Dato", "Kl."],
      ["Åse & Bo", "41860900", "2026-12-04", "18:00"],
    ]);
  });

  it("is read as CSV by the same door, no further than asked for", async () => {
    expect(await readTable(Buffer.from("Navn;Telefon\nBo;1\nLis;2\n"), 2)).toEqual([
      ["Navn", "Telefon"],
      ["Bo", "1"],
    ]);
  });

  it.each([
    ["an archive of something else", Buffer.from("PK\u0003\u0004 and nothing more")],
    [
      "a file that unpacks to far more than it weighs",
      workbookOf([["Navn"]], { "xl/media/a": new Uint8Array(21 * 1024 * 1024) }),
    ],
    ["a file of thousands of parts", workbookOf([["Navn"]], manyParts())],
  ])("is refused: %s", async (_, bytes) => {
    expect(await readTable(bytes, 100)).toBeNull();
  });
});

function manyParts(): Record<string, Uint8Array> {
  return Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`p${i}`, new Uint8Array(1)]));
}
