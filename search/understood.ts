import type { LatLng } from "../src/shared/point.ts";
import type { TimeOfDay, Weekday } from "../src/shared/week.ts";
import type { Wishes } from "./engine.ts";

/** What was understood, as the API tells it; `q` is the words that remain. */
export interface Understood {
  omraade: string[];
  dag: Weekday[];
  tid: TimeOfDay[];
  tema: string[];
  fakta: string[];
  pris: "gratis" | number | null;
  fra: string | null;
  til: string | null;
  klfra: string | null;
  kltil: string | null;
  alder: number | null;
  linje: string[];
  naer: LatLng | null;
  radius: number | null;
  q: string;
}

/** What of the wishes is told as understood. */
export function understoodOf({
  omraade,
  dag,
  tid,
  tema,
  fakta,
  pris,
  fra,
  til,
  klfra,
  kltil,
  alder,
  linje,
  naer,
  radius,
  q,
}: Wishes): Understood {
  return { omraade, dag, tid, tema, fakta, pris, fra, til, klfra, kltil, alder, linje, naer, radius, q };
}
