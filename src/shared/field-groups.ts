/** Which fields have what of `FIELDS`, by name and by type. */
import { FIELDS, type Field } from "./fields.ts";
import { byKey, keysOf } from "./keys-of.ts";

type Fields = typeof FIELDS;
/** A field of the register. */
export type FieldName = keyof Fields;
type With<Part extends keyof Field> = {
  [Name in FieldName]: Fields[Name] extends Record<Part, unknown> ? Name : never;
}[FieldName];
/** What is read in the usual way. */
export type UsualField = With<"kind">;
/** What a new activity may begin with. */
export type BeginField = With<"begins">;
/** What the page shows as it is. */
export type PageField = With<"page">;
type LabelledField = With<"label">;

/** What a field of the usual kinds holds. */
export type Held<Name extends UsualField> = Fields[Name]["kind"] extends { text: number }
  ? string | null
  : Fields[Name]["kind"] extends { flag: true }
    ? boolean
    : Fields[Name]["kind"] extends { upTo: number }
      ? number | null
      : Fields[Name]["kind"] extends { choice: readonly (infer Choice)[] }
        ? Choice | null
        : never;

/** All of them, in the order of a line. */
export const FIELD_NAMES = keysOf(FIELDS);
/** Those that are read in the usual way. */
export const USUAL_FIELDS = withPart("kind");
/** Those that a new activity may begin with. */
export const BEGIN_FIELDS = withPart("begins");
/** Those that the page shows as they are. */
export const PAGE_FIELDS = withPart("page");

/** What the form asks, by field. */
export const FIELD_LABELS: Record<LabelledField, string> = byKey(withPart("label"), (name) => FIELDS[name].label);

/** Each place of a line with the fields that it holds, in the order of a line. */
export const LINE_PLACES: ReadonlyMap<string, readonly FieldName[]> = Map.groupBy(
  FIELD_NAMES,
  (name) => FIELDS[name].line,
);

/** What a place of a line is called in Danish; null where it is no place of a field. */
export function placeTold(line: string): string | null {
  const name = LINE_PLACES.get(line)?.[0];
  return name ? FIELDS[name].told : null;
}

function withPart<Part extends keyof Field>(part: Part): With<Part>[] {
  return FIELD_NAMES.filter((name): name is With<Part> => part in FIELDS[name]);
}
