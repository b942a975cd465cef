import type { APIRoute } from "astro";
import { readMark, writeMark } from "../../../db/marks.ts";
import { runtime } from "../../runtime.ts";

/** Whether a write would go through now, and which engine answers. */
export const GET: APIRoute = () => {
  const { search, version, log } = runtime();
  const ok = canWrite();
  return Response.json({ ok, engine: search.engine, version }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });

  function canWrite(): boolean {
    const { db } = runtime();
    try {
      db.transaction(
        (tx) => {
          writeMark(tx, "health", readMark(tx, "health") === "a" ? "b" : "a");
        },
        { behavior: "immediate" },
      );
      return true;
    } catch (error) {
      log.error({ err: error }, "the database takes no writes");
      return false;
    }
  }
};
