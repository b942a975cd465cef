import type { Given, ParameterName } from "./parameters.ts";
import type { SentenceChip } from "./sentence-chips.ts";

/**
 * A wish in force that can be struck: from the sentence, or a parameter of the address. `chipLabel` (src/texts) words
 * it.
 */
export type Chip =
  | ({ kind: "sentence" } & SentenceChip)
  | {
      kind: "param";
      /** Dates stand as `fra`, clocks as `klfra`, the map's box as `boks`. */
      param: Exclude<ParameterName, "q" | "til" | "kltil" | "zoom" | "sort" | "side">;
      /**
       * One value; dates and clocks as `from/to`, an open side empty; `naer` as its radius in km, then `/kort` when the
       * point was chosen on the map; `boks` empty.
       */
      value: string;
    };

/** The chips of what stands in the address itself, in the order of its parameters. */
export function paramChips(given: Given): Chip[] {
  const { naer, radius, boks, zoom, fra, til, klfra, kltil, pris, alder } = given;
  const chips: Chip[] = [];
  const add = (param: (Chip & { kind: "param" })["param"], value: string) =>
    chips.push({ kind: "param", param, value });
  for (const value of given.omraade) add("omraade", value);
  if (naer) add("naer", zoom === null ? String(radius) : `${radius}/kort`);
  if (boks) add("boks", "");
  for (const value of given.dag) add("dag", value);
  for (const value of given.tid) add("tid", value);
  if (fra || til) add("fra", `${fra ?? ""}/${til ?? ""}`);
  if (klfra || kltil) add("klfra", `${klfra ?? ""}/${kltil ?? ""}`);
  for (const value of given.tema) add("tema", value);
  if (pris !== null) add("pris", String(pris));
  for (const value of given.fakta) add("fakta", value);
  if (alder !== null) add("alder", String(alder));
  for (const value of given.linje) add("linje", value);
  if (given.passer) add("passer", given.passer);
  return chips;
}
