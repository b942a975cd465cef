import http from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LIMITS, readBodies } from "../../src/process/bodies.ts";
import type { Asked } from "../../src/process/requests.ts";

const SMALL = {
  ...LIMITS,
  form: 1_000,
  fields: 20,
  upload: 10_000,
  list: 4_000,
  uploadsAtOnce: 25_000,
  formTakes: 200,
  waits: 1_000,
};
const UPLOAD = "/forening/hent/billede/kor?_action=activities.setPicture";
const SHEET = "/forening/hent/regneark?_action=exchange.lookAtSheet";
const SIGNED_IN = { cookie: "faellesbro=lis" };

let server: http.Server;
/** What came to the pages, and how to answer it. */
let posted: { bytes: number; files: Asked["files"]; answer(): void }[] = [];
let isAnsweredAtOnce = true;

beforeEach(async () => {
  posted = [];
  isAnsweredAtOnce = true;
  const all = new WeakMap<object, Asked>();
  const askedBy = (response: object) => {
    if (!all.has(response)) all.set(response, { files: [] } as unknown as Asked);
    return all.get(response);
  };
  const answer = readBodies(
    (request, response) => {
      const { body } = request as { body?: Buffer };
      const end = () => response.end(String(body?.length ?? "no body"));
      posted.push({ bytes: body?.length ?? 0, files: askedBy(response)?.files ?? [], answer: end });
      if (isAnsweredAtOnce) end();
    },
    askedBy,
    async (cookie) => cookie?.startsWith("faellesbro=") ?? false,
    {
      tooLarge: (_request, response) => response.writeHead(413).end(),
      busy: (_request, response) => response.writeHead(503).end(),
    },
    SMALL,
  );
  server = http.createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const port = () => (server.address() as AddressInfo).port;
const send = async (path: string, body: Buffer<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${port()}${path}`, { method: "POST", body, headers });
const post = async (path: string, bytes: number, headers: Record<string, string> = {}) =>
  send(path, Buffer.alloc(bytes, "a"), headers);

const HEAD = '--x\r\nContent-Disposition: form-data; name="file"; filename="sal.jpg"\r\n\r\n';
const REST = '\r\n--x\r\nContent-Disposition: form-data; name="alt"\r\n\r\nEn sal\r\n--x--\r\n';
/** Sends a form with a picture, so many bytes in all. */
const upload = async (path: string, bytes: number, headers: Record<string, string> = {}) =>
  send(path, Buffer.from(HEAD + "a".repeat(bytes - HEAD.length - REST.length) + REST), {
    "content-type": "multipart/form-data; boundary=x",
    ...headers,
  });

describe("What is posted", () => {
  it("comes whole to the pages", async () => {
    expect(await (await post("/hjaelp", 1_000)).text()).toBe("1000");
    expect(await (await post("/hjaelp", 0)).text()).toBe("0");
    expect(await (await fetch(`http://127.0.0.1:${port()}/`)).text()).toBe("no body");
  });

  it("comes by a form: other ways are refused, and say which there are", async () => {
    for (const method of ["PUT", "PATCH", "DELETE"]) {
      const refused = await fetch(`http://127.0.0.1:${port()}/`, { method });
      expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
    }
    expect((await fetch(`http://127.0.0.1:${port()}/`, { method: "OPTIONS" })).status).toBe(200);
    expect(posted).toHaveLength(1);
  });

  it("is a sheet or a calendar only when it is as small as those are", async () => {
    expect((await upload(SHEET, 4_000, SIGNED_IN)).status).toBe(200);
    expect((await upload(SHEET, 4_001, SIGNED_IN)).status).toBe(413);
    expect((await upload(UPLOAD, 10_000, SIGNED_IN)).status).toBe(200);
  });

  it("is refused when a form is larger than a form can be, whatever it says of its length", async () => {
    expect((await post("/hjaelp", 1_001)).status).toBe(413);
    const pieces = new ReadableStream({
      start(stream) {
        for (let piece = 0; piece < 11; piece++) stream.enqueue(Buffer.alloc(100, "a"));
        stream.close();
      },
    });
    const answer = await fetch(`http://127.0.0.1:${port()}/hjaelp`, {
      method: "POST",
      body: pieces,
      duplex: "half",
    } as RequestInit);
    expect(answer.status).toBe(413);
    expect(posted).toEqual([]);
  });

  it("is refused when it has more fields than a person can fill in, however they are divided", async () => {
    const part = (divider: string) => `--${divider}\r\n\r\nb\r\n`;
    const kinds: [type: string, fields: (count: number) => string][] = [
      ["application/x-www-form-urlencoded", (count) => "a=b&".repeat(count)],
      ["multipart/form-data; boundary=xx", (count) => part("xx").repeat(count)],
      ['multipart/form-data; boundary="x y"', (count) => part("x y").repeat(count)],
    ];
    for (const [type, fields] of kinds) {
      const send = async (count: number) =>
        (
          await fetch(`http://127.0.0.1:${port()}/hjaelp`, {
            method: "POST",
            body: fields(count),
            headers: { "content-type": type },
          })
        ).status;
      expect([type, await send(20), await send(21)]).toEqual([type, 200, 413]);
    }
  });

  it("may be a file where files are taken, of somebody who has signed in", async () => {
    expect((await upload(UPLOAD, 9_000, SIGNED_IN)).status).toBe(200);
    expect((await upload(UPLOAD, 10_001, SIGNED_IN)).status).toBe(413);
    expect((await upload(UPLOAD, 9_000)).status).toBe(413);
    expect((await upload("/hjaelp", 9_000, SIGNED_IN)).status).toBe(413);
  });

  it("is a form of ordinary size, with the file beside it", async () => {
    const answer = await upload(UPLOAD, 9_000, SIGNED_IN);
    expect(Number(await answer.text())).toBe(REST.length - 2);
    const [[field, file] = []] = posted[0]?.files ?? [];
    expect([field, file?.size]).toEqual(["file", 9_000 - HEAD.length - REST.length]);
    expect(Buffer.from((await file?.bytes()) ?? []).toString()).toMatch(/^a+$/);
  });

  it("is refused when it is large and no file, wherever files are taken", async () => {
    expect((await post(UPLOAD, 9_000, SIGNED_IN)).status).toBe(413);
    const field = Buffer.from(HEAD.replace('; filename="sal.jpg"', "") + "a".repeat(8_000) + REST);
    const type = { "content-type": "multipart/form-data; boundary=x" };
    expect((await send(UPLOAD, field, { ...SIGNED_IN, ...type })).status).toBe(413);
  });

  it("waits while the same person sends another file, and nobody else does", async () => {
    isAnsweredAtOnce = false;
    const two = [1, 2].map(() => upload(UPLOAD, 5_000, SIGNED_IN));
    await expect.poll(() => posted.length, { timeout: 10_000 }).toBe(1);
    const other = upload(UPLOAD, 5_000, { cookie: "faellesbro=sanne" });
    await expect.poll(() => posted.length, { timeout: 10_000 }).toBe(2);
    posted[0]?.answer();
    await expect.poll(() => posted.length, { timeout: 10_000 }).toBe(3);
    posted.forEach(({ answer }) => answer());
    expect((await Promise.all([...two, other])).map(({ status }) => status)).toEqual([200, 200, 200]);
  });

  it("is refused when there is no room for it in time, and is taken when there is room again", async () => {
    isAnsweredAtOnce = false;
    const full = ["a", "b", "c"].map((person) => upload(UPLOAD, 8_000, { cookie: `faellesbro=${person}` }));
    await expect.poll(() => posted.length, { timeout: 10_000 }).toBe(3);
    expect((await upload(UPLOAD, 8_000, SIGNED_IN)).status).toBe(503);
    posted.forEach(({ answer }) => answer());
    await Promise.all(full);
    isAnsweredAtOnce = true;
    expect((await upload(UPLOAD, 8_000, SIGNED_IN)).status).toBe(200);
  });

  it("is given up when it never ends", async () => {
    const socket = connect(port(), "127.0.0.1");
    socket.write("POST /hjaelp HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nname=");
    await new Promise((resolve) => socket.once("close", resolve).resume());
    expect(posted).toEqual([]);
  });
});
