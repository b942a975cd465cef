import { FIELD_BITS } from "./postings.ts";

/** Fields of the strong postings: title, stems and parts of the title's words, and the names around an activity. */
export const TITLE = 1;
export const TITLE_RELATED = 2;
export const NAMES = 4;
/**
 * Fields of the weak postings: summary and description, stems and parts of their words, and the summary alone, which
 * says what it is.
 */
export const BODY = 1;
export const BODY_RELATED = 2;
export const SUMMARY = 4;

/** All fields together. */
export const FIELDS = (1 << FIELD_BITS) - 1;
/** What a word counts by the set of fields that it stands in. */
export const STRONG_WEIGHTS = weights([10, 6, 3]);
export const WEAK_WEIGHTS = weights([1, 0.6, 0]);

/** The weight of every set of fields: its best one, and a little for each. */
function weights(ofField: number[]): Float64Array {
  return Float64Array.from({ length: 1 << FIELD_BITS }, (_, fields) => {
    const present = ofField.filter((_weight, field) => (fields >> field) & 1);
    return Math.max(0, ...present) + 0.15 * present.reduce((sum, weight) => sum + weight, 0);
  });
}
