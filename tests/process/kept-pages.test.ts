import http from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeMark } from "../../db/marks.ts";
import { connectToRead, type OpenDb, openDb } from "../../db/client.ts";
import { keepPages } from "../../src/process/kept-pages.ts";
import { addressOf, takeTurns, TURNS } from "../../src/process/turns.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";

let folder: ReturnType<typeof temporaryFolder>;
let db: OpenDb;
let reader: OpenDb;
let server: http.Server;
let clock = 0;
let rendered = 0;
let indexed = 0;
/** What a page that is being made waits for, and who is told of each that comes in. */
let whenIn: Promise<void> | undefined;
let cameIn: () => void;

beforeEach(async () => {
  folder = temporaryFolder("kept");
  const file = join(folder.path, "faellesbro.db");
  db = openDb(file, ROOT);
  reader = connectToRead(file);
  clock = 0;
  rendered = 0;
  whenIn = undefined;
  cameIn = () => undefined;
  const answer = keepPages(
    async (_request, response) => {
      rendered++;
      await whenIn;
      response.setHeader("content-type", "text/html");
      response.write(`<p>blåbærgrød ${rendered}`);
      response.end("</p>");
    },
    (answer) => takeTurns(answer, addressOf, () => undefined, { ...TURNS, atOnce: 1 }),
    reader,
    () => indexed,
    () => undefined,
    () => clock,
  );
  server = http.createServer((request, response) => {
    void answer(request, response);
    cameIn();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(() => {
  server.close();
  for (const open of [reader, db]) open.$client.close();
  folder.remove();
});

async function open(path: string, headers: Record<string, string> = {}): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers });
  expect(answer.headers.get("content-type")).toBe("text/html");
  return answer.text();
}

describe("Pages kept for a second", () => {
  it("a town hall that opens the same page at once costs one rendering", async () => {
    const pages = [await open("/?q=kor"), await open("/?q=kor"), await open("/?q=kor")];
    expect(new Set(pages)).toEqual(new Set(["<p>blåbærgrød 1</p>"]));
    expect(rendered).toBe(1);
  });

  it("those who come while it is being made wait for that one, and have no other made", async () => {
    let coming = 20;
    whenIn = new Promise((all) => {
      cameIn = () => --coming === 0 && all();
    });
    const pages = await Promise.all(Array.from({ length: 20 }, () => open("/?q=kor")));
    expect(new Set(pages)).toEqual(new Set(["<p>blåbærgrød 1</p>"]));
    expect(rendered).toBe(1);
  });

  it("nobody sees a page that is older than a second", async () => {
    await open("/");
    clock = 1_001;
    expect(await open("/")).toContain("2");
  });

  it("nobody sees a page from before a change", async () => {
    await open("/");
    writeMark(db, "something", "changed");
    expect(await open("/")).toContain("2");
  });

  it("nobody sees a page from before the search index had taken a change in", async () => {
    writeMark(db, "something", "changed");
    await open("/?q=nyt");
    indexed++;
    expect(await open("/?q=nyt")).toContain("2");
  });

  it("somebody who is signed in gets a page of her own", async () => {
    await open("/");
    expect(await open("/", { cookie: "session=x" })).toContain("2");
    expect(await open("/")).toContain("1");
  });

  it("whoever comes from another search gets a page that leads back to that", async () => {
    await open("/aktiviteter/kor", { referer: "https://board.example/?q=kor" });
    expect(await open("/aktiviteter/kor", { referer: "https://board.example/ugen?q=kor" })).toContain("2");
    expect(await open("/aktiviteter/kor", { referer: "https://elsewhere.example/kor" })).toContain("3");
    expect(await open("/aktiviteter/kor")).toContain("3");
    expect(await open("/aktiviteter/kor", { referer: "https://board.example/?q=kor" })).toContain("1");
  });

  it("a phone number that was asked for is never kept, nor is a page of the desks", async () => {
    for (const path of ["/aktiviteter/kor?vis=kontakt", "/brobygger", "/hjaelp", "/log-ind"]) {
      const before = rendered;
      await open(path);
      await open(path);
      expect(rendered - before).toBe(2);
    }
  });
});
