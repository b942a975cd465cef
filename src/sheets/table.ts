/** A sheet as people save it: CSV of any program, or Excel. */
import { tableOf } from "./csv.ts";
import { decodeText } from "./decode.ts";
import { isZip, readWorkbook } from "./xlsx.ts";

/** The cells of a file, at most so many lines; null when it is no sheet. */
export async function readTable(bytes: Uint8Array, most: number): Promise<string[][] | null> {
  if (isZip(bytes)) return readWorkbook(bytes, most);
  const text = decodeText(bytes)
    ?.replace(/^\uFEFF/, "")
    .replace(/^sep=.\r?\n/i, "");
  if (text === undefined || /^\s*(?:%PDF|<(?:!doctype|html|svg|\?xml))/i.test(text)) return null;
  return tableOf(text, most);
}
