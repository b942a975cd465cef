import { beforeEach, describe, expect, it } from "vitest";
import { eq } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { cases, consentTexts, unitLinks } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { newCases } from "../../src/casework/lists.ts";
import { today } from "../../src/casework/today.ts";
import { forgetCitizens } from "../../src/casework/forgetting.ts";
import { openCase } from "../../src/casework/view.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { referForm } from "../../src/referrals/forms.ts";
import { type ColleagueReferral, referCitizen } from "../../src/referrals/refer.ts";
import {
  bindBrowser,
  colleaguesOf,
  forgetUnitLinks,
  inviteColleague,
  isBoundTo,
  mailCode,
  readUnitLink,
  revokeLink,
} from "../../src/referrals/unit-links.ts";
import { addUnit, closeUnit, renameUnit, reopenUnit, unitFor, unitsFor } from "../../src/referrals/units.ts";
import { DAY, MINUTE } from "../../src/shared/time.ts";
import { addTeam } from "../casework/support.ts";
import { addPerson, newBox, NOW, openTown, refusalOf, TEAM, waitingLetters } from "../world.ts";

const ANNE = { name: "Anne Læge", email: "anne@laegerne.example" };
const PC = "the hash of Anne's browser";
const PHONE = "the hash of another browser";
const KAREN: ColleagueReferral = {
  formId: "f".repeat(43),
  name: "Karen Holm",
  phone: "+4520112233",
  email: null,
  area: "viby",
  whenToCall: "morning",
  mayLeaveMessage: true,
  reason: "loneliness",
  channel: "staff-meeting",
  yes: "written",
  whyOral: "",
  shown: ["call-and-store:1", "message:1"],
  about: "Vil gerne ud at gå",
};

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let lead: Viewer;
let stranger: Viewer;
let unitId: string;
let token: string;
beforeEach(() => {
  db = openTown();
  box = newBox();
  addTeam(db, "andre");
  maria = addPerson(db, "Maria");
  lead = addPerson(db, "Birgitte", "lead");
  stranger = addPerson(db, "Olga", "lead", "andre");
  unitId = addUnit(db, lead, { teamId: TEAM, name: "Lægerne i Viby", kind: "gp" }, NOW);
  token = inviteColleague(db, box, lead, { unitId, ...ANNE }, NOW);
});

function codeOf(at = NOW): string {
  mailCode(db, box, token, at);
  return /^\d{6}$/m.exec(waitingLetters(db, box).at(-1)?.text ?? "")?.[0] ?? "";
}

const enter = (code: string, browser = PC, at = NOW) => bindBrowser(db, box.keys, token, { code, browser }, at);
const bind = (browser = PC) => enter(codeOf(), browser);
const refer = (own: Partial<ColleagueReferral> = {}, browser: string | null = PC, at = NOW) =>
  referCitizen(db, box.keys, { token, browser }, { ...KAREN, ...own }, at);
const allCases = () => db.select().from(cases).all();

describe("The lead's list of units", () => {
  it("is the team's own: another lead and a brobygger neither see nor change it", () => {
    expect(unitsFor(db, lead).map(({ name }) => name)).toEqual(["Lægerne i Viby"]);
    for (const other of [stranger, maria]) {
      expect(unitsFor(db, other)).toEqual([]);
      expect(unitFor(db, other, unitId)).toBeNull();
      expect(refusalOf(() => addUnit(db, other, { teamId: TEAM, name: "Ny", kind: "other" }, NOW))).toBe(
        "teamId: unknown",
      );
      expect(refusalOf(() => renameUnit(db, other, unitId, "Ny"))).toBe("notYours");
      expect(refusalOf(() => closeUnit(db, other, unitId, NOW))).toBe("notYours");
      expect(refusalOf(() => reopenUnit(db, other, unitId))).toBe("notYours");
      expect(refusalOf(() => inviteColleague(db, box, other, { unitId, ...ANNE }, NOW))).toBe("notYours");
      expect(refusalOf(() => colleaguesOf(db, box.keys, other, unitId))).toBe("notYours");
    }
  });

  it("holds each name once, also when it is written otherwise", () => {
    const twice = { teamId: TEAM, name: "LÆGERNE i viby", kind: "gp" } as const;
    expect(refusalOf(() => addUnit(db, lead, twice, NOW))).toBe("name: unitTwice");
    renameUnit(db, lead, unitId, "Lægehuset");
    renameUnit(db, lead, unitId, "LÆGEHUSET");
    addUnit(db, lead, twice, NOW);
    expect(refusalOf(() => renameUnit(db, lead, unitId, "Lægerne i Viby"))).toBe("name: unitTwice");
  });

  it("gives no link to a union or a workplace: who is a member there is not for us to know", () => {
    for (const kind of ["union", "workplace"] as const) {
      const id = addUnit(db, lead, { teamId: TEAM, name: kind, kind }, NOW);
      expect(refusalOf(() => inviteColleague(db, box, lead, { unitId: id, ...ANNE }, NOW))).toBe("unitWithoutNames");
    }
  });

  it("stops all links of a unit that is closed, and they stay stopped when it opens again", () => {
    closeUnit(db, lead, unitId, NOW);
    expect(readUnitLink(db, box.keys, token, NOW)).toBeNull();
    expect(refusalOf(() => inviteColleague(db, box, lead, { unitId, ...ANNE }, NOW))).toBe("unitClosed");
    reopenUnit(db, lead, unitId);
    expect(readUnitLink(db, box.keys, token, NOW)).toBeNull();
    expect(colleaguesOf(db, box.keys, lead, unitId)).toEqual([]);
  });
});

describe("A colleague's link", () => {
  it("comes by a mail that says nothing of anybody but the lead", () => {
    const [letter] = waitingLetters(db, box);
    expect(letter).toMatchObject({ to: ANNE.email, subject: "Dit link til Fællesbro" });
    expect(letter?.text).toContain(`https://bro.example/henvis/${token}`);
    expect(letter?.text).not.toMatch(/Anne|Viby|læge/i);
  });

  it("opens nothing before the code of its mail, and then in that browser alone", () => {
    expect(refusalOf(() => refer())).toBe("unitLinkElsewhere");
    expect(refusalOf(() => refer({}, null))).toBe("unitLinkElsewhere");
    expect(bind()).toBe("bound");
    expect(refusalOf(() => refer({}, PHONE))).toBe("unitLinkElsewhere");
    refer();
    bind(PHONE);
    expect(refusalOf(() => refer({ formId: "" }))).toBe("unitLinkElsewhere");
    refer({ formId: "" }, PHONE);
    expect(allCases()).toHaveLength(2);
  });

  it("is not changed by being opened, as mail scanners do", () => {
    const before = db.select().from(unitLinks).all();
    const link = readUnitLink(db, box.keys, token, NOW);
    expect(link && isBoundTo(link, PC)).toBe(false);
    expect(db.select().from(unitLinks).all()).toEqual(before);
  });

  it("takes a code once, within half an hour, and only the newest", () => {
    const old = codeOf();
    expect(enter(old, PC, NOW + 30 * MINUTE)).toBe("over");
    const newest = codeOf();
    if (old !== newest) expect(enter(old)).toBe("wrong");
    expect(enter(newest)).toBe("bound");
    expect(enter(newest, PHONE)).toBe("over");
  });

  it("lets nobody try more than five codes", () => {
    const code = codeOf();
    const wrong = code === "000000" ? "000001" : "000000";
    expect([1, 2, 3, 4, 5].map(() => enter(wrong))).toEqual(["wrong", "wrong", "wrong", "wrong", "over"]);
    expect(enter(code)).toBe("over");
  });

  it("mails no more codes a day than an address gets of mails", () => {
    for (let n = 0; n < 3; n++) codeOf();
    expect(refusalOf(() => mailCode(db, box, token, NOW))).toBe("mailedMuchToday");
    mailCode(db, box, token, NOW + DAY);
  });

  it("stops when the lead takes it back, and only a lead of the team does", () => {
    bind();
    const [link] = colleaguesOf(db, box.keys, lead, unitId);
    expect(link).toMatchObject({ ...ANNE, lastUsedAt: NOW });
    for (const other of [stranger, maria])
      expect(refusalOf(() => revokeLink(db, other, link!.id, NOW))).toBe("notYours");
    expect(refusalOf(() => revokeLink(db, lead, "another", NOW))).toBe("notYours");
    revokeLink(db, lead, link!.id, NOW);
    for (const deed of [() => refer(), () => mailCode(db, box, token, NOW), () => enter("123456")])
      expect(refusalOf(deed)).toBe("unitLinkGone");
  });

  it("is replaced when the same person is invited again", () => {
    const second = inviteColleague(db, box, lead, { unitId, ...ANNE }, NOW);
    expect(readUnitLink(db, box.keys, token, NOW)).toBeNull();
    expect(readUnitLink(db, box.keys, second, NOW)?.colleague).toEqual(ANNE);
    expect(colleaguesOf(db, box.keys, lead, unitId)).toHaveLength(1);
  });

  it("is somebody's for 30 days after it was taken back, then nobody's", () => {
    revokeLink(db, lead, colleaguesOf(db, box.keys, lead, unitId)[0]!.id, NOW);
    expect(forgetUnitLinks(db, NOW + 30 * DAY - 1)).toBe(0);
    expect(forgetUnitLinks(db, NOW + 30 * DAY)).toBe(1);
    expect(forgetUnitLinks(db, NOW + 30 * DAY)).toBe(0);
    expect(db.select().from(unitLinks).get()).toMatchObject({ sealedPerson: null, tokenHash: null, browserHash: null });
  });
});

describe("A colleague who refers", () => {
  beforeEach(() => void bind());

  it("is told when the citizen is called, and the team has a first call with unit, reason and the citizen's yes", () => {
    expect(refer()).toEqual({ reference: allCases()[0]?.reference, lastDay: "2026-11-27" });
    const [task] = today(db, box.keys, maria, NOW).due.rows;
    expect(task).toMatchObject({ kind: "first-call", door: "colleague", unit: "Lægerne i Viby", name: "Karen Holm" });
    expect(newCases(db, box.keys, maria, NOW).rows[0]).toMatchObject({ unit: "Lægerne i Viby" });
    const view = openCase(db, box.keys, maria, task!.caseId, NOW);
    expect(view).toMatchObject({
      area: "viby",
      referral: { unit: "Lægerne i Viby", reason: "loneliness", channel: "staff-meeting" },
      person: { name: "Karen Holm", wishes: "Vil gerne ud at gå", referrer: { ...ANNE, whyOral: "" } },
    });
    expect(view?.consents.map(({ kind, how, notedById }) => [kind, how, notedById])).toEqual([
      ["call-and-store", "written", null],
      ["message", "written", null],
    ]);
  });

  it("sends to the unit's team, whatever the area", () => {
    refer();
    expect(allCases()[0]).toMatchObject({ teamId: TEAM, unitId });
    expect(today(db, box.keys, stranger, NOW).due.rows).toEqual([]);
  });

  it("makes one case by pressing twice, and another for the next citizen", () => {
    expect(refer()).toEqual(refer({}, PC, NOW + MINUTE));
    expect(allCases()).toHaveLength(1);
    refer({ formId: "g".repeat(43), name: "Ole" });
    expect(allCases()).toHaveLength(2);
  });

  it("says why a yes is only said, where the law wants it written; a job centre need not", () => {
    expect(refusalOf(() => refer({ yes: "oral" }))).toBe("whyOral: whyOral");
    refer({ yes: "oral", whyOral: "Kan ikke skrive under lige nu" });
    unitId = addUnit(db, lead, { teamId: TEAM, name: "Jobcenteret", kind: "job-centre" }, NOW);
    token = inviteColleague(db, box, lead, { unitId, name: "Bo", email: "bo@job.example" }, NOW);
    bind();
    refer({ yes: "oral" });
    expect(allCases()).toHaveLength(2);
  });

  it("writes no CPR number anywhere, and gives something to reach the citizen by", () => {
    const number = "010190-1234";
    expect(refusalOf(() => refer({ name: `Karen ${number}` }))).toBe("name: cpr");
    expect(refusalOf(() => refer({ about: number }))).toBe("about: cpr");
    expect(refusalOf(() => refer({ yes: "oral", whyOral: number }))).toBe("whyOral: cpr");
    expect(refusalOf(() => refer({ about: "x".repeat(2001) }))).toBe("about: tooLong");
    expect(refusalOf(() => refer({ phone: null }))).toBe("phone: phoneOrEmailTheirs");
    expect(allCases()).toEqual([]);
  });

  it("cannot send to a site where nobody could answer", () => {
    db.delete(consentTexts).run();
    expect(refusalOf(() => refer())).toBe("notReadyForHelp");
  });

  it("is not to be found behind a case whose citizen was erased", () => {
    refer();
    const { id } = allCases()[0]!;
    forgetCitizens(db, allCases(), NOW);
    expect(db.select().from(cases).where(eq(cases.id, id)).get()).toMatchObject({
      unitLinkId: null,
      sealedPerson: null,
    });
  });
});

describe("The form", () => {
  const typed = { token: "t", name: "Karen", phone: "20112233", reason: "pain", yes: "written" };
  const problems = (own: Record<string, string>) =>
    referForm.safeParse({ ...typed, ...own }).error?.issues.map(({ path, message }) => `${path.join()}: ${message}`) ??
    [];

  it("needs a name, a way to reach the citizen, a reason and how the citizen said yes", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ phone: "" })).toEqual(["phone: phoneOrEmailTheirs"]);
    expect(problems({ phone: "", email: "karen@post.example" })).toEqual([]);
    expect(problems({ reason: "", yes: "" })).toEqual(["reason: chooseReferralReason", "yes: chooseYes"]);
  });
});
