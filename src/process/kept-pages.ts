import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { OpenDb } from "../../db/client.ts";
import { paths } from "../shared/paths.ts";
import { searchIn } from "../shared/way-back.ts";
import type { Requests } from "./requests.ts";

/** Answers a request, or hands it on. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

interface Kept {
  at: number;
  state: string;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  route: string | null;
}

type Make = (key: string | null, state: string, ...asked: Parameters<Answer>) => unknown;

const KEPT_FOR_MS = 1_000;
const MOST = 300;
const LONGEST = 500_000;
const PUBLIC =
  /^\/($|\?|brudstykke|ugen|udskriv|kode\.svg|aktiviteter\/|foreninger\/|api\/(aktiviteter|omraader|forslag)|kort\/\w+\.json)/;
/** A contact's phone is shown on a click: such an answer is never kept. */
const NEVER = /[?&]vis=|besked=/;

/**
 * Keeps the answers of public pages for a second, and never over a write to the database or a step of the search index,
 * so that a whole town hall opening the same page costs one rendering. Only for who has no cookie; only what was
 * answered with 200. What is kept is answered at once; what is not waits its turn, and by then somebody before it may
 * have had it made.
 */
export function keepPages(
  answer: Answer,
  inTurn: (answer: Answer) => Answer,
  reader: OpenDb,
  searchVersion: () => number,
  askedBy: Requests["of"],
  clock: () => number = () => performance.now(),
): Answer {
  const kept = new Map<string, Kept>();
  const stateOf = stateReader(reader);
  const makeInTurn = inTurn(answerOr(make));
  return answerOr((_key, _state, request, response) => makeInTurn(request, response));

  /** From what is kept, or as `otherwise` does. */
  function answerOr(otherwise: Make): Answer {
    return (request, response) => {
      const key = keyOf(request);
      if (key === null) return otherwise(null, "", request, response);
      const known = kept.get(key);
      const state = `${stateOf()} ${searchVersion()}`;
      if (known?.state !== state || clock() - known.at >= KEPT_FOR_MS) return otherwise(key, state, request, response);
      Object.assign(askedBy(response) ?? {}, { route: known.route, kept: true });
      response.writeHead(200, known.headers);
      return response.end(known.body);
    };
  }

  function make(key: string | null, state: string, request: IncomingMessage, response: ServerResponse): unknown {
    if (key === null) return answer(request, response);
    const at = clock();
    capture(response, (headers, body) => {
      kept.delete(key);
      if (kept.size >= MOST) kept.delete(kept.keys().next().value!);
      kept.set(key, { at, state, headers, body, route: askedBy(response)?.route ?? null });
    });
    return answer(request, response);
  }
}

function keyOf({ method, url = "", headers }: IncomingMessage): string | null {
  if (method !== "GET" || headers.cookie || headers.range || headers["if-none-match"]) return null;
  if (!PUBLIC.test(url) || NEVER.test(url)) return null;
  // Such a page leads back to the search that one came from: nobody shall see another's.
  const from = url.startsWith(paths.activity("")) ? (searchIn(headers.referer)?.href ?? "") : "";
  return `${headers["accept-encoding"] ?? ""} ${headers.host ?? ""} ${url} ${from}`;
}

/**
 * Tells one state of the database from another: changes with every write that another connection committed, so `reader`
 * must be one that does not write.
 */
export function stateReader(reader: OpenDb): () => number {
  const version = reader.$client.prepare<[], number>("PRAGMA data_version").pluck();
  return () => version.get()!;
}

/** Hands over the whole answer when it ended well: before the client can ask again. */
function capture(response: ServerResponse, keep: (headers: OutgoingHttpHeaders, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = (chunk: unknown) => {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) return;
    size += chunk.length;
    if (size <= LONGEST) chunks.push(Buffer.from(chunk as string));
  };
  const { write, end } = response;
  response.write = function (this: ServerResponse, ...args: unknown[]) {
    collect(args[0]);
    return (write as (...all: unknown[]) => boolean).apply(this, args);
  } as typeof response.write;
  response.end = function (this: ServerResponse, ...args: unknown[]) {
    collect(args[0]);
    const ended = (end as (...all: unknown[]) => ServerResponse).apply(this, args);
    keepIfWell();
    return ended;
  } as typeof response.end;

  function keepIfWell(): void {
    if (response.statusCode !== 200 || size > LONGEST || response.hasHeader("set-cookie")) return;
    const {
      date: _date,
      connection: _connection,
      "keep-alive": _keepAlive,
      "transfer-encoding": _encoding,
      ...headers
    } = response.getHeaders();
    const body = Buffer.concat(chunks);
    keep({ ...headers, "content-length": body.length }, body);
  }
}
