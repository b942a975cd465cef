import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { writeSetting } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { askForLapsed, noteYes } from "../../src/casework/consents.ts";
import { addNote, logAttempt } from "../../src/casework/contact.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { caseAsFile, deliver, newestEvent } from "../../src/casework/delivery.ts";
import { eraseWhatIsDue, erasedSoon, stepsOfErasure, tellOfErasure } from "../../src/casework/retention.ts";
import { today } from "../../src/casework/today.ts";
import { openCase } from "../../src/casework/view.ts";
import { noteWorry } from "../../src/casework/worry.ts";
import { addOwnNote } from "../../src/referrals/citizen.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { DAY, NOW, refusalOf } from "../world.ts";
import { ask, attempt, openDesk } from "./support.ts";

const RECEIPT = { json: "a".repeat(64), pdf: "b".repeat(64) };
const MONTH = 30.4375 * DAY;

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let lead: Viewer;
let id: string;
let token: string;
beforeEach(() => {
  ({ db, box, maria, lead } = openDesk());
  ({ id, token } = ask(db, box));
  take(db, maria, id, NOW);
  logAttempt(db, box, maria, id, attempt("reached"), NOW);
});

const kindsOn = (now: number) => today(db, box.keys, maria, now).due.rows.map(({ kind }) => kind);
const end = () => close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);

describe("Before a case is erased", () => {
  it("its brobygger is told within two weeks of it, once, and a lead sees what goes", () => {
    end();
    const due = NOW + 12 * MONTH;
    expect(tellOfErasure(db, due - 15 * DAY)).toBe(0);
    expect(erasedSoon(db, lead, due - 15 * DAY)).toEqual([]);
    expect(tellOfErasure(db, due - 13 * DAY)).toBe(1);
    expect(tellOfErasure(db, due - 12 * DAY)).toBe(0);
    expect(kindsOn(due - 12 * DAY)).toEqual(["erased-soon"]);
    expect(erasedSoon(db, lead, due - 13 * DAY)).toMatchObject([{ brobygger: "Maria", waitsForDelivery: false }]);
    expect(erasedSoon(db, maria, due - 13 * DAY)).toEqual([]);
    expect(eraseWhatIsDue(db, due - 1)).toBe(0);
    expect(eraseWhatIsDue(db, due)).toBe(1);
  });

  it("it is handed over first where the controller says so, and a citizen's no is erased all the same", () => {
    writeSetting(db, "handOverFirst", 1);
    end();
    const due = NOW + 12 * MONTH;
    expect(eraseWhatIsDue(db, due)).toBe(0);
    expect(erasedSoon(db, lead, due)).toMatchObject([{ waitsForDelivery: true }]);
    const view = openCase(db, box.keys, maria, id, due);
    expect(view?.delivery).toEqual({ at: null, isWanted: true });
    const handed = { seen: view ? newestEvent(view) : 0, receipt: RECEIPT };
    const file = view && JSON.stringify(caseAsFile(view));
    expect(file).toContain("Kirsten Sørensen");
    expect(refusalOf(() => deliver(db, lead, id, handed, due))).toBe("notYourCase");
    expect(refusalOf(() => deliver(db, maria, id, { ...handed, seen: handed.seen - 1 }, due))).toBe("newInCase");
    deliver(db, maria, id, handed, due);
    expect(openCase(db, box.keys, maria, id, due)?.events[0]).toMatchObject({
      kind: "delivered",
      actor: "Maria",
      detail: RECEIPT,
    });
    expect(eraseWhatIsDue(db, due)).toBe(1);
  });

  it("it is looked at once more: who writes while the night looks for what is due is kept", () => {
    end();
    const due = NOW + 12 * MONTH;
    const [ids] = stepsOfErasure(db, due);
    expect(ids).toEqual([id]);
    addOwnNote(db, box.keys, token, "Er I der?", due);
    expect(eraseWhatIsDue(db, due, ids)).toBe(0);
  });

  it("each controller's own time holds", () => {
    writeSetting(db, "retentionClosedMonths", 1, "frivilligcenter");
    end();
    expect(eraseWhatIsDue(db, NOW + 2 * MONTH)).toBe(0);
    db.$client.prepare("UPDATE teams SET controller_id = 'frivilligcenter'").run();
    expect(eraseWhatIsDue(db, NOW + 2 * MONTH)).toBe(1);
  });
});

describe("A yes to pass something on", () => {
  it("lapses after a year, and is asked for anew, once", () => {
    noteYes(db, box.keys, maria, id, { kind: "share-with-association", how: "oral" }, NOW);
    const year = NOW + 365 * DAY;
    expect(askForLapsed(db, year - DAY)).toBe(0);
    expect(askForLapsed(db, year)).toBe(1);
    expect(askForLapsed(db, year + DAY)).toBe(0);
    expect(kindsOn(year)).toContain("renew-consent");
    noteYes(db, box.keys, maria, id, { kind: "share-with-association", how: "oral" }, year + DAY);
    expect(kindsOn(year + DAY)).not.toContain("renew-consent");
    expect(askForLapsed(db, year + 2 * DAY)).toBe(0);
  });

  it("that is asked for anew is no next step: the case still needs one", () => {
    noteYes(db, box.keys, maria, id, { kind: "share-with-association", how: "oral" }, NOW);
    askForLapsed(db, NOW + 365 * DAY);
    expect(today(db, box.keys, maria, NOW + 365 * DAY).bare.map(({ caseId }) => caseId)).toEqual([id]);
  });
});

describe("The first talk", () => {
  const referred = () => {
    db.$client.prepare("UPDATE cases SET door = 'colleague', informed_at = NULL, first_contact_at = NULL").run();
  };

  it("begins with who we are: nothing of it is written down before that was said", () => {
    referred();
    expect(openCase(db, box.keys, maria, id, NOW)?.toSay).toMatchObject({ months: 12 });
    const talked = (informed: boolean) =>
      refusalOf(() => logAttempt(db, box, maria, id, attempt("reached", NOW, { note: "Vil synge", informed }), NOW));
    expect(talked(false)).toBe("note: tellFirst");
    expect(refusalOf(() => addNote(db, box.keys, maria, id, "Vil synge", NOW))).toBe("note: tellFirst");
    expect(talked(true)).toBeNull();
    const view = openCase(db, box.keys, maria, id, NOW);
    expect(view?.toSay).toBeNull();
    expect(view?.events.map(({ kind }) => kind)).toContain("informed");
  });

  it("may be told of when nobody answered", () => {
    referred();
    const note = attempt("not-reached", NOW, { note: "Telefonsvarer" });
    expect(refusalOf(() => logAttempt(db, box, maria, id, note, NOW))).toBeNull();
    expect(openCase(db, box.keys, maria, id, NOW)?.toSay).not.toBeNull();
  });
});

it("Who is worried writes what was done, and is asked to call again on the next working day", () => {
  noteWorry(db, box.keys, maria, id, { did: "called-doctor", note: "Talte med lægevagten kl. 14" }, NOW);
  const view = openCase(db, box.keys, maria, id, NOW);
  expect(view?.events[0]).toMatchObject({ detail: { did: "called-doctor" }, text: "Talte med lægevagten kl. 14" });
  expect(view?.tasks).toMatchObject([{ kind: "call", dueOn: "2026-11-25" }]);
  expect(refusalOf(() => noteWorry(db, box.keys, lead, id, { did: "talked", note: "" }, NOW))).toBe("notYourCase");
});
