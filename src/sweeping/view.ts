import type { Swept } from "../../db/schema.ts";
import type { Sweep } from "../../db/sweeps.ts";
import type { Paged } from "../shared/paging.ts";
import type { SweepLine } from "./broom.ts";

/** What the page for sweeping shows: the lines that fit, or what somebody chose and has not said yes to. */
export interface SweepView {
  kind: Swept;
  /** The address's own words for the filter, to be sent along. */
  asked: { ord: string; dag: string; kl: string; set: string };
  list: Paged<SweepLine>;
  /** Null: nothing is chosen yet. */
  chosen: { ids: string[]; all: boolean; many: number; sample: SweepLine[] } | null;
  noneChosen: boolean;
  before: Sweep[];
}
