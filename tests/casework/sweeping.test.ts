import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { caseEvents, caseReadings, cases } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { take } from "../../src/casework/deeds.ts";
import { ownCase, withdraw } from "../../src/referrals/citizen.ts";
import { newCases } from "../../src/casework/lists.ts";
import { eraseWhatIsDue } from "../../src/casework/retention.ts";
import { findCase } from "../../src/casework/store.ts";
import { requestBroom } from "../../src/casework/sweeping.ts";
import { fits, filterOf } from "../../src/sweeping/broom.ts";
import { DAY, HOUR, MINUTE } from "../../src/shared/time.ts";
import { help } from "../../src/texts/help.ts";
import { addTeam, ask } from "./support.ts";
import { addPerson, newBox, NOW, openTown, refusalOf } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let lead: Viewer;
beforeEach(() => {
  db = openTown();
  box = newBox();
  lead = addPerson(db, "Lone", "lead");
});

const find = (asked: Record<string, string>, viewer = lead, now = NOW + DAY) =>
  requestBroom.find(
    db,
    box.keys,
    viewer,
    filterOf((name) => asked[name] ?? null, now),
  );
const sweep = (ids: string[], viewer = lead) => requestBroom.sweep(db, box.keys, viewer, ids, NOW + DAY);

describe("A lead sweeps nonsense away", () => {
  it("found by words that come again, by the hour, and never by what came in after the look", async () => {
    const real = ask(db, box).id;
    const spam = [1, 2, 3].map(
      (n) =>
        ask(db, box, { name: `Robot ${n}`, wishes: "KØB billige ting nu", phone: `+454186091${n}` }, NOW + n * MINUTE)
          .id,
    );
    const later = ask(db, box, { wishes: "køb billigt", phone: "+4541860920" }, NOW + 2 * HOUR).id;
    expect(await find({ ord: "køb bil" })).toEqual([later, ...spam.toReversed()]);
    expect(await find({ ord: "rob" })).toEqual(spam.toReversed());
    expect(await find({ dag: "2026-11-24", kl: "9" })).toEqual([...spam.toReversed(), real]);
    expect(await find({ dag: "2026-11-24", kl: "10" })).toEqual([]);
    expect(await find({ ord: "køb", set: String(NOW + HOUR) })).toEqual(spam.toReversed());
  });

  it("closes them, says so in the log of each, and erases them by the rule for a no", async () => {
    const { id, token } = ask(db, box);
    expect(sweep([id, id, "findes-ikke"])).toEqual([id]);
    expect(sweep([id])).toEqual([]);
    expect(findCase(db, id)).toMatchObject({ state: "closed", closeReason: "nonsense", closedAt: NOW + DAY });
    expect(db.select().from(caseEvents).where(eq(caseEvents.kind, "closed")).all()).toMatchObject([
      { caseId: id, actorId: lead.id, detail: { reason: "nonsense" } },
    ]);
    expect(ownCase(db, box.keys, token, NOW + DAY)?.state).toBe("closed");
    expect(eraseWhatIsDue(db, NOW + 8 * DAY - 1)).toBe(0);
    expect(eraseWhatIsDue(db, NOW + 8 * DAY)).toBe(1);
    expect(requestBroom.restore(db, lead, [id], NOW + 9 * DAY)).toEqual([]);
  });

  it("takes it back until it is erased: they are new again", async () => {
    const { id } = ask(db, box);
    sweep([id]);
    expect(requestBroom.restore(db, lead, [id], NOW + 2 * DAY)).toEqual([id]);
    expect(newCases(db, box.keys, lead, NOW + 2 * DAY).rows.map((line) => line.id)).toEqual([id]);
  });

  it("never what a brobygger has taken, another team's, or without being lead", async () => {
    const maria = addPerson(db, "Maria");
    addTeam(db, "vest");
    const other = addPerson(db, "Gudrun", "lead", "vest");
    const [taken, fresh] = [ask(db, box).id, ask(db, box).id];
    take(db, maria, taken, NOW);
    expect(await find({})).toEqual([fresh]);
    expect(await find({}, other)).toEqual([]);
    expect(sweep([taken, fresh], other)).toEqual([]);
    expect(refusalOf(() => sweep([fresh], maria))).toBe("notYours");
    expect(sweep([taken, fresh])).toEqual([fresh]);
  });

  it("reads who they are, and that is logged as any reading", () => {
    const { id } = ask(db, box, { wishes: "Jeg savner nogen" });
    expect(requestBroom.show(db, box.keys, lead, [id], NOW)).toEqual([
      { id, at: NOW, title: "Kirsten Sørensen", text: "Jeg savner nogen" },
    ]);
    expect(db.select().from(caseReadings).all()).toMatchObject([{ readerId: lead.id, how: "list" }]);
  });
});

describe("The same person who asks again", () => {
  const again = (n: number, own = {}) => ask(db, box, { wishes: `Gang ${n}`, ...own }, NOW + n * MINUTE);

  it("is called for three; the fourth is a note in the first, and gets the same answer", () => {
    const first = again(0);
    again(1);
    again(2);
    const fourth = again(3);
    expect(findCase(db, fourth.id)).toMatchObject({ state: "closed", closeReason: "repeat" });
    expect(newCases(db, box.keys, lead, NOW).total).toBe(3);
    expect(ownCase(db, box.keys, first.token, NOW + HOUR)?.notes).toMatchObject([{ text: "Gang 3" }]);
    const shown = ({ token }: { token: string }) => ({
      ...ownCase(db, box.keys, token, NOW + HOUR),
      reference: "",
      notes: [],
      consents: ownCase(db, box.keys, token, NOW + HOUR)?.consents.map(({ kind }) => kind),
    });
    expect(shown(fourth)).toEqual(shown(again(4, { phone: "+4551860900" })));
    expect(shown(fourth).state).toBe("new");
  });

  it("may say no on the page of the fourth, and the brobygger reads it in the first: a stranger with the number stops no call", () => {
    const first = again(0);
    for (const n of [1, 2]) again(n);
    const fourth = again(3);
    withdraw(db, box.keys, fourth.token, NOW + HOUR);
    expect(ownCase(db, box.keys, fourth.token, NOW + HOUR)?.state).toBe("withdrawn");
    expect(ownCase(db, box.keys, first.token, NOW + HOUR)).toMatchObject({
      state: "new",
      notes: [{}, { text: help.saidNoAgain }],
    });
  });

  it("is known by the mail when there is no number, and forgotten when the first ones are closed", () => {
    const byMail = { phone: null, email: "kirsten@eksempel.dk" };
    const ids = [0, 1, 2, 3].map((n) => again(n, byMail).id);
    expect(ids.map((id) => findCase(db, id)?.state)).toEqual(["new", "new", "new", "closed"]);
    sweep(ids.slice(0, 1));
    expect(findCase(db, again(5, byMail).id)?.state).toBe("new");
  });

  it("is erased as a no is: nothing is kept twice", () => {
    for (const n of [0, 1, 2, 3]) again(n);
    expect(eraseWhatIsDue(db, NOW + 9 * DAY)).toBe(1);
    expect(
      db
        .select()
        .from(cases)
        .all()
        .filter(({ wrappedKey }) => wrappedKey === null),
    ).toMatchObject([{ closeReason: "repeat" }]);
  });
});

it.each([
  ["Køb billige ting", ["køb"], true],
  ["Køb billige ting", ["ting", "bil"], true],
  ["Køb billige ting", ["illige"], false],
  ["mail@ond.dk", ["mail@o"], true],
  ["", ["x"], false],
  ["hvad som helst", [], true],
])("%j has the words %j: %s", (text, words, has) => {
  expect(fits(text, words)).toBe(has);
});
