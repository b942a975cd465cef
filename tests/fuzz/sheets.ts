import fc from "fast-check";
import { type Cell, workbookOf } from "../sheets/workbook.ts";
import { wildText } from "./wild.ts";

/** What people write at the head of a column, and what they write below it. */
const COLUMNS: Record<string, readonly Cell[]> = {
  Navn: ["Kor", "Strikkecafé for alle", "Åben hal", ""],
  "Hvad sker der?": ["Banko", "Gåtur på øen", ""],
  Beskrivelse: ["Vi synger.", "Vi ses på Teams. Adgangskode: aB3dE", "<b>Kom</b>"],
  Dag: [
    "tirsdag",
    "hver anden torsdag",
    "man-fre",
    "første søndag",
    "1. og 3. onsdag",
    "mndag",
    "tirsdag ulige uger",
    "",
  ],
  Dato: [{ day: 46360 }, "12. december 2026", "31.2.2026", "3/12, 10/12", 46360, ""],
  "Kl.": ["19-21", "kl. 19", "1930", { day: 0.75 }, "25:00", "10-12 og 13-15", ""],
  Slut: ["21", "ca. 22", { day: 0.875 }, "x", ""],
  Fra: ["1.9.2026", "7. januar", "9:00", "i morgen", ""],
  Til: ["31.5.2027", "28. april", "uge 17", ""],
  Sted: ["Viby Bibliotek, Skanderborgvej 170, 8260 Viby J", "Zoom", "Huset\nVej 1\n8000 Aarhus C", ""],
  "Postnr.": ["8260", "8260 Viby J", 8000, "80", ""],
  "Pris (kr.)": [20, "gratis", "20-30 kr", "Medlemmer 10 kr., andre 20 kr.", "400 kr. for sæsonen", "0,001", ""],
  Kontakt: ["Lis", "Lis, tlf. 22 33 44 55, lis@viby.dk", ""],
  "Tlf.nr.": ["22 33 44 55", 22334455, "ring", "+45 32 72 80 11,,123456789#", ""],
  Tema: ["Samvær og café", "Musik og sang, kaffe", "hest", ""],
  Noter: ["husk kaffe", ""],
};

const cellBelow = (heading: string): fc.Arbitrary<Cell> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...(COLUMNS[heading] ?? [""])) },
    { weight: 1, arbitrary: wildText.map((text) => text.replace(/[^\P{C}\n]/gu, "")) },
  );

const tables = fc
  .tuple(
    fc.subarray(Object.keys(COLUMNS), { minLength: 2 }),
    fc.integer({ min: 1, max: 40 }),
    fc.integer({ min: 0, max: 3 }),
  )
  .chain(([headings, lines, above]) =>
    fc
      .array(fc.tuple(...headings.map(cellBelow)), { minLength: lines, maxLength: lines })
      .map((rows): Cell[][] => [...Array.from({ length: above }, () => ["Program 2027"]), headings, ...rows]),
  );

/** Sheets as people keep them, with some cells that nobody should write: as Excel or as CSV, a few cut off half way. */
export const sheets: fc.Arbitrary<Buffer> = fc
  .tuple(tables, fc.boolean(), fc.integer({ min: 0, max: 19 }))
  .map(([rows, isExcel, cut]) => {
    const bytes = isExcel ? Buffer.from(workbookOf(rows)) : Buffer.from(rows.map(csvOf).join("\r\n"));
    return cut === 0 ? bytes.subarray(0, bytes.length / 2) : bytes;
  });

function csvOf(row: readonly Cell[]): string {
  const texts = row.map((cell) => (typeof cell === "object" ? String(cell.day) : String(cell)));
  return texts.map((text) => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(";");
}
