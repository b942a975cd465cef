import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { readInEmergency } from "../../src/casework/emergency.ts";
import { leadOverview } from "../../src/casework/lists.ts";
import { readingsFor } from "../../src/casework/readings.ts";
import { findCase } from "../../src/casework/store.ts";
import { setNext } from "../../src/casework/next.ts";
import { today } from "../../src/casework/today.ts";
import { openCase } from "../../src/casework/view.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addOwnNote, withdraw } from "../../src/referrals/citizen.ts";
import { DAY, HOUR } from "../../src/shared/time.ts";
import { addPerson, NOW, refusalOf } from "../world.ts";
import { ask, attempt, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let lead: Viewer;
let otherLead: Viewer;
let id: string;
let token: string;
beforeEach(() => {
  ({ db, box, maria, hassan, lead } = openDesk());
  otherLead = addPerson(db, "Else", "lead", "andre");
  ({ id, token } = ask(db, box));
  take(db, maria, id, NOW);
});

describe("A lead who has to read somebody's case", () => {
  it("says why, reads it for an hour and changes nothing, and its brobygger is told", () => {
    expect(openCase(db, box.keys, lead, id, NOW)).toBeNull();
    readInEmergency(db, box.keys, lead, id, "Naboen ringer: hun svarer ikke på døren.", NOW);
    expect(openCase(db, box.keys, lead, id, NOW + HOUR - 1)).toMatchObject({
      mine: false,
      person: { name: "Kirsten Sørensen" },
    });
    expect(openCase(db, box.keys, lead, id, NOW + HOUR)).toBeNull();
    expect(refusalOf(() => logAttempt(db, box, lead, id, attempt("reached"), NOW))).toBe("notYourCase");
    expect(today(db, box.keys, maria, NOW).due.rows.map(({ kind }) => kind)).toContain("told");
    const view = openCase(db, box.keys, maria, id, NOW);
    expect(view?.events[0]).toMatchObject({
      kind: "read-in-emergency",
      actor: "Birgitte",
      text: "Naboen ringer: hun svarer ikke på døren.",
    });
    expect(view?.readings.map(({ reader }) => reader)).toContain("Birgitte");
  });

  it("reads it no more once the citizen has said no", () => {
    readInEmergency(db, box.keys, lead, id, "Hun svarer ikke på døren.", NOW);
    withdraw(db, box.keys, token, NOW);
    expect(openCase(db, box.keys, lead, id, NOW)).toBeNull();
  });

  it("is of the team, and nobody else", () => {
    for (const viewer of [hassan, otherLead, maria])
      expect(refusalOf(() => readInEmergency(db, box.keys, viewer, id, "Nysgerrig", NOW))).toBe("notYourCase");
  });
});

describe("What a lead sees of the team's cases", () => {
  const linesOf = (at: number) => leadOverview(db, lead, at).rows.map(({ state, late }) => [state, late]);

  it("is late when a step is, also after the first call", () => {
    logAttempt(db, box, maria, id, attempt("reached"), NOW);
    setNext(db, maria, id, { step: "call", on: "2026-11-26", clock: null }, NOW);
    expect(linesOf(NOW + 2 * DAY)).toEqual([["taken", false]]);
    expect(linesOf(NOW + 3 * DAY)).toEqual([["taken", true]]);
  });

  it("holds a closed case whose citizen writes when its brobygger is gone", () => {
    close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);
    expect(linesOf(NOW)).toEqual([]);
    db.$client.prepare("DELETE FROM memberships WHERE user_id = 'maria'").run();
    addOwnNote(db, box.keys, token, "Hej igen", NOW + DAY);
    expect(linesOf(NOW + DAY)).toEqual([["closed", false]]);
  });
});

it("Who wrote still waits for an answer when the next step is chosen", () => {
  addOwnNote(db, box.keys, token, "Jeg er flyttet", NOW);
  setNext(db, maria, id, { step: "call", on: "2026-11-26", clock: null }, NOW);
  expect(today(db, box.keys, maria, NOW).due.rows.map(({ kind }) => kind)).toEqual(["answer"]);
});

describe("Who read what", () => {
  it("is seen by the lead of the team and the data officer, with the number alone, and by nobody else", () => {
    openCase(db, box.keys, maria, id, NOW + 1);
    const dorte = addPerson(db, "Dorte", "data-officer");
    for (const viewer of [lead, dorte]) {
      const { rows } = readingsFor(db, viewer, 1);
      expect(rows[0]).toEqual({
        reference: findCase(db, id)?.reference,
        team: "Folkesundhed Aarhus",
        reader: "Maria",
        at: NOW + 1,
        how: "case",
      });
    }
    for (const viewer of [maria, otherLead, addPerson(db, "Ellen", "editor"), null])
      expect(readingsFor(db, viewer, 1).total).toBe(0);
  });
});
