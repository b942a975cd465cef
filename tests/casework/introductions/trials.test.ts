import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../../db/client.ts";
import { openWriter } from "../../../db/write.ts";
import { writeAgreement } from "../../../src/casework/agreements.ts";
import { close, take } from "../../../src/casework/deeds.ts";
import { logAttempt } from "../../../src/casework/contact.ts";
import { noteAnswer } from "../../../src/casework/introductions/introduce.ts";
import { remindOfTrials } from "../../../src/casework/introductions/reminders.ts";
import { standOf, startedOn, type Tried, weekOf } from "../../../src/casework/introductions/rules.ts";
import { bookTrial, callOffTrial, noteTrial } from "../../../src/casework/introductions/trials.ts";
import { copyFor, pickedOf } from "../../../src/casework/person-copy.ts";
import { endPlacement } from "../../../src/casework/placements.ts";
import { cancelDate, moveDate } from "../../../src/activities/date-deeds.ts";
import { followMovedDates } from "../../../src/jobs/moved-dates.ts";
import { vocabularyOf } from "../../../src/places/vocabulary.ts";
import { ownCase } from "../../../src/referrals/citizen.ts";
import { hashToken } from "../../../src/shared/ids.ts";
import { addDays, instantOf, localDate } from "../../../src/shared/time.ts";
import { contactOf, DAY, HOUR, NEXT_TUESDAY, NOW, refusalOf, waitingLetters } from "../../world.ts";
import { ask, attempt } from "../support.ts";
import { onTuesday, openWay, seen, tell } from "./support.ts";

let way: ReturnType<typeof openWay>;
let introduction: number;
beforeEach(() => {
  way = openWay();
  introduction = tell(way, { way: "phone", answer: "welcome" });
});

const WEEK = 7 * DAY;
const book = (own: Partial<ReturnType<typeof onTuesday>> | object = {}, now = NOW) =>
  bookTrial(way.db, way.box.keys, way.maria, way.id, { ...onTuesday(introduction), ...own }, now);
const came = (trial: number, again: "yes" | "no" | "unsure", now: number, accompanied = false) =>
  noteTrial(way.db, way.box.keys, way.maria, way.id, trial, { outcome: "came", again, accompanied }, now);
const missed = (trial: number, now: number) =>
  noteTrial(way.db, way.box.keys, way.maria, way.id, trial, { outcome: "missed", why: "dared-not" }, now);
const view = (now = NOW) => seen(way.db, way.box, way.maria, way.id, now);
const kinds = (now = NOW) => view(now).tasks.map(({ kind }) => kind);

describe("Karen", () => {
  it("is welcome, does not come, comes again with company, and has started on the first day that she came", () => {
    const first = book();
    expect(kinds()).toContain("trial");
    missed(first, NEXT_TUESDAY + 3 * HOUR);
    expect(view(NEXT_TUESDAY + DAY).placements).toEqual([]);
    expect(kinds(NEXT_TUESDAY + DAY)).toEqual(["call"]);
    const second = book({ start: NEXT_TUESDAY + WEEK, company: "brobygger" }, NEXT_TUESDAY + DAY);
    came(second, "unsure", NEXT_TUESDAY + WEEK + 3 * HOUR, true);
    expect(view(NEXT_TUESDAY + WEEK + DAY).placements, "she does not know yet").toEqual([]);
    expect(kinds(NEXT_TUESDAY + WEEK + DAY)).toContain("after-first-time");
    const third = book({ start: NEXT_TUESDAY + 2 * WEEK, company: "peer" }, NEXT_TUESDAY + WEEK + DAY);
    came(third, "yes", NEXT_TUESDAY + 2 * WEEK + 3 * HOUR, true);
    const { placements, company } = view(NEXT_TUESDAY + 3 * WEEK);
    expect(placements).toMatchObject([{ startedOn: "2026-12-08", offer: "Strik strik", slug: "strik" }]);
    expect(company).toEqual([
      { kind: "brobygger", times: 1 },
      { kind: "peer", times: 1 },
    ]);
  });

  it("who was noted wrongly is corrected, with what followed from it", () => {
    const trial = book({ company: "mentor" });
    const after = NEXT_TUESDAY + 3 * HOUR;
    came(trial, "yes", after, true);
    expect(view(after)).toMatchObject({ placements: [{ startedOn: "2026-12-01" }], company: [{ times: 1 }] });
    missed(trial, after);
    expect(view(after)).toMatchObject({ placements: [], company: [] });
  });

  it("who stopped and comes back has a new placement from then on", () => {
    came(book(), "yes", NEXT_TUESDAY + 3 * HOUR);
    const [placement] = view(NEXT_TUESDAY + DAY).placements;
    endPlacement(way.db, way.maria, way.id, placement?.id ?? 0, "2026-12-05", NEXT_TUESDAY + 5 * DAY);
    came(book({ start: NEXT_TUESDAY + WEEK }, NEXT_TUESDAY + 5 * DAY), "yes", NEXT_TUESDAY + WEEK + 3 * HOUR);
    expect(view(NEXT_TUESDAY + WEEK + DAY).placements).toMatchObject([
      { startedOn: "2026-12-01", endedOn: "2026-12-05" },
      { startedOn: "2026-12-08", endedOn: null },
    ]);
  });

  it("sees on her own page what was agreed, and that it is off", () => {
    way.db.$client.prepare("UPDATE cases SET token_hash = ?").run(hashToken("karens-link"));
    book({ company: "brobygger" });
    const own = () => ownCase(way.db, way.box.keys, "karens-link", NOW)?.trials;
    expect(own()).toMatchObject([
      { title: "Strik strik", start: NEXT_TUESDAY, company: "brobygger", plan: { bring: "Pinde 4" }, isOff: false },
    ]);
    cancelDate(way.db, contactOf(way.db, "viby-bibliotek"), way.activityId, NEXT_TUESDAY, NOW);
    expect(own()).toMatchObject([{ isOff: true }]);
  });

  it("is reminded by a mail the day before, once, without a word of what it is", () => {
    book({ reminder: "mail" });
    const letters = () => waitingLetters(way.db, way.box).filter(({ kind }) => kind === "trial-reminder");
    const dayBefore = instantOf("2026-11-30", "08:00");
    expect([remindOfTrials(way.db, way.box, NOW), remindOfTrials(way.db, way.box, dayBefore - HOUR)]).toEqual([0, 0]);
    expect(remindOfTrials(way.db, way.box, dayBefore)).toBe(1);
    expect(remindOfTrials(way.db, way.box, dayBefore + HOUR)).toBe(0);
    expect(letters()).toMatchObject([{ to: "karen@eksempel.dk" }]);
    expect(JSON.stringify(letters()[0])).not.toMatch(/Strik|Karen H|Viby/);
  });
});

it("The citizen's copy says who was told what, and what came of it", () => {
  came(book({ company: "peer" }), "yes", NEXT_TUESDAY + 3 * HOUR);
  const after = NEXT_TUESDAY + DAY;
  const copy = copyFor(view(after), pickedOf(new URLSearchParams()), vocabularyOf(way.db), String);
  expect(copy.told).toEqual([
    {
      label: "Strik strik",
      text: "Fortalt til Lis, lis@eksempel.dk tirsdag den 24. november 2026. Karen kommer på tirsdag og vil gerne mødes ved døren. Svar: velkommen. Prøvetime tirsdag den 1. december 2026 kl. 10, Lis ved døren, Pinde 4, En ligesindet, Kom, Ja, gerne.",
    },
  ]);
});

describe("A trial", () => {
  it("is on a date that the activity has", () => {
    expect(refusalOf(() => book({ start: NEXT_TUESDAY + HOUR }))).toBe("start: noSuchDate");
    expect(refusalOf(() => book({ start: NOW - DAY }))).toBe("start: trialInPast");
    expect(refusalOf(() => book({ start: 9e15 }))).toBe("start: stepTooFar");
    cancelDate(way.db, contactOf(way.db, "viby-bibliotek"), way.activityId, NEXT_TUESDAY, NOW);
    expect(refusalOf(() => book())).toBe("start: noSuchDate");
    expect(refusalOf(() => bookTrial(way.db, way.box.keys, way.hassan, way.id, onTuesday(introduction), NOW))).toBe(
      "notYourCase",
    );
  });

  it("that is booked anew takes the place of the one before; it is told only when it has been", () => {
    const first = book();
    expect(refusalOf(() => came(first, "yes", NOW))).toBe("trialNotOver");
    book({ start: NEXT_TUESDAY + WEEK });
    expect(view().introductions[0]?.trials.map(({ outcome }) => outcome)).toEqual(["called-off", null]);
    expect(view().tasks.filter(({ kind }) => kind === "trial")).toHaveLength(1);
  });

  it("at a place that said no is not booked", () => {
    noteAnswer(way.db, way.maria, way.id, introduction, "not-for-us", NOW);
    expect(refusalOf(() => book())).toBe("introductionEnded");
  });

  it("whose date is called off or moved makes one task within a look at the log, whoever moved it", () => {
    followMovedDates(way.db, NOW);
    const trial = book();
    expect(followMovedDates(way.db, NOW)).toBe(0);
    const lis = contactOf(way.db, "viby-bibliotek");
    moveDate(way.db, lis, way.activityId, NEXT_TUESDAY, { date: "2026-12-02", start: "10:00", end: "12:00" }, NOW);
    expect(followMovedDates(way.db, NOW)).toBe(1);
    expect(followMovedDates(way.db, NOW)).toBe(0);
    expect(view().tasks.filter(({ kind, about }) => kind === "date-off" && about === trial)).toHaveLength(1);
    expect(view().introductions[0]?.trials[0]?.isOff).toBe(true);
    moveDate(
      way.db,
      lis,
      way.activityId,
      instantOf("2026-12-02", "10:00"),
      { date: "2026-12-01", start: "10:00", end: "12:00" },
      NOW,
    );
    followMovedDates(way.db, NOW);
    expect(kinds(), "the date is back").not.toContain("date-off");
    callOffTrial(way.db, way.maria, way.id, trial, NOW);
    expect(kinds()).not.toContain("trial");
  });

  it("whose change was trimmed from the log unseen is found all the same", () => {
    followMovedDates(way.db, NOW);
    book();
    cancelDate(way.db, contactOf(way.db, "viby-bibliotek"), way.activityId, NEXT_TUESDAY, NOW);
    way.db.$client.prepare("DELETE FROM outbox_log").run();
    expect(followMovedDates(way.db, NOW)).toBe(1);
  });
});

describe("How many newcomers an association meets in a week", () => {
  const NO_WORDS = { municipality: "", association: "", brobygger: "", contactName: "", contactPhone: null };
  const agree = (newcomersAWeek: number | null, own: object = {}) =>
    writeAgreement(
      way.db,
      way.maria,
      way.organisationId,
      { ...NO_WORDS, contactEmail: null, untilOn: null, newcomersAWeek, isFull: false, ...own },
      NOW,
    );
  /** Another citizen of Maria's, welcome at the same place. */
  const another = (n: number) => {
    const { id } = ask(way.db, way.box, { name: `Borger ${n}`, phone: `+45418610${String(n).padStart(2, "0")}` });
    take(way.db, way.maria, id, NOW);
    logAttempt(way.db, way.box, way.maria, id, attempt("reached"), NOW);
    const told = tell({ ...way, id }, { way: "phone", answer: "welcome" });
    return (start = NEXT_TUESDAY) => bookTrial(way.db, way.box.keys, way.maria, id, onTuesday(told, start), NOW);
  };

  it("is never more than it said: the next is told to choose another week", () => {
    agree(1);
    book();
    const second = another(1);
    expect(refusalOf(() => second())).toBe("start: weekFull");
    second(NEXT_TUESDAY + WEEK);
    expect(refusalOf(() => another(2)(NEXT_TUESDAY + WEEK))).toBe("start: weekFull");
  });

  it("holds when it says that it is full after it said welcome, until it says welcome again", () => {
    agree(null, { isFull: true });
    expect(refusalOf(() => book())).toBe("start: associationFull");
    noteAnswer(way.db, way.maria, way.id, introduction, "welcome", NOW + HOUR);
    book();
  });

  it("does not count who has come before, what was called off, nor anybody once the agreement is over", () => {
    agree(1);
    const trial = book();
    callOffTrial(way.db, way.maria, way.id, trial, NOW);
    another(1)();
    agree(1, { untilOn: localDate(NOW) });
    another(2)();
    agree(null);
    another(3)();
  });

  it("counts somebody until they have come once, and then no more", () => {
    agree(1);
    came(book(), "yes", NEXT_TUESDAY + 3 * HOUR);
    const weeks = () => way.db.$client.prepare("SELECT week FROM trials ORDER BY id").pluck().all();
    book({ start: NEXT_TUESDAY + WEEK }, NEXT_TUESDAY + DAY);
    expect(weeks()).toEqual(["2026-W49", null]);
  });

  it("holds when two processes book at the same moment", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bro-"));
    const file = join(folder, "faellesbro.db");
    way = openWay(file);
    agree(1);
    const told = Array.from({ length: 6 }, (_, n) => {
      const { id } = ask(way.db, way.box, { name: `Borger ${n}`, phone: `+4541861${n}00` });
      take(way.db, way.maria, id, NOW);
      logAttempt(way.db, way.box, way.maria, id, attempt("reached"), NOW);
      return { id, introductionId: tell({ ...way, id }, { way: "phone", answer: "welcome" }) };
    });
    const other = connect(file);
    const writers = [openWriter(way.db), openWriter(other)];
    const done = await Promise.allSettled(
      told.map(({ id, introductionId }, n) =>
        writers[n % 2]!((tx) => bookTrial(tx, way.box.keys, way.maria, id, onTuesday(introductionId), NOW)),
      ),
    );
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    other.$client.close();
    way.db.$client.close();
    rmSync(folder, { recursive: true });
  });

  it("holds whatever is booked, called off, moved and noted in whatever order", () => {
    const deed = fc.oneof(
      fc.record({ do: fc.constant("book" as const), who: fc.nat(3), week: fc.nat(3) }),
      fc.record({ do: fc.constant("off" as const), who: fc.nat(3), week: fc.constant(0) }),
      fc.record({ do: fc.constant("came" as const), who: fc.nat(3), week: fc.constant(0) }),
      fc.record({ do: fc.constant("missed" as const), who: fc.nat(3), week: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fc.array(deed, { maxLength: 14 }), (most, deeds) => {
        way = openWay();
        agree(most);
        const people = Array.from({ length: 4 }, (_, n) => {
          const { id } = ask(way.db, way.box, { name: `Borger ${n}`, phone: `+4541861${n}00` });
          take(way.db, way.maria, id, NOW);
          logAttempt(way.db, way.box, way.maria, id, attempt("reached"), NOW);
          return { id, told: tell({ ...way, id }, { way: "phone", answer: "welcome" }) };
        });
        for (const { do: what, who, week } of deeds) {
          const { id, told } = people[who]!;
          const open = way.db.$client
            .prepare("SELECT id, start FROM trials WHERE case_id = ? AND outcome IS NULL")
            .get(id) as { id: number; start: number } | undefined;
          const went =
            what === "came"
              ? ({ outcome: "came", again: "yes", accompanied: false } as const)
              : ({ outcome: "missed", why: "ill" } as const);
          refusalOf(() => {
            if (what === "book")
              bookTrial(way.db, way.box.keys, way.maria, id, onTuesday(told, NEXT_TUESDAY + week * WEEK), NOW);
            else if (open && what === "off") callOffTrial(way.db, way.maria, id, open.id, NOW);
            else if (open) noteTrial(way.db, way.box.keys, way.maria, id, open.id, went, open.start + HOUR);
          });
          const counts = way.db.$client
            .prepare("SELECT count(*) FROM trials WHERE week IS NOT NULL GROUP BY organisation_id, week")
            .pluck()
            .all() as number[];
          expect(Math.max(0, ...counts)).toBeLessThanOrEqual(most);
        }
        for (const { id } of people) {
          for (const { stand } of seen(way.db, way.box, way.maria, id).introductions)
            expect(["waits", "goes-on", "ended"]).toContain(stand);
          close(way.db, way.box.keys, way.maria, id, { reason: "finished", note: "" }, NOW + 200 * DAY);
        }
        const open = way.db.$client.prepare(
          "SELECT (SELECT count(*) FROM introductions WHERE answer IS NULL) + (SELECT count(*) FROM trials WHERE outcome IS NULL)",
        );
        // Karen's own introduction was answered, and nothing of hers was booked.
        expect(open.pluck().get()).toBe(0);
      }),
      { numRuns: 25 },
    );
  });
});

describe("The day on which somebody has started", () => {
  const trial = fc.record({
    start: fc.integer({ min: 0, max: 60 }).map((day) => instantOf(addDays("2026-12-01", day), "10:00")),
    outcome: fc.constantFrom("came", "missed", "called-off", null),
    again: fc.constantFrom("yes", "no", "unsure", null),
  }) as fc.Arbitrary<Tried>;

  it("is always a day on which they came, never before the first and never without a wish to go on", () => {
    fc.assert(
      fc.property(fc.array(trial), fc.option(fc.integer({ min: 0, max: 60 })), (trials, gone) => {
        const since = gone === null ? null : addDays("2026-12-01", gone);
        const came = trials
          .filter(({ outcome }) => outcome === "came")
          .filter(({ start }) => since === null || localDate(start) > since);
        const day = startedOn(trials, since);
        const first = came.map(({ start }) => localDate(start)).toSorted()[0];
        expect(day).toBe(came.some(({ again }) => again === "yes") ? first : null);
      }),
    );
  });

  it("is the same in whatever order they were noted", () => {
    fc.assert(
      fc.property(fc.array(trial), (trials) => {
        expect(startedOn(trials)).toBe(startedOn(trials.toReversed()));
      }),
    );
  });
});

it("Every answer leads to a named state, and a week is told as in Denmark", () => {
  const all = ["welcome", "call-me", "no-room", "not-for-us", "self", "silent", "called-off", null] as const;
  expect(all.map((answer) => standOf({ answer }))).toEqual([
    "goes-on",
    "goes-on",
    "ended",
    "ended",
    "goes-on",
    "ended",
    "ended",
    "waits",
  ]);
  expect(weekOf(instantOf("2027-01-03", "23:59"))).toBe("2026-W53");
  expect(weekOf(instantOf("2027-01-04", "00:00"))).toBe("2027-W01");
});
