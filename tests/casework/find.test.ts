import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { dropMark } from "../../db/marks.ts";
import { caseEvents, cases } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { addNote } from "../../src/casework/contact.ts";
import { correct, leaveMessage, strike } from "../../src/casework/correct.ts";
import { take } from "../../src/casework/deeds.ts";
import { colleaguesCase, find, MAILS_INDEXED, meantCases, readSought } from "../../src/casework/find.ts";
import { findCase } from "../../src/casework/store.ts";
import { today } from "../../src/casework/today.ts";
import { openCase } from "../../src/casework/view.ts";
import { indexCaseMails } from "../../src/jobs/index-case-mails.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { ask, openDesk } from "./support.ts";
import { NOW, refusalOf } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let stranger: Viewer;
let id: string;
beforeEach(async () => {
  ({ db, box, maria, hassan, stranger } = openDesk());
  await indexCaseMails(db, box.keys);
  ({ id } = ask(db, box, { email: "kirsten@eksempel.dk" }));
  take(db, maria, id, NOW);
});

const found = (viewer: Viewer, typed: string) => find(db, box.keys, viewer, readSought(typed))[0] ?? null;

describe("Whoever answers the phone", () => {
  it("finds a case by the number that the citizen was told to say, by phone and by mail, as people say them", () => {
    const reference = findCase(db, id)?.reference ?? "";
    const [, signs = ""] = reference.split("-");
    for (const typed of [reference, reference.toLowerCase(), `fb ${signs}`, "41 86 09 00", "+45 41860900"])
      expect([typed, found(hassan, typed)]).toEqual([typed, { id, readable: false }]);
    expect(found(hassan, " Kirsten@Eksempel.dk ")).toEqual({ id, readable: false });
    expect(found(maria, "41860900")).toEqual({ id, readable: true });
  });

  it("finds by name the own cases alone", () => {
    expect(found(maria, "kirsten s")).toEqual({ id, readable: true });
    expect(found(hassan, "kirsten s")).toBeNull();
  });

  it("of another team finds nothing, nor what the citizen has said no to", () => {
    expect(found(stranger, "41860900")).toBeNull();
    expect(found(maria, "22334455")).toBeNull();
    expect(colleaguesCase(db, stranger, id)).toBeNull();
  });

  it("is told when digits are missing, and when mails cannot be found yet", () => {
    expect(refusalOf(() => readSought("4186090"))).toBe("sought: phoneMissing1");
    dropMark(db, MAILS_INDEXED);
    expect(refusalOf(() => found(maria, "nobody@eksempel.dk"))).toBe("sought: mailsNotIndexed");
  });

  it("sees of a colleague's case who has it and nothing else, and leaves word", () => {
    expect(colleaguesCase(db, hassan, id)).toEqual({
      id,
      reference: findCase(db, id)?.reference,
      state: "taken",
      createdAt: NOW,
      brobygger: "Maria",
    });
    leaveMessage(db, box.keys, hassan, id, "Hun ringede. Hun er på sygehuset.", NOW);
    expect(today(db, box.keys, maria, NOW).due.rows.map(({ kind }) => kind)).toContain("answer");
    expect(openCase(db, box.keys, maria, id, NOW)?.events[0]).toMatchObject({
      kind: "message",
      actor: "Hassan",
      text: "Hun ringede. Hun er på sygehuset.",
    });
    expect(refusalOf(() => leaveMessage(db, box.keys, stranger, id, "Hej", NOW))).toBe("notYourCase");
  });
});

describe("A case from before mails could be found", () => {
  it("is found once the job has filled them in, which goes on where it was cut off", async () => {
    db.update(cases).set({ mailIndex: null }).run();
    dropMark(db, MAILS_INDEXED);
    dropMark(db, "case-mails-reached");
    await indexCaseMails(db, box.keys);
    expect(found(maria, "kirsten@eksempel.dk")).toEqual({ id, readable: true });
  });
});

describe("A wrong number", () => {
  const right = {
    name: "Kirsten Sørensen",
    phone: "+4522334455",
    email: null,
    whenToCall: "afternoon",
    mayLeaveMessage: true,
    area: "viby",
  } as const;

  it("is corrected: found by the new one, no longer by the old, and the old stands nowhere", () => {
    correct(db, box.keys, maria, id, right, NOW);
    expect(found(maria, "22334455")).toEqual({ id, readable: true });
    expect(found(maria, "41860900")).toBeNull();
    expect(found(maria, "kirsten@eksempel.dk")).toBeNull();
    const view = openCase(db, box.keys, maria, id, NOW);
    expect(view?.person).toMatchObject({ phone: "+4522334455", email: null, wishes: "Jeg savner nogen at gå tur med" });
    expect(view?.area).toBe("viby");
    expect(view?.events[0]).toMatchObject({
      kind: "corrected",
      detail: { fields: ["phone", "email", "area", "whenToCall", "mayLeaveMessage"] },
      text: null,
    });
  });

  it("is corrected by its brobygger alone, and never to nothing", () => {
    expect(refusalOf(() => correct(db, box.keys, hassan, id, right, NOW))).toBe("notYourCase");
    expect(refusalOf(() => correct(db, box.keys, maria, id, { ...right, phone: null }, NOW))).toBe(
      "phone: phoneOrEmailTheirs",
    );
  });
});

it("A note in the wrong case is taken out for good; that there was one stays", () => {
  addNote(db, box.keys, maria, id, "Bents søn ringede", NOW);
  const note = openCase(db, box.keys, maria, id, NOW)?.events[0];
  expect(refusalOf(() => strike(db, hassan, id, note?.id ?? 0, NOW))).toBe("notYourCase");
  strike(db, maria, id, note?.id ?? 0, NOW);
  expect(openCase(db, box.keys, maria, id, NOW)?.events[0]).toMatchObject({ kind: "note", text: null, struckAt: NOW });
  const created = db.select().from(caseEvents).where(eq(caseEvents.kind, "created")).get();
  expect(refusalOf(() => strike(db, maria, id, created?.id ?? 0, NOW))).toBe("notYourCase");
});

describe("Several who may be meant", () => {
  it("are offered to choose from, and each name that is seen is a reading", () => {
    const own = ["+4522334471", "+4522334472"].map((phone) => ask(db, box, { name: "Grethe Madsen", phone }).id);
    for (const id of own) take(db, maria, id, NOW);
    const ids = find(db, box.keys, maria, readSought("grethe")).map((one) => one.id);
    expect(ids.toSorted()).toEqual(own.toSorted());
    expect(meantCases(db, box.keys, maria, ids, NOW).map(({ name }) => name)).toEqual([
      "Grethe Madsen",
      "Grethe Madsen",
    ]);
    expect(meantCases(db, box.keys, hassan, ids, NOW)).toEqual([]);
    const readings = db.query.caseReadings.findMany().sync();
    expect(readings.filter(({ caseId }) => own.includes(caseId)).map(({ readerId }) => readerId)).toEqual([
      "maria",
      "maria",
    ]);
  });
});
