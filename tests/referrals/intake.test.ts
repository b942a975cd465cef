import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { caseEvents, cases, consents, consentTexts, teamAreas } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { ownCase } from "../../src/referrals/citizen.ts";
import { askForHelp } from "../../src/referrals/intake.ts";
import { findCase } from "../../src/casework/store.ts";
import { openPerson } from "../../src/casework/vault.ts";
import { newToken } from "../../src/shared/ids.ts";
import { instantOf } from "../../src/shared/time.ts";
import { addTeam, ask, KIRSTEN } from "../casework/support.ts";
import {
  addActivity,
  addOrganisation,
  newBox,
  NOW,
  openTown,
  refusalOf,
  TEAM,
  waitingLetters,
  addPerson,
} from "../world.ts";

let db: OpenDb;
let box: MailBox;
beforeEach(() => {
  db = openTown();
  box = newBox();
});
const refused = (own: Partial<typeof KIRSTEN>) => refusalOf(() => askForHelp(db, box, { ...KIRSTEN, ...own }, NOW));
const count = () => db.select().from(cases).all().length;

describe("Asking for help", () => {
  it("takes a name and a number, and promises a day", () => {
    const { id, reference, token } = ask(db, box);
    expect(reference).toMatch(/^FB-[2-9A-HJ-NP-Z]{5}$/);
    expect(findCase(db, id)).toMatchObject({
      state: "new",
      door: "site",
      teamId: TEAM,
      dueAt: instantOf("2026-11-27", "09:00"),
    });
    expect(ownCase(db, box.keys, token, NOW)).toMatchObject({
      reference,
      state: "new",
      lastDay: "2026-11-27",
      phoneEnd: "00",
      late: false,
    });
    expect(db.select().from(caseEvents).all()).toMatchObject([
      { kind: "created", actorId: null, detail: { door: "site" }, happenedAt: NOW },
    ]);
  });

  it("is content with a mail instead of a number", () => {
    expect(openPerson(box.keys, findCase(db, ask(db, box, { phone: null, email: "k@eksempel.dk" }).id)!)).toMatchObject(
      {
        phone: null,
        email: "k@eksempel.dk",
      },
    );
  });

  it("tells the brobygger which activity one came from, under the key of the case, if it stands on the board", () => {
    addActivity(db, { id: "kor", slug: "kor", title: "Kor for alle", organisationId: addOrganisation(db, "Koret") });
    const about = (askedAbout: string) => {
      const stored = findCase(db, ask(db, box, { askedAbout, phone: `+452233445${count()}` }).id);
      return stored && openPerson(box.keys, stored)?.askedAbout;
    };
    expect(about("kor")).toEqual({ slug: "kor", title: "Kor for alle" });
    expect(about("")).toBeUndefined();
    expect(about("findes-ikke")).toBeUndefined();
    expect(JSON.stringify(db.select().from(cases).all())).not.toContain("kor");
  });

  it("needs one of them", () => {
    expect(refused({ phone: null, email: null })).toBe("phone: phoneOrEmail");
    expect(count()).toBe(0);
  });

  it("refuses what looks like a CPR number, wherever it stands", () => {
    expect(refused({ wishes: "Mit nummer er 010190-1234" })).toBe("wishes: cpr");
    expect(refused({ name: "Kirsten 0101901234" })).toBe("name: cpr");
    expect(refused({ words: "010190-1234" })).toBe("words: cprInSearch");
    expect(refused({ forWhom: "other", saidYes: true, relativeName: "Ole 010190 1234" })).toBe("relativeName: cpr");
    expect(count()).toBe(0);
  });

  it("takes as long a text as the people of the site allow", () => {
    writeSetting(db, "helpTextMax", 200);
    expect(refused({ wishes: "x".repeat(201) })).toBe("wishes: tooLong");
    expect(ask(db, box, { wishes: "x".repeat(200) }).id).not.toBe("");
  });

  it("makes one request of a form that was posted twice, with the same link", () => {
    const formId = newToken();
    const first = ask(db, box, { formId, email: "k@eksempel.dk" });
    const second = ask(db, box, { formId, email: "k@eksempel.dk" }, NOW + 500);
    expect(second).toEqual(first);
    expect(count()).toBe(1);
    expect(waitingLetters(db, box)).toHaveLength(1);
  });

  it("never shows one person's request to another who got hold of the same form", () => {
    const formId = newToken();
    const first = ask(db, box, { formId });
    const second = ask(db, box, { formId, name: "Ole", phone: "+4522334455" });
    expect(second.token).not.toBe(first.token);
    expect(count()).toBe(2);
  });

  it("keeps what was agreed: the words, their version, when and by whom", () => {
    db.insert(consentTexts)
      .values({ kind: "call-and-store", version: 2, text: "Nye ord.", validFrom: NOW + 10 })
      .run();
    ask(db, box, { mayLeaveMessage: true });
    ask(db, box, {}, NOW + 10);
    expect(db.select().from(consents).all()).toMatchObject([
      { kind: "call-and-store", version: 1, givenAt: NOW, how: "site" },
      { kind: "message", version: 1, givenAt: NOW, how: "site" },
      { kind: "call-and-store", version: 2, givenAt: NOW + 10, how: "site" },
    ]);
  });

  it("keeps the coded part of the search in clear and the words sealed", () => {
    const search = {
      omraade: ["viby"],
      dag: ["ons"],
      tid: ["formiddag"],
      tema: ["natur"],
      fakta: [],
      pris: "gratis",
      found: 3,
    };
    const stored = findCase(db, ask(db, box, { search, words: "gå eller strik" }).id)!;
    expect(stored).toMatchObject({ search, area: "viby" });
    expect(openPerson(box.keys, stored)?.words).toBe("gå eller strik");
  });

  it("knows the area of a postcode", () => {
    expect(findCase(db, ask(db, box, { search: { omraade: ["8240"] } }).id)?.area).toBe("vejlby-risskov");
    expect(findCase(db, ask(db, box, { search: { omraade: ["nowhere"] } }).id)?.area).not.toBe("nowhere");
  });

  it("sends a receipt with a link and without a name", () => {
    const { token } = ask(db, box, { email: "kirsten@eksempel.dk" });
    const [letter] = waitingLetters(db, box);
    expect(letter).toMatchObject({ to: "kirsten@eksempel.dk", subject: "Kvittering fra Fællesbro" });
    expect(letter?.text).toContain(`https://bro.example/hjaelp/${token}`);
    expect(letter?.text.replace(/\s+/g, " ")).toContain("senest fredag den 27. november");
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/Kirsten|Sørensen|41 ?86|tur/);
  });
});

it("A stranger cannot fill somebody's mailbox: the requests are taken, the fourth mail of a day is left out", () => {
  for (let n = 0; n < 5; n++) ask(db, box, { name: `Navn ${n}`, phone: null, email: "k@eksempel.dk" });
  expect(count()).toBe(5);
  expect(waitingLetters(db, box)).toHaveLength(3);
});

describe("Asking for somebody else", () => {
  const other = { forWhom: "other" as const, saidYes: true, relativeName: "Line", relativeEmail: "line@eksempel.dk" };

  it("needs that person's yes", () => {
    expect(refused({ ...other, saidYes: false })).toBe("saidYes: theirYes");
  });

  it("gives a receipt, but not the link: the case is not theirs", () => {
    const asked = ask(db, box, other);
    expect(asked.token).toBe("");
    const [letter] = waitingLetters(db, box);
    expect(letter?.to).toBe("line@eksempel.dk");
    expect(letter?.text).not.toContain("/hjaelp/");
    expect(findCase(db, asked.id)?.door).toBe("relative");
    expect(db.select().from(consents).all()).toMatchObject([{ how: "relative" }]);
  });
});

describe("A request goes to a team", () => {
  it("by area and focus together, then by focus, then by area, else to the default team", () => {
    addTeam(db, "vest");
    addTeam(db, "samtale", "samtale");
    addTeam(db, "samtale-vest", "samtale motion");
    for (const team of ["vest", "samtale", "samtale-vest"]) addPerson(db, `Bo ${team}`, "brobygger", team);
    db.insert(teamAreas)
      .values([
        { teamId: "vest", area: "hasle" },
        { teamId: "samtale-vest", area: "hasle" },
      ])
      .run();
    const teamOf = (omraade: string[], tema: string[]) =>
      findCase(db, ask(db, box, { search: { omraade, tema } }).id)?.teamId;
    expect(teamOf(["hasle"], ["samtale"])).toBe("samtale-vest");
    expect(teamOf(["viby"], ["samtale"])).toBe("samtale");
    expect(teamOf(["hasle"], ["musik"])).toBe("vest");
    expect(teamOf(["viby"], ["motion"])).toBe(TEAM);
    expect(teamOf([], [])).toBe(TEAM);
  });

  it("and keeps that team's promise", () => {
    writeSetting(db, "promiseDays", 5, TEAM);
    expect(findCase(db, ask(db, box).id)?.dueAt).toBe(instantOf("2026-12-01", "09:00"));
  });
});
