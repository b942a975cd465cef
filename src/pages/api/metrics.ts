import { timingSafeEqual } from "node:crypto";
import type { APIRoute } from "astro";
import { runtime } from "../../process/runtime.ts";
import { paths } from "../../shared/paths.ts";

/** The numbers of this process for Prometheus: from this very machine, or with METRICS_TOKEN. */
export const GET: APIRoute = async ({ request, rewrite }) => {
  const { metrics, requests, config } = runtime();
  if (!requests.current?.isLocal && !hasToken(request.headers.get("authorization"), config.metricsToken))
    return rewrite(paths.notFound);
  const { type, body } = await metrics.text();
  return new Response(body, { headers: { "content-type": type, "cache-control": "no-store" } });
};

function hasToken(header: string | null, token: string | undefined): boolean {
  if (token === undefined || header === null) return false;
  const [given, right] = [header, `Bearer ${token}`].map((text) => Buffer.from(text));
  return given !== undefined && right !== undefined && given.length === right.length && timingSafeEqual(given, right);
}
