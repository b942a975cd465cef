/** Excel files. */
import { unzipSync } from "fflate";
import readXlsx from "read-excel-file/universal";

/** What the parts of a file may be together when they are unpacked: a small file may hold far more. */
const MOST_UNPACKED = 20 * 1024 * 1024;
const MOST_PARTS = 1_000;

/** Whether bytes begin as a zip archive does, which an Excel file is. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03;
}

/** The cells of the sheet with most lines, days as `YYYY-MM-DD` and clocks as `HH:MM`; null when it is no such file. */
export async function readWorkbook(bytes: Uint8Array, most: number): Promise<string[][] | null> {
  try {
    if (!fits(bytes)) return null;
    const sheets = await readXlsx(Uint8Array.from(bytes).buffer);
    const [longest] = sheets.toSorted((one, other) => other.data.length - one.data.length);
    return (longest?.data ?? []).slice(0, most).map((cells) => cells.map(inWords));
  } catch {
    return null;
  }
}

/** Reads only what the archive says of its parts: the reader unpacks no more of each than is said here. */
function fits(bytes: Uint8Array): boolean {
  let unpacked = 0;
  let parts = 0;
  unzipSync(bytes, {
    filter({ originalSize }) {
      unpacked += originalSize;
      parts += 1;
      return false;
    },
  });
  return unpacked <= MOST_UNPACKED && parts <= MOST_PARTS;
}

function inWords(cell: unknown): string {
  if (!(cell instanceof Date)) return cell === null || cell === undefined ? "" : String(cell).trim();
  const [day = "", clock = ""] = cell.toISOString().split("T");
  const hours = clock.slice(0, 5);
  // A clock without a day is one of the day 0 of the program.
  if (day < "1900-01-01") return hours;
  return hours === "00:00" ? day : `${day} ${hours}`;
}
