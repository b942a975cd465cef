/** `npm run build`: builds pages and server, whether they are stale or not. */
import { join } from "node:path";
import { buildSite } from "../process/build.ts";

process.env["NODE_ENV"] = "production"; // with any other value the pages come out as for development
await buildSite(join(import.meta.dirname, "../.."));
