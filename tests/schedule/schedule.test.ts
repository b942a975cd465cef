import fc from "fast-check";
import { RRuleTemporal } from "rrule-temporal";
import { describe, expect, it } from "vitest";
import { parseRule } from "../../src/schedule/parse-rule.ts";
import type { Rule } from "../../src/schedule/rule.ts";
import { ruleDates } from "../../src/schedule/rule-dates.ts";
import { checkSchedule } from "../../src/schedule/check.ts";
import { cancelDate, moveDate, restoreDate } from "../../src/schedule/change-dates.ts";
import { nextOccurrence, occurrencesOf, rollingOccurrences, seriesEnd } from "../../src/schedule/schedule.ts";
import type { ScheduleEntry } from "../../src/shared/schedule-entry.ts";
import type { Occurrence } from "../../src/schedule/schedule.ts";
import { addDays, DAY, instantOf, isoInstant, isoWeek, localClock, localDate } from "../../src/shared/time.ts";
import { COUNTED_UNTIL, pausesOf, schedules, told } from "./schedules.ts";

const tuesdays: ScheduleEntry = { weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" };
const at = (date: string, clock = "00:00"): number => instantOf(date, clock);
const between = (schedule: ScheduleEntry[], from: string, to: string): Occurrence[] =>
  occurrencesOf(schedule, { from: at(from), to: at(to) });
const datesOf = (occurrences: Occurrence[]): string[] => occurrences.map(({ start }) => localDate(start));

describe("a weekly activity", () => {
  it("keeps its hour on the wall when the clocks change", () => {
    const sundays: ScheduleEntry = { weekday: "soen", start: "10:00", end: "12:00", from: "2026-01-01" };
    expect(between([sundays], "2026-03-22", "2026-04-05").map(({ start }) => isoInstant(start))).toEqual([
      "2026-03-22T09:00:00Z",
      "2026-03-29T08:00:00Z",
    ]);
    expect(between([sundays], "2026-10-18", "2026-11-01").map(({ start }) => isoInstant(start))).toEqual([
      "2026-10-18T08:00:00Z",
      "2026-10-25T09:00:00Z",
    ]);
  });

  it("that would begin in the hour that spring skips begins an hour later, and in the doubled hour the first time", () => {
    const nights: ScheduleEntry = { weekday: "soen", start: "02:30", end: "05:00", from: "2026-01-01" };
    expect(localClock(between([nights], "2026-03-29", "2026-03-30")[0]?.start ?? 0)).toBe("03:30");
    expect(isoInstant(between([nights], "2026-10-25", "2026-10-26")[0]?.start ?? 0)).toBe("2026-10-25T00:30:00Z");
  });

  it("in odd weeks meets two weeks in a row when the year has 53", () => {
    const odd = between([{ ...tuesdays, weeks: "odd" }], "2026-12-14", "2027-01-25");
    expect(odd.map(({ key }) => isoWeek(key).week)).toEqual([51, 53, 1, 3]);
    const even = between([{ ...tuesdays, weeks: "even" }], "2026-12-14", "2027-01-25");
    expect(even.map(({ key }) => isoWeek(key).week)).toEqual([52, 2]);
  });

  it("meets from its first date to its last, both included", () => {
    expect(
      datesOf(between([{ ...tuesdays, from: "2026-09-08", until: "2026-09-22" }], "2026-08-01", "2026-12-01")),
    ).toEqual(["2026-09-08", "2026-09-15", "2026-09-22"]);
  });

  it("is not planned on an exception and in a pause, but shown as called off on a cancelled date", () => {
    const entry = { ...tuesdays, except: ["2026-09-08"], cancelled: ["2026-09-15", "2026-09-16"] };
    const found = occurrencesOf([entry], { from: at("2026-09-01"), to: at("2026-10-07") }, [
      { from: "2026-09-22", until: "2026-09-29" },
    ]);
    expect(found.map(({ key, cancelled }) => [key, cancelled])).toEqual([
      ["2026-09-01", false],
      ["2026-09-15", true],
      ["2026-10-06", false],
    ]);
  });

  it("that ends before it starts goes on until the next day", () => {
    const night: ScheduleEntry = {
      weekday: "loer",
      start: "22:00",
      end: "02:00",
      from: "2026-09-01",
      until: "2026-09-05",
    };
    expect(
      between([night], "2026-09-06", "2026-09-07").map(({ start, end }) => [isoInstant(start), isoInstant(end)]),
    ).toEqual([["2026-09-05T20:00:00Z", "2026-09-06T00:00:00Z"]]);
  });

  it("that is stated twice is shown once, and as on when one of them is on", () => {
    const found = between(
      [
        { ...tuesdays, cancelled: ["2026-09-01"] },
        { date: "2026-09-01", start: "10:00", end: "13:00" },
      ],
      "2026-09-01",
      "2026-09-02",
    );
    expect(found).toEqual([
      { start: at("2026-09-01", "10:00"), end: at("2026-09-01", "13:00"), cancelled: false, key: "2026-09-01" },
    ]);
  });
});

describe("an activity by rule", () => {
  const rule = (rrule: string, from = "2026-09-01"): ScheduleEntry => ({ rrule, from, start: "13:00", end: "15:00" });

  it.each([
    ["FREQ=MONTHLY;BYDAY=1TU", ["2026-09-01", "2026-10-06", "2026-11-03"]],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", ["2026-09-30", "2026-10-30"]],
    ["FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", ["2026-09-01", "2026-09-22", "2026-10-13", "2026-11-03"]],
    ["FREQ=WEEKLY;COUNT=3", ["2026-09-01", "2026-09-08", "2026-09-15"]],
    ["FREQ=WEEKLY;UNTIL=20260908T110000Z", ["2026-09-01", "2026-09-08"]],
    ["FREQ=WEEKLY;UNTIL=20260908T105900Z", ["2026-09-01"]],
    ["FREQ=MONTHLY;BYMONTHDAY=31", ["2026-10-31"]],
    ["FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=11", ["2026-11-11"]],
  ])("%s", (rrule, dates) => {
    expect(datesOf(between([rule(rrule)], "2026-09-01", "2026-11-15"))).toEqual(dates);
  });

  it.each([
    "",
    "FREQ=HOURLY",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=WEEKLY;COUNT=0",
    "FREQ=WEEKLY;COUNT=3;UNTIL=20270101",
    "FREQ=WEEKLY;BYHOUR=1,2",
    "FREQ=WEEKLY;INTERVAL=0",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=WEEKLY;BYDAY=TU;BYSETPOS=2",
    "FREQ=WEEKLY\nDTSTART:20200101",
    `FREQ=WEEKLY;BYDAY=${"MO,".repeat(99)}MO`,
    "FREQ=DAILY;UNTIL=20270230",
  ])("%j is refused", (rrule) => {
    expect(checkSchedule([rule(rrule)])).toEqual([{ index: 0, field: "rrule", why: "badRule" }]);
  });

  it("of every so many days takes place when a calendar program says", () => {
    const day = fc.nat(400);
    const end = fc.oneof(
      fc.constant(""),
      fc.integer({ min: 1, max: 90 }).map((count) => `;COUNT=${count}`),
      day.map((days) => `;UNTIL=${addDays("2026-09-01", days).replaceAll("-", "")}`),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), end, day, day, (interval, bound, first, days) => {
        const text = `FREQ=DAILY;INTERVAL=${interval}${bound}`;
        const window = { from: addDays("2026-08-01", first), to: addDays("2026-08-01", first + days) };
        const library = new RRuleTemporal({
          rruleString: `DTSTART:20260901T000000Z\nRRULE:${text}${bound.startsWith(";UNTIL") ? "T000000Z" : ""}`,
        });
        const dates = library
          .between(new Date(`${window.from}T00:00:00Z`), new Date(`${window.to}T00:00:00Z`), true)
          .map((found) => new Date(found.epochMilliseconds).toISOString().slice(0, 10));
        expect(ruleDates(parseRule(text) as Rule, "2026-09-01", "00:00", window)).toEqual(dates);
      }),
    );
  });

  it("is quick however it is written", () => {
    const began = performance.now();
    for (const rrule of [
      "FREQ=DAILY;COUNT=1000",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=9",
      "FREQ=DAILY;INTERVAL=1000;COUNT=1000",
      "FREQ=WEEKLY;INTERVAL=1000;BYMONTH=1;COUNT=1000",
    ]) {
      rollingOccurrences([rule(rrule, "1950-01-01")], at("2026-09-01"));
      seriesEnd([rule(rrule)]);
    }
    expect(performance.now() - began).toBeLessThan(4000);
  });
});

/** The last window there is, and a Tuesday evening in it. */
const LAST_WINDOW: [ScheduleEntry[], [], number, number] = [
  [{ weekday: "tir", start: "18:00", end: "03:00", from: "2026-01-08", except: [], cancelled: [], moved: [] }],
  [],
  700,
  400,
];

describe("every schedule", () => {
  it("takes place as counting day by day says", () => {
    fc.assert(
      fc.property(
        schedules,
        pausesOf,
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 400 }),
        (schedule, pauses, first, days) => {
          const window = {
            from: Date.UTC(2026, 0, 1, 11) + first * DAY,
            to: Date.UTC(2026, 0, 1, 11) + (first + days) * DAY,
          };
          const found = occurrencesOf(schedule, window, pauses).map(({ start, end, cancelled }) => ({
            start,
            end,
            cancelled,
          }));
          expect(found).toEqual(
            told(schedule, pauses).filter(({ start, end }) => end > window.from && start < window.to),
          );
        },
      ),
      { numRuns: 300, examples: [LAST_WINDOW] },
    );
  });

  it("has as its next occurrence the first that is on and not over", () => {
    fc.assert(
      fc.property(schedules, pausesOf, fc.integer({ min: 0, max: 700 }), (schedule, pauses, day) => {
        const now = Date.UTC(2026, 0, 1, 11) + day * DAY;
        const next = told(schedule, pauses).find(({ end, cancelled }) => !cancelled && end > now);
        const found = nextOccurrence(schedule, now, pauses);
        if (next) expect(found).toMatchObject(next);
        else expect(found === null || found.start >= COUNTED_UNTIL - DAY).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("passes the check it was made for", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        expect(checkSchedule(schedule)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("the occurrences that are kept", () => {
  const now = at("2026-09-01", "11:00");

  it("are 26 weeks ahead, with the one that is going on", () => {
    const kept = rollingOccurrences([tuesdays], now);
    expect(kept[0]?.key).toBe("2026-09-01");
    expect(kept.at(-1)?.key).toBe("2027-03-02");
    expect(rollingOccurrences([tuesdays], at("2026-09-01", "12:00"))[0]?.key).toBe("2026-09-08");
  });

  it("have the next one when it is further away, and no more", () => {
    const far: ScheduleEntry[] = [{ ...tuesdays, from: "2028-01-01", cancelled: ["2028-01-04"] }];
    expect(rollingOccurrences(far, now).map(({ key }) => key)).toEqual(["2028-01-11"]);
    expect(nextOccurrence(far, now)?.key).toBe("2028-01-11");
    expect(rollingOccurrences([{ ...tuesdays, until: "2026-08-31" }], now)).toEqual([]);
    expect(nextOccurrence([{ ...tuesdays, from: "2040-01-01" }], now)).toBeNull();
  });

  it("end when the series does", () => {
    expect(seriesEnd([tuesdays])).toBeNull();
    expect(seriesEnd([{ ...tuesdays, until: "2026-12-24" }])).toBe("2026-12-22");
    expect(
      seriesEnd([
        { rrule: "FREQ=WEEKLY;COUNT=3", from: "2026-09-01", start: "10:00", end: "11:00" },
        { date: "2026-09-10", start: "10:00", end: "11:00" },
      ]),
    ).toBe("2026-09-15");
    expect(
      seriesEnd([{ rrule: "FREQ=YEARLY", from: "2026-09-01", until: "2029-01-01", start: "10:00", end: "11:00" }]),
    ).toBe("2028-09-01");
  });
});

describe("one date of a series", () => {
  const schedule: ScheduleEntry[] = [tuesdays, { date: "2026-09-10", start: "17:00", end: "19:00" }];
  const told = (changed: ScheduleEntry[]): unknown[] =>
    between(changed, "2026-09-01", "2026-09-16").map(({ start, key, cancelled }) => [
      key,
      localDate(start),
      localClock(start),
      cancelled,
    ]);

  it("can be called off and taken back, and nothing else changes", () => {
    const off = cancelDate(cancelDate(schedule, "2026-09-08"), "2026-09-10");
    expect(told(off)).toEqual([
      ["2026-09-01", "2026-09-01", "10:00", false],
      ["2026-09-08", "2026-09-08", "10:00", true],
      ["2026-09-10", "2026-09-10", "17:00", true],
      ["2026-09-15", "2026-09-15", "10:00", false],
    ]);
    expect(restoreDate(restoreDate(off, "2026-09-08"), "2026-09-10")).toEqual(schedule);
  });

  it("cannot be called off when nothing is planned then", () => {
    expect(cancelDate(schedule, "2026-09-09")).toEqual(schedule);
    expect(cancelDate(schedule, "2026-09-08", "17:00")).toEqual(schedule);
  });

  it("can be moved to another day and hour, keeps its name, and can be called off there", () => {
    const moved = moveDate(schedule, "2026-09-08", { date: "2026-09-09", start: "14:00", end: "16:00" });
    expect(told(moved)[1]).toEqual(["2026-09-08", "2026-09-09", "14:00", false]);
    expect(told(cancelDate(moved, "2026-09-08"))[1]).toEqual(["2026-09-08", "2026-09-09", "14:00", true]);
    expect(moveDate(moved, "2026-09-08", { date: "2026-09-08", start: "10:00", end: "12:00" })).toEqual(schedule);
    expect(told(moveDate(schedule, "2026-09-10", { date: "2026-09-11", start: "17:00", end: "19:00" }))[2]).toEqual([
      "2026-09-11",
      "2026-09-11",
      "17:00",
      false,
    ]);
  });
});

describe("a schedule that somebody else wrote", () => {
  it.each<[unknown, unknown[]]>([
    [[], [{ index: -1, field: "schedule", why: "empty" }]],
    ["tirsdag", [{ index: -1, field: "schedule", why: "empty" }]],
    [Array.from({ length: 201 }, () => tuesdays), [{ index: -1, field: "schedule", why: "tooMany" }]],
    [[null], [{ index: 0, field: "schedule", why: "badEntry" }]],
    [[{ ...tuesdays, date: "2026-09-01" }], [{ index: 0, field: "schedule", why: "badEntry" }]],
    [
      [tuesdays, { date: "2026-02-30", start: "10", end: "12:00" }],
      [
        { index: 1, field: "date", why: "badDate" },
        { index: 1, field: "start", why: "badClock" },
      ],
    ],
    [
      [{ ...tuesdays, weekday: "tirsdag", weeks: "ulige" }],
      [
        { index: 0, field: "weekday", why: "unknownWeekday" },
        { index: 0, field: "weeks", why: "badWeeks" },
      ],
    ],
    [[{ ...tuesdays, until: "2026-08-01" }], [{ index: 0, field: "until", why: "untilBeforeFrom" }]],
    [
      [{ ...tuesdays, from: undefined, until: 7 }],
      [
        { index: 0, field: "from", why: "badDate" },
        { index: 0, field: "until", why: "badDate" },
      ],
    ],
    [
      [{ ...tuesdays, except: "2026-09-08", cancelled: ["i morgen"] }],
      [
        { index: 0, field: "except", why: "badDate" },
        { index: 0, field: "cancelled", why: "badDate" },
      ],
    ],
    [
      [{ ...tuesdays, moved: [{ from: "2026-09-08", date: "2026-09-09", start: "25:00", end: "16:00" }] }],
      [{ index: 0, field: "moved", why: "badClock" }],
    ],
    [[{ ...tuesdays, from: "2026-09-01" }], []],
  ])("%# is told what is wrong with it", (schedule, faults) => {
    expect(checkSchedule(schedule)).toEqual(faults);
  });

  it("never makes the check throw", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (a, b) => {
        checkSchedule([a, { ...tuesdays, except: b, moved: [a] }, { rrule: a, from: b }]);
      }),
      { numRuns: 100 },
    );
  });
});
