import { STOP_WORDS } from "../words.ts";

/** Small words of all languages, folded, that say nothing of what is meant. The table was made without them. */
const OTHERS = new Set(
  `my the with i want on is am have can you we it me was на в і у з до для я w z na do die das der und ich fuer ve icin bir ile la de si va
  hele tiden har ikke kan vil mere andre sammen vaek`
    .trim()
    .split(/\s+/),
);

export function isEmptyWord(word: string): boolean {
  return STOP_WORDS.has(word) || OTHERS.has(word);
}
