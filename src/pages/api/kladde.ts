import type { APIRoute } from "astro";
import { may } from "../../accounts/roles.ts";
import { keepUnfinished, MOST_TYPED_BYTES } from "../../activities/unfinished-form.ts";
import { runtime } from "../../process/runtime.ts";

/** Keeps the form that a contact is filling in (JSON: `form`, `typed`), at most 100 kB. */
export const POST: APIRoute = async ({ request, locals }) => {
  const { write, now } = runtime();
  const { viewer } = locals;
  if (!viewer || !may(viewer, "contact")) return new Response(null, { status: viewer ? 403 : 401 });
  if (!request.headers.get("content-type")?.startsWith("application/json")) return new Response(null, { status: 415 });
  const text = await readUpTo(request, MOST_TYPED_BYTES);
  if (text === null) return new Response(null, { status: 413 });
  const isKept = await write((db) => keepUnfinished(db, viewer, text, now()));
  return new Response(null, { status: isKept ? 204 : 422 });
};

/** The text of a request; null when it is longer than `most` bytes, of which no more is read. */
async function readUpTo(request: Request, most: number): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request.body ?? []) {
    bytes += part.byteLength;
    if (bytes > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
