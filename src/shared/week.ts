/** The words for days and hours in addresses, forms and the database. */
export type Weekday = "man" | "tir" | "ons" | "tor" | "fre" | "loer" | "soen";
export type TimeOfDay = "morgen" | "formiddag" | "eftermiddag" | "aften";

export const WEEKDAYS: readonly Weekday[] = ["man", "tir", "ons", "tor", "fre", "loer", "soen"];
export const TIMES_OF_DAY: readonly TimeOfDay[] = ["morgen", "formiddag", "eftermiddag", "aften"];
