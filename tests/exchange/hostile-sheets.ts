import { gzipSync } from "node:zlib";
import type { Hostile } from "./hostile.ts";

/** Spreadsheets. */
export function hostileSheets(): Hostile[] {
  const head = "Navn;Beskrivelse;Dag;Start;Slut;Sted;Postnummer;Pris;Tema;Kontakt;Telefon;Mail;Netside\n";
  const row = (...cells: string[]) => Buffer.from(`${head}${cells.join(";")}\n`);
  const formulas = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x")',
    "\t=1",
    "=IMPORTXML(1)",
    "＝1+1",
    "'=1",
  ];
  const days = ["32.13.2026", "0.0.0", "31.2.2026", "tirsdag den 99", "NaN", "__proto__", "1e9", "-1.-1.-1"];
  const clocks = ["25:00", "10:99", "-1", "1e3", "10:00:00:00", "٣", "kl.", "NaN"];
  return [
    ...formulas.map((formula): Hostile => [
      `a formula ${formula}`,
      row(formula, formula, "tirsdag", "10:00", "12:00", formula, "8000", "20", "", formula),
    ]),
    ...days.map((day): Hostile => [`a day ${day}`, row("A", "", day, "10", "12")]),
    ...clocks.map((clock): Hostile => [`a clock ${clock}`, row("A", "", "tirsdag", clock, "12")]),
    ...["-5", "1e99", "NaN", "99999999999999", "0,001 kr", "gratis; DROP TABLE"].map((price): Hostile => [
      `a price ${price}`,
      row("A", "", "", "", "", "", "", price),
    ]),
    ...["javascript:alert(1)", "data:text/html,x", "http://", "file:///etc/passwd", "//x"].map((url): Hostile => [
      `an address ${url}`,
      row("A", "", "", "", "", "", "", "", "", "", "", "", url),
    ]),
    ["501 rows", Buffer.from(`${head}${"A\n".repeat(501)}`)],
    ["100,000 empty rows", Buffer.from(`${head}${"\n".repeat(100_000)}A\n`)],
    ["10,000 columns", Buffer.from(`${"Navn;".repeat(10_000)}\n${"A;".repeat(10_000)}\n`)],
    ["a row of 100,000 cells", Buffer.from(`Navn\n${"A;".repeat(100_000)}\n`)],
    ["a cell of 900 kB", Buffer.from(`Navn;Sted\nA;"${"x".repeat(900_000)}"\n`)],
    ["900,000 quotation marks", Buffer.from(`Navn;Sted\n${'"'.repeat(900_000)}\n`)],
    ["a quotation that is never closed", Buffer.from(`Navn;Sted\n"A;${"b\n".repeat(100_000)}`)],
    ["quotation marks in the middle", Buffer.from('Navn;Sted\nA"b"c;"d"e\n')],
    ["two megabytes", Buffer.alloc(2 * 1024 * 1024, "A;")],
    ["500 rows of one name", Buffer.from(`${head}${"A;;tirsdag;10;12\n".repeat(500)}`)],
    ["zero bytes", Buffer.from("Navn\0;Sted\nA\0;B\n")],
    ["UTF-16 without a mark", Buffer.from("Navn;Sted\nA;B\n", "utf16le")],
    ["broken UTF-8", Buffer.concat([Buffer.from("Navn\n"), Buffer.from([0xff, 0xc0, 0x80]), Buffer.from("\n")])],
    ["only line feeds", Buffer.from("\n\r\n\r")],
    ["nothing", Buffer.alloc(0)],
    ["a spreadsheet of another kind", gzipSync(Buffer.from("Navn"))],
    ["a page", Buffer.from("<table><tr><td>Navn</td></tr></table>")],
    ["a PDF", Buffer.from("%PDF-1.7\nNavn;Sted\nA;B")],
    ["names of prototypes", Buffer.from("Navn;__proto__;constructor\nA;B;C\n")],
    ["the same heading twice", Buffer.from("Navn;Navn;Titel\nA;B;C\n")],
    ["right-to-left and invisible signs", Buffer.from("Navn\n\u202Egnp.exe\u200B\u2066\n")],
    ["a postcode of letters", row("A", "", "", "", "", "", "8x00")],
    ["a phone of letters", row("A", "", "", "", "", "", "", "", "", "", "ring")],
    ["a mail of two lines", row("A", "", "", "", "", "", "", "", "", "", "", '"a@b.dk\nBcc: c@d.dk"')],
    ["20,000 commas in one theme", row("A", "", "", "", "", "", "", "", "x,".repeat(20_000))],
  ];
}
