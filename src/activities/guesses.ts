/** What was guessed of an activity from a text, a calendar or a sheet, until somebody says yes to it. All pure. */
import { inList } from "../danish/wording.ts";
import { FIELD_NAMES, type FieldName } from "../shared/field-groups.ts";
import { FIELDS } from "../shared/fields.ts";
import { type ActivityFields, emptyFields } from "./activity.ts";

/** What a person sees at a glance to be right or wrong. */
const PLAIN: readonly FieldName[] = ["title", "summary", "description"];

/** The fields that a text was read into: all but its own words. */
export function readInto(fields: ActivityFields): FieldName[] {
  const empty = emptyFields();
  return FIELD_NAMES.filter(
    (name) => !PLAIN.includes(name) && JSON.stringify(fields[name] ?? null) !== JSON.stringify(empty[name] ?? null),
  );
}

/** What is guessed as one says it: *tiden, prisen og telefonen*; "" when nothing is. */
export function guessesInWords(guessed: readonly string[]): string {
  const told = FIELD_NAMES.filter((name) => guessed.includes(name)).map((name) => FIELDS[name].told);
  return inList([...new Set(told)]);
}
