import { z } from "zod";
import { noteRestored, noteSwept, rowsOfSweep } from "../../db/sweeps.ts";
import type { Swept } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { optional, required, ticked } from "../shared/forms.ts";
import { newId } from "../shared/ids.ts";
import { paths } from "../shared/paths.ts";
import { refuse, says } from "../texts/refusal.ts";
import { filterOf } from "../sweeping/broom.ts";
import { act, type Poster } from "./act.ts";
import { BOARD_KINDS, broomOf } from "./brooms.ts";
import { told } from "../texts/notices.ts";
import { recordOf } from "../shared/record.ts";

const ROWS_A_WRITE = 100;

const ids = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(40)).max(100));
const chosen = { id: ids, alle: ticked, ord: optional(200), dag: optional(10), kl: optional(2), set: optional(20) };
const sweepForm = z.object(chosen);
const boardForm = z.object({ ...chosen, slags: z.enum(BOARD_KINDS, says("unknown")) });
const undoForm = z.object({ id: required(40) });
const undoBoardForm = z.object({ id: required(40), slags: z.enum(BOARD_KINDS, says("unknown")) });

export const sweeping = {
  requests: act({
    who: "lead",
    schema: sweepForm,
    run: (form, by) => sweepAway(by, "requests", form, told(paths.brobygger.sweep, "ryddet")),
  }),
  undoRequests: act({
    who: "lead",
    schema: undoForm,
    run: ({ id }, by) => undo(by, "requests", id, told(paths.brobygger.sweep, "rydning-fortrudt")),
  }),
  board: act({
    who: "editor",
    schema: boardForm,
    run: ({ slags, ...form }, by) => sweepAway(by, slags, form, told(`${paths.editor.sweep}?slags=${slags}`, "ryddet")),
  }),
  undoBoard: act({
    who: "editor",
    schema: undoBoardForm,
    run: ({ id, slags }, by) => undo(by, slags, id, told(`${paths.editor.sweep}?slags=${slags}`, "rydning-fortrudt")),
  }),
};

type SignedIn = Poster & { viewer: Viewer };

/** Sweeps what was ticked, or all that the filter meant when somebody looked: in steps, so that nobody waits for it. */
async function sweepAway(by: SignedIn, kind: Swept, form: z.output<typeof sweepForm>, to: string): Promise<string> {
  const { runtime, viewer, now } = by;
  const broom = broomOf(kind);
  const filter = filterOf((name) => String(recordOf(form)[name] ?? ""), now);
  const meant = form.alle ? await broom.find(runtime.db, runtime.keys, viewer, filter) : form.id;
  if (meant.length === 0) refuse("nothingChosen");
  const sweep = { id: newId(), kind, actorId: viewer.id };
  for (let at = 0; at < meant.length; at += ROWS_A_WRITE)
    await runtime.write((tx) =>
      noteSwept(tx, sweep, broom.sweep(tx, runtime.keys, viewer, meant.slice(at, at + ROWS_A_WRITE), now), now),
    );
  return to;
}

async function undo(by: SignedIn, kind: Swept, sweepId: string, to: string): Promise<string> {
  const { runtime, viewer, now } = by;
  const rows = rowsOfSweep(runtime.db, kind, sweepId);
  let restored = 0;
  for (let at = 0; at < rows.length; at += ROWS_A_WRITE)
    restored += await runtime.write((tx) => {
      const back = broomOf(kind).restore(tx, viewer, rows.slice(at, at + ROWS_A_WRITE), now);
      noteRestored(tx, sweepId, back);
      return back.length;
    });
  return restored > 0 ? to : refuse("notPossibleNow");
}
