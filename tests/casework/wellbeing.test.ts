import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { who5 } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import { eventInWords } from "../../src/casework/course-words.ts";
import { noteNo, noteYes } from "../../src/casework/consents.ts";
import { logAttempt } from "../../src/casework/contact.ts";
import { close, take } from "../../src/casework/deeds.ts";
import { caseAsFile } from "../../src/casework/delivery.ts";
import { copyFor } from "../../src/casework/person-copy.ts";
import { eraseNow } from "../../src/casework/retention.ts";
import { openCase } from "../../src/casework/view.ts";
import { who5Form } from "../../src/casework/wellbeing/forms.ts";
import { type Noted, noteWho5 } from "../../src/casework/wellbeing/note.ts";
import { BANDS, bandOf, scoreOf } from "../../src/casework/wellbeing/rules.ts";
import { who5Scores } from "../../src/casework/wellbeing/scores.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { takeBackYes, withdraw } from "../../src/referrals/citizen.ts";
import { ask, attempt, openDesk } from "./support.ts";
import { DAY, NOW, refusalOf } from "../world.ts";

const answer = fc.integer({ min: 0, max: 5 });
const whole = fc.tuple(answer, answer, answer, answer, answer);

describe("What five answers come to", () => {
  it("is their sum times four, from 0 to 100, whatever order they are given in", () => {
    fc.assert(
      fc.property(whole, (answers) => {
        const score = scoreOf(answers);
        expect(score).toBe(answers.reduce((sum, one) => sum + one, 0) * 4);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(scoreOf(answers.toReversed())).toBe(score);
      }),
    );
  });

  it("is nothing as soon as one answer is missing, or there are not five", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 4 }), (answers, missing) => {
        expect(scoreOf(answers.with(missing, null as never))).toBeNull();
        expect(scoreOf(answers.toSpliced(missing, 1))).toBeNull();
      }),
    );
  });

  it("never sinks when somebody answers one statement better", () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 4 }), (answers, at) => {
        fc.pre((answers[at] ?? 0) < 5);
        const better = answers.with(at, (answers[at] ?? 0) + 1);
        expect((scoreOf(better) ?? 0) - (scoreOf(answers) ?? 0)).toBe(4);
        expect(BANDS.indexOf(bandOf(scoreOf(better) ?? 0))).toBeGreaterThanOrEqual(
          BANDS.indexOf(bandOf(scoreOf(answers) ?? 0)),
        );
      }),
    );
  });

  it("is low up to 35, lowish up to 50 and fine above", () => {
    expect([0, 32, 35, 36, 48, 50, 51, 52, 100].map(bandOf)).toEqual([
      "low",
      "low",
      "low",
      "lowish",
      "lowish",
      "lowish",
      "fine",
      "fine",
      "fine",
    ]);
  });
});

let desk: ReturnType<typeof openDesk>;
let id: string;
let token: string;
beforeEach(() => {
  desk = openDesk();
  writeSetting(desk.db, "who5On", 1);
  ({ id, token } = ask(desk.db, desk.box));
  take(desk.db, desk.maria, id, NOW);
});

const yes = (now = NOW) => noteYes(desk.db, desk.box.keys, desk.maria, id, { kind: "who-5", how: "written" }, now);
const BEFORE = { phase: "before", on: "2026-11-24", way: "paper", answers: [1, 2, 1, 2, 2] } as const;
const AFTER = { phase: "after", on: "2027-03-01", way: "talk", answers: [3, 3, 3, 3, 4] } as const;
const LATER = NOW + 120 * DAY;
const note = (own: Partial<Omit<Noted, "score">> = {}, now = NOW, viewer = desk.maria) =>
  noteWho5(desk.db, desk.box.keys, viewer, id, { ...BEFORE, ...own }, now);
const view = (now = NOW) => openCase(desk.db, desk.box.keys, desk.maria, id, now)!;
const rows = () => desk.db.select().from(who5).all();
const scores = () => who5Scores(desk.db, [id]).get(id);

describe("A citizen who has said yes to WHO-5", () => {
  beforeEach(() => yes());

  it("is asked before and after, and what was answered stands sealed on the case beside a score", () => {
    note();
    note(AFTER, LATER);
    expect(view(LATER).wellbeing).toEqual({
      isOn: true,
      hasYes: true,
      noted: [
        { ...BEFORE, score: 32 },
        { ...AFTER, score: 64 },
      ],
    });
    expect(scores()).toEqual({ before: 32, after: 64 });
    expect(rows().every(({ sealedAnswers }) => sealedAnswers && !sealedAnswers.toString().includes("[1,2"))).toBe(true);
    const told = view(LATER)
      .events.filter(({ kind }) => kind === "who-5-noted")
      .map((event) => eventInWords(event, view()));
    expect(told).toEqual([
      "Maria skrev, hvordan borgeren har det: efter",
      "Maria skrev, hvordan borgeren har det: før borgeren kom i gang",
    ]);
  });

  it("may leave a statement out: what was answered is kept, and there is no score", () => {
    note({ answers: [1, null, 1, 2, 2] });
    expect(view().wellbeing?.noted[0]).toMatchObject({ answers: [1, null, 1, 2, 2], score: null });
    expect(scores()).toBeUndefined();
    expect(refusalOf(() => note({ answers: [null, null, null, null, null] }))).toBe("item1: who5Nothing");
  });

  it("has a mistake put right by writing the same time down again", () => {
    note();
    note({ answers: [5, 5, 5, 5, 5], way: "talk" });
    expect(rows()).toHaveLength(1);
    expect(scores()).toEqual({ before: 100, after: null });
  });

  it("is noted on a day that was, not before the request, and after not before before", () => {
    expect(refusalOf(() => note({ on: "2026-11-25" }))).toBe("answeredOn: notYet");
    expect(refusalOf(() => note({ on: "2026-11-23" }))).toBe("answeredOn: beforeRequest");
    note({ on: "2026-12-10" }, LATER);
    expect(refusalOf(() => note({ ...AFTER, on: "2026-12-09" }, LATER))).toBe("answeredOn: who5Order");
    note({ ...AFTER, on: "2026-12-10" }, LATER);
    expect(refusalOf(() => note({ on: "2026-12-11" }, LATER))).toBe("answeredOn: who5Order");
  });

  it("gets it all in the own copy, and it goes along to the controller's own records", () => {
    note();
    const picked = { events: new Set<number>(), talk: false, relative: false, referrer: false, staff: false };
    const copy = copyFor(view(), picked, vocabularyOf(desk.db), String);
    expect(copy.wellbeing[0]).toEqual({ label: "Før, tirsdag den 24. november 2026, på papir", text: "32 af 100" });
    expect(copy.wellbeing[1]).toEqual({
      label: "I de sidste 2 uger har jeg været glad og i godt humør",
      text: "Lidt af tiden",
    });
    expect(caseAsFile(view())).toMatchObject({ wellbeing: [{ phase: "before", answers: [1, 2, 1, 2, 2], score: 32 }] });
  });

  it("counts nowhere once the yes is taken back, on the own page as by the brobygger", () => {
    for (const takeItBack of [
      () => takeBackYes(desk.db, desk.box.keys, token, "who-5", NOW + 1),
      () => noteNo(desk.db, desk.box.keys, desk.maria, id, "who-5", NOW + 2),
    ]) {
      yes();
      note();
      expect(scores()).toEqual({ before: 32, after: null });
      takeItBack();
      expect(scores()).toBeUndefined();
      expect(view(NOW + 3).wellbeing).toMatchObject({ hasYes: false });
      expect(refusalOf(() => note({}, NOW + 3))).toBe("who5Yes");
    }
  });

  it("counts nowhere after a no to it all", () => {
    note();
    withdraw(desk.db, desk.box.keys, token, NOW + 1);
    expect(rows()).toMatchObject([{ score: null }]);
  });

  it("is forgotten with the case", () => {
    logAttempt(desk.db, desk.box, desk.maria, id, attempt("reached"), NOW);
    note();
    close(desk.db, desk.box.keys, desk.maria, id, { reason: "finished", note: "" }, NOW);
    eraseNow(desk.db, [desk.db.query.cases.findFirst().sync()!], NOW + 400 * DAY);
    expect(rows()).toEqual([]);
  });
});

describe("WHO-5", () => {
  it("is off until a team wants it: nobody is asked for the yes, and nothing is noted", () => {
    expect(view().toAsk.map(({ kind }) => kind)).toContain("who-5");
    writeSetting(desk.db, "who5On", 0);
    expect(view().wellbeing).toBeNull();
    expect(view().toAsk.map(({ kind }) => kind)).not.toContain("who-5");
    expect(refusalOf(() => yes())).toBe("kind: notPossibleNow");
    expect(refusalOf(() => note())).toBe("who5Off");
  });

  it("stays on the case when the team stops, and is noted no more", () => {
    yes();
    note();
    writeSetting(desk.db, "who5On", 0);
    expect(view().wellbeing).toMatchObject({ isOn: false, noted: [{ score: 32 }] });
    expect(refusalOf(() => note())).toBe("who5Off");
  });

  it("is noted by whoever has the case alone, and never without a yes of its own", () => {
    expect(refusalOf(() => note())).toBe("who5Yes");
    yes();
    for (const other of [desk.hassan, desk.lead, desk.stranger])
      expect(refusalOf(() => note({}, NOW, other))).toBe("notYourCase");
  });

  it("reads a form with a statement left out, and no other answer than 0 to 5", () => {
    const form = {
      id: "x",
      phase: "before",
      answeredWay: "talk",
      answeredOn: "2026-11-24",
      item1: "5",
      item2: "",
      item4: "0",
    };
    expect(who5Form.parse(form).answers).toEqual([5, null, null, 0, null]);
    for (const item1 of ["6", "-1", "1.5", " ", "x"])
      expect(who5Form.safeParse({ ...form, item1 }).error?.issues[0]?.message).toBe("unknown");
  });
});
