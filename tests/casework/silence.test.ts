import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { endSilent } from "../../src/jobs/end-silent.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { leaveMessage } from "../../src/casework/correct.ts";
import { take } from "../../src/casework/deeds.ts";
import { reassign } from "../../src/casework/giving.ts";
import { leadOverview } from "../../src/casework/lists.ts";
import { finish, setNext } from "../../src/casework/next.ts";
import { noteNotice } from "../../src/casework/notice.ts";
import { raiseUntouched } from "../../src/casework/silence.ts";
import { findCase } from "../../src/casework/store.ts";
import { today } from "../../src/casework/today.ts";
import { openCase } from "../../src/casework/view.ts";
import { addOwnNote, ownCase } from "../../src/referrals/citizen.ts";
import { statusInWords } from "../../src/referrals/status.ts";
import { localDate } from "../../src/shared/time.ts";
import { DAY, NOW, refusalOf, waitingLetters } from "../world.ts";
import { ask, attempt, openDesk } from "./support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let lead: Viewer;
let hassan: Viewer;
let id: string;
beforeEach(() => {
  ({ db, box, maria, lead, hassan } = openDesk());
});

/** Kirsten has been talked with on day 0, and nothing is planned. */
function talkedWith(email: string | null): void {
  ({ id } = ask(db, box, { email }));
  take(db, maria, id, NOW);
  logAttempt(db, box, maria, id, attempt("reached"), NOW);
}
const day = (n: number) => NOW + n * DAY;
const nights = async (...days: number[]) => {
  for (const n of days) {
    await keepRetention(db, day(n));
    await endSilent(db, box, day(n));
  }
};
const kindsOn = (n: number) =>
  [...today(db, box.keys, maria, day(n)).due.rows, ...today(db, box.keys, maria, day(n)).waiting].map(
    ({ kind }) => kind,
  );
const notices = () => waitingLetters(db, box).filter(({ kind }) => kind === "closing-notice");
const markSent = () => db.$client.prepare("UPDATE mails SET sent_at = created_at, sealed = NULL").run();
const tokenIn = (text = "") => /\/hjaelp\/(\S+)/.exec(text)?.[1] ?? "";
const statusOf = (token: string, n: number) => {
  const own = ownCase(db, box.keys, token, day(n));
  return own && statusInWords(own, 7, day(n));
};

describe("A case that nobody touches", () => {
  beforeEach(() => talkedWith("kirsten@eksempel.dk"));

  it("comes back to the desk after two months, once, and not while something is planned", () => {
    setNext(db, maria, id, { none: "paused" }, NOW);
    expect(raiseUntouched(db, day(59))).toBe(0);
    expect(raiseUntouched(db, day(61))).toBe(1);
    expect(raiseUntouched(db, day(62))).toBe(0);
    const [task] = today(db, box.keys, maria, day(61)).due.rows;
    expect(task?.kind).toBe("untouched");
    finish(db, maria, task?.id ?? 0, day(63));
    expect(raiseUntouched(db, day(64))).toBe(0);
    expect(raiseUntouched(db, day(124))).toBe(1);
  });

  it("is left alone when a step lies ahead", () => {
    setNext(db, maria, id, { step: "follow-up", on: "2027-05-03", clock: null }, NOW);
    expect(raiseUntouched(db, day(90))).toBe(0);
  });

  it("is raised on day 60, its citizen is told on day 90 and closed on day 120; who writes then is answered", async () => {
    await nights(30, 59);
    expect(kindsOn(59)).toEqual([]);
    await nights(60);
    expect(kindsOn(60)).toEqual(["untouched"]);
    await nights(61, 75, 89);
    expect(notices()).toEqual([]);
    await nights(90);
    const [letter] = notices();
    expect(letter).toMatchObject({ to: "kirsten@eksempel.dk", subject: "Besked fra Fællesbro" });
    expect(letter?.text).toContain("lukker vi din henvendelse den 24. marts.");
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/Kirsten|FB-|Viby|Maria/);
    expect(leadOverview(db, lead, day(90)).rows).toMatchObject([{ closesOn: localDate(day(120)) }]);
    expect(kindsOn(90)).toEqual(["closes-soon"]);
    const token = tokenIn(letter?.text);
    expect(statusOf(token, 91)).toContain("lukker vi din henvendelse den 24. marts.");
    markSent();
    await nights(91, 105, 119);
    expect(findCase(db, id)?.state).toBe("taken");
    await nights(120);
    expect(notices()).toEqual([]);
    expect(findCase(db, id)).toMatchObject({ state: "closed", closeReason: "silent", closedAt: day(120) });
    expect(openCase(db, box.keys, maria, id, day(120))?.events[0]).toMatchObject({
      kind: "closed",
      actor: null,
      detail: { reason: "silent" },
    });
    expect(statusOf(token, 120)).toContain("Du kan altid skrive til os igen.");
    expect(kindsOn(120)).toEqual([]);
    addOwnNote(db, box.keys, token, "Undskyld, jeg var på hospitalet", day(125));
    expect(kindsOn(125)).toEqual(["answer"]);
  });

  it.each<[string, () => void]>([
    ["the citizen writes", () => addOwnNote(db, box.keys, tokenIn(notices()[0]?.text), "Ja tak", day(100))],
    ["a colleague takes word from them", () => leaveMessage(db, box.keys, hassan, id, "Hun ringede", day(100))],
    ["the brobygger calls", () => logAttempt(db, box, maria, id, attempt("not-reached", day(100)), day(100))],
    [
      "somebody sets a next step",
      () => setNext(db, maria, id, { step: "call", on: localDate(day(130)), clock: null }, day(100)),
    ],
    ["the lead gives it to another", () => reassign(db, lead, id, "hassan", day(100))],
  ])("stays open when %s after the notice", async (_, sign) => {
    await nights(60, 90);
    sign();
    markSent();
    expect(leadOverview(db, lead, day(100)).rows).toMatchObject([{ closesOn: null }]);
    await nights(101, 120, 125);
    expect(findCase(db, id)?.state).toBe("taken");
  });

  it("has no notice while its citizen waits for our answer: then it is our turn", async () => {
    await nights(60);
    const { token } = ask(db, box, { phone: "+4522334455", email: "ole@eksempel.dk" });
    addOwnNote(db, box.keys, token, "Er I der?", NOW);
    db.$client.prepare("UPDATE cases SET state = 'taken', brobygger_id = 'maria', first_contact_at = ?").run(NOW);
    await nights(61, 91, 95);
    expect(notices().map(({ to }) => to)).toEqual(["kirsten@eksempel.dk"]);
  });

  it("has its citizen told by a person when the mail did not get through", async () => {
    await nights(60, 90);
    db.$client.prepare("UPDATE mails SET attempts = 10, last_error = 'EENVELOPE 550'").run();
    await nights(91);
    expect(kindsOn(91)).toEqual(["give-notice"]);
    await nights(92, 120, 130);
    expect(findCase(db, id)?.state).toBe("taken");
  });

  it("is not closed while the mail still waits", async () => {
    await nights(60, 90, 120, 121);
    expect(findCase(db, id)?.state).toBe("taken");
    expect(kindsOn(121)).toEqual(["give-notice"]);
  });
});

describe("A citizen to whom the site cannot write", () => {
  const told = (n: number, on = localDate(day(n)), by = maria) => noteNotice(db, by, id, { how: "letter", on }, day(n));
  beforeEach(async () => {
    talkedWith(null);
    await nights(60, 90);
  });

  it("is told by the brobygger, and never closed before that was noted", async () => {
    expect(notices()).toEqual([]);
    expect(kindsOn(90)).toEqual(["give-notice"]);
    await nights(91, 120, 150, 200);
    expect(findCase(db, id)?.state).toBe("taken");
    expect(kindsOn(200)).toEqual(["give-notice"]);
  });

  it("has a month from the day on which that was done", async () => {
    told(95, localDate(day(93)));
    expect(openCase(db, box.keys, maria, id, day(95))?.events[0]).toMatchObject({
      kind: "notice-given",
      actor: "Maria",
      detail: { how: "letter", closesOn: localDate(day(123)) },
    });
    await nights(96, 122);
    expect(findCase(db, id)?.state).toBe("taken");
    await nights(123);
    expect(findCase(db, id)?.closeReason).toBe("silent");
  });

  it("is told by whoever has the case, on a day that can be", () => {
    expect(refusalOf(() => told(95, localDate(day(95)), hassan))).toBe("notYourCase");
    expect(refusalOf(() => told(95, localDate(day(96))))).toBe("on: notYet");
    expect(refusalOf(() => told(95, localDate(day(89))))).toBe("on: noticeTooEarly");
    told(95);
    expect(refusalOf(() => told(96))).toBe("notPossibleNow");
  });
});

describe("A citizen whom nobody has reached", () => {
  it("gets no notice: who waits for the first call is not asked whether they still want it", async () => {
    ({ id } = ask(db, box, { email: "kirsten@eksempel.dk" }));
    take(db, maria, id, NOW);
    await nights(60, 90, 120, 130);
    expect(notices()).toEqual([]);
    expect(findCase(db, id)?.state).toBe("taken");
  });
});
