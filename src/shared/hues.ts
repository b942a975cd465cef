/**
 * The palette of the themes: an editor gives each theme one of these hues. A hue is one entry here and one class in
 * `src/layouts/tokens.css`, in light and dark; `tests/contrast.test.ts` holds both, and that each can be told and read.
 */
export const HUES = [
  { slug: "kobber", label: "Kobber", light: "#b0602a", dark: "#e79a63" },
  { slug: "fjord", label: "Fjordblå", light: "#1f7a8c", dark: "#5fb9cb" },
  { slug: "graes", label: "Græsgrøn", light: "#4d7c3a", dark: "#8fc078" },
  { slug: "tegl", label: "Teglrød", light: "#b5512f", dark: "#ef9272" },
  { slug: "lilla", label: "Lilla", light: "#7a4b9d", dark: "#bd93dd" },
  { slug: "hindbaer", label: "Hindbær", light: "#b23a6b", dark: "#ea86ae" },
  { slug: "lavendel", label: "Lavendel", light: "#5b5fb0", dark: "#a0a4ee" },
  { slug: "sennep", label: "Sennep", light: "#8a6d1d", dark: "#d0b25a" },
  { slug: "himmel", label: "Himmelblå", light: "#3f6c8f", dark: "#86b3d6" },
  { slug: "oliven", label: "Oliven", light: "#6d6a3a", dark: "#b9b57a" },
  { slug: "rosen", label: "Gammelrosa", light: "#8b4a5c", dark: "#d894a8" },
  { slug: "gran", label: "Grangrøn", light: "#2f7d65", dark: "#6fc3a8" },
  { slug: "natblaa", label: "Natblå", light: "#34508f", dark: "#94aef0" },
  { slug: "noed", label: "Nøddebrun", light: "#7a5a3a", dark: "#cfab84" },
  { slug: "kirsebaer", label: "Kirsebær", light: "#a3323f", dark: "#f08d96" },
  { slug: "skifer", label: "Skifergrå", light: "#586770", dark: "#a9b8c2" },
] as const;

export type Hue = (typeof HUES)[number]["slug"];

export const HUE_SLUGS: readonly Hue[] = HUES.map(({ slug }) => slug);

/** What is drawn in a theme's colour says so by the theme's name as well. */
export interface ThemeLook {
  slug: string;
  name: string;
  hue: Hue;
}

/** The class that gives what stands in it the colour of a theme; none where there is no theme: it is grey then. */
export function hueClass(theme: Pick<ThemeLook, "hue"> | null | undefined): string | null {
  return theme ? `hue-${theme.hue}` : null;
}

/** The hue in light colours, as `#rrggbb`; null for none. */
export function lightHue(hue: Hue | undefined): string | null {
  return HUES.find(({ slug }) => slug === hue)?.light ?? null;
}

/** The hue that the fewest themes have, in the order of the palette: what a new theme begins with. */
export function leastUsedHue(used: readonly Hue[]): Hue {
  const count = (hue: Hue) => used.filter((one) => one === hue).length;
  return HUE_SLUGS.toSorted((a, b) => count(a) - count(b))[0] ?? "kobber";
}
