/** A spreadsheet, read row by row. */
import type { Vocabulary } from "../../search/vocabulary.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import { type Candidate, isSkipped, type Read, type Stated } from "./candidate.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { readTable } from "../sheets/table.ts";
import { headingsOf, rowOf } from "./sheet-columns.ts";
import { readRow } from "./sheet-row.ts";

const MOST_BYTES = 1024 * 1024;
const MOST_ROWS = 500;
const MOST_COLUMNS = 60;

/** One row of the file, numbered as a spreadsheet does. */
export type SheetRow = Read & { row: number };
export interface Sheet {
  rows: SheetRow[];
  /** Headings that mean nothing to us. */
  unused: string[];
}

/**
 * The rows of a file as activities, or the key of why it cannot be used. Rows of one name and place are one activity;
 * what is not understood of a row is left to people and told.
 */
export async function readSheet(
  bytes: Uint8Array,
  organisationId: string,
  vocabulary: Vocabulary,
  now: number,
): Promise<Sheet | { refused: RefusalKey }> {
  if (bytes.length > MOST_BYTES) return { refused: "fileTooLarge1" };
  const table = await readTable(bytes, 3 * MOST_ROWS);
  if (!table) return { refused: "notSheet" };
  if (table.some((cells) => cells.length > MOST_COLUMNS && cells.slice(MOST_COLUMNS).some((cell) => cell.trim())))
    return { refused: "notSheet" };
  const headings = headingsOf(table);
  if (!headings) return { refused: "noTitleColumn" };
  const { at, columns, unused } = headings;
  const filled = table
    .map((cells, i) => ({ cells, row: i + 1 }))
    .slice(at + 1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
  if (filled.length === 0) return { refused: "noRows" };
  if (filled.length > MOST_ROWS) return { refused: "tooManyRows" };
  const read = filled.map(({ cells, row }) => ({
    ...readRow(rowOf(columns, cells), organisationId, vocabulary, now),
    row,
  }));
  return { rows: merged(read, now), unused };
}

/** Rows of one key: their times are put together in the first. Two prices are none, until somebody says which. */
function merged(rows: readonly SheetRow[], now: number): SheetRow[] {
  const first = new Map<string, Candidate & { row: number }>();
  return rows.map((read) => {
    if (isSkipped(read)) return read;
    const earlier = first.get(read.key);
    if (!earlier) {
      const own: Candidate & { row: number } = { ...read, stated: { ...read.stated }, notes: [...read.notes] };
      first.set(read.key, own);
      return own;
    }
    const { stated } = earlier;
    stated.schedule = tidySchedule([...(stated.schedule ?? []), ...(read.stated.schedule ?? [])].slice(0, 100));
    if (stated.schedule.length === 0) delete stated.schedule;
    earlier.next = nextOccurrence(stated.schedule ?? [], now);
    earlier.unsure = [...new Set([...(earlier.unsure ?? []), ...(read.unsure ?? [])])];
    if (priceOf(read.stated) && priceOf(read.stated) !== priceOf(stated)) {
      for (const name of PRICE) delete stated[name];
      earlier.notes.push(["pricesDiffer", String(read.row)]);
    }
    return { row: read.row, label: read.stated.title, why: [["merged", String(earlier.row)], ...read.notes] };
  });
}

const PRICE = ["priceOre", "pricePer", "firstFree"] as const;

/** The price as one text; "" when none is stated. */
function priceOf(stated: Stated): string {
  return stated.priceOre === undefined ? "" : JSON.stringify(PRICE.map((name) => stated[name]));
}
