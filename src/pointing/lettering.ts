import { readFileSync } from "node:fs";
import { create } from "fontkitten";

/**
 * Text as outlines for SVG pictures: a machine without fonts draws it all the same. The site's own typeface has one
 * weight here; a stroke around the outlines makes it bold.
 */
export interface Lettering {
  /** Pixels from the first sign to the end of the last. */
  width(text: string, size: number): number;
  /** One line as an SVG path, its baseline at `y`; what the typeface lacks is left out. */
  line(text: string, at: { x: number; y: number; size: number; bold?: boolean; fill: string }): string;
}

/** Reads a WOFF2 file. */
export function openLettering(file: string): Lettering {
  const font = create(readFileSync(file));
  if (font.isCollection) throw new TypeError(`Several typefaces in ${file}`);
  const glyphs = (text: string) =>
    [...text].flatMap((sign) =>
      font.hasGlyphForCodePoint(sign.codePointAt(0) ?? 0) ? [font.glyphForCodePoint(sign.codePointAt(0) ?? 0)] : [],
    );
  const scale = (size: number) => size / font.unitsPerEm;
  return {
    width: (text, size) => glyphs(text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0) * scale(size),
    line(text, { x, y, size, bold = false, fill }) {
      let at = 0;
      const paths = glyphs(text).map((glyph) => {
        const path = `<path transform="translate(${at} 0)" d="${glyph.path.toSVG()}"/>`;
        at += glyph.advanceWidth;
        return path;
      });
      const stroke = bold ? ` stroke="${fill}" stroke-width="${font.unitsPerEm * 0.045}" stroke-linejoin="round"` : "";
      return `<g fill="${fill}"${stroke} transform="translate(${x} ${y}) scale(${scale(size)} ${-scale(size)})">${paths.join("")}</g>`;
    },
  };
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
