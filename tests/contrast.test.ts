import { describe, expect, it } from "vitest";
import { HUES } from "../src/shared/hues.ts";
import { read } from "./harness/imports.ts";

type Colours = Record<string, string>;

const GROUNDS = ["paper", "sheet", "sunk", "water-pale", "sun-pale", "brick-pale", "leaf-pale"];
const ON_GROUNDS: [string, string[]][] = [
  ["ink", GROUNDS],
  ["ink-soft", [...GROUNDS, "map-land", "map-area", "map-sea"]],
  ["water", GROUNDS],
  ["water-deep", GROUNDS],
  ["brick", ["paper", "sheet", "sunk", "brick-pale"]],
  ["brick-deep", ["paper", "sheet", "brick-pale"]],
  ["leaf", ["paper", "sheet", "leaf-pale"]],
  ["on-colour", ["water", "water-deep", "brick", "brick-deep"]],
];
/** Text that is read (WCAG 2.2, 1.4.3). */
const TEXT = 4.5;
/** Edges of fields, focus, signs that carry meaning (WCAG 2.2, 1.4.11), and large bold text (1.4.3). */
const SIGN = 3;

const css = read("src/layouts/tokens.css");
const dark = /@media \(prefers-color-scheme: dark\) \{\n(.*?)\n\}/gs;
const light = { ...coloursIn(css.replace(dark, "")), ...huesIn(css.replace(dark, "")) };
/** The date on a card stands on a breath of the theme's hue over the sheet. */
const HUE_OF_DATE = 0.13;

const schemes: [string, Colours][] = [
  ["light", light],
  ["dark", { ...light, ...coloursIn(inTheDark()), ...huesIn(inTheDark()) }],
];

describe.each(schemes)("In the %s colours", (_, colours) => {
  const text = ON_GROUNDS.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const));
  it.each(text)("somebody with weak sight reads %s on %s", (ink, ground) => {
    expect(contrast(colours, ink, ground)).toBeGreaterThanOrEqual(TEXT);
  });

  const hues = HUES.map(({ slug }) => `hue-${slug}`);
  it.each(hues)("somebody reads the date beside the hue %s", (hue) => {
    const ground = mix(colours[hue], colours["sheet"], HUE_OF_DATE);
    expect(contrast({ ...colours, ground }, "ink", "ground")).toBeGreaterThanOrEqual(TEXT);
    expect(contrast({ ...colours, ground }, "ink-soft", "ground")).toBeGreaterThanOrEqual(TEXT);
  });

  const signs = [
    ...["edge", "water"].flatMap((sign) => ["paper", "sheet", "sunk"].map((ground) => [sign, ground] as const)),
    ...hues.flatMap((hue) => [[hue, "sheet"] as const, [hue, "map-land"] as const]),
  ];
  it.each(signs)("one tells the sign %s from %s", (sign, ground) => {
    expect(contrast(colours, sign, ground)).toBeGreaterThanOrEqual(SIGN);
  });
});

describe("The tokens", () => {
  it("give every hue of the palette its class in both schemes, and no other", () => {
    const palette = (scheme: "light" | "dark") =>
      Object.fromEntries(HUES.map((hue) => [`hue-${hue.slug}`, hue[scheme]]));
    expect(huesIn(css.replace(dark, ""))).toEqual(palette("light"));
    expect(huesIn(inTheDark())).toEqual(palette("dark"));
  });

  it.each(HUES)("let somebody read a theme's name in $label on the picture of a shared link", ({ light: hue }) => {
    expect(contrast({ ...light, hue }, "hue", "paper")).toBeGreaterThanOrEqual(SIGN);
  });

  it("count black on white as 21 to 1", () => {
    expect(contrast({ black: "#000000", white: "#ffffff" }, "black", "white")).toBeCloseTo(21, 5);
  });
});

function inTheDark(): string {
  return [...css.matchAll(dark)].map((match) => match[1]).join("\n");
}

/** `hue-kobber` and its colour. */
function huesIn(text: string): Colours {
  return Object.fromEntries(
    [...text.matchAll(/\.(hue-\w+) \{ --hue: (#[0-9a-f]{6}); \}/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

function coloursIn(text: string): Colours {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = "", value = ""]) => [name, value]),
  );
}

/** What `color-mix(in srgb, …)` makes of two opaque colours; `share` of the first. */
function mix(one: string | undefined, other: string | undefined, share: number): string {
  const [a, b] = [partsOf(one), partsOf(other)];
  const parts = a.map((part, i) => Math.round(255 * (share * part + (1 - share) * (b[i] ?? 0))));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(colours: Colours, one: string, other: string): number {
  const [a, b] = [luminance(colours[one]), luminance(colours[other])];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Relative luminance, 0 to 1 (WCAG 2.2). */
function luminance(hex: string | undefined): number {
  const [r = 0, g = 0, b = 0] = partsOf(hex).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Red, green and blue, 0 to 1. */
function partsOf(hex: string | undefined): number[] {
  if (!hex) throw new Error("no such colour");
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}
