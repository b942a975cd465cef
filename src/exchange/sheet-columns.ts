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
  title: ["navn", "titel", "aktivitet", "overskrift", "hvad"],
  description: ["beskrivelse", "tekst", "om", "indhold"],
  day: ["dag", "ugedag", "dato", "hvornår"],
  start: ["start", "starttid", "begynder", "fra kl", "fra kl.", "kl", "kl.", "tid", "tidspunkt"],
  end: ["slut", "sluttid", "slutter", "til kl", "til kl."],
  from: ["fra", "startdato", "første gang"],
  until: ["til", "slutdato", "sidste gang"],
  placeName: ["sted", "stedet", "hvor", "lokation"],
  address: ["adresse", "vej"],
  postcode: ["postnummer", "postnr", "postnr."],
  price: ["pris", "betaling", "koster"],
  places: ["pladser", "antal pladser", "plads til", "max", "maks"],
  themes: ["tema", "emne", "kategori", "temaer"],
  contactName: ["kontakt", "kontaktperson", "vært", "tovholder"],
  contactPhone: ["telefon", "tlf", "tlf.", "mobil"],
  contactEmail: ["mail", "e-mail", "email"],
  url: ["netside", "hjemmeside", "link", "web"],
};

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

/** The column that a heading means, if any. */
export function columnOf(heading: string): Column | null {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[*:]+$/, "")
    .trim();
  return keysOf(NAMES).find((column) => NAMES[column].includes(name)) ?? null;
}

/** A line of cells by their columns: of two columns of one name the first that says something. */
export function rowOf(columns: readonly (Column | null)[], cells: readonly string[]): Row {
  const row = byKey(keysOf(sheetColumns), () => "");
  for (const [i, column] of columns.entries()) if (column && row[column] === "") row[column] = asText(cells[i] ?? "");
  return row;
}

/** A cell is text, whatever it begins with; the sign that marks it as text is no part of it. */
function asText(cell: string): string {
  return cell
    .replace(/^'(?=[=+\-@])/, "")
    .trim()
    .slice(0, MOST_SIGNS + 1);
}
