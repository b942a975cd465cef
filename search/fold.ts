import { UNSEEN } from "../src/shared/unseen.ts";

/** One folded text, and for each of its characters (and its end) the index in the text it came from. */
export interface FoldedText {
  text: string;
  at: number[];
}

/** Letters that stand for more than one, or whose base letter Unicode does not know. */
const LETTERS: Record<string, string> = {
  æ: "ae",
  ø: "oe",
  å: "aa",
  ä: "ae",
  ö: "oe",
  ü: "y",
  ß: "ss",
  œ: "oe",
  ð: "d",
  đ: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  ς: "σ",
};

const NOT_ASCII = /[^\u0000-\u007f]/gu;
const WITH_MARKS = /\P{M}\p{M}*|\p{M}+/gsu;
const ACCENTS = /[\u0300-\u036f\u064b-\u065f]/g;
const known = new Map<string, string>();

/** Lower case, æ→ae ø→oe å→aa, no other accents, no signs of no width: what all words of the search are compared as. */
export function fold(text: string): string {
  return text.normalize("NFC").replace(UNSEEN, "").toLowerCase().replace(NOT_ASCII, foldLetter);
}

/** `fold`, with the way back to the text as it was typed. */
export function foldWithMap(text: string): FoldedText {
  let folded = "";
  const at: number[] = [];
  for (const match of text.matchAll(WITH_MARKS)) {
    const part = fold(match[0]);
    for (let i = 0; i < part.length; i++) at.push(match.index);
    folded += part;
  }
  at.push(text.length);
  return { text: folded, at };
}

function foldLetter(letter: string): string {
  let folded = known.get(letter);
  if (folded === undefined) {
    folded = LETTERS[letter] ?? letter.normalize("NFD").replace(ACCENTS, "").normalize("NFC");
    if (known.size < 5_000) known.set(letter, folded);
  }
  return folded;
}
