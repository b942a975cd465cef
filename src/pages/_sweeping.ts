import { lastSweeps } from "../../db/sweeps.ts";
import type { Swept } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { broomOf } from "../actions/brooms.ts";
import type { Runtime } from "../process/runtime.ts";
import { pageIn, pageOf } from "../shared/paging.ts";
import { filterOf } from "../sweeping/broom.ts";
import type { SweepView } from "../sweeping/view.ts";

const SAMPLE = 10;
const MOST_TICKED = 100;

/** Reads the address of a page for sweeping. Lines with people in them are noted as read. */
export async function sweepView(
  { db, write, keys }: Runtime,
  viewer: Viewer,
  kind: Swept,
  params: URLSearchParams,
  now: number,
): Promise<SweepView> {
  const broom = broomOf(kind);
  const of = (name: string) => params.get(name) ?? "";
  const filter = filterOf((name) => params.get(name), now);
  const ids = await broom.find(db, keys, viewer, filter);
  const isStep = params.has("trin");
  const all = isStep && params.has("alle");
  const ticked = isStep && !all ? params.getAll("id").slice(0, MOST_TICKED) : [];
  const show = (some: readonly string[]) => write((tx) => broom.show(tx, keys, viewer, some, now));
  const meant = all ? ids : ticked;
  const sample = meant.length > 0 ? await show(meant.slice(0, all ? SAMPLE : MOST_TICKED)) : [];
  const asked = { ord: of("ord"), dag: of("dag"), kl: of("kl"), set: of("set") || String(now) };
  const chosen =
    sample.length > 0
      ? {
          ids: sample.map(({ id }) => id),
          all,
          many: all ? ids.length : sample.length,
          sample: sample.slice(0, SAMPLE),
        }
      : null;
  const page = pageOf(pageIn(params), ids.length, (skip, take) => ids.slice(skip, skip + take));
  const list = { ...page, rows: chosen ? [] : await show(page.rows) };
  return { kind, asked, list, chosen, noneChosen: isStep && !chosen, before: lastSweeps(db, kind, now) };
}
