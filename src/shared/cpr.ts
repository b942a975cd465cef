/**
 * Day, month and year, then four digits, with or without spaces, dots, dashes or slashes between: the form of a CPR number (CPR-kontoret; also
 * the days 61-91 of replacement numbers).
 */
const CPR_LIKE =
  /(?<!\d)([06][1-9]|[1278]\d|[39][01])[\s./–-]{0,2}(0[1-9]|1[0-2])[\s./–-]{0,2}\d\d[\s./–-]{0,2}\d{4}(?!\d)/;

/** Whether a text holds something that looks like a CPR number. Nobody needs one here. */
export function looksLikeCpr(text: string): boolean {
  return CPR_LIKE.test(text);
}
