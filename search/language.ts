/** The languages whose words the search knows; Danish is what all activities are described in. */
export const LANGUAGES = ["da", "en", "uk", "ar", "tr", "so", "pl", "fa", "de", "ro"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages that are written from right to left. */
export const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set(["ar", "fa"]);
