import { find } from "../../src/casework/find.ts";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { caseEvents, caseReadings, cases, caseTasks, consents } from "../../db/schema.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import { sendWaitingMails } from "../../src/jobs/send-mails.ts";
import { openTransport } from "../../src/mail/transport.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addNote } from "../../src/casework/contact.ts";
import { take } from "../../src/casework/deeds.ts";
import { addOwnNote, ownCase, withdraw } from "../../src/referrals/citizen.ts";
import { openCase } from "../../src/casework/view.ts";
import { findCase } from "../../src/casework/store.ts";
import { caseKey, openPerson, openText } from "../../src/casework/vault.ts";
import type { KeyRing } from "../../src/shared/seal.ts";
import { log } from "../../src/shared/log.ts";
import { DAY, instantOf } from "../../src/shared/time.ts";
import { openPost } from "../harness/post.ts";
import { ask } from "./support.ts";
import { addPerson, newBox, NOW, openTown } from "../world.ts";

let folder: string;
let db: OpenDb;
let box: MailBox;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "faellesbro-vault-"));
  db = openTown(join(folder, "test.db"));
  box = newBox();
});
afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

/** All bytes of the database, its write-ahead log included. */
const onDisk = () => Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
const SECRETS = [
  "Kirsten",
  "Sørensen",
  "41860900",
  "41 86 09 00",
  "kirsten@eksempel.dk",
  "savner nogen",
  "Ring efter frokost",
  "Bor alene",
  "gå eller strik",
];

function fullCase() {
  const maria = addPerson(db, "Maria");
  const asked = ask(db, box, { email: "kirsten@eksempel.dk", words: "gå eller strik" });
  addOwnNote(db, box.keys, asked.token, "Ring efter frokost", NOW);
  take(db, maria, asked.id, NOW);
  addNote(db, box.keys, maria, asked.id, "Bor alene", NOW + 1);
  return { maria, ...asked };
}

describe("What names a person", () => {
  it("stands nowhere in the file of the database, nor does the link", () => {
    const { token, maria, id } = fullCase();
    openCase(db, box.keys, maria, id, NOW + 2);
    const bytes = onDisk();
    expect(bytes.includes("FB-")).toBe(true);
    expect(SECRETS.filter((secret) => bytes.includes(secret))).toEqual([]);
    expect(bytes.includes(token)).toBe(false);
  });

  it("is opened with the ring that sealed it, and with no other", () => {
    const { id } = fullCase();
    const stored = findCase(db, id)!;
    expect(openPerson(box.keys, stored)).toMatchObject({
      name: "Kirsten Sørensen",
      phone: "+4541860900",
      words: "gå eller strik",
    });
    expect(() => openPerson(newBox().keys, stored)).toThrow();
    const other: KeyRing = { keys: [{ id: "other", key: randomBytes(32) }] };
    expect(() => openPerson(other, stored)).toThrow("not in CASE_KEYS");
  });

  it("does not open when it was moved to another case, or a text to another event", () => {
    const one = findCase(db, ask(db, box).id)!;
    const two = findCase(db, ask(db, box, { name: "Ole" }).id)!;
    expect(() => openPerson(box.keys, { ...one, sealedPerson: two.sealedPerson })).toThrow();
    expect(() => openPerson(box.keys, { ...one, wrappedKey: two.wrappedKey })).toThrow();
    const { id } = fullCase();
    const event = db
      .select()
      .from(caseEvents)
      .where(eq(caseEvents.caseId, id))
      .all()
      .find((row) => row.kind === "note")!;
    const key = caseKey(box.keys, findCase(db, id)!)!;
    expect(openText(key, event, event.sealedText!)).toBe("Bor alene");
    expect(() => openText(key, { ...event, kind: "citizen-note" }, event.sealedText!)).toThrow();
  });
});

describe("After an erasure", () => {
  it("nothing can be opened again, the figures stay, and the link is dead", async () => {
    const { id, token, maria } = fullCase();
    const before = findCase(db, id)!;
    withdraw(db, box.keys, token, NOW);
    await keepRetention(db, NOW + 7 * DAY);
    const after = findCase(db, id)!;
    expect(after).toMatchObject({
      wrappedKey: null,
      sealedPerson: null,
      phoneIndex: null,
      tokenHash: null,
      state: "withdrawn",
      teamId: before.teamId,
      createdAt: instantOf("2026-11-01", "00:00"),
    });
    expect(openPerson(box.keys, after)).toBeNull();
    for (const table of [caseEvents, caseReadings, caseTasks, consents])
      expect(db.select().from(table).all()).toEqual([]);
    expect(openCase(db, box.keys, maria, id, NOW + 7 * DAY)).toBeNull();
    expect(ownCase(db, box.keys, token, NOW + 7 * DAY)).toBeNull();
    expect(find(db, box.keys, maria, { contact: "+4541860900" })).toEqual([]);
  });

  it("nothing that stays is a time at which something happened to the citizen", async () => {
    const { token } = fullCase();
    withdraw(db, box.keys, token, NOW + 2);
    await keepRetention(db, NOW + 8 * DAY);
    const numbers = Object.values(db.select().from(cases).get()!).filter((value) => typeof value === "number");
    expect(numbers.filter((value) => value >= NOW - DAY)).toEqual([]);
  });

  it("no part of a mail's head is what stands in the case", async () => {
    const post = await openPost();
    const { id } = fullCase();
    const transport = openTransport({ smtpUrl: post.url, siteUrl: box.siteUrl, dataDir: "" });
    await sendWaitingMails(db, box.keys, transport, NOW + 3, log);
    const stored = Object.values(findCase(db, id)!).filter((value) => typeof value === "number" && value > 1e9);
    const [mail] = post.arrived;
    const head = mail?.raw.split(/\r?\n\r?\n/)[0] ?? "";
    expect(head).toMatch(/^Message-ID: /im);
    for (const value of [...stored, id]) expect(head).not.toContain(String(value));
    await post.close();
  });

  it("where somebody came from and why stays where five share it, and else not", async () => {
    const asked = ["1", "2", "3", "4", "5"].map((last) =>
      ask(db, box, { phone: `+452233445${last}`, search: { omraade: ["viby"] } }),
    );
    const lone = ask(db, box, { phone: "+4522334459", search: { omraade: ["tilst"] } });
    for (const { token } of [...asked, lone]) withdraw(db, box.keys, token, NOW);
    await keepRetention(db, NOW + 7 * DAY);
    expect([...asked, lone].map(({ id }) => findCase(db, id)?.area)).toEqual([
      ...Array.from({ length: 5 }, () => "viby"),
      null,
    ]);
  });

  it("the key and what it sealed are gone from the disk too", async () => {
    const { id, token } = fullCase();
    const { wrappedKey, sealedPerson, reference } = findCase(db, id)!;
    expect(onDisk().includes(wrappedKey!)).toBe(true);
    withdraw(db, box.keys, token, NOW);
    await keepRetention(db, NOW + 7 * DAY);
    const bytes = onDisk();
    expect([bytes.includes(wrappedKey!), bytes.includes(sealedPerson!), bytes.includes(reference)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
