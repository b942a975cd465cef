/**
 * Fetches a calendar from an address that somebody gave, and from nowhere else: never from this machine or a private
 * net.
 */
import { lookup as resolveName } from "node:dns/promises";
import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./addresses.ts";
import { MOST_BYTES } from "./ics.ts";
import type { RefusalKey } from "../texts/refusals.ts";

const MOST_REDIRECTS = 3;
const MOST_MS = 10_000;

/** How names are found and which addresses may be asked: the public network, or one of a test's own. */
export interface Network {
  resolve(host: string): Promise<string[]>;
  isAllowed(address: string): boolean;
  timeoutMs: number;
}

export const publicNetwork: Network = {
  resolve: async (host) => (await resolveName(host, { all: true, verbatim: true })).map(({ address }) => address),
  isAllowed: isPublicAddress,
  timeoutMs: MOST_MS,
};

/** What is known from the last time. */
export interface Known {
  etag: string | null;
  lastModified: string | null;
}

export type Fetched =
  | { bytes: Uint8Array; etag: string | null; lastModified: string | null }
  | { unchanged: true }
  | { refused: RefusalKey };

/** The address as it is asked for: `webcal:` is https. Null when it is none that may be asked. */
export function calendarAddress(typed: string): URL | null {
  const address = typed.trim().replace(/^webcals?:/i, "https:");
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password || url.href.length > 1000) return null;
  url.hash = "";
  return url;
}

/**
 * The bytes of a calendar, or the key of why there are none (texts/refusals.ts). Within 10 seconds, 2 MB and 3
 * redirects; each address is checked before it is asked.
 */
export async function fetchCalendar(
  typed: string,
  known: Known = { etag: null, lastModified: null },
  network: Network = publicNetwork,
): Promise<Fetched> {
  const signal = AbortSignal.timeout(network.timeoutMs);
  let url = calendarAddress(typed);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!url) return { refused: "calendarAddress" };
    const answer = await within(signal, ask(url, known, network, signal)).catch((): Answer => ({
      refused: signal.aborted ? "calendarSlow" : "calendarNotFetched",
    }));
    if (!("location" in answer)) return answer;
    url = URL.canParse(answer.location, url) ? calendarAddress(new URL(answer.location, url).href) : null;
  }
  return { refused: "calendarRedirects" };
}

type Answer = Fetched | { location: string };

async function ask(url: URL, known: Known, network: Network, signal: AbortSignal): Promise<Answer> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await network.resolve(host);
  const [address] = addresses;
  // One closed address among several is enough: the next look-up may choose it.
  if (address === undefined || !addresses.every((one) => network.isAllowed(one))) return { refused: "calendarPrivate" };
  return new Promise<Answer>((resolve, reject) => {
    const headers = {
      accept: "text/calendar, text/plain;q=0.8, */*;q=0.1",
      "accept-encoding": "identity",
      "user-agent": "Faellesbro calendar",
      ...(known.etag && { "if-none-match": known.etag }),
      ...(known.lastModified && { "if-modified-since": known.lastModified }),
    };
    const request = url.protocol === "https:" ? requestHttps : requestHttp;
    const asked = request(
      url,
      { headers, signal, lookup: only(address), agent: false, maxHeaderSize: 16_384 },
      (response) => {
        const status = response.statusCode ?? 0;
        const done = (answer: Answer) => {
          response.destroy();
          resolve(answer);
        };
        if (status === 304) return done({ unchanged: true });
        if (status >= 300 && status < 400 && response.headers.location)
          return done({ location: response.headers.location });
        if (status !== 200) return done({ refused: "calendarNotFetched" });
        if (!/^(identity)?$/.test(response.headers["content-encoding"] ?? ""))
          return done({ refused: "calendarNotFetched" });
        if (Number(response.headers["content-length"] ?? 0) > MOST_BYTES) return done({ refused: "fileTooLarge2" });
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > MOST_BYTES) done({ refused: "fileTooLarge2" });
          else chunks.push(chunk);
        });
        response.on("end", () =>
          resolve({
            bytes: Buffer.concat(chunks),
            etag: short(response.headers.etag),
            lastModified: short(response.headers["last-modified"]),
          }),
        );
        response.on("error", reject);
        response.on("close", () => response.complete || reject(new Error("cut off")));
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

/** Connects to the address that was checked, whatever the name means a moment later. */
function only(address: string): LookupFunction {
  const family = isIP(address);
  return (_host, options, found) => {
    if (options.all) found(null, [{ address, family }]);
    else found(null, address, family);
  };
}

/** Ends when the time is over, also while a name is looked up. */
function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  if (signal.aborted) return Promise.reject(new Error("too slow"));
  return Promise.race([
    work,
    new Promise<never>((_, reject) =>
      signal.addEventListener("abort", () => reject(new Error("too slow")), { once: true }),
    ),
  ]);
}

function short(header: string | undefined): string | null {
  return header && header.length <= 300 ? header : null;
}
