import type { APIRoute } from "astro";
import { caseAsFile } from "../../../../casework/delivery.ts";
import { openCase } from "../../../../casework/view.ts";
import { runtime } from "../../../../process/runtime.ts";

/** A course as a file, for whoever may read it. It is a reading, and noted as one. */
export const GET: APIRoute = async ({ params, locals }) => {
  const { write, keys, now } = runtime();
  const { viewer } = locals;
  const view = viewer && (await write((tx) => openCase(tx, keys, viewer, params.id!, now())));
  if (!view) return new Response(null, { status: 404 });
  return new Response(JSON.stringify(caseAsFile(view), null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="${view.reference}.json"`,
      "cache-control": "no-store",
    },
  });
};
