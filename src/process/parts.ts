import type { Upload } from "../shared/forms.ts";

/** A form as it was posted, without the files that came in it, and those, by field. */
export interface Parted {
  form: Buffer;
  files: [field: string, file: Upload][];
}

const MULTIPART = /^multipart\/form-data\b.*\bboundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i;
const END_OF_HEADERS = "\r\n\r\n";
const END_OF_PART = "\r\n";
/** Signs that are said of a part at most, before it begins. */
const HEADERS = 4_000;

/**
 * Takes the files out of what was posted, as they lie there: what reads the form afterwards would copy each of them
 * several times. Null when it has more fields than `mostFields`, which are counted without being read.
 */
export function partFiles(body: Buffer, type: string | undefined, mostFields: number): Parted | null {
  const [, quoted, bare] = MULTIPART.exec(type ?? "") ?? [];
  const boundary = quoted ?? bare;
  const places = placesOf(Buffer.from(boundary === undefined ? "&" : `--${boundary}`), body, mostFields);
  if (places.length > mostFields) return null;
  if (boundary === undefined) return { form: body, files: [] };
  const parts = places.map((place, at) => body.subarray(place, places[at + 1]));
  const read = parts.map((part) => ({ part, file: fileIn(part) }));
  const files = read.flatMap(({ file }) => (file ? [file] : []));
  if (files.length === 0) return { form: body, files };
  return { form: Buffer.concat(read.flatMap(({ part, file }) => (file ? [] : [part]))), files };
}

/** Where a divider stands: one place more than `most` is enough to know. */
function placesOf(divider: Buffer, body: Buffer, most: number): number[] {
  const places: number[] = [];
  for (
    let at = body.indexOf(divider);
    at >= 0 && places.length <= most;
    at = body.indexOf(divider, at + divider.length)
  )
    places.push(at);
  return places;
}

/** The file that a part is (RFC 7578: what has a name of a file); null when it is a field. */
function fileIn(part: Buffer): Parted["files"][number] | null {
  const headersEnd = part.subarray(0, HEADERS).indexOf(END_OF_HEADERS);
  const headers = part.toString("utf8", 0, Math.max(0, headersEnd));
  const [, field] = /;\s*name="([^"]*)"/i.exec(headers) ?? [];
  if (field === undefined || !/;\s*filename\*?=/i.test(headers)) return null;
  const bytes = part.subarray(headersEnd + END_OF_HEADERS.length, -END_OF_PART.length) as Buffer<ArrayBuffer>;
  return [field, { size: bytes.length, bytes: async () => bytes }];
}
