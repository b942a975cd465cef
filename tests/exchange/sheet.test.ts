import { beforeEach, describe, expect, it } from "vitest";
import { activities } from "../../db/schema.ts";
import { isSkipped } from "../../src/exchange/candidate.ts";
import { csvLine } from "../../src/sheets/csv.ts";
import { readSheet } from "../../src/exchange/csv-import.ts";
import { sheetTemplate } from "../../src/exchange/sheet-columns.ts";
import { ownStore } from "../../db/write.ts";
import { takeIn } from "../../src/exchange/take-in.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import type { Remark } from "../../src/texts/exchange.ts";
import { SHEETS } from "./sheets-of-people.ts";
import { addOrganisation, clearBoard, NOW, openTown } from "../world.ts";

const db = openTown();
const vocabulary = vocabularyOf(db);
beforeEach(() => clearBoard(db));

const read = (text: string | Uint8Array) =>
  readSheet(typeof text === "string" ? Buffer.from(text) : text, "o", vocabulary, NOW);
const rowsOf = async (text: string | Uint8Array) => {
  const sheet = await read(text);
  if ("refused" in sheet) throw new Error(sheet.refused);
  return sheet.rows;
};
const statedIn = async (text: string | Uint8Array) =>
  (await rowsOf(text)).map((row) => (isSkipped(row) ? row.why : row.stated));
const keyOf = (remark: Remark) => (typeof remark === "string" ? remark : remark[0]);
const HEAD = "Navn;Dag;Start;Slut;Postnummer;Pris;Telefon;Mail\n";

describe("A spreadsheet of activities", () => {
  it.each([
    ["semicolons", "Navn;Sted\nKor;Huset, i byen\n"],
    ["commas", 'Navn,Sted\nKor,"Huset, i byen"\n'],
    ["tabs", "Navn\tSted\nKor\tHuset, i byen\n"],
    ["a mark for UTF-8", "\uFEFFNavn;Sted\r\nKor;Huset, i byen\r\n"],
    ["a line that names the separator", "sep=;\r\nNavn;Sted\r\nKor;Huset, i byen\r\n"],
    ["other words for the columns", "TITEL;hvor\nKor;Huset, i byen\n"],
  ])("is read with %s", async (_, text) => {
    expect(await statedIn(text)).toEqual([{ title: "Kor", placeName: "Huset, i byen" }]);
  });

  it("is read as older programs write Danish letters", async () => {
    expect(await statedIn(Buffer.from("Navn;Sted\nGåtur på øen;Åsen\n", "latin1"))).toMatchObject([
      { title: "Gåtur på øen", placeName: "Åsen" },
    ]);
    expect(await statedIn(Buffer.from("\uFEFFNavn;Sted\nGåtur på øen;Åsen\n", "utf16le"))).toMatchObject([
      { title: "Gåtur på øen" },
    ]);
  });

  it("says how many there is room for, and what is no such number is told", async () => {
    expect(await statedIn("Navn;Antal pladser\nKor;12\nHold;\n")).toEqual([
      { title: "Kor", places: 12 },
      { title: "Hold" },
    ]);
    const rows = await rowsOf("Navn;Pladser\nKor;nogle\nHold;0\nDans;2,5\n");
    expect(rows.map((row) => !isSkipped(row) && row.notes)).toEqual([
      [["places", "nogle"]],
      [["places", "0"]],
      [["places", "2,5"]],
    ]);
  });

  it("says days, clocks and prices in people's own way", async () => {
    expect(
      await statedIn(
        `${HEAD}Kor;hver tirsdag;kl. 19;21.30;8260 Viby J;20 kr. pr. gang;22 33 44 55;Bo@Kor.dk\nFest;3.12.2026;18:00;00:00;8000;gratis;;\nHold;lør;9;10;;600 om året;;\n`,
      ),
    ).toMatchObject([
      {
        schedule: [{ weekday: "tir", start: "19:00", end: "21:30" }],
        postcode: "8260",
        priceOre: 2000,
        pricePer: "gang",
        contactPhone: "22 33 44 55",
        contactEmail: "bo@kor.dk",
      },
      { schedule: [{ date: "2026-12-03", start: "18:00", end: "00:00" }], priceOre: 0 },
      { schedule: [{ weekday: "loer", start: "09:00", end: "10:00" }], priceOre: 60_000, pricePer: "år" },
    ]);
  });

  it("tells each fault by its row and column", async () => {
    const rows = await rowsOf(`${HEAD};tirsdag;10;12;;;;\nKor;mndag;25;x;80;tyve;12;bo\nDans;;10;12;;;;\n`);
    expect(rows.map((row) => [row.row, !isSkipped(row) && row.notes])).toEqual([
      [2, ["title"]],
      [
        3,
        [
          ["clock", "Start", "25"],
          ["clock", "Slut", "x"],
          ["weekday", "mndag"],
          ["postcode", "80"],
          ["price", "tyve"],
          ["phone", "12"],
          ["email", "bo"],
        ],
      ],
      [4, ["dayMissing"]],
    ]);
  });

  it("stands here forty times", () => {
    expect(SHEETS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(SHEETS)("comes out as what it says and no more: %s", async (_, file, lines) => {
    const rows = await rowsOf(file);
    expect(
      rows.map((row) =>
        isSkipped(row)
          ? { why: row.why.map(keyOf) }
          : { stated: row.stated, ...(row.notes.length > 0 && { notes: row.notes.map(keyOf) }) },
      ),
    ).toEqual(lines);
  });

  it("puts the times of two rows with one name and place together", async () => {
    const [first, second] = await rowsOf(
      "Navn;Sted;Dag;Start;Slut\nKor;Huset;tirsdag;10;11\nKor;Huset;torsdag;10;11\n",
    );
    expect(first).toMatchObject({ stated: { schedule: [{ weekday: "tir" }, { weekday: "tor" }] } });
    expect(second).toMatchObject({ why: [["merged", "2"]] });
  });

  it("takes what looks like a formula for text, and marks it when it is written", async () => {
    const [stated] = await statedIn('Navn;Beskrivelse\n"=HYPERLINK(""http://x"";""y"")";\'+1+1\n');
    expect(stated).toMatchObject({ title: '=HYPERLINK("http://x";"y")', description: "+1+1" });
    expect(csvLine(["=1+1", "+45", "-x", "@sum", 'ja; "nej"'])).toBe('\'=1+1;\'+45;\'-x;\'@sum;"ja; ""nej"""\r\n');
  });

  it("goes in as drafts, and twice changes nothing", async () => {
    const organisationId = addOrganisation(db, "Folkehuset");
    const text = `${HEAD}Kor;tirsdag;19;21;8260;gratis;;\nDans;onsdag;19;21;8000;20 kr pr. gang;;\n`;
    const take = async (now: number) => {
      const sheet = await readSheet(Buffer.from(text), organisationId, vocabulary, now);
      if ("refused" in sheet) throw new Error(sheet.refused);
      const taking = { organisationId, actorId: null, defaults: { contactName: "Bo", themes: ["musik"] }, now };
      return (await takeIn(ownStore(db), taking, sheet.rows)).map(({ kind }) => kind);
    };
    expect(await take(NOW)).toEqual(["new", "new"]);
    const before = db.select().from(activities).all();
    expect(before.map(({ state, contactName, themes }) => [state, contactName, themes])).toEqual([
      ["draft", "Bo", ["musik"]],
      ["draft", "Bo", ["motion"]],
    ]);
    expect(await take(NOW + 86_400_000)).toEqual(["same", "same"]);
    expect(db.select().from(activities).all()).toEqual(before);
  });

  it("can begin from the empty sheet", async () => {
    expect(await statedIn(sheetTemplate())).toMatchObject([
      {
        title: "Strikkecafé for alle",
        themes: ["haandarbejde"],
        postcode: "8260",
        address: "Skanderborgvej 170",
        contactName: "Lis",
      },
    ]);
  });

  it.each([
    ["too many rows", `Navn\n${"x\n".repeat(501)}`, "tooManyRows"],
    ["more than 1 MB", `Navn\n${"x".repeat(1024 * 1024)}`, "fileTooLarge1"],
    ["no column for the name", "Hest;Ko\n1;2\n", "noTitleColumn"],
    ["only headings", "Navn;Sted\n", "noRows"],
    ["nothing", "", "noTitleColumn"],
    ["a page", "<!doctype html><p>Navn", "notSheet"],
    ["a spreadsheet that is not CSV", "PK\x03\x04xxx", "notSheet"],
    ["an open quotation", `Navn;Sted\n"Kor;Huset\n${"x".repeat(300_000)}`, "notSheet"],
  ])("is refused with %s", async (_, text, key) => {
    expect(await read(text)).toEqual({ refused: key });
  });
});
