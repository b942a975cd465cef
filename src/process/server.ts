import http from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { constants } from "node:zlib";
import compression from "compression";
import { readMark } from "../../db/marks.ts";
import { readSession } from "../accounts/session.ts";
import { readBodies } from "./bodies.ts";
import { capConnections } from "./connections.ts";
import { keepDigestsOfNothing } from "./empty-digest.ts";
import { serveFiles } from "./files.ts";
import { type Answer, keepPages } from "./kept-pages.ts";
import { openRuntime } from "./open.ts";
import type { Requests } from "./requests.ts";
import { type Runtime, setRuntime } from "./runtime.ts";
import type { Config } from "../shared/config.ts";
import { log } from "../shared/log.ts";
import { paths } from "../shared/paths.ts";
import { refusals } from "../texts/refusals.ts";
import { addressOf, takeTurns } from "./turns.ts";

/** The bundles of the other threads (build.ts). */
const BUNDLED = {
  jobs: "dist/serve/jobs.mjs",
  work: "dist/serve/work.mjs",
  search: "dist/serve/search.mjs",
  searchSource: "dist/serve/search-source.mjs",
};
/** What the build made for browsers. */
const FILES = "dist/client";
const LONGEST_DRAIN_MS = 2_000;
const LONGEST_CLOSING_MS = 2_500;
const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-forwarded-port"];

export interface Serving {
  /** `http://127.0.0.1:4321` */
  address: string;
  /** Whether the database is the demo town's. */
  isDemo: boolean;
}

/** Serves the built site: opens the runtime, warms up, listens, and drains on SIGTERM and SIGINT. */
export async function serve(config: Config): Promise<Serving> {
  keepDigestsOfNothing();
  const opening = openRuntime(config, BUNDLED);
  const build: Promise<{ handler: Answer }> = import(pathToFileURL(join(config.root, "dist/server/entry.mjs")).href);
  const [runtime, { handler }] = await Promise.all([opening, build]);
  setRuntime(runtime);
  const { requests } = runtime;
  const pages = keepPages(
    compressed(serveFiles(join(config.root, FILES), requests.within(handler))),
    (answer) => takeTurns(answer, addressOf, tooManyAtOnce(requests)),
    runtime.db,
    () => runtime.search.version,
    requests.of,
  );
  const isSignedIn = async (cookie: string | undefined) => {
    const session = await readSession(runtime, cookie ?? null, config.siteUrl.startsWith("https:"), runtime.now());
    return session !== null && "viewer" in session;
  };
  const answer = readBodies(pages, requests.of, isSignedIn, {
    tooLarge: instead(pages, paths.tooLarge),
    busy: instead(pages, paths.busy),
  });

  const server = http.createServer(
    { maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 2_000 },
    requests.follow((request, response) => {
      trustForwarded(request, config);
      request.url = wellEncoded(request.url ?? "/");
      if (!server.listening) response.setHeader("Connection", "close");
      answer(request, response);
    }),
  );
  capConnections(server, config.trustProxy);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });

  runtime.jobs.start();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void end(server, runtime, signal));
  return { address: listeningAt(server, config.host), isDemo: readMark(runtime.db, "demo") !== null };
}

/** Takes nobody in any more, answers who is in, as long as there is time, and ends: within 5 seconds in all. */
async function end(server: http.Server, runtime: Runtime, signal: string): Promise<void> {
  const drained = new Promise((resolve) => server.close(resolve));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([drained, wait(LONGEST_DRAIN_MS)]);
  clearInterval(idle);
  server.closeAllConnections();
  await Promise.race([runtime.close(), wait(LONGEST_CLOSING_MS)]);
  log.info({ signal }, "closed");
  process.exit(0);
}

function listeningAt(server: http.Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/**
 * Pages are compressed lightly, since each is new; files of the build well, since a browser keeps them for good.
 * Windows of 256 kB: with the default of 4 MB each answer takes some.
 */
function compressed(handler: Answer): Answer {
  const [page, file] = [3, 9].map((quality) =>
    compression({
      threshold: 1024,
      brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_LGWIN]: 18 } },
    }),
  );
  return (request, response) => {
    const compress = request.url?.startsWith("/_astro/") ? file : page;
    compress?.(request as never, response as never, () => handler(request, response));
  };
}

/** The page at `path` in place of what was asked for: what was posted is not read. */
function instead(pages: Answer, path: string): Answer {
  return (request, response) => pages(Object.assign(request, { method: "GET", url: path }), response);
}

function tooManyAtOnce({ of }: Requests): Answer {
  return (_request, response) =>
    response
      .writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "10" })
      .end(`${refusals.slowDown} (${of(response)?.id})`);
}

/**
 * An address whose per cent signs make no sense is read as far as it does: what is malformed in a search is ignored,
 * never an error.
 */
function wellEncoded(address: string): string {
  if (isWellEncoded(address)) return address;
  const [path = "", ...query] = address.split("?");
  return path.replace(/%(?![0-9a-f]{2})/gi, "%25") + (query.length ? `?${new URLSearchParams(query.join("?"))}` : "");
}

function isWellEncoded(address: string): boolean {
  try {
    return decodeURIComponent(address).length > 0;
  } catch {
    return false;
  }
}

/** Behind a proxy that is trusted only the right-most hop counts; else what a client says of itself is dropped. */
function trustForwarded(request: http.IncomingMessage, config: Config): void {
  if (!config.trustProxy) {
    for (const header of FORWARDED) delete request.headers[header];
    return;
  }
  for (const header of FORWARDED) {
    const value = request.headers[header];
    const last = (Array.isArray(value) ? value.join(",") : value)?.split(",").at(-1)?.trim();
    if (last) request.headers[header] = last;
  }
}
