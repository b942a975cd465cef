import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { comeBack, makeCode } from "../../src/casework/code.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { correct } from "../../src/casework/correct.ts";
import { take } from "../../src/casework/deeds.ts";
import { setNext } from "../../src/casework/next.ts";
import { findCase } from "../../src/casework/store.ts";
import { addOwnNote, nextCase, ownCase, withdraw } from "../../src/referrals/citizen.ts";
import { nextInWords } from "../../src/referrals/status.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import { rotate } from "../../src/keys/rotate.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { DAY } from "../../src/shared/time.ts";
import { ask, attempt, KIRSTEN } from "./support.ts";
import { addPerson, newBox, NOW, openTown, refusalOf } from "../world.ts";

const PHONE = "+4541860900";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let id: string;
let link: string;
beforeEach(() => {
  db = openTown();
  box = newBox();
  maria = addPerson(db, "Maria Holm");
  ({ id, token: link } = ask(db, box));
  take(db, maria, id, NOW);
});

const make = (now = NOW) => makeCode(db, box.keys, maria, id, now);
const enter = (code: string, now = NOW, phone = PHONE) => comeBack(db, box.keys, phone, code, now);
const words = (token: string | null, now = NOW) => {
  const next = nextCase(db, token ?? "", NOW);
  return next && nextInWords(next, 7, now);
};

describe("Who has only a phone", () => {
  it("comes back by the number and the code, and sees what comes next", () => {
    setNext(db, maria, id, { step: "call", on: "2026-11-27", clock: "12:00" }, NOW);
    expect(words(enter(make()))).toBe("Maria ringer til dig på fredag, tidligst kl. 12.");
  });

  it("is told of a trial, of a pause and of a delay in plain words", () => {
    const token = enter(make());
    setNext(db, maria, id, { step: "trial", on: "2026-11-25", clock: "10:00" }, NOW);
    expect(words(token)).toBe("Du skal ud og prøve noget i morgen kl. 10.");
    expect(words(token, NOW + 3 * DAY)).toContain("Vi er bagud");
    setNext(db, maria, id, { step: "wait", on: "2026-12-01", clock: null }, NOW);
    expect(words(token)).toContain("ringer Maria tirsdag den 1. december");
    setNext(db, maria, id, { none: "paused" }, NOW);
    expect(words(token)).toContain("Der er ikke aftalt noget lige nu");
  });

  it("writes to the brobygger and says no there, but reads nothing of before", () => {
    const token = enter(make()) ?? "";
    expect(JSON.stringify(nextCase(db, token, NOW))).not.toContain(KIRSTEN.wishes);
    expect(ownCase(db, box.keys, token, NOW)).toBeNull();
    addOwnNote(db, box.keys, token, "Jeg kommer ti minutter senere", NOW);
    expect(ownCase(db, box.keys, link, NOW)?.notes).toMatchObject([{ text: "Jeg kommer ti minutter senere" }]);
    withdraw(db, box.keys, token, NOW);
    expect(findCase(db, id)?.state).toBe("withdrawn");
    expect(words(token)).toContain("Du har sagt nej tak");
  });

  it("is let in by no other number, no other code, and not after 14 days", () => {
    const code = make();
    const other = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    expect(enter(other)).toBeNull();
    expect(enter(code, NOW, "+4541860901")).toBeNull();
    expect(enter(code, NOW + 14 * DAY)).toBeNull();
    expect(enter(code, NOW + 14 * DAY - 1)).not.toBeNull();
  });

  it("gets a new code, and the old one ends with the page that it opened", () => {
    const old = make();
    const page = enter(old) ?? "";
    let fresh = make(NOW + 1);
    while (fresh === old) fresh = make(NOW + 1);
    expect(enter(old)).toBeNull();
    expect(nextCase(db, page, NOW)).toBeNull();
    expect(enter(fresh)).not.toBeNull();
    expect(ownCase(db, box.keys, link, NOW)).not.toBeNull();
  });

  it("is not let in by the code of a number that was corrected, nor after the erasure", async () => {
    const code = make();
    const page = enter(code) ?? "";
    const { name, email, whenToCall, mayLeaveMessage } = KIRSTEN;
    const right = { name, email, whenToCall, mayLeaveMessage, phone: "+4541860999", area: null };
    correct(db, box.keys, maria, id, right, NOW);
    expect([enter(code), enter(code, NOW, right.phone), nextCase(db, page, NOW)]).toEqual([null, null, null]);
    const another = make();
    withdraw(db, box.keys, link, NOW);
    await keepRetention(db, NOW + 8 * DAY);
    expect(enter(another, NOW + 8 * DAY, right.phone)).toBeNull();
    expect(db.select().from(cases).get()).toMatchObject({ codeIndex: null, codeUntil: null, nextTokenHash: null });
  });

  it("is let in while the keys are changed, and gets a new code after", async () => {
    const code = make();
    const both = { keys: [{ id: "k2", key: randomBytes(32) }, ...box.keys.keys] };
    expect(comeBack(db, both, PHONE, code, NOW)).not.toBeNull();
    await rotate(db.$client, both, () => {});
    expect(comeBack(db, both, PHONE, code, NOW)).toBeNull();
    expect(comeBack(db, both, PHONE, makeCode(db, both, maria, id, NOW), NOW)).not.toBeNull();
  });
});

describe("A brobygger", () => {
  it("makes a code of 6 digits in a case of her own alone, for who has a number", () => {
    expect(make()).toMatch(/^\d{6}$/);
    const { id: others } = ask(db, box, { phone: "+4541860910" });
    expect(refusalOf(() => makeCode(db, box.keys, maria, others, NOW))).toBe("notYourCase");
    const { id: byMail } = ask(db, box, { phone: null, email: "k@eksempel.dk" });
    take(db, maria, byMail, NOW);
    expect(refusalOf(() => makeCode(db, box.keys, maria, byMail, NOW))).toBe("codeNeedsPhone");
  });

  it("leaves the number and the code nowhere in the row", () => {
    const code = make();
    expect(JSON.stringify(db.select().from(cases).get())).not.toContain(code);
    logAttempt(db, box, maria, id, attempt("reached"), NOW);
    expect(findCase(db, id)?.codeIndex).toMatch(/^t:/);
  });
});
