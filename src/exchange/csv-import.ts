/** A spreadsheet, read row by row. */
import type { Vocabulary } from "../../search/vocabulary.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import { type Candidate, isSkipped, type Read } from "./candidate.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { readTable } from "../sheets/table.ts";
import { columnOf, rowOf } from "./sheet-columns.ts";
import { readRow } from "./sheet-row.ts";

const MOST_BYTES = 1024 * 1024;
const MOST_ROWS = 500;
const MOST_COLUMNS = 60;

/** One row of the file, numbered as a spreadsheet does: the headings are row 1. */
export type SheetRow = Read & { row: number };
export interface Sheet {
  rows: SheetRow[];
  /** Headings that mean nothing to us. */
  unused: string[];
}

/**
 * The rows of a file as activities, or the key of why it cannot be used. Rows of one name and place are one activity; a
 * fault leaves its row out.
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
