import { join } from "node:path";
import { buildSite } from "../build.ts";

/** `npm run build`: builds pages and server, whether they are stale or not. */
await buildSite(join(import.meta.dirname, "../.."));
