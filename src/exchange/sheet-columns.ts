/** The columns of a sheet, and what people call them. */
import { byKey, keysOf } from "../shared/keys-of.ts";
import { sheetColumns } from "../texts/exchange.ts";
import { csvLine } from "../sheets/csv.ts";

/** What a cell is cut off after; a longer text is refused. */
export const MOST_SIGNS = 20_000;

/** A column that an activity can be read from. */
export type Column = keyof typeof sheetColumns;
/** The cells of one line by their columns, `""` where there is none. */
export type Row = Record<Column, string>;

const NAMES: Record<Column, string[]> = {
  id: ["nr", "id", "nummer"],
  title: [
    "navn",
    "titel",
    "aktivitet",
    "aktiviteter",
    "aktivitetens navn",
    "navn på aktivitet",
    "overskrift",
    "hvad",
    "hvad sker der",
    "arrangement",
    "arrangementer",
    "begivenhed",
    "event",
    "tilbud",
    "kursus",
    "hold",
    "holdnavn",
  ],
  description: ["beskrivelse", "tekst", "om", "indhold", "info", "information", "kort beskrivelse", "omtale"],
  day: ["dag", "dage", "ugedag", "ugedage", "dato", "datoer", "dag/dato", "dag og dato", "hvornår", "date"],
  start: [
    "start",
    "starttid",
    "starttidspunkt",
    "start kl",
    "starter",
    "begynder",
    "begynder kl",
    "fra kl",
    "kl",
    "klokken",
    "klokkeslæt",
    "tid",
    "tider",
    "tidspunkt",
    "tidsrum",
  ],
  end: ["slut", "sluttid", "sluttidspunkt", "slut kl", "slutter", "slutter kl", "til kl", "ender"],
  from: ["fra", "startdato", "første gang", "opstart", "sæsonstart", "fra dato"],
  until: ["til", "slutdato", "sidste gang", "sæsonslut", "afslutning", "til dato"],
  placeName: ["sted", "stedet", "hvor", "lokation", "mødested", "lokale", "location"],
  address: ["adresse", "vej", "vej og nr", "vej og nummer", "gade"],
  postcode: ["postnummer", "postnr", "post nr", "postnr og by", "postnr/by", "postnummer og by", "by"],
  price: [
    "pris",
    "priser",
    "betaling",
    "koster",
    "deltagerbetaling",
    "entré",
    "entre",
    "kontingent",
    "hvad koster det",
  ],
  places: ["pladser", "antal pladser", "plads til", "max", "maks", "max antal", "maks antal", "max deltagere"],
  themes: ["tema", "emne", "kategori", "kategorier", "temaer"],
  contactName: ["kontakt", "kontaktperson", "kontaktnavn", "vært", "tovholder", "ansvarlig"],
  contactPhone: [
    "telefon",
    "telefonnummer",
    "telefonnr",
    "tlf",
    "tlfnr",
    "tlf nr",
    "tlf nummer",
    "mobil",
    "mobilnr",
    "mobilnummer",
    "kontakt telefon",
    "kontakt tlf",
  ],
  contactEmail: ["mail", "e-mail", "email", "mailadresse", "e-mailadresse", "kontakt mail", "kontakt e-mail"],
  url: ["netside", "hjemmeside", "link", "web", "webside", "www", "url"],
};
/** How far down the headings may stand: a title, a date and a logo often stand above. */
const HEADINGS_WITHIN = 10;

/**
 * An empty sheet with one example, ready for a spreadsheet: semicolons and a mark for UTF-8, as Danish programs expect.
 */
export function sheetTemplate(): string {
  const example: Partial<Record<Column, string>> = {
    title: "Strikkecafé for alle",
    description: "Vi strikker og drikker kaffe.",
    day: "tirsdag",
    start: "10:00",
    end: "12:00",
    placeName: "Biblioteket",
    address: "Skanderborgvej 170",
    postcode: "8260",
    price: "gratis",
    themes: "Håndarbejde",
    contactName: "Lis",
  };
  const columns = keysOf(sheetColumns);
  return `\uFEFF${csvLine(columns.map((column) => sheetColumns[column]))}${csvLine(columns.map((column) => example[column] ?? ""))}`;
}

/** Where the headings stand, counted from 0, what each means, and those that mean nothing to us. */
export interface Headings {
  at: number;
  columns: (Column | null)[];
  unused: string[];
}

/**
 * The headings of a sheet: of its first ten lines the one that names most columns. Where no column is called by a name
 * for the name, the first that means nothing else is it. Null when no line names any.
 */
export function headingsOf(table: readonly (readonly string[])[]): Headings | null {
  const lines = table.slice(0, HEADINGS_WITHIN).map((cells, at) => {
    const columns = cells.map(columnOf);
    return { at, cells, columns, named: new Set(columns.filter((column) => column !== null)) };
  });
  const best = lines.reduce<(typeof lines)[number] | null>(
    (most, line) => (line.named.size > (most?.named.size ?? 0) ? line : most),
    null,
  );
  if (!best) return null;
  const { at, cells, columns, named } = best;
  if (!named.has("title")) {
    const first = columns.findIndex((column, i) => column === null && cells[i]?.trim());
    const title = first >= 0 ? first : columns.findIndex((column) => column === "themes" || column === "description");
    if (named.size < 2 || title < 0) return null;
    columns[title] = "title";
  }
  return { at, columns, unused: cells.filter((heading, i) => columns[i] === null && heading.trim() !== "") };
}

/** `Pris (kr.)*`, `Tlf.nr.:` and `HVAD SKER DER?` as they stand in the list. */
function columnOf(heading: string): Column | null {
  const name = heading
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(/[.*:?]/g, "")
    .replace(/[\s\u00A0]+/g, " ")
    .trim();
  return keysOf(NAMES).find((column) => NAMES[column].includes(name)) ?? null;
}

/**
 * A line of cells by their columns: of two columns of one name the first that says something, but a weekday and its date
 * together.
 */
export function rowOf(columns: readonly (Column | null)[], cells: readonly string[]): Row {
  const row = byKey(keysOf(sheetColumns), () => "");
  for (const [i, column] of columns.entries()) {
    if (!column) continue;
    const text = asText(cells[i] ?? "");
    if (row[column] === "") row[column] = text;
    else if (column === "day" && text) row.day = `${row.day} ${text}`;
  }
  return row;
}

/** A cell is text, whatever it begins with; the sign that marks it as text is no part of it. */
function asText(cell: string): string {
  return cell
    .replace(/^'(?=[=+\-@])/, "")
    .replace(/[\u00A0\u202F\u2009]/g, " ")
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, "")
    .trim()
    .slice(0, MOST_SIGNS + 1);
}
