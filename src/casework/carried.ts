import type { CarriedSearch } from "../../db/schema.ts";
import type { TimeOfDay, Weekday } from "../shared/week.ts";
import { readQuery, type Vocabulary, writeQuery } from "../../search/query.ts";
import { paths } from "../shared/paths.ts";
import { weekdayOf } from "../shared/time.ts";
import { chipLabel } from "../texts/labels.ts";

export const CARRIED_FIELDS = ["dag", "tid", "omraade", "tema", "fakta", "pris"] as const;
export type CarriedField = (typeof CARRIED_FIELDS)[number];

/** A wish that comes along, as a field of the form and in the words of the board. */
export interface CarriedPart {
  field: CarriedField;
  value: string;
  label: string;
}

const MOST_FOUND = 100_000;

/**
 * What a search brings along: the coded wishes, and its words apart; what the board does not know is left out, and a
 * position always.
 */
export function readCarried(
  params: URLSearchParams,
  vocabulary: Vocabulary,
  now: number,
): { search: CarriedSearch; words: string } {
  const { query, given } = readQuery(params, vocabulary, now);
  const { omraade, tema, fakta, fra, til, klfra } = query;
  const dag = query.dag.length === 0 && fra !== null && fra === til ? [weekdayOf(fra)] : query.dag;
  const tid: TimeOfDay[] = query.tid.length === 0 && klfra !== null && klfra >= "17:00" ? ["aften"] : query.tid;
  const found = foundIn(params);
  return {
    search: {
      omraade,
      dag,
      tid,
      tema,
      fakta,
      pris: query.pris === null ? null : String(query.pris),
      ...(found === null ? {} : { found }),
    },
    words: given.q,
  };
}

/** The wishes as a form has them, in fields named like the board's parameters: read with the same care. */
export function carriedOfFields(
  fields: Partial<Record<CarriedField | "fundet", string | string[]>>,
  vocabulary: Vocabulary,
  now: number,
): CarriedSearch {
  const params = new URLSearchParams();
  for (const field of [...CARRIED_FIELDS, "fundet"] as const)
    for (const value of [fields[field] ?? []].flat()) if (value) params.append(field, value);
  return readCarried(params, vocabulary, now).search;
}

/** The wishes one by one. */
export function partsOf(search: CarriedSearch, vocabulary: Vocabulary): CarriedPart[] {
  return CARRIED_FIELDS.flatMap((field) =>
    valuesOf(search, field).map((value) => ({
      field,
      value,
      label: chipLabel({ kind: "param", param: field, value }, vocabulary),
    })),
  );
}

/** The same search on the board, without its words: what somebody wrote stays out of addresses. */
export function boardAddress({
  omraade = [],
  dag = [],
  tid = [],
  tema = [],
  fakta = [],
  pris = null,
}: CarriedSearch): string {
  const query = writeQuery({
    omraade,
    dag: dag as Weekday[],
    tid: tid as TimeOfDay[],
    tema,
    fakta,
    pris: pris === null || pris === "gratis" ? pris : Number(pris),
  });
  return query ? `${paths.board}?${query}` : paths.board;
}

function valuesOf(search: CarriedSearch, field: CarriedField): string[] {
  return [search[field] ?? []].flat();
}

function foundIn(params: URLSearchParams): number | null {
  const text = params.get("fundet") ?? "";
  return /^\d+$/.test(text) && Number(text) < MOST_FOUND ? Number(text) : null;
}
