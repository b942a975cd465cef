/** What the search offers while somebody types. */
export interface Suggestion {
  kind: "activity" | "theme" | "area" | "word";
  /** What the list shows. */
  label: string;
  /** Activity id, theme slug, area slug or postcode, or the corrected words. */
  value: string;
}
