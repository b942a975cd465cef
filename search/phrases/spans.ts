import type { Reading } from "./phrase.ts";

/** A part of a text. */
export interface Span {
  start: number;
  end: number;
}

/** A part of a text from one word on, and what it says. */
export interface Found extends Span {
  reading: Reading;
}

/** Where the words of a text are. */
export function wordSpans(text: string): Span[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The longest name that the look-up knows, of so many words at most, from the word on that begins at `from`. */
export function longestName<T>(
  text: string,
  words: Span[],
  from: number,
  longest: number,
  lookUp: (name: string) => T | undefined,
): { value: T; end: number } | null {
  let best: { value: T; end: number } | null = null;
  let name = "";
  let reached = from;
  const first = words.findIndex(({ start }) => start === from);
  for (const { start, end } of first < 0 ? [] : words.slice(first, first + longest)) {
    if (name !== "" && !/^(?:-|[.,]? )$/.test(text.slice(reached, start))) break;
    name += (name === "" ? "" : " ") + text.slice(start, end);
    const value = lookUp(name);
    if (value !== undefined && !/^-\p{L}/u.test(text.slice(end, end + 3))) best = { value, end };
    reached = end;
  }
  return best;
}
