import type { APIRoute } from "astro";
import { readStreets } from "../../places/streets.ts";
import { runtime } from "../../process/runtime.ts";
import { streetsFile } from "../../shared/tiles.ts";
import { map as texts } from "../../texts/map.ts";

/** Bytes of the streets that the people who run the site have put into DATA_DIR (TILE_URL). */
export const GET: APIRoute = async ({ request: { headers } }) => {
  const { config } = runtime();
  const file = streetsFile(config.tileUrl);
  if (!file) return refused(404, texts.streets.none);
  const found = await readStreets(
    config.dataDir,
    file,
    headers.get("range"),
    headers.get("if-range") ?? headers.get("if-match"),
  );
  if (found.is === "wrongRange")
    return refused(416, texts.streets.wrongRange, { "content-range": `bytes */${found.size}` });
  if (found.is !== "part") return refused(found.is === "changed" ? 412 : 404, texts.streets[found.is]);
  return new Response(found.bytes, {
    status: 206,
    headers: {
      "content-type": "application/vnd.pmtiles",
      "content-range": `bytes ${found.from}-${found.to}/${found.size}`,
      "content-length": String(found.bytes.length),
      "accept-ranges": "bytes",
      "cache-control": "public, max-age=86400",
      etag: found.tag,
    },
  });
};

function refused(status: number, text: string, headers: Record<string, string> = {}): Response {
  const type = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new Response(text, { status, headers: { ...type, ...headers } });
}
