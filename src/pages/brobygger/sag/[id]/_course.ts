import type { APIContext } from "astro";
import type { Course } from "../../../../casework/course-paper.ts";
import { courseOf } from "../../../../casework/delivery.ts";
import { openCase } from "../../../../casework/view.ts";
import { runtime } from "../../../../process/runtime.ts";

/** A course as a file, for whoever may read it. It is a reading, and noted as one. */
export async function courseFile(
  { params, locals: { viewer } }: APIContext,
  { type, ending }: { type: string; ending: string },
  make: (course: Course) => Promise<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const { write, keys, now } = runtime();
  const view = viewer && (await write((tx) => openCase(tx, keys, viewer, params["id"] ?? "", now())));
  if (!view) return new Response(null, { status: 404 });
  return new Response(await make(courseOf(view)), {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${view.reference}.${ending}"`,
      "cache-control": "no-store",
    },
  });
}
