import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { consents, consentTexts } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { noteNo, noteYes } from "../../src/casework/consents.ts";
import { consentsInForce } from "../../src/casework/yes.ts";
import { addNote, logAttempt } from "../../src/casework/contact.ts";
import { take } from "../../src/casework/deeds.ts";
import { register } from "../../src/casework/register.ts";
import { setNext } from "../../src/casework/next.ts";
import { eraseWhatIsDue } from "../../src/casework/retention.ts";
import { openTasks } from "../../src/casework/tasks.ts";
import { openPerson } from "../../src/casework/vault.ts";
import { openCase } from "../../src/casework/view.ts";
import { findCase } from "../../src/casework/store.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { ownCase, takeBackYes, withdraw } from "../../src/referrals/citizen.ts";
import { DAY } from "../../src/shared/time.ts";
import { suggestedSaid } from "../../src/texts/consents.ts";
import { ask, attempt } from "./support.ts";
import { addPerson, newBox, NOW, openTown, refusalOf, TEAM } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
beforeEach(() => {
  db = openTown();
  box = newBox();
  maria = addPerson(db, "Maria");
  hassan = addPerson(db, "Hassan");
});

function takenCase(own: Parameters<typeof ask>[2] = {}): { id: string; token: string } {
  const asked = ask(db, box, own);
  take(db, maria, asked.id, NOW);
  return asked;
}

const kindsOf = (id: string) => consentsInForce(db, id, NOW + 3).map(({ kind }) => kind);
const tasksOf = (id: string) => openTasks(db, id).map(({ kind }) => kind);
const mayLeaveMessage = (id: string) => openPerson(box.keys, findCase(db, id)!)?.mayLeaveMessage;

describe("A citizen for whom a relative wrote", () => {
  const others = { forWhom: "other" as const, saidYes: true, relativeName: "Line" };

  it("is written about only after the own yes", () => {
    const { id } = takenCase(others);
    expect(openCase(db, box.keys, maria, id, NOW)?.lacksOwnYes).toBe(true);
    expect(refusalOf(() => addNote(db, box.keys, maria, id, "Bor alene", NOW))).toBe("note: ownYesFirst");
    const spoken = attempt("reached", NOW, { note: "Vil gerne synge" });
    expect(refusalOf(() => logAttempt(db, box, maria, id, spoken, NOW))).toBe("note: ownYesFirst");
    logAttempt(db, box, maria, id, attempt("reached"), NOW);
    noteYes(db, box.keys, maria, id, { kind: "call-and-store", how: "oral" }, NOW);
    addNote(db, box.keys, maria, id, "Bor alene", NOW);
    expect(openCase(db, box.keys, maria, id, NOW)?.lacksOwnYes).toBe(false);
    expect(consentsInForce(db, id, NOW + 3)).toMatchObject([{ how: "oral", notedById: "maria" }]);
  });

  it("ends the case with a no, which is erased soon", () => {
    const { id } = takenCase(others);
    noteNo(db, box.keys, maria, id, "call-and-store", NOW);
    expect(findCase(db, id)?.state).toBe("withdrawn");
    expect([kindsOf(id), tasksOf(id)]).toEqual([[], []]);
    expect(eraseWhatIsDue(db, NOW + 8 * DAY)).toBe(1);
  });
});

describe("A yes", () => {
  it("is noted and taken back by whoever has the case, and by nobody else", () => {
    const { id } = takenCase();
    const yes = { kind: "share-with-association", how: "written" } as const;
    expect(refusalOf(() => noteYes(db, box.keys, hassan, id, yes, NOW))).toBe("notYourCase");
    noteYes(db, box.keys, maria, id, yes, NOW);
    expect(refusalOf(() => noteNo(db, box.keys, hassan, id, yes.kind, NOW))).toBe("notYourCase");
    expect(kindsOf(id)).toEqual(["call-and-store", "share-with-association"]);
    noteNo(db, box.keys, maria, id, yes.kind, NOW + 1);
    expect(kindsOf(id)).toEqual(["call-and-store"]);
  });

  it("said again stands once, and the one before stays as it was said", () => {
    const { id } = takenCase();
    const yes = { kind: "follow-up", how: "oral" } as const;
    noteYes(db, box.keys, maria, id, yes, NOW + 1);
    noteYes(db, box.keys, maria, id, yes, NOW + 2);
    expect(kindsOf(id)).toEqual(["call-and-store", "follow-up"]);
    expect(db.select().from(consents).all()).toHaveLength(3);
  });

  it("to a message lets one be left, and taken back no longer", () => {
    const { id, token } = takenCase();
    noteYes(db, box.keys, maria, id, { kind: "message", how: "oral" }, NOW);
    expect(mayLeaveMessage(id)).toBe(true);
    takeBackYes(db, box.keys, token, "message", NOW + 1);
    expect(mayLeaveMessage(id)).toBe(false);
  });

  it("to a follow-up taken back ends the follow-up that was planned, and nothing else", () => {
    const { id, token } = takenCase();
    noteYes(db, box.keys, maria, id, { kind: "follow-up", how: "oral" }, NOW);
    setNext(db, maria, id, { step: "follow-up", on: "2026-12-15", clock: null }, NOW);
    takeBackYes(db, box.keys, token, "message", NOW);
    expect(tasksOf(id)).toEqual(["follow-up"]);
    takeBackYes(db, box.keys, token, "follow-up", NOW);
    expect(tasksOf(id)).toEqual([]);
  });

  it("to pass on, taken back by the citizen, is seen to by the brobygger; twice is once", () => {
    const { id, token } = takenCase();
    noteYes(db, box.keys, maria, id, { kind: "share-with-association", how: "oral" }, NOW);
    setNext(db, maria, id, { none: "paused" }, NOW);
    for (const at of [NOW + 1, NOW + 2]) takeBackYes(db, box.keys, token, "share-with-association", at);
    expect(tasksOf(id)).toEqual(["yes-taken-back"]);
    expect(ownCase(db, box.keys, token, NOW + 2)?.consents).toMatchObject([{ kind: "call-and-store" }]);
  });

  it("is taken back with all others by a no, and not by an erasure", () => {
    const { token } = takenCase({ mayLeaveMessage: true });
    withdraw(db, box.keys, token, NOW + 1);
    expect(db.select().from(consents).all()).toMatchObject([{ withdrawnAt: NOW + 1 }, { withdrawnAt: NOW + 1 }]);
    expect(refusalOf(() => takeBackYes(db, box.keys, token, "message", NOW + 2))).toBe("linkGone");
    const other = takenCase({ phone: "+4541860911" });
    logAttempt(db, box, maria, other.id, attempt("not-reached"), NOW);
    expect(kindsOf(other.id)).toEqual(["call-and-store"]);
    expect(eraseWhatIsDue(db, NOW + 400 * DAY)).toBe(2);
    expect(db.select().from(consents).all()).toEqual([]);
    expect(findCase(db, other.id)).toMatchObject({ state: "closed", closeReason: "not-reached" });
  });
});

it("A yes that was said stands in the words that were said, not in those over a button", () => {
  const id = register(
    db,
    box,
    maria,
    {
      teamId: TEAM,
      door: "phone",
      name: "Bent",
      phone: "+4522334455",
      email: null,
      area: null,
      wishes: "",
      whenToCall: null,
      mayLeaveMessage: false,
      saidYes: true,
      keep: true,
    },
    NOW,
  );
  expect(openCase(db, box.keys, maria, id, NOW)?.consents).toMatchObject([{ how: "oral", text: suggestedSaid }]);
  const other = ask(db, box, { forWhom: "other", saidYes: true, phone: "+4522334456" });
  take(db, maria, other.id, NOW);
  expect(openCase(db, box.keys, maria, other.id, NOW)?.consents[0]?.text).not.toContain("trykker");
  db.update(consentTexts).set({ said: null }).run();
  expect(openCase(db, box.keys, maria, id, NOW)?.consents[0]?.text).not.toContain("trykker");
});
