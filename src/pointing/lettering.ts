import { readFileSync } from "node:fs";
import { create, type Font, type GlyphRun } from "fontkit";

/**
 * Text as outlines for SVG pictures: a machine without fonts draws it all the same. Each typeface has one weight here; a
 * stroke around the outlines makes it bold.
 */
export interface Lettering {
  /** Pixels from the first sign to the end of the last. */
  width(text: string, size: number): number;
  /** One line as an SVG path, its baseline at `y`; what no typeface has is left out. */
  line(text: string, at: { x: number; y: number; size: number; bold?: boolean; fill: string }): string;
}

/** Signs that stand beside each other and are drawn with one typeface. */
interface Run {
  font: Font;
  shaped: GlyphRun;
}

/** Strokes around an outline, in parts of the letter's size: what makes it bold, and what 100 of weight are worth. */
const BOLD = 0.045;
const LIGHTER = 0.018;
const NORMAL = 400;

const FROM_RIGHT_TO_LEFT = /\p{Script=Arabic}|\p{Script=Hebrew}/u;

/** Reads WOFF2 files: each sign is drawn with the first typeface that has it. A file is read when it is first needed. */
export function openLettering(files: readonly string[]): Lettering {
  const fonts = new Map<string, Font>();
  const open = (file: string) => {
    const font = fonts.get(file) ?? readFont(file);
    fonts.set(file, font);
    return font;
  };
  const fontOf = (sign: string) => {
    const file = files.find((one) => open(one).hasGlyphForCodePoint(sign.codePointAt(0) ?? 0));
    return file === undefined ? null : open(file);
  };

  function runsOf(text: string): Run[] {
    const parts: { font: Font; text: string }[] = [];
    for (const sign of text) {
      const font = fontOf(sign);
      const last = parts.at(-1);
      if (font === null) continue;
      if (last?.font === font || (last && sign === " ")) last.text += sign;
      else parts.push({ font, text: sign });
    }
    const runs = parts.map((part) => ({ font: part.font, shaped: part.font.layout(part.text) }));
    return FROM_RIGHT_TO_LEFT.test(text) ? runs.reverse() : runs;
  }

  return {
    width: (text, size) => runsOf(text).reduce((sum, run) => sum + widthOf(run, size), 0),
    line(text, { x, y, size, bold = false, fill }) {
      let at = x;
      const drawn = runsOf(text).map((run) => {
        const part = drawnAt(run, at, y, size, bold, fill);
        at += widthOf(run, size);
        return part;
      });
      return `<g fill="${fill}">${drawn.join("")}</g>`;
    },
  };
}

function readFont(file: string): Font {
  const font = create(readFileSync(file));
  if (!("layout" in font)) throw new TypeError(`Several typefaces in ${file}`);
  return font;
}

/** How many hundreds of weight a file's letters are lighter than usual. */
function thinness({ variationAxes }: Font): number {
  return Math.max(0, NORMAL - (variationAxes["wght"]?.default ?? NORMAL)) / 100;
}

function widthOf({ font, shaped }: Run, size: number): number {
  return (shaped.advanceWidth * size) / font.unitsPerEm;
}

function drawnAt({ font, shaped }: Run, x: number, y: number, size: number, bold: boolean, fill: string): string {
  const scale = size / font.unitsPerEm;
  let at = 0;
  const paths = shaped.glyphs.map((glyph, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = shaped.positions[index] ?? {};
    const path = `<path transform="translate(${at + xOffset} ${yOffset})" d="${glyph.path.toSVG()}"/>`;
    at += xAdvance;
    return path;
  });
  const width = font.unitsPerEm * ((bold ? BOLD : 0) + thinness(font) * LIGHTER);
  const stroke = width > 0 ? ` stroke="${fill}" stroke-width="${width}" stroke-linejoin="round"` : "";
  return `<g${stroke} transform="translate(${x} ${y}) scale(${scale} ${-scale})">${paths.join("")}</g>`;
}

/** Breaks text into lines of at most `width` pixels; what does not fit in `most` lines ends in an ellipsis. */
export function wrapped(lettering: Lettering, text: string, size: number, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && lettering.width(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(...broken(lettering, word, size, width));
  }
  if (lines.length <= most) return lines;
  const last = `${lines[most - 1]} ${lines[most]}`;
  let cut = last.length;
  while (cut > 1 && lettering.width(`${last.slice(0, cut).trimEnd()}…`, size) > width) cut -= 1;
  return [...lines.slice(0, most - 1), `${last.slice(0, cut).trimEnd()}…`];
}

/** A word that is too long for a line, in pieces. */
function broken(lettering: Lettering, word: string, size: number, width: number): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const sign of word) {
    if (piece && lettering.width(piece + sign, size) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += sign;
  }
  return piece ? [...pieces, piece] : pieces;
}
