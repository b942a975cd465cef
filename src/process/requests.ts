import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Upload } from "../shared/forms.ts";
import type { Log } from "../shared/log.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

/** A request, from when it came until its answer is gone. Never its address: that holds what was sought, and tokens. */
export interface Asked {
  /** Stands in the log and on every error page. */
  id: string;
  /** The pattern of the page, as `/aktiviteter/[slug]`; null until a page is chosen, and for files. */
  route: string | null;
  /** Answered from what was kept (kept-pages.ts). */
  kept: boolean;
  /** Asked from this very machine, by nobody behind a proxy. */
  isLocal: boolean;
  /** Files that were posted, by field: they are set aside while the form is read (bodies.ts). */
  files: [field: string, file: Upload][];
}

/** An answer that is gone. */
export interface Answered {
  route: string;
  status: number;
  seconds: number;
}

export interface Requests {
  /** The request that the running code answers; none outside a server, as while developing. */
  readonly current: Asked | undefined;
  of(response: ServerResponse): Asked | undefined;
  /** Around everything: counts each answer, and writes a line for each but copies of kept pages and files. */
  follow(answer: Answer): Answer;
  /** Around the pages alone: what they do knows its request. A body that is read first would lose it. */
  within(answer: Answer): Answer;
}

const FORWARDED = ["x-forwarded-for", "x-forwarded-host", "forwarded", "via"];
const LOOPBACK = /^(::1|(::ffff:)?127\..*)$/;

export function openRequests(log: Pick<Log, "info">, count: (answered: Answered) => void): Requests {
  const context = new AsyncLocalStorage<Asked>();
  const all = new WeakMap<ServerResponse, Asked>();
  return {
    get current() {
      return context.getStore();
    },
    of: (response) => all.get(response),
    follow: (answer) => (request, response) => {
      const asked: Asked = { id: newRequestId(), route: null, kept: false, isLocal: isLocal(request), files: [] };
      const began = performance.now();
      all.set(response, asked);
      response.once("close", () => {
        const ms = performance.now() - began;
        const { id, kept } = asked;
        const route = asked.route ?? fileRoute(request.url);
        count({ route, status: response.statusCode, seconds: ms / 1_000 });
        if (kept || (asked.route === null && response.statusCode < 400)) return;
        log.info({
          id,
          method: request.method,
          route,
          status: response.statusCode,
          ms: Math.round(ms),
          ...(!response.writableFinished && { aborted: true }),
        });
      });
      return answer(request, response);
    },
    within: (answer) => (request, response) => {
      const asked = all.get(response);
      return asked ? context.run(asked, () => answer(request, response)) : answer(request, response);
    },
  };
}

/** Short enough to be read out on the phone. */
export function newRequestId(): string {
  return randomUUID().slice(0, 8);
}

function fileRoute(address = ""): string {
  return address.startsWith("/_astro/") ? "/_astro/*" : "/*";
}

function isLocal({ socket, headers }: IncomingMessage): boolean {
  return LOOPBACK.test(socket.remoteAddress ?? "") && !FORWARDED.some((header) => header in headers);
}
