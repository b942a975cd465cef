import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import { mails } from "../../db/schema.ts";
import { readQueues } from "../../src/jobs/queues.ts";
import { sendWaitingMails } from "../../src/jobs/send-mails.ts";
import { type Letter, queueMail } from "../../src/mail/outbox.ts";
import { openTransport, type Transport } from "../../src/mail/transport.ts";
import type { Log } from "../../src/shared/log.ts";
import type { KeyRing } from "../../src/shared/seal.ts";
import { openPost, type Post, subjectOf, textOf } from "../harness/post.ts";
import { ROOT } from "../harness/root.ts";
import { DAY, NOW } from "../world.ts";

const MINUTE = 60_000;
const letter: Letter = {
  to: "lis@bro.example",
  subject: "Hjælp på æ, ø og å",
  text: "Kære Søren\n\nVi håber, at I får en god dag på åen. Læs mere her:\nhttps://bro.example/invitation/abc_def-123=?x\n.\nEn linje, der begynder med et punktum.\n",
  kind: "invitation",
};

let db: OpenDb;
let keys: KeyRing;
let logged: unknown[];
let log: Log;
beforeEach(() => {
  db = openDb(":memory:", ROOT);
  keys = { keys: [{ id: "t", key: randomBytes(32) }] };
  logged = [];
  const note = (...what: unknown[]) => logged.push(what);
  log = { warn: note, error: note, info: note } as unknown as Log;
});

let post: Post | null = null;
afterEach(() => post?.close());

test("A mail arrives once, with its Danish letters, and what stood in it is gone from the database", async () => {
  post = await openPost();
  queueMail(db, keys, { ...letter, unsubscribe: "https://bro.example/nej" }, NOW);
  const transport = smtp(post);
  await sendWaitingMails(db, keys, transport, NOW, log);
  await sendWaitingMails(db, keys, transport, NOW + 60 * MINUTE, log);
  expect(post.arrived).toHaveLength(1);
  const arrived = post.arrived[0];
  expect(arrived?.to).toEqual([letter.to]);
  expect(subjectOf(arrived?.raw)).toBe(letter.subject);
  expect(textOf(arrived?.raw)).toBe(letter.text);
  expect(arrived?.raw).toMatch(/^From: .*<noreply@bro\.example>/m);
  expect(arrived?.raw).toMatch(/^Auto-Submitted: auto-generated/m);
  expect(arrived?.raw).toContain("List-Unsubscribe: <https://bro.example/nej>");
  expect(db.select().from(mails).get()).toMatchObject({ sealed: null, sentAt: NOW, attempts: 1, lastError: null });
});

test("A mail that is refused at first is tried again later and arrives once", async () => {
  post = await openPost();
  post.refuse = 2;
  queueMail(db, keys, letter, NOW);
  const transport = smtp(post);
  await sendWaitingMails(db, keys, transport, NOW, log);
  await sendWaitingMails(db, keys, transport, NOW + MINUTE - 1, log);
  expect(db.select().from(mails).get()).toMatchObject({ attempts: 1, sentAt: null, notBefore: NOW + MINUTE });
  await sendWaitingMails(db, keys, transport, NOW + MINUTE, log);
  expect(db.select().from(mails).get()).toMatchObject({ attempts: 2, notBefore: NOW + 3 * MINUTE });
  await sendWaitingMails(db, keys, transport, NOW + 3 * MINUTE, log);
  expect(post.arrived).toHaveLength(1);
});

test("After ten tries a mail is given up with an error in the log, which never holds the address, and is tried once a day", async () => {
  queueMail(db, keys, letter, NOW);
  for (let n = 0; n < 10; n++) await sendWaitingMails(db, keys, awayServer(), NOW + n * 12 * 60 * MINUTE, log);
  const tenth = NOW + 9 * 12 * 60 * MINUTE;
  expect(db.select().from(mails).get()).toMatchObject({
    attempts: 10,
    sentAt: null,
    lastError: expect.stringContaining("E"),
  });
  expect(logged).toHaveLength(10);
  expect(logged.at(-1)).toEqual([
    { mail: 1, kind: "invitation", tried: 10, error: expect.any(String) },
    "a mail was given up",
  ]);
  expect(JSON.stringify(logged)).not.toContain("lis@");
  await sendWaitingMails(db, keys, awayServer(), tenth + DAY, log);
  await sendWaitingMails(db, keys, awayServer(), tenth + DAY + 12 * 60 * MINUTE, log);
  expect(db.select().from(mails).get()).toMatchObject({ attempts: 11 });
  post = await openPost();
  await sendWaitingMails(db, keys, smtp(post), tenth + 2 * DAY, log);
  expect(post.arrived).toHaveLength(1);
});

test("When the server is back all that waited for it go at once, also those that were given up", async () => {
  for (const to of ["a", "b"]) queueMail(db, keys, { ...letter, to: `${to}@bro.example` }, NOW);
  db.update(mails)
    .set({ attempts: 10, lastError: "ECONNECTION", notBefore: NOW + DAY })
    .where(eq(mails.id, 1))
    .run();
  db.update(mails)
    .set({ attempts: 5, lastError: "EAUTH 535", notBefore: NOW + 60 * MINUTE })
    .where(eq(mails.id, 2))
    .run();
  post = await openPost();
  await sendWaitingMails(db, keys, smtp(post), NOW + MINUTE, log);
  expect(post.arrived).toEqual([]);
  queueMail(db, keys, { ...letter, to: "c@bro.example" }, NOW);
  await sendWaitingMails(db, keys, smtp(post), NOW + 2 * MINUTE, log);
  expect(post.arrived.map(({ to }) => to[0])).toEqual(["c@bro.example", "a@bro.example", "b@bro.example"]);
});

test("A mail that its receiver refuses for good is not sent again by itself once it is given up", async () => {
  post = await openPost();
  queueMail(db, keys, letter, NOW);
  db.update(mails).set({ attempts: 10, lastError: "EENVELOPE 550" }).run();
  queueMail(db, keys, letter, NOW);
  await sendWaitingMails(db, keys, smtp(post), NOW + 2 * DAY, log);
  expect(post.arrived).toHaveLength(1);
  expect(
    db
      .select()
      .from(mails)
      .all()
      .map(({ sentAt }) => sentAt),
  ).toEqual([null, NOW + 2 * DAY]);
});

test("After 30 days a mail that arrived is forgotten, and what stood in one that did not; that it did not stays to be seen", async () => {
  post = await openPost();
  queueMail(db, keys, letter, NOW);
  await sendWaitingMails(db, keys, smtp(post), NOW, log);
  queueMail(db, keys, letter, NOW);
  db.update(mails).set({ attempts: 10, lastError: "EENVELOPE 550" }).where(eq(mails.id, 2)).run();
  await sendWaitingMails(db, keys, smtp(post), NOW + 31 * DAY, log);
  expect(db.select().from(mails).all()).toMatchObject([{ id: 2, sealed: null, sentAt: null, kind: "invitation" }]);
  expect(readQueues(db, NOW + 31 * DAY).mails).toEqual({ waiting: 0, oldestMs: 0, givenUp: 1 });
});

test("What waits and what was given up are counted apart", () => {
  for (let n = 0; n < 3; n++) queueMail(db, keys, letter, NOW - n * MINUTE);
  db.update(mails).set({ attempts: 10 }).where(eq(mails.id, 3)).run();
  expect(readQueues(db, NOW).mails).toEqual({ waiting: 2, oldestMs: MINUTE, givenUp: 1 });
});

test("One mail that fails does not hold back the next", async () => {
  post = await openPost();
  post.refuse = 1;
  queueMail(db, keys, letter, NOW);
  queueMail(db, keys, { ...letter, to: "bo@bro.example" }, NOW);
  await sendWaitingMails(db, keys, smtp(post), NOW, log);
  expect(post.arrived.map((mail) => mail.to)).toEqual([["bo@bro.example"]]);
});

test("Two senders at the same moment send each mail once", async () => {
  post = await openPost();
  for (let n = 0; n < 5; n++) queueMail(db, keys, { ...letter, to: `p${n}@bro.example` }, NOW);
  await Promise.all([
    sendWaitingMails(db, keys, smtp(post), NOW, log),
    sendWaitingMails(db, keys, smtp(post), NOW, log),
  ]);
  expect(post.arrived.map((mail) => mail.to[0]).sort()).toEqual(
    ["p0", "p1", "p2", "p3", "p4"].map((name) => `${name}@bro.example`),
  );
});

test("A mail whose sender was killed before it was marked goes out again under the same Message-ID", async () => {
  post = await openPost();
  const transport = smtp(post);
  queueMail(db, keys, letter, NOW);
  const waiting = db.select().from(mails).get();
  await sendWaitingMails(db, keys, transport, NOW, log);
  db.update(mails)
    .set({ ...waiting })
    .run();
  await sendWaitingMails(db, keys, transport, NOW + MINUTE, log);
  const [first, second] = post.arrived.map((mail) => mail.raw.match(/^Message-ID: (.*)$/im)?.[1]);
  expect(first).toMatch(/^<[\w-]{22}@bro\.example>$/);
  expect(second).toBe(first);
});

test("The outbox holds nobody's address in the clear, and a deed that fails leaves no mail", () => {
  expect(() =>
    db.transaction((tx) => {
      queueMail(tx, keys, letter, NOW);
      throw new Error("no");
    }),
  ).toThrow("no");
  expect(db.select().from(mails).all()).toEqual([]);
  queueMail(db, keys, letter, NOW);
  const row = db.select().from(mails).get();
  expect(
    Buffer.concat([row?.sealed ?? Buffer.alloc(0), Buffer.from(JSON.stringify(row))]).toString("latin1"),
  ).not.toContain("lis@");
});

test("A developer reads the mails as files", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "mails-"));
  queueMail(db, keys, letter, NOW);
  await sendWaitingMails(
    db,
    keys,
    openTransport({ smtpUrl: undefined, siteUrl: "http://127.0.0.1:4321", dataDir }),
    NOW,
    log,
  );
  const files = readdirSync(join(dataDir, "mails"));
  expect(files).toEqual(["000001-invitation.eml"]);
  const text = readFileSync(join(dataDir, "mails", "000001-invitation.eml"), "utf8");
  expect(text).toContain("To: lis@bro.example\nSubject: Hjælp på æ, ø og å\n");
  expect(text.endsWith(`\n\n${letter.text}`)).toBe(true);
  rmSync(dataDir, { recursive: true });
});

test("The sender's address can be given with the SMTP server's", async () => {
  post = await openPost();
  queueMail(db, keys, letter, NOW);
  await sendWaitingMails(
    db,
    keys,
    openTransport({ smtpUrl: `${post.url}/?from=hej@bro.example`, siteUrl: "https://bro.example", dataDir: "" }),
    NOW,
    log,
  );
  expect(post.arrived[0]?.raw).toMatch(/^From: .*<hej@bro\.example>/m);
});

function awayServer(): Transport {
  return openTransport({ smtpUrl: "smtp://127.0.0.1:1", siteUrl: "https://bro.example", dataDir: "" });
}

function smtp({ url }: Post): Transport {
  return openTransport({ smtpUrl: url, siteUrl: "https://bro.example", dataDir: "" });
}
