import { beforeEach, describe, expect, it } from "vitest";
import { writeSetting } from "../../db/settings.ts";
import { addNote } from "../../src/casework/contact.ts";
import { deliver } from "../../src/casework/delivery.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { copyFor, pickedOf } from "../../src/casework/person-copy.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import {
  answerBy,
  askByRight,
  eraseByRight,
  erasuresAsked,
  giveCopy,
  openRequests,
  refuseErasure,
} from "../../src/casework/rights.ts";
import { openTasks } from "../../src/casework/tasks.ts";
import { openCase } from "../../src/casework/view.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { DAY, NOW, refusalOf, waitingLetters } from "../world.ts";
import { ask, attempt, openDesk } from "./support.ts";

const KIRSTENS = { phone: "+4541860900", email: "kirsten@eksempel.dk" };
let desk: ReturnType<typeof openDesk>;
let id: string;
beforeEach(() => {
  desk = openDesk();
  id = ask(desk.db, desk.box, KIRSTENS).id;
  take(desk.db, desk.maria, id, NOW);
});
const caseOf = (which = id) => desk.db.query.cases.findFirst({ where: (row, { eq }) => eq(row.id, which) }).sync();
const asked = () => erasuresAsked(desk.db, desk.box.keys, desk.lead);
const erase = (request = asked()[0]?.id ?? "") => eraseByRight(desk.db, desk.box, desk.lead, request, NOW);

describe("A citizen who asks to be erased", () => {
  it("is seen by the lead by number alone, with the day of the answer, and once however often it was asked", () => {
    for (let i = 0; i < 2; i++) askByRight(desk.db, desk.maria, id, "erase", NOW);
    expect(asked()).toMatchObject([
      {
        reference: caseOf()?.reference,
        team: "Folkesundhed Aarhus",
        brobygger: "Maria",
        askedAt: NOW,
        also: [],
        hasMail: true,
        waitsForDelivery: false,
      },
    ]);
    expect(answerBy(NOW)).toBe(NOW + 28 * DAY);
    expect(erasuresAsked(desk.db, desk.box.keys, desk.maria)).toEqual([]);
  });

  it("is gone from every case of the controller at once, hears of it by mail, and stays with another controller", () => {
    const second = ask(desk.db, desk.box, { ...KIRSTENS, email: null }).id;
    const elsewhere = ask(desk.db, desk.box, KIRSTENS).id;
    desk.db.$client.prepare("UPDATE cases SET team_id = 'andre' WHERE id = ?").run(elsewhere);
    askByRight(desk.db, desk.maria, id, "erase", NOW);
    expect(asked()[0]?.also).toEqual([caseOf(second)?.reference]);
    const before = waitingLetters(desk.db, desk.box).length;
    erase();
    for (const gone of [id, second]) expect(caseOf(gone)).toMatchObject({ wrappedKey: null, state: "closed" });
    expect(caseOf(elsewhere)?.wrappedKey).not.toBeNull();
    expect(asked()).toEqual([]);
    const mail = waitingLetters(desk.db, desk.box)[before];
    expect(mail).toMatchObject({ to: "kirsten@eksempel.dk", kind: "erased" });
    expect(`${mail?.subject} ${mail?.text}`).not.toMatch(/Kirsten|brobygger|FB-/);
    expect(desk.db.query.audit.findMany().sync().at(-1)).toMatchObject({
      kind: "erased-by-right",
      detail: { cases: 2 },
    });
  });

  it("takes nobody along who only shares the number", () => {
    const husband = ask(desk.db, desk.box, { ...KIRSTENS, name: "Helge Sørensen", email: null }).id;
    askByRight(desk.db, desk.maria, id, "erase", NOW);
    expect(asked()[0]?.also).toEqual([]);
    erase();
    expect(caseOf(husband)?.wrappedKey).not.toBeNull();
  });

  it("stays until the controller's own records have the course, where they have to", () => {
    writeSetting(desk.db, "handOverFirst", 1);
    logAttempt(desk.db, desk.box, desk.maria, id, attempt("reached"), NOW);
    close(desk.db, desk.box.keys, desk.maria, id, { reason: "finished", note: "" }, NOW);
    askByRight(desk.db, desk.maria, id, "erase", NOW);
    expect(asked()[0]?.waitsForDelivery).toBe(true);
    expect(refusalOf(() => erase())).toBe("deliverFirst");
    const seen = desk.db.query.caseEvents.findMany().sync().at(-1)?.id ?? 0;
    deliver(desk.db, desk.maria, id, { seen, receipt: { json: "a", pdf: "b" } }, NOW);
    erase();
    expect(caseOf()?.wrappedKey).toBeNull();
  });

  it("is told by the brobygger when a law keeps it, and may ask anew", () => {
    askByRight(desk.db, desk.maria, id, "erase", NOW);
    refuseErasure(desk.db, desk.lead, asked()[0]?.id ?? "", "record-duty", NOW);
    expect(asked()).toEqual([]);
    expect(openTasks(desk.db, id).map(({ kind, doerId }) => [kind, doerId])).toContainEqual(["tell-no", "maria"]);
    expect(openCase(desk.db, desk.box.keys, desk.maria, id, NOW)?.noToTell).toBe("record-duty");
    askByRight(desk.db, desk.maria, id, "erase", NOW);
    expect(asked()).toHaveLength(1);
  });

  it("is not erased by a brobygger, by the lead of others, or twice", () => {
    askByRight(desk.db, desk.maria, id, "erase", NOW);
    const request = asked()[0]?.id ?? "";
    for (const viewer of [desk.maria, desk.stranger])
      expect(refusalOf(() => eraseByRight(desk.db, desk.box, viewer, request, NOW))).toBe("notYours");
    erase(request);
    expect(refusalOf(() => erase(request))).toBe("notYours");
    expect(refusalOf(() => askByRight(desk.db, desk.hassan, id, "erase", NOW))).toBe("notYourCase");
  });
});

describe("A citizen who asks for a copy", () => {
  it("waits as a task of the brobygger, until the copy was given", () => {
    askByRight(desk.db, desk.maria, id, "copy", NOW);
    expect(openTasks(desk.db, id).map(({ kind }) => kind)).toContain("copy");
    giveCopy(desk.db, desk.maria, id, NOW);
    expect(openTasks(desk.db, id).map(({ kind }) => kind)).not.toContain("copy");
    expect(openRequests(desk.db, id)).toEqual([]);
  });

  it("gets what was picked of it, and nothing of others unless somebody said so", () => {
    const other = ask(desk.db, desk.box, {
      forWhom: "other",
      phone: "+4522334455",
      relativeName: "Mette Krog",
      relativeEmail: "mette@eksempel.dk",
      saidYes: true,
    }).id;
    take(desk.db, desk.maria, other, NOW);
    const view = openCase(desk.db, desk.box.keys, desk.maria, other, NOW);
    if (!view) throw new Error("Maria has it");
    const all = view.events.map((event) => `med=${event.id}`).join("&");
    const said = (query: string) =>
      JSON.stringify(copyFor(view, pickedOf(new URLSearchParams(query)), vocabularyOf(desk.db), String));
    expect(said(all)).not.toMatch(/Mette|Maria/);
    expect(said(all)).toContain("tog sagen");
    expect(said("")).not.toContain("tog sagen");
    expect(said(`${all}&paaroerende=on&navne=on`)).toMatch(/Mette Krog.*Maria/);
  });

  it("gets a note that was set apart in no form, and is told that something is left out", () => {
    logAttempt(desk.db, desk.box, desk.maria, id, attempt("reached", NOW, { informed: true }), NOW);
    addNote(desk.db, desk.box.keys, desk.maria, id, "Naboen Per ringede", NOW);
    const view = openCase(desk.db, desk.box.keys, desk.maria, id, NOW);
    const note = view?.events.find(({ text }) => text?.includes("Per"))?.id;
    const others = view?.events.flatMap((event) => (event.id === note ? [] : [`med=${event.id}`])).join("&");
    const copy = view && copyFor(view, pickedOf(new URLSearchParams(others)), vocabularyOf(desk.db), String);
    expect(JSON.stringify(copy)).not.toContain("Per");
    expect(copy?.isLeftOut).toBe(true);
  });
});
