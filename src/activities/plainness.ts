/** How hard a text is to read, for a kind hint: never shown as a number. All pure. */

/** LIX (Björnsson 1968): above this a text is hard for many. */
const HARD = 40;
/** Fewer words say little. */
const ENOUGH_WORDS = 25;
const LONG_WORD = 6;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu;

/** The longest sentence of a text that is hard to read; null when the text is plain, or too short to tell. */
export function hardSentence(text: string): string | null {
  const words = text.match(WORD) ?? [];
  if (words.length < ENOUGH_WORDS || lix(text) <= HARD) return null;
  return sentencesOf(text).reduce(
    (longest, sentence) => (wordCount(sentence) > wordCount(longest) ? sentence : longest),
    "",
  );
}

/** LIX: words a sentence, and per cent of words longer than six letters. 0 for a text without words. */
export function lix(text: string): number {
  const words = text.match(WORD) ?? [];
  if (words.length === 0) return 0;
  const long = words.filter((word) => (word.match(/\p{L}/gu) ?? []).length > LONG_WORD);
  return words.length / Math.max(1, sentencesOf(text).length) + (100 * long.length) / words.length;
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?:])\s+(?=\p{Lu}|\p{N}|$)|\n+/u)
    .map((part) => part.trim())
    .filter((part) => wordCount(part) > 0);
}

function wordCount(text: string): number {
  return text.match(WORD)?.length ?? 0;
}
