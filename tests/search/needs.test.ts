import { describe, expect, it } from "vitest";
import { FREQUENT_WORDS } from "./frequent-words.ts";
import { DEFAULT_LEXICON, type LexiconRow } from "../../search/lexicon/needs.ts";
import { random } from "../bench/corpus.ts";
import { openTown, type Row, rowsOf, satisfied } from "./needs.ts";

const SLOW = 120_000;
const ask = openTown();

describe("People who type what they need, in the demo town,", () => {
  it("are understood with the words of the given table", () => expectSatisfied(rowsOf("needs-given.json"), 0.83), SLOW);

  it(
    "are understood with words by somebody who had not seen the lexicon",
    () => expectSatisfied(rowsOf("needs-own.json"), 0.78),
    SLOW,
  );

  it(
    "are still understood when a random half of the lexicon is away",
    async () => {
      for (const seed of [1, 2]) {
        const halved = openTown(halfOfTheLexicon(seed));
        await expectSatisfied(rowsOf("needs-given.json"), 0.75, halved);
        await expectSatisfied(rowsOf("needs-own.json"), 0.7, halved);
      }
    },
    4 * SLOW,
  );
});

/** Every word of a row is there or not by chance; a row without any is away. */
function halfOfTheLexicon(seed: number): LexiconRow[] {
  const chance = random(seed);
  return DEFAULT_LEXICON.map((row) => ({ ...row, words: row.words.filter(() => chance() < 0.5) })).filter(
    ({ words }) => words.length > 0,
  );
}

it(
  "Whoever is lonely is not asked to volunteer first, and whoever asks for that is",
  async () => {
    const first = async (words: string) => (await ask(words)).cards.slice(0, 5).map(({ title }) => title);
    for (const words of ["ensom", "jeg er ensom", "ensomhed", "jeg keder mig"])
      expect((await first(words)).filter((title) => title.startsWith("Bliv "))).toEqual([]);
    expect((await first("besøgsven"))[0]).toMatch(/^Bliv besøgsven/);
    expect((await first("hjælpe andre"))[0]).toMatch(/^(?:Bliv|Hjælp) /);
  },
  SLOW,
);

describe("Whoever types a frequent word that the board has nothing for", () => {
  it(
    "is not answered as if it had: what is alike stands apart",
    async () => {
      const answered: string[] = [];
      for (const word of FREQUENT_WORDS) if ((await ask(word)).result.literal > 0) answered.push(word);
      expect(answered).toEqual([]);
    },
    SLOW,
  );
});

async function expectSatisfied(rows: readonly Row[], least: number, asking = ask): Promise<void> {
  const { share, missed } = await satisfied(rows, asking);
  console.info(`${(100 * share).toFixed(1)} % of ${rows.length}`);
  expect(share, missed.join("\n")).toBeGreaterThanOrEqual(least);
}
