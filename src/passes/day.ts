import { dayAndMonth } from "../danish/wording.ts";

/** `31. december 2027`: a pass and its ledger are of years. */
export function dayWithYear(date: string): string {
  return `${dayAndMonth(date)} ${date.slice(0, 4)}`;
}
