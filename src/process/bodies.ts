import type { IncomingMessage } from "node:http";
import type { Answer } from "./kept-pages.ts";
import { partFiles } from "./parts.ts";
import type { Requests } from "./requests.ts";

/** Where somebody who has signed in may send a file. */
const UPLOADS: [path: RegExp, limit: "upload" | "list"][] = [
  [/^\/forening\/(ny|aktivitet\/[^/?]+)(\?|$)/, "upload"],
  [/^\/forening\/hent\/billede\/[^/?]+(\?|$)/, "upload"],
  [/^\/redaktion\/tavle\/omraader(\?|$)/, "upload"],
  [/^\/forening\/hent\/(kalender|regneark)(\?|$)/, "list"],
  [/^\/brobygger\/ark(\?|$)/, "list"],
];
const MB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of a form without a file: the largest honest one holds 40,000 signs of Danish text. */
  form: MB / 4,
  /** Fields of a form: that of an activity with 150 dates has 700. */
  fields: 2_000,
  /** A picture of 10 MB and what is written about it. */
  upload: 11 * MB,
  /** A calendar or a sheet: those are at most 2 MB, and one that is somewhat larger is told so beside the field. */
  list: 4 * MB,
  /** All files that are in memory at the same time, and how many of them may be one person's. */
  uploadsAtOnce: 34 * MB,
  uploadsOfOne: 1,
  /** Milliseconds that somebody with a slow connection may take, and that one waits for the files of others. */
  formTakes: 30_000,
  uploadTakes: 240_000,
  waits: 20_000,
};

interface Refusals {
  tooLarge: Answer;
  busy: Answer;
}

/**
 * Reads what is posted whole before a page begins: as much as that form may hold, in the time that it may take, and no
 * more in memory at once than there is room for. Only what is asked for or posted is answered (RFC 9110, 15.5.6). What is larger is refused before it is read. Files are set aside for the
 * deed that takes them: a form without them is never large.
 */
export function readBodies(
  answer: Answer,
  askedBy: Requests["of"],
  isSignedIn: (cookie: string | undefined) => Promise<boolean>,
  { tooLarge, busy }: Refusals,
  limits = LIMITS,
): Answer {
  const room = openRoom(limits);
  return async (request, response) => {
    if (request.method === "GET" || request.method === "HEAD") return answer(request, response);
    if (request.method !== "POST" && request.method !== "OPTIONS")
      return void response.writeHead(405, { allow: "GET, HEAD, POST, OPTIONS" }).end();
    const { cookie, "content-length": length, "transfer-encoding": chunked } = request.headers;
    const [, upload] = UPLOADS.find(([path]) => path.test(request.url ?? "")) ?? [];
    const isUpload = upload !== undefined && (await isSignedIn(cookie));
    const most = isUpload ? limits[upload] : limits.form;
    const declared = chunked ? most : Number(length ?? 0);
    if (declared > most) return tooLarge(request, response);
    if (declared > limits.form) {
      const leave = await room.enter(declared, cookie ?? "");
      if (!leave) return busy(request, response);
      response.once("close", leave);
      if (response.closed) return leave();
    }
    const body = await read(request, declared, isUpload ? limits.uploadTakes : limits.formTakes);
    if (body === null) return request.destroy();
    const parted = body === "too large" ? null : partFiles(body, request.headers["content-type"], limits.fields);
    if (!parted || parted.form.length > limits.form) return tooLarge(request, response);
    // Astro's adapter takes the form from there.
    Object.assign(request, { body: parted.form });
    Object.assign(askedBy(response) ?? {}, { files: parted.files });
    return answer(request, response);
  };
}

/**
 * All that is sent, at most so many bytes; null when it stopped or took too long. It lies in memory of its own, which
 * can be handed over to another thread.
 */
function read(request: IncomingMessage, most: number, patience: number): Promise<Buffer | "too large" | null> {
  return new Promise((resolve) => {
    const body = Buffer.allocUnsafeSlow(most);
    let size = 0;
    const timer = setTimeout(() => settle(null), patience);
    const take = (chunk: Buffer) => {
      if (size + chunk.length > most) settle("too large");
      else size += chunk.copy(body, size);
    };
    const settle = (read: Buffer | "too large" | null) => {
      clearTimeout(timer);
      request.off("data", take);
      resolve(read);
    };
    request
      .on("data", take)
      .once("end", () => settle(body.subarray(0, size)))
      .once("close", () => settle(null))
      .once("error", () => settle(null));
  });
}

/** Room for files in memory: whoever comes when it is full waits a while in the order of coming. */
function openRoom({ uploadsAtOnce, uploadsOfOne, waits }: typeof LIMITS) {
  const people = new Map<string, number>();
  const waiting = new Set<() => boolean>();
  let taken = 0;

  return {
    /** Answers how to leave again; null when there was no room in time. */
    enter(bytes: number, person: string): Promise<(() => void) | null> {
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(tryToEnter);
          resolve(null);
        }, waits);
        const tryToEnter = (): boolean => {
          const own = people.get(person) ?? 0;
          if (taken + bytes > uploadsAtOnce || own >= uploadsOfOne) return false;
          taken += bytes;
          people.set(person, own + 1);
          clearTimeout(timer);
          waiting.delete(tryToEnter);
          resolve(leaveOnce(bytes, person));
          return true;
        };
        if (!tryToEnter()) waiting.add(tryToEnter);
      });
    },
  };

  function leaveOnce(bytes: number, person: string): () => void {
    let isGone = false;
    return () => {
      if (isGone) return;
      isGone = true;
      taken -= bytes;
      const left = (people.get(person) ?? 1) - 1;
      if (left > 0) people.set(person, left);
      else people.delete(person);
      for (const tryToEnter of waiting) tryToEnter();
    };
  }
}
