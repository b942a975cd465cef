import { parse } from "csv-parse/sync";

type Line = Record<string, string>;

/**
 * Counts the team's own sheet of lines as one would in a spreadsheet, from its words alone: nothing of the program is used.
 * An erased case has no line: what it was is added column by column.
 */
export function readSheet(sheet: string) {
  const lines = parse(sheet, { columns: true, delimiter: ";", bom: true }) as Line[];
  const cases = lines.filter((line) => line["Slags"] === "Sag");
  const erased = lines.filter((line) => line["Slags"] === "Slettede sager");

  /** How many lines say what in a column; what is empty counts where `empty` names it. */
  function tally(column: string, { empty = "", of = cases }: { empty?: string; of?: Line[] } = {}) {
    const counts: Record<string, number> = {};
    const add = (word: string, many: number) => {
      if (word !== "") counts[word] = (counts[word] ?? 0) + many;
    };
    for (const line of of) add(line[column] || empty, 1);
    if (of === cases)
      for (const line of erased)
        if (line["Slettet: tal"] === column) add(line["Slettet: kode"] || empty, Number(line["Slettet: antal"]));
    return counts;
  }

  /** The smallest number of a column that so many per cent of its numbers do not exceed. */
  function percentile(column: string, per: number): number | null {
    const numbers = Object.entries(tally(column)).flatMap(([word, many]) => Array<number>(many).fill(Number(word)));
    numbers.sort((a, b) => a - b);
    return numbers.find((_, at) => (at + 1) / numbers.length >= per / 100) ?? null;
  }

  const many = (column: string, ...words: string[]) => {
    const counts = tally(column);
    return words.reduce((sum, word) => sum + (counts[word] ?? 0), 0);
  };
  return { lines, cases, tally, percentile, many, total: many("Slags", "Sag") };
}
