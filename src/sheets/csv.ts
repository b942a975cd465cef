/** CSV as Danish spreadsheets read and write it. */
import { parse } from "csv-parse/sync";

const FORMULA = /^[=+\-@\t\r]/;

/** One line of CSV. What a spreadsheet would take for a formula is marked as text. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(FORMULA.test(cell) ? `'${cell}` : cell)).join(";")}\r\n`;
}

function quoted(cell: string): string {
  return /[";\r\n,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The cells of a file, at most so many lines; null when it is none. */
export function tableOf(text: string, most: number): string[][] | null {
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
      to: most,
      trim: true,
    });
  } catch {
    return null;
  }
}
