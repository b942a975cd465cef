import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { addNote, logAttempt } from "../../src/casework/contact.ts";
import { close, reopen, take } from "../../src/casework/deeds.ts";
import { handOver, reassign } from "../../src/casework/giving.ts";
import { finish, setNext } from "../../src/casework/next.ts";
import { register } from "../../src/casework/register.ts";
import { findCase } from "../../src/casework/store.ts";
import { openTasks } from "../../src/casework/tasks.ts";
import { dueFigures, today } from "../../src/casework/today.ts";
import { openCase } from "../../src/casework/view.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { addOwnNote, withdraw } from "../../src/referrals/citizen.ts";
import { DAY, HOUR, instantOf } from "../../src/shared/time.ts";
import { ask, attempt, openDesk } from "./support.ts";
import { NOW, refusalOf, TEAM } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let lead: Viewer;
let stranger: Viewer;
beforeEach(() => {
  ({ db, box, maria, hassan, lead, stranger } = openDesk());
});

const deskOf = (viewer: Viewer, now = NOW) => today(db, box.keys, viewer, now).due.rows;
const dueOf = (viewer: Viewer, now = NOW) => deskOf(viewer, now).map(({ kind, late, caseId }) => [kind, late, caseId]);

describe("A request", () => {
  it("is a first call for the whole team, over time once the promise has run out", () => {
    const { id } = ask(db, box);
    expect([maria, hassan, lead].map((viewer) => dueOf(viewer))).toEqual(Array(3).fill([["first-call", false, id]]));
    expect(dueOf(stranger)).toEqual([]);
    const late = instantOf("2026-12-01", "09:00"); // the promise to who asks on a Tuesday is the Friday before
    expect(dueOf(maria, late)).toEqual([["first-call", true, id]]);
    expect(dueFigures(db, maria, late)).toEqual({ due: 1, late: 1 });
  });

  it("is one's own once taken", () => {
    const { id } = ask(db, box);
    take(db, maria, id, NOW);
    expect(dueOf(maria)).toEqual([["first-call", false, id]]);
    expect(dueOf(hassan)).toEqual([]);
  });

  it("who wants to be called in the afternoon comes after 12, also when others wait as long", () => {
    const later = ask(db, box, { name: "Ole", phone: "+4522334455", whenToCall: "afternoon" }).id;
    const now = ask(db, box, { name: "Lis", phone: "+4522334456", whenToCall: null }).id;
    expect(deskOf(maria).map(({ caseId, notBefore }) => [caseId, notBefore])).toEqual([
      [now, null],
      [later, "12:00"],
    ]);
    expect(deskOf(maria, NOW + 3 * HOUR).map(({ notBefore }) => notBefore)).toEqual([null, null]);
  });

  it("of somebody who called us is not lost when nobody takes it", () => {
    const person = {
      name: "Bent",
      phone: "+4522334455",
      email: null,
      area: null,
      wishes: "",
      whenToCall: null,
    } as const;
    const rest = { teamId: TEAM, door: "drop-in", mayLeaveMessage: false, saidYes: true, keep: false } as const;
    const id = register(db, box, maria, { ...person, ...rest }, NOW);
    expect(dueOf(hassan, NOW + 7 * DAY)).toEqual([["first-call", true, id]]);
  });
});

describe("What comes next", () => {
  let id: string;
  let token: string;
  beforeEach(() => {
    ({ id, token } = ask(db, box));
    take(db, maria, id, NOW);
  });

  it("is a call on the next working day when nobody answered", () => {
    const friday = instantOf("2026-11-27", "10:00");
    logAttempt(db, box, maria, id, attempt("not-reached", friday), friday);
    expect(dueOf(maria, friday)).toEqual([]);
    expect(dueOf(maria, instantOf("2026-11-30", "08:00"))).toEqual([["call", false, id]]);
    expect(dueOf(maria, instantOf("2026-12-01", "08:00"))).toEqual([["call", true, id]]);
  });

  it("has to be chosen after a talk: until then the case stands on the desk by itself", () => {
    const other = ask(db, box, { name: "Ole", phone: "+4522334455" }).id;
    logAttempt(db, box, maria, id, attempt("reached"), NOW);
    expect(dueOf(maria)).toEqual([["first-call", false, other]]);
    const bareOf = () => today(db, box.keys, maria, NOW).bare.map(({ caseId }) => caseId);
    expect(bareOf()).toEqual([id]);
    setNext(db, maria, id, { step: "trial", on: "2026-12-02", clock: null }, NOW);
    expect(dueOf(maria)).toEqual([["first-call", false, other]]);
    expect(bareOf()).toEqual([]);
    expect(today(db, box.keys, maria, NOW).waiting.map(({ kind, startsOn }) => [kind, startsOn])).toEqual([
      ["trial", "2026-12-02"],
    ]);
    expect(dueOf(maria, instantOf("2026-12-02", "08:00"))).toContainEqual(["trial", false, id]);
  });

  it("may be nothing for a stated reason, until something is planned again", () => {
    logAttempt(db, box, maria, id, attempt("reached", NOW, { next: { none: "citizen-decides" } }), NOW);
    expect(dueOf(maria, NOW + 90 * DAY)).toEqual([]);
    expect(openCase(db, box.keys, maria, id, NOW)?.noStep).toBe("citizen-decides");
    setNext(db, maria, id, { step: "call", on: "2026-12-01", clock: "13:00" }, NOW);
    expect(findCase(db, id)?.noStep).toBeNull();
  });

  it("is never a day that is gone, or none at all, or far away", () => {
    const on = (day: string) => () => setNext(db, maria, id, { step: "call", on: day, clock: null }, NOW);
    expect(refusalOf(on("2026-11-23"))).toBe("on: stepInPast");
    expect(refusalOf(on(""))).toBe("on: dayMissing");
    expect(refusalOf(on("2028-01-01"))).toBe("on: stepTooFar");
    expect(dueOf(maria)).toEqual([["first-call", false, id]]);
  });

  it("goes along to a colleague, who is told that the case came", () => {
    handOver(db, maria, id, "hassan", NOW);
    expect(dueOf(maria)).toEqual([]);
    expect(dueOf(hassan).map(([kind]) => kind)).toEqual(["taken-over", "first-call"]);
  });

  it("ends with the course, and begins with a call when it is opened again", () => {
    close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);
    expect(dueOf(maria, NOW + 30 * DAY)).toEqual([]);
    reopen(db, maria, id, NOW);
    expect(dueOf(maria)).toEqual([["call", false, id]]);
  });

  it("is gone when the citizen says no", () => {
    withdraw(db, box.keys, token, NOW);
    expect(dueOf(maria, NOW + 30 * DAY)).toEqual([]);
  });

  it("is finished by the one who does it, nobody else", () => {
    addOwnNote(db, box.keys, token, "Jeg kan ikke onsdag", NOW);
    const answer = deskOf(maria).find(({ kind }) => kind === "answer")?.id ?? 0;
    expect(refusalOf(() => finish(db, hassan, answer, NOW))).toBe("notYourCase");
    finish(db, maria, answer, NOW);
    expect(dueOf(maria)).toEqual([["first-call", false, id]]);
    expect(refusalOf(() => finish(db, maria, answer, NOW))).toBe("notYourCase");
  });
});

describe("A citizen who writes", () => {
  it("on day 29 after the last attempt is answered, not erased on day 31", async () => {
    const { id, token } = ask(db, box);
    take(db, maria, id, NOW);
    logAttempt(db, box, maria, id, attempt("not-reached"), NOW);
    addOwnNote(db, box.keys, token, "Nu er jeg hjemme igen", NOW + 29 * DAY);
    await keepRetention(db, NOW + 31 * DAY);
    expect(deskOf(maria, NOW + 31 * DAY)).toMatchObject([
      { kind: "call" },
      { kind: "answer", name: "Kirsten Sørensen" },
    ]);
    const answer = deskOf(maria, NOW + 31 * DAY).find(({ kind }) => kind === "answer")?.id ?? 0;
    finish(db, maria, answer, NOW + 32 * DAY);
    await keepRetention(db, NOW + 58 * DAY);
    expect(findCase(db, id)?.wrappedKey).not.toBeNull();
    await keepRetention(db, NOW + 59 * DAY);
    expect(findCase(db, id)?.wrappedKey).toBeNull();
  });

  it("after the end stands on the desk of whoever had the case, who can take it up again", () => {
    const { id, token } = ask(db, box);
    take(db, maria, id, NOW);
    close(db, box.keys, maria, id, { reason: "finds-own-way", note: "" }, NOW);
    addOwnNote(db, box.keys, token, "Det gik ikke alligevel", NOW + 60 * DAY);
    expect(deskOf(maria, NOW + 60 * DAY)).toMatchObject([{ kind: "answer", state: "closed", caseId: id }]);
    reopen(db, maria, id, NOW + 60 * DAY);
    expect(dueOf(maria, NOW + 60 * DAY).map(([kind]) => kind)).toEqual(["answer", "call"]);
  });

  it("three times is answered once", () => {
    const { token } = ask(db, box);
    for (const text of ["Hej", "Er der nogen?", "Hallo"]) addOwnNote(db, box.keys, token, text, NOW);
    expect(deskOf(maria).map(({ kind }) => kind)).toEqual(["answer", "first-call"]);
  });

  it("is answered by a talk, not by an attempt that nobody answered or a note", () => {
    const { id, token } = ask(db, box);
    take(db, maria, id, NOW);
    addOwnNote(db, box.keys, token, "Ring til mig", NOW);
    addNote(db, box.keys, maria, id, "Hun har skrevet", NOW);
    logAttempt(db, box, maria, id, attempt("not-reached"), NOW);
    expect(deskOf(maria).map(({ kind }) => kind)).toEqual(["answer"]);
    logAttempt(db, box, maria, id, attempt("reached", NOW, { next: { none: "paused" } }), NOW);
    expect(deskOf(maria, NOW + DAY)).toEqual([]);
  });
});

it("A lead gives on the closed case of somebody who has left, when the citizen writes", () => {
  const { id, token } = ask(db, box);
  take(db, maria, id, NOW);
  close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);
  addOwnNote(db, box.keys, token, "Hej igen", NOW + DAY);
  reassign(db, lead, id, "hassan", NOW + DAY);
  expect(dueOf(hassan, NOW + DAY).map(([kind]) => kind)).toEqual(["answer", "taken-over"]);
});

describe("The promise", () => {
  it("is settled by the first attempt, and changes no more", () => {
    const kept = ask(db, box).id;
    const broken = ask(db, box, { phone: "+4522334455" }).id;
    for (const id of [kept, broken]) take(db, maria, id, NOW);
    logAttempt(db, box, maria, kept, attempt("not-reached", NOW + DAY), NOW + DAY);
    logAttempt(db, box, maria, broken, attempt("not-reached", NOW + 8 * DAY), NOW + 8 * DAY);
    logAttempt(db, box, maria, kept, attempt("reached", NOW + 9 * DAY), NOW + 9 * DAY);
    expect([kept, broken].map((id) => findCase(db, id))).toMatchObject([
      { promiseKept: true, waitedDays: 1 },
      { promiseKept: false, waitedDays: 6 },
    ]);
  });
});

describe("After a call", () => {
  const SUNDAY = instantOf("2026-11-29", "13:00");

  it("that nobody answered on a Sunday one calls again on Monday", () => {
    const { id } = ask(db, box);
    take(db, maria, id, NOW);
    logAttempt(db, box, maria, id, attempt("not-reached", SUNDAY), SUNDAY);
    expect(openTasks(db, id).map(({ kind, startsOn }) => [kind, startsOn])).toEqual([["call", "2026-11-30"]]);
  });

  it("in which nothing new was said what was planned for a later day stands", () => {
    const { id } = ask(db, box);
    take(db, maria, id, NOW);
    setNext(db, maria, id, { step: "call", on: "2026-12-01", clock: null }, NOW);
    logAttempt(db, box, maria, id, attempt("reached"), NOW);
    expect(openTasks(db, id).map(({ kind, startsOn }) => [kind, startsOn])).toEqual([["call", "2026-12-01"]]);
    const next = { step: "trial", on: "2026-12-03", clock: null } as const;
    logAttempt(db, box, maria, id, attempt("reached", NOW, { next }), NOW);
    expect(openTasks(db, id).map(({ kind }) => kind)).toEqual(["trial"]);
  });
});
