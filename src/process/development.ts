import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

/**
 * Opens the runtime inside the development server, as server.ts does in the real one. There Astro writes into the log
 * of the process.
 */
export function developmentRuntime(): AstroIntegration {
  let isDevelopment = false;
  return {
    name: "development-runtime",
    hooks: {
      "astro:config:setup": ({ command, updateConfig }) => {
        isDevelopment = command === "dev";
        if (!isDevelopment) updateConfig({ logger: { entrypoint: "./src/process/astro-log.js" } });
      },
      "astro:server:setup": async ({ logger }) => {
        if (!isDevelopment) return; // a build has a server of its own for a moment
        const [{ openRuntime }, { readConfig }, { setRuntime }] = await Promise.all([
          import("./open.ts"),
          import("../shared/config.ts"),
          import("./runtime.ts"),
        ]);
        const runtime = await openRuntime(readConfig(fileURLToPath(new URL("../..", import.meta.url))));
        setRuntime(runtime);
        runtime.jobs.start();
        logger.info("runtime open");
      },
    },
  };
}
