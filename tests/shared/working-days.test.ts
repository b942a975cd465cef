import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicHoliday, publicHolidays } from "../../src/shared/holidays.ts";
import { instantOf as at, localClock, localDate } from "../../src/shared/time.ts";
import { addWorkingDays, workingDaysBetween } from "../../src/shared/working-days.ts";

const instants = fc.integer({ min: Date.UTC(1996, 0, 1), max: Date.UTC(2060, 0, 1) });

describe("working days of the promise", () => {
  it("skips the weekend and keeps the clock", () => {
    expect(localDate(addWorkingDays(at("2026-11-20", "15:00"), 1, isPublicHoliday))).toBe("2026-11-23");
    expect(localClock(addWorkingDays(at("2026-11-20", "15:00"), 1, isPublicHoliday))).toBe("15:00");
    expect(workingDaysBetween(at("2026-11-20", "15:00"), at("2026-11-23", "14:59"), isPublicHoliday)).toBe(0);
    expect(workingDaysBetween(at("2026-11-20", "15:00"), at("2026-11-23", "15:00"), isPublicHoliday)).toBe(1);
  });

  it("counts what comes at the weekend from Monday", () => {
    expect(addWorkingDays(at("2026-11-21", "12:00"), 1, isPublicHoliday)).toBe(at("2026-11-24", "00:00"));
    expect(addWorkingDays(at("2026-11-21", "12:00"), 0, isPublicHoliday)).toBe(at("2026-11-23", "00:00"));
  });

  it("leaves Christmas, New Year and Grundlovsdag out", () => {
    expect(localDate(addWorkingDays(at("2026-12-23", "10:00"), 1, isPublicHoliday))).toBe("2026-12-28");
    expect(localDate(addWorkingDays(at("2026-12-30", "10:00"), 1, isPublicHoliday))).toBe("2027-01-04");
    expect(localDate(addWorkingDays(at("2026-06-04", "10:00"), 1, isPublicHoliday))).toBe("2026-06-08");
  });

  it("counts back what it added", () => {
    fc.assert(
      fc.property(instants, fc.nat(12), (ms, n) => {
        expect(workingDaysBetween(ms, addWorkingDays(ms, n, isPublicHoliday), isPublicHoliday)).toBe(n);
      }),
      { numRuns: 60 },
    );
  });

  it("knows that Store Bededag was abolished from 2024, and works on 1 May", () => {
    expect(isPublicHoliday("2023-05-05")).toBe(true);
    expect(isPublicHoliday("2024-04-26")).toBe(false);
    expect(isPublicHoliday("2026-05-01")).toBe(false);
    expect(publicHolidays(2026).map(({ date }) => date)).toEqual([
      "2026-01-01",
      "2026-04-02",
      "2026-04-03",
      "2026-04-05",
      "2026-04-06",
      "2026-05-14",
      "2026-05-24",
      "2026-05-25",
      "2026-06-05",
      "2026-12-24",
      "2026-12-25",
      "2026-12-26",
      "2026-12-31",
    ]);
  });
});
