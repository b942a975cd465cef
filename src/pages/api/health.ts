import type { APIRoute } from "astro";
import type { HealthAnswer } from "../../board/api-schema.ts";
import { runtime } from "../../process/runtime.ts";
import { isClosed } from "../../shared/seal.ts";
import { isoInstant } from "../../shared/time.ts";

/**
 * Whether a write would go through now, which engine answers, and whether the keys fit: without them the board is up
 * all the same, which is no reason to take the site down. Waits for nothing and writes nothing: the jobs' thread has
 * told.
 */
export const GET: APIRoute = () => {
  const { search, version, jobs, keys } = runtime();
  const { last } = jobs.pulse;
  const ok = jobs.pulse.canWrite(performance.now());
  const told: HealthAnswer = {
    ok,
    engine: search.engine,
    version,
    heartbeat: last && isoInstant(last.at),
    freeBytes: last && last.freeBytes,
    mailsGivenUp: last && last.queues.mails.givenUp,
    keys: !isClosed(keys),
    clock: last?.clockIsTrusted ?? true,
  };
  return Response.json(told, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
};
