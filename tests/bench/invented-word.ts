/** Chooses one of a list. */
export type Pick = <T>(list: readonly T[]) => T;

const ONSETS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "fl",
  "fr",
  "g",
  "gr",
  "h",
  "k",
  "kl",
  "kr",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "sk",
  "sl",
  "sm",
  "sn",
  "sp",
  "st",
  "str",
  "sv",
  "t",
  "tr",
  "v",
];
const VOWELS = ["a", "e", "i", "o", "u", "y", "æ", "ø", "å"];
const CODAS = ["", "", "l", "n", "r", "s", "t", "nd", "ng", "rt", "sk", "lt", "m", "v", "g"];
const WORD_ENDINGS = ["", "en", "er", "et", "erne", "ing", "else", "sted", "mand", "lund", "borg", "gaard"];

/** A word that sounds Danish and that nobody else is likely to write. */
export function inventedWord(pick: Pick): string {
  const syllable = () => pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  return syllable() + syllable() + pick(WORD_ENDINGS);
}
