import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { busy } from "../../db/write.ts";
import { activities, calendarSources, mails, memberships } from "../../db/schema.ts";
import { isPublicAddress } from "../../src/exchange/addresses.ts";
import { calendarAddress, fetchCalendar, type Network } from "../../src/exchange/fetch-calendar.ts";
import { dropSource, keepSource, sourcesOf } from "../../src/exchange/sources.ts";
import { readCalendar } from "../../src/exchange/calendar-import.ts";
import { fetchCalendars, type ReadCalendar } from "../../src/jobs/fetch-calendars.ts";
import { localDate } from "../../src/shared/time.ts";
import { trustParts } from "../../src/upkeep/page.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import {
  activityOf,
  addActivity,
  addOrganisation,
  clearBoard,
  contactOf,
  DAY,
  newBox,
  NOW,
  openTown,
  refusalOf,
  waitingLetters,
} from "../world.ts";
import { calendar, weekly } from "./support.ts";

let answer: RequestListener = (_, response) => response.end();
let asked: { url: string | undefined; headers: Record<string, unknown> }[] = [];
const server: Server = createServer((request, response) => {
  asked.push({ url: request.url, headers: request.headers });
  answer(request, response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const { port } = server.address() as AddressInfo;
const HERE = `http://kalender.example:${port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked = [];
});

/**
 * A test's own network: the one name leads to this machine, and only there may be asked. All else is as it is for
 * everybody.
 */
const network: Network = {
  resolve: (host) =>
    Promise.resolve(
      host === "kalender.example"
        ? ["127.0.0.1"]
        : host === "skjult.example"
          ? ["10.0.0.7"]
          : host === "to.example"
            ? ["93.184.216.34", "192.168.1.1"]
            : ["127.0.0.2"],
    ),
  isAllowed: (address) => address === "127.0.0.1" || isPublicAddress(address),
  timeoutMs: 400,
};
const closed: Network = { ...network, isAllowed: isPublicAddress };
const text =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const known = { etag: null, lastModified: null };

describe("The address of a calendar", () => {
  it.each([
    "http://127.0.0.1/a.ics",
    "http://localhost/a.ics",
    "http://127.1/a",
    "http://2130706433/a",
    "http://0x7f000001/a",
    "http://0177.0.0.1/a",
    "http://0/a",
    "http://0.0.0.0/a",
    "http://10.1.2.3/a",
    "http://172.16.0.1/a",
    "http://192.168.0.1/a",
    "http://169.254.169.254/latest/meta-data",
    "http://100.64.0.1/a",
    "http://198.18.0.1/a",
    "http://224.0.0.1/a",
    "http://255.255.255.255/a",
    "http://[::1]/a",
    "http://[::]/a",
    "http://[::ffff:127.0.0.1]/a",
    "http://[::ffff:7f00:1]/a",
    "http://[::127.0.0.1]/a",
    "http://[64:ff9b::7f00:1]/a",
    "http://[2002:7f00:1::]/a",
    "http://[2001:0:1::1]/a",
    "http://[fe80::1]/a",
    "http://[fc00::1]/a",
    "http://[fd12:3456::1]/a",
    "http://[ff02::1]/a",
    "http://[2001:db8::1]/a",
    "http://skjult.example/a",
    "http://to.example/a",
    "http://①②⑦.⓪.⓪.①/a",
    "https://127.0.0.1/a",
  ])("that is not of the public network is never asked: %s", async (address) => {
    expect(await fetchCalendar(address, known, closed)).toEqual({ refused: "calendarPrivate" });
    expect(asked).toEqual([]);
  });

  it.each([
    "ftp://kalender.example/a",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "http://bo:kode@kalender.example/",
    "http://",
    "//x",
    "ikke en adresse",
    "gopher://x",
    `http://x/${"a".repeat(2000)}`,
    "",
  ])("that is none of the web is refused: %s", async (address) => {
    expect(await fetchCalendar(address, known, network)).toEqual({ refused: "calendarAddress" });
  });

  it("of any private net is closed, whatever its form", () => {
    const bytes = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
    fc.assert(
      fc.property(fc.constantFrom(0, 10, 127, 224, 240), bytes, (first, [a, b, c]) => {
        const v4 = [first, a, b, c];
        const hex = v4.map((byte) => byte.toString(16).padStart(2, "0"));
        expect(isPublicAddress(v4.join("."))).toBe(false);
        expect(isPublicAddress(`::ffff:${v4.join(".")}`)).toBe(false);
        expect(isPublicAddress(`64:ff9b::${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`)).toBe(false);
        expect(isPublicAddress(`2002:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}::1`)).toBe(false);
      }),
    );
    expect(["93.184.216.34", "8.8.8.8", "2606:4700::1111", "2a00:1450:400f::1"].every(isPublicAddress)).toBe(true);
    expect(["", "x", "1.2.3", "fe80::1%eth0", "127.0.0.1.nip.io"].some(isPublicAddress)).toBe(false);
  });

  it("may be written as calendars do", () => {
    expect(calendarAddress("webcal://p1.icloud.example/a#x")?.href).toBe("https://p1.icloud.example/a");
  });
});

describe("Fetching a calendar", () => {
  it("brings it with its marks, and sends them the next time", async () => {
    answer = (request, response) =>
      request.headers["if-none-match"] === '"a"'
        ? response.writeHead(304).end()
        : response
            .writeHead(200, { etag: '"a"', "last-modified": "Tue, 24 Nov 2026 08:00:00 GMT" })
            .end("BEGIN:VCALENDAR");
    const first = await fetchCalendar(`${HERE}/a.ics`, known, network);
    expect(first).toMatchObject({ etag: '"a"', lastModified: "Tue, 24 Nov 2026 08:00:00 GMT" });
    expect(await fetchCalendar(`${HERE}/a.ics`, first as typeof known, network)).toEqual({ unchanged: true });
    expect(asked.at(-1)?.headers).toMatchObject({
      "if-none-match": '"a"',
      "if-modified-since": "Tue, 24 Nov 2026 08:00:00 GMT",
    });
    expect(asked.at(-1)?.headers).not.toHaveProperty("cookie");
  });

  it("follows three redirects, and no more", async () => {
    answer = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left) response.writeHead(302, { location: `/${left - 1}` }).end();
      else response.end("BEGIN:VCALENDAR");
    };
    expect(await fetchCalendar(`${HERE}/3`, known, network)).toHaveProperty("bytes");
    expect(await fetchCalendar(`${HERE}/4`, known, network)).toEqual({ refused: "calendarRedirects" });
  });

  it.each([
    ["http://127.0.0.2/", "calendarPrivate"],
    ["http://skjult.example/", "calendarPrivate"],
    ["http://[::1]:80/", "calendarPrivate"],
    ["//169.254.169.254/latest", "calendarPrivate"],
    ["file:///etc/passwd", "calendarAddress"],
    ["http://bo:kode@kalender.example/", "calendarAddress"],
  ])("does not follow one to %s", async (location, key) => {
    answer = text("", 301, { location });
    expect(await fetchCalendar(HERE, known, network)).toEqual({ refused: key });
    expect(asked).toHaveLength(1);
  });

  it("asks the address that was checked, even when the name means another a moment later", async () => {
    let times = 0;
    const rebinding: Network = {
      ...network,
      resolve: () => Promise.resolve([times++ === 0 ? "127.0.0.1" : "10.0.0.1"]),
    };
    answer = text("BEGIN:VCALENDAR");
    expect(await fetchCalendar(HERE, known, rebinding)).toHaveProperty("bytes");
    expect(times).toBe(1);
  });

  it.each([
    ["says that it is too large", text("x", 200, { "content-length": String(3 * 1024 * 1024) }), "fileTooLarge2"],
    ["goes on and on", ((_, response) => void endless(response)) as RequestListener, "fileTooLarge2"],
    ["is packed", text("x", 200, { "content-encoding": "gzip" }), "calendarNotFetched"],
    ["is not there", text("x", 404), "calendarNotFetched"],
    [
      "breaks off",
      ((_, response) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("BEGIN");
        setTimeout(() => response.destroy(), 10);
      }) as RequestListener,
      "calendarNotFetched",
    ],
    ["never answers", (() => {}) as RequestListener, "calendarSlow"],
    ["drips", ((_, response) => void drip(response)) as RequestListener, "calendarSlow"],
    [
      "has endless headers",
      ((_, response) => void response.writeHead(200, { x: "y".repeat(20_000) }).end()) as RequestListener,
      "calendarNotFetched",
    ],
  ])("gives up when it %s", async (_, listener, key) => {
    answer = listener;
    expect(await fetchCalendar(HERE, known, network)).toEqual({ refused: key });
  });

  it("gives up when the name is never found", async () => {
    expect(await fetchCalendar(HERE, known, { ...network, resolve: () => new Promise(() => {}) })).toEqual({
      refused: "calendarSlow",
    });
    expect(
      await fetchCalendar(HERE, known, { ...network, resolve: () => Promise.reject(new Error("ENOTFOUND")) }),
    ).toEqual({ refused: "calendarNotFetched" });
  });
});

describe("A calendar that is fetched daily", () => {
  const db = openTown();
  let organisation: string;
  let viewer: ReturnType<typeof contactOf>;
  beforeEach(() => {
    db.delete(calendarSources).run();
    for (const table of [mails, memberships]) db.delete(table).run();
    clearBoard(db);
    organisation = addOrganisation(db, "Folkehuset");
    viewer = contactOf(db, organisation);
    keepSource(db, viewer, organisation, `${HERE}/a.ics`, known, NOW - 2 * DAY);
  });
  const box = newBox();
  const read: ReadCalendar = async ({ file, organisationId, now }) =>
    readCalendar(file, organisationId, vocabularyOf(db), now);
  const source = () => db.select().from(calendarSources).get();

  it("brings what is new as drafts and changes what was accepted, once a day", async () => {
    answer = text(calendar(weekly("DESCRIPTION:Vi strikker.")));
    expect(await fetchCalendars(db, box, read, NOW, network)).toBe(0);
    const [draft] = db.select().from(activities).all();
    expect(draft).toMatchObject({ state: "draft", title: "Strik" });
    expect(await fetchCalendars(db, box, read, NOW + DAY / 2, network)).toBe(0);
    expect(asked).toHaveLength(1);
    db.update(activities).set({ state: "published", contactName: "Lis" }).run();
    answer = text(calendar(weekly("DESCRIPTION:Vi strikker.", "EXDATE;TZID=Europe/Copenhagen:20261201T100000")));
    expect(await fetchCalendars(db, box, read, NOW + DAY, network)).toBe(1);
    expect(activityOf(db, draft?.id ?? "").schedule).toMatchObject([{ except: ["2026-12-01"] }]);
  });

  it("says so when it takes too long to read, and is not read again until tomorrow", async () => {
    answer = text(calendar(weekly()));
    expect(
      await fetchCalendars(db, box, () => Promise.reject(busy("the workers have too much to do")), NOW, network),
    ).toBe(0);
    expect(source()).toMatchObject({ lastError: "calendarHard", fetchedAt: NOW });
  });

  it.each([
    ["is no calendar any more", text("<html>"), "notCalendar"],
    ["is cut off", text(calendar(weekly()).subarray(0, 200)), "calendarCut"],
    ["is gone", text("", 410), "calendarNotFetched"],
  ])("leaves everything as it is when it %s, and says so", async (_, listener, key) => {
    answer = listener;
    expect(await fetchCalendars(db, box, read, NOW, network)).toBe(0);
    expect(source()).toMatchObject({ lastError: key, fetchedAt: NOW });
    expect(db.select().from(activities).all()).toEqual([]);
  });

  const daily = (days: number) => fetchCalendars(db, box, read, NOW + days * DAY, network);
  const accepted = async (...lines: string[]) => {
    answer = text(calendar(weekly("DESCRIPTION:Vi strikker.", ...lines)));
    await daily(0);
    db.update(activities)
      .set({ state: "published", contactName: "Lis", confirmedAt: localDate(NOW) })
      .run();
    return db.select().from(activities).get()?.id ?? "";
  };

  it("tells its contact of what it no longer names, once, and the board marks it until somebody says that it stands", async () => {
    const id = await accepted();
    answer = text(calendar(weekly("UID:andet@b", "SUMMARY:Sang")));
    expect(await daily(1)).toBe(1);
    expect(waitingLetters(db, box)).toMatchObject([{ kind: "calendar-gone", text: expect.stringContaining("Strik:") }]);
    expect(trustParts(db, id, NOW + DAY)).toMatchObject({ goneFromCalendar: true });
    expect(await daily(2)).toBe(0);
    expect(waitingLetters(db, box)).toHaveLength(1);
    db.update(activities)
      .set({ confirmedAt: localDate(NOW + 2 * DAY) })
      .where(eq(activities.id, id))
      .run();
    expect(trustParts(db, id, NOW + 3 * DAY)).toMatchObject({ goneFromCalendar: false });
    db.update(activities).set({ confirmedAt: null }).where(eq(activities.id, id)).run();
    answer = text(calendar(weekly("DESCRIPTION:Vi strikker.")));
    await daily(4);
    expect(trustParts(db, id, NOW + 4 * DAY)).toMatchObject({ goneFromCalendar: false });
  });

  it("does not call gone what it holds but nobody can read, or what came another way", async () => {
    const id = await accepted();
    db.insert(activities)
      .values({
        ...activityOf(db, id),
        id: "fil",
        slug: "fil",
        title: "Fra en fil",
        importKey: "ics:x:fil",
        imported: {},
      })
      .run();
    answer = text(calendar(weekly("EXDATE:engang")));
    expect(await daily(1)).toBe(0);
    expect(waitingLetters(db, box)).toEqual([]);
  });

  it("that fails for three days is told to its contact, once, and again when it fails anew", async () => {
    answer = text("", 404);
    for (const day of [0, 1, 2]) await daily(day);
    expect(waitingLetters(db, box)).toEqual([]);
    await daily(3);
    await daily(4);
    expect(waitingLetters(db, box)).toMatchObject([
      { to: viewer.email, kind: "calendar-fails", text: expect.stringContaining("kalender.example") },
    ]);
    answer = text(calendar(weekly()));
    await daily(5);
    expect(source()).toMatchObject({ lastError: null, failingSince: null, failingToldAt: null });
    answer = text("", 404);
    for (const day of [6, 7, 8, 9]) await daily(day);
    expect(waitingLetters(db, box)).toHaveLength(2);
  });

  it("moves one activity when Google parts its series, and when Outlook begins a new one", async () => {
    const id = await accepted();
    const until = "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261207T225959Z";
    const later = ["DTSTART:20261210T140000", "DTEND:20261210T160000", "RRULE:FREQ=WEEKLY;BYDAY=TH"];
    for (const uid of ["a_R20261208T090000@b", "nyt@b"]) {
      answer = text(calendar(weekly(until), weekly(`UID:${uid}`, ...later)));
      await daily(uid === "nyt@b" ? 2 : 1);
      expect(db.select().from(activities).all()).toHaveLength(1);
      expect(activityOf(db, id).schedule).toMatchObject([
        { weekday: "tir", until: "2026-12-01" },
        { weekday: "tor", from: "2026-12-10", start: "14:00" },
      ]);
    }
    answer = text(calendar(weekly("UID:nyt@b", ...later)));
    await daily(30);
    expect(db.select().from(activities).all()).toHaveLength(1);
    expect(activityOf(db, id)).toMatchObject({
      importKey: expect.stringMatching(/nyt@b$/),
      schedule: [{ weekday: "tor" }],
    });
  });

  it("recognises what was typed by hand, and leaves its words", async () => {
    const id = addActivity(db, {
      id: "haand",
      organisationId: organisation,
      state: "published",
      title: "strik",
      description: "Vores egne ord.",
      schedule: [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" }],
    });
    answer = text(calendar(weekly("DESCRIPTION:Kalenderens ord.")));
    await daily(0);
    expect(db.select().from(activities).all()).toHaveLength(1);
    answer = text(calendar(weekly("DESCRIPTION:Kalenderens ord.", "EXDATE:20261208")));
    await daily(1);
    expect(activityOf(db, id)).toMatchObject({
      description: "Vores egne ord.",
      schedule: [{ except: ["2026-12-08"] }],
    });
    answer = text(
      calendar(
        weekly("UID:b@b"),
        weekly("UID:torsdag@b", "DTSTART:20260903T100000", "DTEND:20260903T120000", "RRULE:FREQ=WEEKLY"),
      ),
    );
    await daily(2);
    expect(db.select().from(activities).all()).toHaveLength(2);
  });

  it("keeps away what somebody did not want", async () => {
    answer = text(calendar(weekly()));
    db.update(calendarSources)
      .set({ leftOut: [`ics:${organisation}:a@b`] })
      .run();
    await daily(0);
    expect(db.select().from(activities).all()).toEqual([]);
  });

  it("is kept once, ten at most, and only by those it belongs to", () => {
    keepSource(db, viewer, organisation, `${HERE}/a.ics`, known, NOW);
    expect(sourcesOf(db, viewer, organisation)).toHaveLength(1);
    for (let i = 1; i < 10; i++) keepSource(db, viewer, organisation, `${HERE}/${i}.ics`, known, NOW);
    expect(refusalOf(() => keepSource(db, viewer, organisation, `${HERE}/11.ics`, known, NOW))).toBe(
      "address: manyCalendars",
    );
    keepSource(db, viewer, organisation, `${HERE}/1.ics`, { ...known, leftOut: ["a"] }, NOW);
    expect(sourcesOf(db, viewer, organisation)[1]).toMatchObject({ leftOut: ["a"] });
    const stranger = contactOf(db, "andre");
    expect(sourcesOf(db, stranger, organisation)).toEqual([]);
    expect(refusalOf(() => dropSource(db, stranger, source()?.id ?? ""))).toBe("notYours");
    dropSource(db, viewer, source()?.id ?? "");
    expect(
      db.select().from(calendarSources).where(eq(calendarSources.organisationId, organisation)).all(),
    ).toHaveLength(9);
  });
});

function endless(response: import("node:http").ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 65);
  const more = () => {
    while (!response.destroyed && response.write(chunk));
    response.once("drain", more);
  };
  more();
}

function drip(response: import("node:http").ServerResponse): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write("x"), 50);
  response.on("close", () => clearInterval(timer));
}
