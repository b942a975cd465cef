import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { noteNo, noteYes } from "../../src/casework/consents.ts";
import { close, reopen } from "../../src/casework/deeds.ts";
import { followForm } from "../../src/casework/following/forms.ts";
import { type Answer, answerOwn, choosePlan, noteFollowUp } from "../../src/casework/following/note.ts";
import { isInTime, PLANS, plannedFrom, windowOf } from "../../src/casework/following/rules.ts";
import { finish } from "../../src/casework/next.ts";
import { place } from "../../src/casework/placements.ts";
import { eraseNow } from "../../src/casework/retention.ts";
import { findCase } from "../../src/casework/store.ts";
import { today } from "../../src/casework/today.ts";
import { ownCase } from "../../src/referrals/citizen.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { addDays, addMonths, daysBetween, instantOf } from "../../src/shared/time.ts";
import { writeSetting } from "../../db/settings.ts";
import { NOW, refusalOf } from "../world.ts";
import { openWay, seen } from "./introductions/support.ts";

let way: ReturnType<typeof openWay>;
beforeEach(() => {
  way = openWay();
});

const at = (day: string) => instantOf(day, "10:00");
const view = (now = NOW) => seen(way.db, way.box, way.maria, way.id, now);
const yes = () => noteYes(way.db, way.box.keys, way.maria, way.id, { kind: "follow-up", how: "oral" }, NOW);
const start = (startedOn = "2026-11-20", now = NOW) =>
  place(way.db, way.box.keys, way.maria, way.id, { offer: "Kor", startedOn }, now);
const rows = (now = NOW) => view(now).following.rows.map(({ round, dueOn, outcome }) => [round, dueOn, outcome]);
const SAID: Answer = { outcome: "still-there", mattered: null, received: null, gains: [], barriers: [], words: "" };
const note = (own: Partial<Answer> & { id?: number | null; on?: string }, now: number) =>
  noteFollowUp(way.db, way.box.keys, way.maria, way.id, { ...SAID, id: null, on: "2026-12-11", ...own }, now);
const first = () => view().following.rows[0]?.id ?? 0;

describe("Somebody who has started and said yes to be asked", () => {
  it("is asked after 3 weeks, 3 and 6 months from the first time, which stand among the brobygger's steps", () => {
    yes();
    start();
    expect(rows()).toEqual([
      ["weeks-3", "2026-12-11", null],
      ["months-3", "2027-02-20", null],
      ["months-6", "2027-05-20", null],
    ]);
    const due = (day: string) => today(way.db, way.box.keys, way.maria, at(day)).due.rows.map(({ kind }) => kind);
    expect(due("2026-12-10")).not.toContain("follow-up");
    expect(due("2026-12-11")).toContain("follow-up");
    const task = view().tasks.find(({ kind }) => kind === "follow-up");
    expect(task).toMatchObject({ startsOn: "2026-12-11", dueOn: "2026-12-18" });
    expect(refusalOf(() => finish(way.db, way.maria, task?.id ?? 0, NOW))).toBe("endsInCase");
  });

  it("whose first time turns out to be earlier is asked earlier; what was answered stays", () => {
    yes();
    start("2026-11-20");
    note({ id: first(), on: "2026-12-11" }, at("2026-12-11"));
    start("2026-11-01", at("2026-12-12"));
    expect(rows(at("2026-12-12"))).toEqual([
      ["weeks-3", "2026-12-11", "still-there"],
      ["months-3", "2027-02-01", null],
      ["months-6", "2027-05-01", null],
    ]);
  });

  it("is not planned for without a yes, without a start, after a no, or when the case has ended, and again when it goes on", () => {
    start();
    expect(rows()).toEqual([]);
    yes();
    expect(rows()).toHaveLength(3);
    noteNo(way.db, way.box.keys, way.maria, way.id, "follow-up", NOW);
    expect(rows()).toEqual([]);
    expect(view().tasks.some(({ kind }) => kind === "follow-up")).toBe(false);
    yes();
    close(way.db, way.box.keys, way.maria, way.id, { reason: "finished", note: "" }, NOW);
    expect(rows()).toEqual([]);
    reopen(way.db, way.maria, way.id, NOW);
    expect(rows()).toHaveLength(3);
  });

  it("is asked as the team does, or as was chosen for the case, with a reason for never", () => {
    writeSetting(way.db, "followTimes", 1);
    yes();
    start();
    expect(rows()).toEqual([["months-3", "2027-02-20", null]]);
    const choose = (plan: "three-times" | "none", why: "worse" | null = null) =>
      refusalOf(() => choosePlan(way.db, way.maria, way.id, { plan, why }, NOW));
    choose("three-times");
    expect(rows()).toHaveLength(3);
    expect(choose("none")).toBe("why: chooseNoFollowUp");
    choose("none", "worse");
    expect(rows()).toEqual([]);
    expect(view().following).toMatchObject({ plan: "none", noFollowUp: "worse" });
  });
});

describe("A card that came back", () => {
  it("is typed in as the citizen's own answer, of the day that stands on it", () => {
    yes();
    start();
    const typed = followForm.parse({
      id: way.id,
      followUp: String(first()),
      kort: "ja",
      on: "2026-12-10",
      outcome: "still-there",
      mattered: "much",
      received: "some",
    });
    const { id, followUp, ...said } = typed;
    noteFollowUp(way.db, way.box.keys, way.maria, id, { ...said, id: followUp }, at("2026-12-14"));
    expect(view(at("2026-12-14")).following.rows[0]).toMatchObject({
      doneOn: "2026-12-10",
      byCitizen: true,
      outcome: "still-there",
      mattered: "much",
      received: "some",
    });
  });
});

describe("What a brobygger hears", () => {
  it("is two taps, in sealed words, and leads on: who stopped is called the next working day", () => {
    yes();
    start();
    note({ id: first(), outcome: "stopped", barriers: ["transport"], words: "Bussen er nedlagt" }, at("2026-12-11"));
    const { tasks, events, following } = view(at("2026-12-11"));
    expect(tasks.filter(({ kind }) => kind === "call")).toMatchObject([{ startsOn: "2026-12-14" }]);
    expect(events[0]).toMatchObject({ kind: "followed-up", text: "Bussen er nedlagt" });
    expect(following.rows[0]).toMatchObject({ outcome: "stopped", barriers: ["transport"], brobyggerId: way.maria.id });
    expect(JSON.stringify(way.db.$client.prepare("SELECT * FROM follow_ups").all())).not.toContain("Bussen");
  });

  it("is refused for a day to come, in somebody else's case, and with a CPR number", () => {
    expect(refusalOf(() => note({ on: "2026-12-12" }, at("2026-12-11")))).toBe("on: notYet");
    expect(refusalOf(() => note({ words: "010190-1234" }, at("2026-12-11")))).toBe("words: cpr");
    const others = () =>
      noteFollowUp(way.db, way.box.keys, way.hassan, way.id, { ...SAID, id: null, on: "2026-11-24" }, NOW);
    expect(refusalOf(others)).toBe("notYourCase");
  });

  it("stays as a figure by its month when the citizen is forgotten", () => {
    yes();
    start();
    note({ id: first(), words: "Godt" }, at("2026-12-11"));
    eraseNow(way.db, [findCase(way.db, way.id)!], at("2026-12-12"));
    const kept = way.db.$client
      .prepare("SELECT outcome, due_on, done_on, brobygger_id FROM follow_ups WHERE done_on IS NOT NULL")
      .all();
    expect(kept).toEqual([{ outcome: "still-there", due_on: "2026-12-01", done_on: "2026-12-01", brobygger_id: null }]);
  });
});

describe("A citizen on the own page", () => {
  const LINK = "karens-link";
  beforeEach(() => {
    way.db.$client.prepare("UPDATE cases SET token_hash = ?").run(hashToken(LINK));
    yes();
    start();
  });
  const asked = (day: string) => ownCase(way.db, way.box.keys, LINK, at(day))?.isAsked;
  const tell = (own: Partial<Answer>, day: string) =>
    refusalOf(() => answerOwn(way.db, way.box.keys, LINK, { ...SAID, ...own }, at(day)));

  it("is asked while it counts, answers once, and the brobygger reads it", () => {
    expect([asked("2026-12-03"), asked("2026-12-04"), asked("2026-12-18"), asked("2026-12-19")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(tell({ words: "Det går godt", mattered: "much" }, "2026-12-10")).toBeNull();
    expect(asked("2026-12-10")).toBe(false);
    expect(tell({}, "2026-12-10")).toBe("linkGone");
    const { following, tasks } = view(at("2026-12-10"));
    expect(following.rows[0]).toMatchObject({ outcome: "still-there", byCitizen: true, mattered: "much" });
    expect(tasks.map(({ kind }) => kind)).toContain("answer");
  });
});

describe("The days on which somebody is asked", () => {
  const day = fc.integer({ min: 0, max: 3000 }).map((n) => addDays("2024-01-01", n));
  const windows = { followWeeksFirst: 1, followWeeksLater: 4 };

  it("lie 3 weeks, 3 and 6 months after the start, in that order, and an answer on the day itself counts", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...PLANS), (started, plan) => {
        const planned = plannedFrom(started, plan);
        const days = planned.map(({ dueOn }) => dueOn);
        expect(days).toEqual(days.toSorted());
        for (const one of planned) {
          const { from, until } = windowOf(one, windows);
          expect(isInTime({ ...one, doneOn: one.dueOn }, windows)).toBe(true);
          expect(isInTime({ ...one, doneOn: from }, windows) && isInTime({ ...one, doneOn: until }, windows)).toBe(
            true,
          );
          expect(isInTime({ ...one, doneOn: addDays(until, 1) }, windows)).toBe(false);
        }
      }),
    );
  });

  it("are the same day of a later month, or its last", () => {
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2027-11-30", 3)).toBe("2028-02-29");
    expect(addMonths("2026-08-31", 6)).toBe("2027-02-28");
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 12 }), (date, n) => {
        const later = addMonths(date, n);
        const between = daysBetween(date, later);
        expect(between).toBeGreaterThanOrEqual(n * 28);
        expect(between).toBeLessThanOrEqual(n * 31);
      }),
    );
  });
});
