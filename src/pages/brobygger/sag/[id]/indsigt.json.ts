import type { APIRoute } from "astro";
import { copyFor, pickedOf } from "../../../../casework/person-copy.ts";
import { openCase } from "../../../../casework/view.ts";
import { passesInCopy } from "../../../../passes/of-case.ts";
import { vocabularyOf } from "../../../../places/vocabulary.ts";
import { runtime } from "../../../../process/runtime.ts";

/** The citizen's copy as a file, of what was picked; for whoever may read the case. It is a reading, and noted as one. */
export const GET: APIRoute = async ({ params, locals, url }) => {
  const { db, write, keys, now } = runtime();
  const { viewer } = locals;
  const view = viewer && (await write((tx) => openCase(tx, keys, viewer, params.id!, now())));
  if (!view) return new Response(null, { status: 404 });
  const copy = copyFor(view, pickedOf(url.searchParams), vocabularyOf(db), (ms) => new Date(ms).toISOString());
  const events = copy.events.map(({ at, ...event }) => ({ ...event, at: new Date(at).toISOString() }));
  const readings = copy.readings.map(({ at, who }) => ({ who, at: new Date(at).toISOString() }));
  const passes = passesInCopy(db, view.id);
  return new Response(JSON.stringify({ ...copy, passes, events, readings }, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${view.reference}-kopi.json"`,
      "cache-control": "no-store",
    },
  });
};
