import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Answer } from "./kept-pages.ts";

/** Files whose name holds a hash of what is in them: a browser keeps them for good. */
const HASHED = "/_astro/";
const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

interface File {
  headers: Record<string, string>;
  body: Buffer;
}

/**
 * Answers the files of the build, which are few and small, out of memory, and hands everything else on: no page waits
 * for the disk to say that it is no file. Refuses a folder with a file of an unknown kind.
 */
export function serveFiles(folder: string, pages: Answer): Answer {
  const files = readFiles(folder);
  return (request, response) => {
    const { method, url = "/", headers } = request;
    const file = method === "GET" || method === "HEAD" ? files.get(url.split("?", 1)[0] ?? "") : undefined;
    if (!file) return pages(request, response);
    const isKnown = headers["if-none-match"] === file.headers["etag"];
    return response.writeHead(isKnown ? 304 : 200, file.headers).end(isKnown ? undefined : file.body);
  };
}

function readFiles(folder: string): Map<string, File> {
  const names = globSync("**/*", { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(names.map((name) => [`/${name}`, readFile(folder, name)]));
}

function readFile(folder: string, name: string): File {
  const body = readFileSync(join(folder, name));
  const type = TYPES[extname(name)];
  if (!type) throw new Error(`no type is known for the file ${name}`);
  const headers = {
    "content-type": type,
    "cache-control": `/${name}`.startsWith(HASHED) ? "public, max-age=31536000, immutable" : "public, max-age=0",
    etag: `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 16)}"`,
  };
  return { headers, body };
}
