import { beforeEach, describe, expect, it } from "vitest";
import { addCompanion, endCompanion } from "../../../src/casework/companions.ts";
import { askCompanion, noteCompany, noteHelped } from "../../../src/casework/introductions/company.ts";
import { answerByLink, linkView, showIntroduced } from "../../../src/casework/introductions/link.ts";
import { tellTakenBack } from "../../../src/casework/introductions/telling-off.ts";
import { bookTrial, noteTrial } from "../../../src/casework/introductions/trials.ts";
import { ownCase, takeBackOne } from "../../../src/referrals/citizen.ts";
import { hashToken } from "../../../src/shared/ids.ts";
import { addPerson, HOUR, NEXT_TUESDAY, NOW, refusalOf, TEAM, waitingLetters } from "../../world.ts";
import { onTuesday, openWay, seen, tell } from "./support.ts";

let way: ReturnType<typeof openWay>;
let gerda: string;
beforeEach(() => {
  way = openWay();
  gerda = list();
});

function list(papers: { secrecyOn: string | null; recordSeenOn: string | null } = DONE): string {
  const lead = addPerson(way.db, `Leder ${Math.random()}`, "lead");
  const person = { kind: "volunteer" as const, name: "Gerda", phone: "+4520000001", email: "gerda@eksempel.dk" };
  return addCompanion(way.db, way.box.keys, lead, { teamId: TEAM, ...person, ...papers }, NOW);
}
const DONE = { secrecyOn: "2026-01-02", recordSeenOn: "2026-01-02" };
const ask = (own: object = {}) =>
  refusalOf(() =>
    askCompanion(
      way.db,
      way.box,
      way.maria,
      way.id,
      { companionId: gerda, way: "mail", yes: "oral", agreed: "Ved busstoppet kl. 9.45", ...own },
      NOW,
    ),
  );
const mail = () => waitingLetters(way.db, way.box).find(({ kind }) => kind === "introduction");
const token = () => /\/tovholder\/(\S+)/.exec(mail()?.text ?? "")?.[1] ?? "";
const view = (now = NOW) => seen(way.db, way.box, way.maria, way.id, now);

describe("A companion", () => {
  it("is asked by a mail without a word of the citizen, sees first name, number and where to meet, and says yes", () => {
    bookTrial(way.db, way.box.keys, way.maria, way.id, onTuesday(tell(way, { way: "phone", answer: "welcome" })), NOW);
    expect(ask()).toBeNull();
    expect(mail()).toMatchObject({ to: "gerda@eksempel.dk" });
    expect(`${mail()?.subject} ${mail()?.text}`).not.toMatch(/Karen|4186|busstoppet/);
    expect(mail()?.text).toContain("følges med en til »Strik strik«");
    expect(linkView(way.db, way.box.keys, token(), NOW)).toMatchObject({ to: "companion" });
    expect(showIntroduced(way.db, way.box.keys, token(), NOW)).toEqual({
      firstName: "Karen",
      phone: "+4541860911",
      agreed: "Ved busstoppet kl. 9.45",
    });
    answerByLink(way.db, way.box.keys, token(), { answer: "welcome", words: "" }, NOW + HOUR);
    expect(view().introductions[0]).toMatchObject({ to: "companion", answer: "welcome" });
    expect(
      view().consents.map(({ kind }) => kind),
      "a yes to one companion is no other",
    ).not.toContain("pass-on");
  });

  it("without both papers, or who has stopped, is not asked; nor is anybody without the citizen's yes", () => {
    expect(ask({ yes: null })).toBe("yes: yesToReceiver");
    gerda = list({ secrecyOn: "2026-01-02", recordSeenOn: null });
    expect(ask()).toBe("companion: companionLacks");
    gerda = list();
    endCompanion(way.db, addPerson(way.db, "Bodil", "lead"), gerda, NOW);
    expect(ask()).toBe("companion: companionLacks");
  });

  it("sees nobody any more when the citizen says no to this one, hears of it, and the association's link lives", () => {
    tell(way);
    expect(ask()).toBeNull();
    way.db.$client.prepare("UPDATE cases SET token_hash = ?").run(hashToken("karens-link"));
    const told = ownCase(way.db, way.box.keys, "karens-link", NOW)?.told ?? [];
    expect(told.map(({ who }) => who)).toEqual(["Gerda", "Lis"]);
    takeBackOne(way.db, "karens-link", told[0]?.id ?? 0, NOW + HOUR);
    expect(ownCase(way.db, way.box.keys, "karens-link", NOW)?.told.map(({ who }) => who)).toEqual(["Lis"]);
    expect(tellTakenBack(way.db, way.box, NOW + HOUR)).toBe(1);
    expect(tellTakenBack(way.db, way.box, NOW + HOUR)).toBe(0);
    const over = waitingLetters(way.db, way.box).filter(({ kind }) => kind === "introduction-over");
    expect(over).toMatchObject([{ to: "gerda@eksempel.dk" }]);
    expect(over[0]?.text).not.toMatch(/Karen|4186/);
    expect(view().tasks.map(({ kind }) => kind)).toContain("yes-taken-back");
    const answers = () => view().introductions.map(({ to, answer }) => [to, answer]);
    expect(answers()).toEqual([
      ["companion", "called-off"],
      ["association", null],
    ]);
  });
});

describe("Company", () => {
  it("is counted by kind, each time once, however often it is noted", () => {
    const introduction = tell(way, { way: "phone", answer: "welcome" });
    const trial = bookTrial(
      way.db,
      way.box.keys,
      way.maria,
      way.id,
      { ...onTuesday(introduction), company: "volunteer", companionId: gerda },
      NOW,
    );
    const after = NEXT_TUESDAY + 3 * HOUR;
    const came = { outcome: "came", again: "yes", accompanied: true } as const;
    for (const _ of [1, 2]) noteTrial(way.db, way.box.keys, way.maria, way.id, trial, came, after);
    noteCompany(way.db, way.maria, way.id, { kind: "volunteer", on: "2026-11-24" }, NOW);
    expect(view(after).company).toEqual([{ kind: "volunteer", times: 2 }]);
    expect(refusalOf(() => noteCompany(way.db, way.maria, way.id, { kind: "peer", on: "2026-11-25" }, NOW))).toBe(
      "on: notYet",
    );
    const before = () => noteCompany(way.db, way.maria, way.id, { kind: "peer", on: "1900-01-01" }, NOW);
    expect(refusalOf(before)).toBe("on: beforeRequest");
  });

  it("is of the kind that stands on the list, and of nobody who may not walk or is not on the team's list", () => {
    const introductionId = tell(way, { way: "phone", answer: "welcome" });
    const book = (companionId: string) =>
      bookTrial(
        way.db,
        way.box.keys,
        way.maria,
        way.id,
        { ...onTuesday(introductionId), company: "host", companionId },
        NOW,
      );
    expect(refusalOf(() => book("nobody"))).toBe("companion: companionLacks");
    expect(refusalOf(() => book(list({ secrecyOn: null, recordSeenOn: null })))).toBe("companion: companionLacks");
    book(gerda);
    expect(view().introductions[0]?.trials).toMatchObject([{ company: "volunteer", companionId: gerda }]);
  });

  it("beside help to sign up and to pay is written on the placement", () => {
    const introduction = tell(way, { way: "phone", answer: "welcome" });
    const trial = bookTrial(way.db, way.box.keys, way.maria, way.id, onTuesday(introduction), NOW);
    const after = NEXT_TUESDAY + 3 * HOUR;
    const went = { outcome: "came", again: "yes", accompanied: false } as const;
    noteTrial(way.db, way.box.keys, way.maria, way.id, trial, went, after);
    const placement = view(after).placements[0]?.id ?? 0;
    noteHelped(way.db, way.maria, way.id, { placement, signUp: true, pay: false, volunteer: true });
    expect(view(after).placements).toMatchObject([{ helpedSignUp: true, helpedPay: false }]);
    expect(
      refusalOf(() => noteHelped(way.db, way.hassan, way.id, { placement, signUp: true, pay: true, volunteer: false })),
    ).toBe("notYourCase");
  });
});
