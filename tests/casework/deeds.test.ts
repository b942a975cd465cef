import { find } from "../../src/casework/find.ts";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { caseEvents, caseReadings, cases, consents } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addNote, logAttempt } from "../../src/casework/contact.ts";
import { close, reopen, take } from "../../src/casework/deeds.ts";
import { handOver, reassign } from "../../src/casework/giving.ts";
import { register, type Registration } from "../../src/casework/register.ts";
import { addOwnNote, ownCase, withdraw } from "../../src/referrals/citizen.ts";
import { leadOverview, myCases, myClosedCases, myWithdrawn, newCases } from "../../src/casework/lists.ts";
import { openCase } from "../../src/casework/view.ts";
import { findCase } from "../../src/casework/store.ts";
import { DAY, HOUR } from "../../src/shared/time.ts";
import { ask, attempt, openDesk } from "./support.ts";
import { NOW, refusalOf, TEAM, waitingLetters } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let lead: Viewer;
let stranger: Viewer;
beforeEach(() => {
  ({ db, box, maria, hassan, lead, stranger } = openDesk());
});

const eventsOf = (id: string) => db.select().from(caseEvents).where(eq(caseEvents.caseId, id)).all();
const readingsOf = (id: string) => db.select().from(caseReadings).where(eq(caseReadings.caseId, id)).all();
const reached = (happenedAt = NOW) => attempt("reached", happenedAt);

describe("A new request", () => {
  it("is seen by the whole team and by nobody else", () => {
    const { id } = ask(db, box);
    expect(
      [maria, hassan, lead].map((viewer) => newCases(db, box.keys, viewer, NOW).rows.map((line) => line.id)),
    ).toEqual([[id], [id], [id]]);
    expect(newCases(db, box.keys, stranger, NOW).rows).toEqual([]);
    expect(openCase(db, box.keys, stranger, id, NOW)).toBeNull();
    expect(openCase(db, box.keys, hassan, id, NOW)?.person.name).toBe("Kirsten Sørensen");
  });

  it("stands in the list by first name, the oldest first", () => {
    ask(db, box, { name: "Ole Hansen" }, NOW);
    ask(db, box, { name: "Birthe Lund" }, NOW - DAY);
    expect(newCases(db, box.keys, maria, NOW).rows.map((line) => line.firstName)).toEqual(["Birthe", "Ole"]);
  });

  it("is taken by one: whoever comes second is told", () => {
    const { id } = ask(db, box);
    take(db, maria, id, NOW);
    expect(refusalOf(() => take(db, hassan, id, NOW))).toBe("takenAlready");
    expect(findCase(db, id)).toMatchObject({ state: "taken", brobyggerId: "maria" });
    expect(eventsOf(id).filter((event) => event.kind === "taken")).toHaveLength(1);
  });

  it("tells a stranger nothing, not even that somebody has it", () => {
    const { id } = ask(db, box);
    take(db, maria, id, NOW);
    expect(refusalOf(() => take(db, stranger, id, NOW))).toBe("notYourCase");
    expect(refusalOf(() => take(db, stranger, "nothing", NOW))).toBe("notYourCase");
  });
});

describe("A taken case", () => {
  let id: string;
  let token: string;
  beforeEach(() => {
    ({ id, token } = ask(db, box));
    take(db, maria, id, NOW);
  });

  it("is read by its brobygger only", () => {
    expect(openCase(db, box.keys, maria, id, NOW)?.person.phone).toBe("+4541860900");
    expect([hassan, lead, stranger].map((viewer) => openCase(db, box.keys, viewer, id, NOW))).toEqual([
      null,
      null,
      null,
    ]);
    expect(myCases(db, box.keys, maria, NOW).rows).toHaveLength(1);
    expect(
      [hassan, lead].flatMap((viewer) => [
        ...newCases(db, box.keys, viewer, NOW).rows,
        ...myCases(db, box.keys, viewer, NOW).rows,
      ]),
    ).toEqual([]);
  });

  it("logs each reading, and lists once a day", () => {
    openCase(db, box.keys, maria, id, NOW);
    openCase(db, box.keys, maria, id, NOW + HOUR);
    openCase(db, box.keys, hassan, id, NOW);
    expect(readingsOf(id).map((event) => event.readerId)).toEqual(["maria", "maria"]);
    const other = ask(db, box).id;
    for (const at of [NOW, NOW + HOUR, NOW + DAY]) newCases(db, box.keys, hassan, at);
    expect(readingsOf(other).map((event) => [event.readerId, event.how, event.at])).toEqual([
      ["hassan", "list", NOW],
      ["hassan", "list", NOW + DAY],
    ]);
  });

  it("keeps when something happened apart from when it was written down", () => {
    logAttempt(db, box, maria, id, attempt("not-reached", NOW + HOUR, { note: "Optaget" }), NOW + DAY);
    const view = openCase(db, box.keys, maria, id, NOW + DAY);
    expect(view?.events[0]).toMatchObject({
      kind: "attempt",
      detail: { result: "not-reached", way: "phone" },
      happenedAt: NOW + HOUR,
      recordedAt: NOW + DAY,
      text: "Optaget",
      actor: "Maria",
    });
    expect(findCase(db, id)).toMatchObject({
      firstAttemptAt: NOW + HOUR,
      lastAttemptAt: NOW + HOUR,
      firstContactAt: null,
    });
    logAttempt(db, box, maria, id, reached(NOW + 2 * DAY), NOW + 2 * DAY);
    expect(findCase(db, id)).toMatchObject({
      firstAttemptAt: NOW + HOUR,
      lastAttemptAt: NOW + 2 * DAY,
      firstContactAt: NOW + 2 * DAY,
    });
    expect(refusalOf(() => logAttempt(db, box, maria, id, reached(NOW + HOUR), NOW))).toBe("date: notYet");
  });

  it("takes notes from its brobygger, never with a CPR number in them", () => {
    addNote(db, box.keys, maria, id, "Vil gerne synge", NOW);
    expect(openCase(db, box.keys, maria, id, NOW)?.events.map((event) => event.text)).toContain("Vil gerne synge");
    expect(refusalOf(() => addNote(db, box.keys, hassan, id, "Hej", NOW))).toBe("notYourCase");
    expect(refusalOf(() => addNote(db, box.keys, maria, id, "010190-1234", NOW))).toBe("note: cpr");
    expect(refusalOf(() => addNote(db, box.keys, maria, id, "", NOW))).toBe("note: required");
  });

  it("goes to a colleague of the team, and is then no longer read by the first", () => {
    handOver(db, maria, id, "hassan", NOW);
    expect(openCase(db, box.keys, hassan, id, NOW)?.mine).toBe(true);
    expect(openCase(db, box.keys, maria, id, NOW)).toBeNull();
    expect(refusalOf(() => handOver(db, maria, id, "birgitte", NOW))).toBe("notYourCase");
    expect(refusalOf(() => handOver(db, hassan, id, "olga", NOW))).toBe("to: unknown");
    expect(refusalOf(() => handOver(db, hassan, id, "nobody", NOW))).toBe("to: unknown");
    expect(refusalOf(() => handOver(db, hassan, id, "hassan", NOW))).toBe("to: unknown");
  });

  it("is moved by the lead without being read", () => {
    expect(leadOverview(db, lead, NOW).rows).toMatchObject([
      { id, state: "taken", brobygger: "Maria", waited: 0, late: false },
    ]);
    expect(JSON.stringify(leadOverview(db, lead, NOW).rows)).not.toContain("Kirsten");
    reassign(db, lead, id, "hassan", NOW);
    expect(findCase(db, id)?.brobyggerId).toBe("hassan");
    expect(readingsOf(id)).toEqual([]);
    expect(refusalOf(() => reassign(db, maria, id, "maria", NOW))).toBe("notYourCase");
    expect(leadOverview(db, maria, NOW).rows).toEqual([]);
  });

  it("is closed for a reason, and can be opened again by the same brobygger", () => {
    close(db, box.keys, maria, id, { reason: "outside-target-group", note: "Henvist til Frivilligcentret" }, NOW);
    expect(findCase(db, id)).toMatchObject({ state: "closed", closeReason: "outside-target-group", closedAt: NOW });
    expect(myClosedCases(db, box.keys, maria, NOW).rows).toMatchObject([{ id, closeReason: "outside-target-group" }]);
    expect(refusalOf(() => addNote(db, box.keys, maria, id, "Mere", NOW))).toBe("notYourCase");
    expect(refusalOf(() => reopen(db, hassan, id, NOW))).toBe("notYourCase");
    reopen(db, maria, id, NOW + 1);
    expect(findCase(db, id)).toMatchObject({ state: "taken", closeReason: null, closedAt: null });
    expect(eventsOf(id).map((event) => event.kind)).toEqual(["created", "taken", "closed", "reopened"]);
  });

  it("shows the brobygger what the citizen wrote since", () => {
    addOwnNote(db, box.keys, token, "Jeg kan alligevel ikke om onsdagen", NOW + HOUR);
    expect(openCase(db, box.keys, maria, id, NOW + HOUR)?.events[0]).toMatchObject({
      kind: "citizen-note",
      actor: null,
      text: "Jeg kan alligevel ikke om onsdagen",
    });
  });

  it("is out of sight when the citizen says no; the brobygger sees the reference only", () => {
    const { reference } = findCase(db, id)!;
    withdraw(db, box.keys, token, NOW);
    withdraw(db, box.keys, token, NOW + 1);
    expect(openCase(db, box.keys, maria, id, NOW)).toBeNull();
    expect(myCases(db, box.keys, maria, NOW).rows).toEqual([]);
    expect(myWithdrawn(db, box.keys, maria, NOW)).toEqual([{ reference, toCall: [] }]);
    expect(ownCase(db, box.keys, token, NOW)).toMatchObject({ state: "withdrawn", mayWithdraw: false });
    expect(eventsOf(id).filter((event) => event.kind === "withdrawn")).toHaveLength(1);
    expect(refusalOf(() => addOwnNote(db, box.keys, token, "Hej", NOW))).toBe("linkGone");
    expect(refusalOf(() => logAttempt(db, box, maria, id, reached(), NOW))).toBe("notYourCase");
  });
});

describe("Somebody who calls, comes by or has a letter", () => {
  const person: Registration = {
    teamId: TEAM,
    door: "phone",
    name: "Bent",
    phone: "+4522334455",
    email: null,
    area: "hasle",
    wishes: "Vil spise med andre",
    whenToCall: null,
    mayLeaveMessage: true,
    saidYes: true,
    keep: true,
  };

  it("is registered by a brobygger, and counts as reached", () => {
    const id = register(db, box, maria, person, NOW);
    expect(findCase(db, id)).toMatchObject({
      state: "taken",
      brobyggerId: "maria",
      door: "phone",
      area: "hasle",
      firstContactAt: NOW,
    });
    expect(db.select().from(consents).all()).toMatchObject([
      { kind: "call-and-store", how: "oral", notedById: "maria" },
      { kind: "message", how: "oral", notedById: "maria" },
    ]);
    expect(eventsOf(id).map((event) => [event.kind, event.actorId])).toEqual([
      ["created", "maria"],
      ["taken", "maria"],
    ]);
  });

  it("can be left to the team", () => {
    const id = register(db, box, maria, { ...person, keep: false }, NOW);
    expect(newCases(db, box.keys, hassan, NOW).rows.map((line) => line.id)).toEqual([id]);
  });

  it("is not contacted yet when a letter came, and is asked later", () => {
    const id = register(db, box, maria, { ...person, door: "letter", saidYes: false }, NOW);
    expect(findCase(db, id)).toMatchObject({ firstContactAt: null, firstAttemptAt: null });
    expect(db.select().from(consents).all()).toEqual([]);
  });

  it("must have said yes when spoken to, and be reachable when not", () => {
    expect(refusalOf(() => register(db, box, maria, { ...person, saidYes: false }, NOW))).toBe("saidYes: theirYes");
    expect(refusalOf(() => register(db, box, maria, { ...person, door: "letter", phone: null }, NOW))).toBe(
      "phone: phoneOrEmailTheirs",
    );
    expect(refusalOf(() => register(db, box, stranger, person, NOW))).toBe("teamId: unknown");
    expect(refusalOf(() => register(db, box, maria, { ...person, wishes: "010190-1234" }, NOW))).toBe("wishes: cpr");
    expect(db.select().from(cases).all()).toEqual([]);
  });

  it("is found again by the number, by those who may read the case", () => {
    const id = register(db, box, maria, person, NOW);
    expect(find(db, box.keys, maria, { contact: "+4522334455" })[0]?.id).toBe(id);
    expect(find(db, box.keys, hassan, { contact: "+4522334455" })).toEqual([{ id, readable: false }]);
    const again = ask(db, box, { phone: "+4522334455" }).id;
    expect(openCase(db, box.keys, hassan, again, NOW)?.sameNumber).toMatchObject([{ id, readable: false }]);
  });

  it("gets the link by mail", () => {
    const id = register(db, box, maria, { ...person, email: "bent@eksempel.dk" }, NOW);
    const [letter] = waitingLetters(db, box);
    const token = letter?.text.match(/hjaelp\/(\S+)/)?.[1] ?? "";
    expect(ownCase(db, box.keys, token, NOW)?.reference).toBe(findCase(db, id)?.reference);
    expect(letter?.text).not.toContain("Bent");
  });
});

it("A citizen whom a relative wrote for gets the link after the first talk, not before", () => {
  const { id } = ask(db, box, { forWhom: "other", saidYes: true, email: "far@eksempel.dk" });
  take(db, maria, id, NOW);
  logAttempt(db, box, maria, id, attempt("not-reached", NOW), NOW);
  expect(waitingLetters(db, box)).toEqual([]);
  logAttempt(db, box, maria, id, reached(), NOW);
  logAttempt(db, box, maria, id, reached(), NOW);
  expect(waitingLetters(db, box).map((letter) => [letter.to, letter.kind])).toEqual([["far@eksempel.dk", "help-link"]]);
});
