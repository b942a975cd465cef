/** The drawings of the site (`src/layouts/signs.svg`), one family. */
const THEMES = [
  "samvaer",
  "motion",
  "natur",
  "mad",
  "musik",
  "haandarbejde",
  "kunst",
  "spil",
  "it",
  "kurser",
  "samtale",
  "frivillig",
] as const;

export type Sign =
  | (typeof THEMES)[number]
  | "other"
  | "search"
  | "keep"
  | "near"
  | "door"
  | "phone"
  | "clock"
  | "money"
  | "share"
  | "cal"
  | "map"
  | "menu"
  | "filter";

/** The drawing of a theme; one that an editor made has that of people who meet. */
export function signOfTheme(theme: { slug: string } | null): Sign {
  return THEMES.find((slug) => slug === theme?.slug) ?? "other";
}
