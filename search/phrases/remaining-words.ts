import { fold } from "../fold.ts";
import { KIN_WORDS, POSSESSIVES, SMALL_WORDS, STOP_WORDS } from "../words.ts";
import type { Span } from "./spans.ts";

/** Small words that only lead to or from a phrase. */
const LINKS = new Set(
  "og eller samt men plus i paa pa om til fra for med ved den der det d kl klokken er en et af at gerne hvor jeg vi man kan skal vil som noget".split(
    " ",
  ),
);

/**
 * What stands between the spans, without marks and without the small words that only led to a span (*kor [på tirsdag]
 * og [i Viby]* is *kor*).
 */
export function remainingWords(q: string, spans: Span[]): string {
  const kept: string[] = [];
  let from = 0;
  for (const [i, span] of [...spans, { start: q.length, end: q.length }].entries()) {
    kept.push(...trimLinks(wordsBetween(q.slice(from, span.start)), i > 0, i < spans.length));
    from = span.end;
  }
  return kept.join(" ");
}

/** Words without the marks around them; quoted ones keep one mark in front, so that they are never taken for a link. */
function wordsBetween(part: string): string[] {
  return part.split('"').flatMap((piece, i) =>
    piece
      .split(" ")
      .map(bare)
      .filter(Boolean)
      .map((word) => (i % 2 ? `"${word}` : word)),
  );
}

function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}+#]+$/gu, "");
}

function trimLinks(words: string[], afterSpan: boolean, beforeSpan: boolean): string[] {
  const first = afterSpan ? words.findIndex((word) => !isLink(word)) : 0;
  const end = beforeSpan ? words.findLastIndex((word) => !isLink(word)) + 1 : words.length;
  return (first < 0 ? [] : words.slice(first, end)).map((word) => word.replace(/^"/, ""));
}

/** Whether there is more than small words beside what was understood. */
export function saysSomething(rest: string): boolean {
  const words = fold(rest).split(" ");
  return words.some(
    (word, at) =>
      !STOP_WORDS.has(word) &&
      !SMALL_WORDS.has(word) &&
      !POSSESSIVES.has(word) &&
      !(KIN_WORDS.has(word) && POSSESSIVES.has(words[at - 1] ?? "")),
  );
}

function isLink(word: string): boolean {
  return LINKS.has(fold(word));
}
