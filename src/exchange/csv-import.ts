/** A spreadsheet saved as CSV, read row by row. All pure. */
import { keysOf } from "../shared/keys-of.ts";
import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { readClock, readDate, readWeekday } from "../danish/reading.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { localDate } from "../shared/time.ts";
import { type Remark, sheetColumns } from "../texts/exchange.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import { checkSchedule } from "../schedule/check.ts";
import { readDates } from "../schedule/rows.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import { type Candidate, isSkipped, type Read, type Stated } from "./candidate.ts";
import { decodeText } from "./decode.ts";
import { placeIn, priceIn, themesIn } from "./words-in-text.ts";
import type { RefusalKey } from "../texts/refusals.ts";

const MOST_BYTES = 1024 * 1024;
const MOST_ROWS = 500;
const MOST_COLUMNS = 60;
const MOST_SIGNS = 20_000;

type Column = keyof typeof sheetColumns;
type Row = Record<Column, string>;

/** One row of the file, numbered as a spreadsheet does: the headings are row 1. */
export type SheetRow = Read & { row: number };
export interface Sheet {
  rows: SheetRow[];
  /** Headings that mean nothing to us. */
  unused: string[];
}

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
  themes: ["tema", "emne", "kategori", "temaer"],
  contactName: ["kontakt", "kontaktperson", "vært", "tovholder"],
  contactPhone: ["telefon", "tlf", "tlf.", "mobil"],
  contactEmail: ["mail", "e-mail", "email"],
  url: ["netside", "hjemmeside", "link", "web"],
};
const LENGTHS: Partial<Record<Column, number>> = {
  title: 120,
  placeName: 200,
  address: 200,
  contactName: 100,
  contactEmail: 200,
  url: 490,
};
const DAY = /^(?:man|tirs?|ons|tors?|fre|l(?:ø|oe)r|s(?:ø|oe)n)(?:dage?)?\.?$/i;
const SHORT_DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d\d$/;
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The rows of a file as activities, or the key of why it cannot be used. Rows of one name and place are one activity; a
 * fault leaves its row out.
 */
export function readSheet(
  bytes: Uint8Array,
  organisationId: string,
  vocabulary: Vocabulary,
  now: number,
): Sheet | { refused: RefusalKey } {
  if (bytes.length > MOST_BYTES) return { refused: "fileTooLarge1" };
  const text = decodeText(bytes)
    ?.replace(/^\uFEFF/, "")
    .replace(/^sep=.\r?\n/i, "");
  if (text === undefined || /^\s*(?:%PDF|PK\x03|<(?:!doctype|html|svg|\?xml))/i.test(text))
    return { refused: "notSheet" };
  const table = tableOf(text);
  if (!table) return { refused: "notSheet" };
  const [headings = [], ...body] = table;
  if (headings.length > MOST_COLUMNS) return { refused: "notSheet" };
  const columns = headings.map(columnOf);
  if (!columns.includes("title")) return { refused: "noTitleColumn" };
  const filled = body
    .map((cells, i) => ({ cells, row: i + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return { refused: "noRows" };
  if (filled.length > MOST_ROWS) return { refused: "tooManyRows" };
  const read = filled.map(({ cells, row }) => ({
    ...readRow(rowOf(columns, cells), organisationId, vocabulary, now),
    row,
  }));
  return {
    rows: merged(read, now),
    unused: headings.filter((heading, i) => columns[i] === null && heading.trim() !== ""),
  };
}

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

/** One line of CSV. What a spreadsheet would take for a formula is marked as text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(FORMULA.test(cell) ? `'${cell}` : cell)).join(";")}\r\n`;
}

function quoted(cell: string): string {
  return /[";\r\n,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function tableOf(text: string): string[][] | null {
  const first = text.slice(0, 5000).split(/\r?\n/)[0] ?? "";
  const delimiter =
    [";", "\t", ","].map((sign) => ({ sign, count: first.split(sign).length })).sort((a, b) => b.count - a.count)[0]
      ?.sign ?? ";";
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 200_000,
      to: 3 * MOST_ROWS,
      trim: true,
    });
  } catch {
    return null;
  }
}

function columnOf(heading: string): Column | null {
  const name = heading
    .trim()
    .toLowerCase()
    .replace(/[*:]+$/, "")
    .trim();
  return keysOf(NAMES).find((column) => NAMES[column].includes(name)) ?? null;
}

function rowOf(columns: readonly (Column | null)[], cells: readonly string[]): Row {
  const row = Object.fromEntries(Object.keys(sheetColumns).map((column) => [column, ""])) as Row;
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

function readRow(row: Row, organisationId: string, vocabulary: Vocabulary, now: number): Read {
  const faults: Remark[] = [];
  const notes: Remark[] = [];
  if (!row.title) faults.push("title");
  for (const [column, most] of Object.entries(LENGTHS))
    if (row[column as Column].length > most) faults.push(["textTooLong", sheetColumns[column as Column]]);
  if (row.description.length > MOST_SIGNS) faults.push(["textTooLong", sheetColumns.description]);
  const schedule = scheduleOf(row, localDate(now), faults);
  const stated: Stated = {
    title: row.title,
    ...(row.description && { description: row.description.replace(/\r\n?/g, "\n") }),
    ...(schedule.length > 0 && { schedule }),
    ...(row.placeName && { placeName: row.placeName }),
    ...placeOf(row, vocabulary, faults),
    ...priceOf(row.price, faults),
    ...themesOf(row, vocabulary, notes),
    ...contactOf(row, faults),
  };
  if (faults.length > 0) return { label: row.title || "?", why: faults };
  const own =
    row.id ||
    createHash("sha256")
      .update(`${row.title.toLowerCase()}|${row.placeName.toLowerCase()}`)
      .digest("base64url")
      .slice(0, 24);
  const guessed = stated.themes ? {} : { themes: themesIn(`${row.title} ${row.description}`, vocabulary) };
  return {
    guessed,
    key: `csv:${organisationId}:${own.slice(0, 100)}`,
    stated,
    cancelled: false,
    notes,
    next: nextOccurrence(schedule, now),
  };
}

/** A weekday is a series, a date a day of its own; no day and no clock leaves the time to people. */
function scheduleOf(row: Row, today: string, faults: Remark[]): ScheduleEntry[] {
  if (!row.day && !row.start && !row.end) return [];
  if (!row.day) {
    faults.push("dayMissing");
    return [];
  }
  const [startText = "", endText = ""] = row.end ? [row.start, row.end] : row.start.split(/\s*(?:-|–|til)\s*/);
  const start = clockOf("start", startText, faults);
  const end = clockOf("end", endText, faults);
  const day = row.day.replace(/^(hver|om) /i, "");
  const weekday = DAY.test(day) ? readWeekday(day) : null;
  const date = weekday ? null : dateOf(row.day, today);
  if (!weekday && !date) faults.push(["weekday", shown(row.day)]);
  const year = Number(today.slice(0, 4));
  // A series that names no first day has run for a while: the same sheet says the same tomorrow.
  const from = row.from ? dateOf(row.from, `${year - 1}-07-01`) : `${year}-01-01`;
  const until = row.until ? dateOf(row.until, today) : null;
  if (!from) faults.push(["date", sheetColumns.from, shown(row.from)]);
  if (row.until && !until) faults.push(["date", sheetColumns.until, shown(row.until)]);
  if (from && until && until < from) faults.push("until");
  if (!start || !end || faults.length > 0) return [];
  const schedule = tidySchedule([
    weekday
      ? { weekday, start, end, from: from ?? today, until: until ?? undefined }
      : { date: date ?? today, start, end },
  ]);
  return checkSchedule(schedule).length === 0 ? schedule : [];
}

function clockOf(column: "start" | "end", text: string, faults: Remark[]): string | null {
  // A spreadsheet writes seconds too, and the hour after midnight as the 24th.
  const plain = text
    .toLowerCase()
    .replace(/(?<=\d[:.]\d\d)[:.]00$/, "")
    .replace(/(?<=^(?:kl\.?\s*)?)24(?!\d)/, "00");
  const clock = readClock(plain, null);
  if (clock) return clock;
  faults.push(text ? ["clock", sheetColumns[column], shown(text)] : ["clockMissing", sheetColumns[column]]);
  return null;
}

function dateOf(text: string, earliest: string): string | null {
  if (SHORT_DATE.test(text)) return readDate(text, earliest);
  const [date = null, ...others] = readDates(text, earliest).dates;
  return others.length === 0 ? date : null;
}

function placeOf(row: Row, vocabulary: Vocabulary, faults: Remark[]): Partial<Stated> {
  if (row.postcode && !/^\d{4}$/.test(row.postcode.slice(0, 4))) faults.push(["postcode", shown(row.postcode)]);
  const found = placeIn(row.address, vocabulary.postcodes);
  const postcode = row.postcode ? row.postcode.slice(0, 4) : found.postcode;
  const address = found.address ?? row.address;
  return { ...(address && { address }), ...(postcode && { postcode }) };
}

function priceOf(text: string, faults: Remark[]): Partial<Stated> {
  if (!text) return {};
  if (/^(?:0|gratis|nej|ingen)(?: kr\.?)?$/i.test(text)) return { priceOre: 0, pricePer: null, firstFree: false };
  const price = priceIn(/kr|,-/i.test(text) ? text : text.replace(/^(\d{1,5}(?:,\d\d)?)/, "$1 kr"));
  if (price.priceOre === undefined) faults.push(["price", shown(text)]);
  return price;
}

function themesOf(row: Row, vocabulary: Vocabulary, notes: Remark[]): Partial<Stated> {
  const names = row.themes
    .split(/[,/&+]| og /)
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .slice(0, 5);
  const found = names.map((name) => ({
    name,
    slug:
      vocabulary.themes.find((theme) => theme.slug === name || theme.name.toLowerCase() === name)?.slug ??
      themesIn(name, vocabulary)[0],
  }));
  for (const { name, slug } of found) if (!slug) notes.push(["theme", shown(name)]);
  const themes = found.flatMap(({ slug }) => slug ?? []);
  return themes.length > 0 ? { themes: [...new Set(themes)] } : {};
}

function contactOf(row: Row, faults: Remark[]): Partial<Stated> {
  const { contactName, contactPhone, contactEmail } = row;
  if (contactPhone && !/^\+?[\d\s().-]{8,40}$/.test(contactPhone)) faults.push(["phone", shown(contactPhone)]);
  if (contactEmail && !/^[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2,20}$/i.test(contactEmail))
    faults.push(["email", shown(contactEmail)]);
  const url = row.url && !/^[a-z]+:/i.test(row.url) ? `https://${row.url}` : row.url;
  if (url && !(/^https?:\/\/[^\s]+\.[^\s]+$/i.test(url) && URL.canParse(url))) faults.push(["url", shown(row.url)]);
  return {
    ...(contactName && { contactName }),
    ...(contactPhone && { contactPhone }),
    ...(contactEmail && { contactEmail: contactEmail.toLowerCase() }),
    ...(url && { url }),
  };
}

/** Rows of one key: their times are put together in the first. */
function merged(rows: readonly SheetRow[], now: number): SheetRow[] {
  const first = new Map<string, Candidate & { row: number }>();
  return rows.map((read) => {
    if (isSkipped(read)) return read;
    const earlier = first.get(read.key);
    if (!earlier) {
      const own: Candidate & { row: number } = { ...read, stated: { ...read.stated } };
      first.set(read.key, own);
      return own;
    }
    earlier.stated.schedule = tidySchedule(
      [...(earlier.stated.schedule ?? []), ...(read.stated.schedule ?? [])].slice(0, 100),
    );
    earlier.next = nextOccurrence(earlier.stated.schedule, now);
    return { row: read.row, label: read.stated.title, why: [["merged", String(earlier.row)]] };
  });
}

function shown(value: string): string {
  return value.length > 30 ? `${value.slice(0, 30)} …` : value;
}
