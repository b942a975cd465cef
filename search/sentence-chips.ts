import type { Reading } from "./phrases/phrase.ts";
import type { Found } from "./phrases/spans.ts";

/** One part of a sentence that was understood. */
export interface SentenceChip {
  /** The part as it was typed. */
  text: string;
  /** The parameter that it stands for; dates stand as `fra`, clocks as `klfra`. */
  param: "omraade" | "dag" | "tid" | "fra" | "klfra" | "pris" | "fakta" | "alder" | "linje" | "naer" | "q";
  /**
   * Values of a list joined by commas; dates and clocks as `from/to`, an open side empty; of `naer` the place as it was
   * written, of `q` what is left out.
   */
  value: string;
  /** The sentence with this part in quotation marks: what striking the chip searches for. */
  quoted: string;
}

/** The chip of a part of the sentence `q` that was understood; none of one that stands for no parameter. */
export function chipOf(q: string, { start, end, reading }: Found): SentenceChip[] {
  const text = q.slice(start, end);
  const said = reading.naer ? { param: "naer" as const, value: text } : paramOf(reading);
  if (!said) return [];
  return [{ text, ...said, quoted: `${q.slice(0, start)}"${text}"${q.slice(end)}` }];
}

function paramOf({
  omraade,
  dates,
  dag,
  clock,
  tid,
  pris,
  fakta,
  alder,
  linje,
  not,
}: Reading): Pick<SentenceChip, "param" | "value"> | null {
  if (omraade) return { param: "omraade", value: omraade.join(",") };
  if (dates) return { param: "fra", value: `${dates[0] ?? ""}/${dates[1] ?? ""}` };
  if (dag) return { param: "dag", value: dag.join(",") };
  if (clock) return { param: "klfra", value: `${clock[0] ?? ""}/${clock[1] ?? ""}` };
  if (tid) return { param: "tid", value: tid.join(",") };
  if (pris !== undefined) return { param: "pris", value: String(pris) };
  if (fakta) return { param: "fakta", value: fakta.join(",") };
  if (linje) return { param: "linje", value: linje.join(",") };
  if (not !== undefined) return { param: "q", value: not };
  return alder === undefined ? null : { param: "alder", value: String(alder) };
}
