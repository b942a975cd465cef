import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDates, readRows } from "../../src/schedule/read-rows.ts";
import { rowNumbers, withRows } from "../../src/schedule/rows.ts";
import { typedSchedule } from "../../src/schedule/typed-schedule.ts";
import { tidySchedule } from "../../src/schedule/tidy.ts";
import { schedules } from "./schedules.ts";

const TODAY = "2026-11-24";
const first = (typed: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(typed).map(([name, [value]]) => [name, value ?? ""]));
const sorted = (schedule: readonly unknown[]) => schedule.map((entry) => JSON.stringify(entry)).sort();

describe("The rows of a schedule", () => {
  it("say the same as the schedule that they came from", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const { schedule: read, faults } = readRows(first(typedSchedule(schedule)), schedule, TODAY);
        expect(faults).toEqual([]);
        expect(sorted(read)).toEqual(sorted(tidySchedule(schedule)));
      }),
    );
  });

  it("an empty row counts for nothing", () => {
    expect(
      readRows({ w0day: "", w0start: "", w0end: "", w0weeks: "odd", d3date: "", d3start: "", d3end: "" }, [], TODAY),
    ).toEqual({
      schedule: [],
      faults: [],
    });
  });

  it("a new series begins today, once a month is by weekday", () => {
    expect(
      readRows(
        { w0day: "tir", w0start: "10", w0end: "12.30", m0order: "-1", m0day: "soen", m0start: "kl. 9", m0end: "11:00" },
        [],
        TODAY,
      ).schedule,
    ).toEqual([
      { weekday: "tir", start: "10:00", end: "12:30", from: TODAY },
      { rrule: "FREQ=MONTHLY;BYDAY=-1SU", start: "09:00", end: "11:00", from: TODAY },
    ]);
  });

  it("one of its buttons adds an empty row after the last, another takes one away, and the rest stays", () => {
    const more = withRows({ title: ["Strik"], w0day: ["tir"], w0start: ["10:00"], w3start: ["11:00"], more: ["w"] });
    expect(rowNumbers(more, "w")).toEqual([0, 3, 4]);
    const less = withRows({ title: ["Strik"], w0day: ["tir"], w0start: ["10:00"], w3start: ["11:00"], remove: ["w0"] });
    expect([rowNumbers(less, "w"), less["title"]]).toEqual([[3], ["Strik"]]);
  });

  it("dates are read as people write them; without a year the next such day", () => {
    expect(readDates("24/12, 31.12.2026 og 2027-01-05; 1.2", TODAY)).toEqual({
      dates: ["2026-12-24", "2026-12-31", "2027-01-05", "2027-02-01"],
      isBad: false,
    });
    expect(readDates("32.12", TODAY)).toEqual({ dates: [], isBad: true });
  });
});
