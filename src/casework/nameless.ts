import { looksLikeCpr } from "../shared/cpr.ts";
import { refuse } from "../texts/refusal.ts";

/** Eight digits, alone or in pairs, as Danish numbers are written; with a country code or without. */
const PHONE = /(?<!\d)(\+45[\s.]?)?(\d[\s.]?){7}\d(?!\d)/;
const MAIL = /\S@\S+\.\S/;

/** Refuses what leads to a person in a text that others read: a CPR number, a phone number, a mail address. */
export function refusePerson(text: string, field: string): void {
  if (looksLikeCpr(text)) refuse("cpr", field);
  if (PHONE.test(text) || MAIL.test(text)) refuse("noPersonsHere", field);
}
