import type { APIRoute } from "astro";
import { runtime } from "../../runtime.ts";
import { isoInstant } from "../../shared/time.ts";

/** Whether a write would go through now, and which engine answers. Waits for nothing and writes nothing: the jobs' thread has told. */
export const GET: APIRoute = () => {
  const { search, version, jobs } = runtime();
  const { last } = jobs.pulse;
  const ok = jobs.pulse.canWrite(performance.now());
  const told = {
    ok,
    engine: search.engine,
    version,
    heartbeat: last && isoInstant(last.at),
    freeBytes: last && last.freeBytes,
    mailsGivenUp: last && last.queues.mails.givenUp,
  };
  return Response.json(told, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
};
