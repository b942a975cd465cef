import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  instantOf,
  isClock,
  isDate,
  isoInstant,
  isoWeek,
  localClock,
  localDate,
  localMinutes,
  nextWeekday,
  timeOfDay,
  weekdayOf,
} from "../../src/shared/time.ts";

const wall = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Copenhagen",
  dateStyle: "short",
  timeStyle: "short",
});
const instants = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2060, 0, 1) });
const dates = fc.integer({ min: 0, max: 25_000 }).map((n) => addDays("1996-01-01", n));
const at = (date: string, clock: string): number => instantOf(date, clock);

describe("the clock on the wall in Copenhagen", () => {
  it("is an hour ahead of UTC in winter and two in summer", () => {
    expect(isoInstant(at("2026-12-01", "10:00"))).toBe("2026-12-01T09:00:00Z");
    expect(isoInstant(at("2026-07-01", "10:00"))).toBe("2026-07-01T08:00:00Z");
  });

  it("moves somebody who comes in the hour that spring skips an hour on", () => {
    expect(isoInstant(at("2026-03-29", "01:59"))).toBe("2026-03-29T00:59:00Z");
    expect(localClock(at("2026-03-29", "02:30"))).toBe("03:30");
    expect(isoInstant(at("2026-03-29", "03:00"))).toBe("2026-03-29T01:00:00Z");
  });

  it("takes the first of the two hours that autumn gives", () => {
    expect(isoInstant(at("2026-10-25", "02:30"))).toBe("2026-10-25T00:30:00Z");
    expect(isoInstant(at("2026-10-25", "03:00"))).toBe("2026-10-25T02:00:00Z");
    expect(localClock(Date.UTC(2026, 9, 25, 1, 30))).toBe("02:30");
  });

  it("reads every instant as people's own clocks do", () => {
    fc.assert(
      fc.property(instants, (ms) => {
        expect(`${localDate(ms)} ${localClock(ms)}`).toBe(wall.format(ms));
        expect(localMinutes(ms)).toBe(Date.parse(`${localDate(ms)}T${localClock(ms)}:00Z`) / 60_000);
      }),
      { numRuns: 300 },
    );
  });

  it("brings a date and clock back as they were, but for the skipped hour", () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 1439 }), (date, minutes) => {
        const clock = `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
        const ms = at(date, clock);
        const skipped = date.slice(5, 7) === "03" && clock.startsWith("02") && localClock(ms).startsWith("03");
        expect(skipped || `${localDate(ms)} ${localClock(ms)}` === `${date} ${clock}`).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses what is no date or clock", () => {
    expect(() => at("i dag", "10:00")).toThrow(RangeError);
    expect(() => at("2026-01-01", "kl. 10")).toThrow(RangeError);
    expect(["2026-02-30", "2026-13-01", "2026-1-1", "0026-01-01", "", "2026-01-01T"].filter(isDate)).toEqual([]);
    expect(["2026-02-28", "2028-02-29"].every(isDate)).toBe(true);
    expect(["24:00", "9:00", "10:60", "10.00", ""].filter(isClock)).toEqual([]);
    expect(["00:00", "23:59"].every(isClock)).toBe(true);
  });
});

describe("days and weeks", () => {
  it("knows the weekday, and the next one with the day itself counted", () => {
    expect(weekdayOf("2026-12-01")).toBe("tir");
    expect(nextWeekday("2026-12-01", "tir")).toBe("2026-12-01");
    expect(nextWeekday("2026-12-01", "man")).toBe("2026-12-07");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  });

  it("numbers weeks as Danish calendars do: 2026 has 53", () => {
    expect(isoWeek("2026-12-31")).toEqual({ year: 2026, week: 53 });
    expect(isoWeek("2027-01-03")).toEqual({ year: 2026, week: 53 });
    expect(isoWeek("2027-01-04")).toEqual({ year: 2027, week: 1 });
    expect(isoWeek("2024-12-30")).toEqual({ year: 2025, week: 1 });
  });

  it.each([
    ["04:59", "aften"],
    ["05:00", "morgen"],
    ["08:59", "morgen"],
    ["09:00", "formiddag"],
    ["11:59", "formiddag"],
    ["12:00", "eftermiddag"],
    ["16:59", "eftermiddag"],
    ["17:00", "aften"],
    ["00:00", "aften"],
  ])("calls %s %s", (clock, part) => {
    expect(timeOfDay(clock)).toBe(part);
  });
});
