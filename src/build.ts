import { existsSync, globSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["src/**/*", "search/**/*", "db/*.ts", "public/**/*", "astro.config.mjs", "package.json", "package-lock.json", "tsconfig.json"];

/** Builds the site when the build is missing or older than a source. */
export async function buildIfStale(root: string): Promise<void> {
  const built = join(root, "dist/server/entry.mjs");
  const newest = Math.max(...globSync(SOURCES, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  console.info("Bygger siden (det tager et øjeblik) …");
  const { build } = await import("astro");
  try {
    await build({ root, logLevel: "warn" });
  } catch (error) {
    throw Object.assign(new Error(`The build failed: ${error instanceof Error ? error.message : String(error)}`), { name: "BuildFailed", cause: error });
  }
  const now = new Date();
  utimesSync(built, now, now);
}
