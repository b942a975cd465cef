import { errorsAllowed } from "../analysis.ts";
import type { NearWord } from "./dictionary.ts";
import type { Collected, Lexicon } from "./part.ts";
import { SHORT } from "./ways-to-meet.ts";

const MOST_NEAR = 32;

/** Written words near a misspelt one, the nearest and most frequent first. */
export function corrections(lexicon: Lexicon, word: string, most: number): number[] {
  const near = lexicon.dictionary
    .near(word, errorsAllowed(word.length), false)
    .filter(({ id }) => lexicon.dictionary.isWritten(id) && lexicon.rowsWith(id, 1) > 0);
  return nearestFirst(lexicon, near)
    .slice(0, most)
    .map(({ id }) => id);
}

/** Written words that differ by typing errors; while the last word is being typed, also what begins like it. */
export function addNear(collected: Collected, word: string, last: boolean): void {
  const errors = errorsAllowed(word.length);
  if (errors === 0) return addWithLostLetter(collected, word);
  const { dictionary } = collected.lexicon;
  for (const { id, distance } of nearestFirst(collected.lexicon, dictionary.near(word, errors, false)).slice(
    0,
    MOST_NEAR,
  )) {
    collected.add([id], distance <= 1 ? 0.7 : distance < 2 ? 0.6 : 0.45, "loose");
    collected.marks.add(dictionary.word(id));
  }
  if (!last) return;
  for (const { id, distance } of nearestFirst(collected.lexicon, dictionary.near(word, errors, true)).slice(
    0,
    2 * MOST_NEAR,
  )) {
    collected.add([id], distance <= 1 ? 0.5 : 0.3, "loose");
    collected.marks.add(dictionary.word(id));
  }
}

/** *srik* is *strik*: of four letters that are no word only a lost one is thought of, and never the first. */
function addWithLostLetter(collected: Collected, word: string): void {
  if (word.length !== SHORT) return;
  const { dictionary } = collected.lexicon;
  const longer = dictionary
    .near(word, 1, false)
    .filter(({ id }) => dictionary.word(id).length > word.length && dictionary.word(id)[0] === word[0]);
  for (const { id } of nearestFirst(collected.lexicon, longer).slice(0, MOST_NEAR)) {
    collected.add([id], 0.6, "loose");
    collected.marks.add(dictionary.word(id));
  }
}

function nearestFirst(lexicon: Lexicon, near: NearWord[]): NearWord[] {
  const counted = near.map((found) => ({ ...found, rows: lexicon.rowsWith(found.id, 1000) }));
  return counted.sort(
    (a, b) =>
      a.distance - b.distance ||
      b.rows - a.rows ||
      (lexicon.dictionary.word(a.id) < lexicon.dictionary.word(b.id) ? -1 : 1),
  );
}
