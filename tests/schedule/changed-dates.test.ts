import { describe, expect, it } from "vitest";
import { cancelDate, moveDate, restoreDate } from "../../src/schedule/change-dates.ts";
import { nextOccurrence, occurrencesOf, seriesEnd } from "../../src/schedule/schedule.ts";
import type { DatedEntry, WeeklyEntry } from "../../src/shared/schedule-entry.ts";
import { instantOf } from "../../src/shared/time.ts";

const tuesdays: WeeklyEntry = { weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" };
const concert: DatedEntry = { date: "2026-12-03", start: "17:00", end: "19:30" };
const afternoon = { date: "2026-12-02", start: "13:00", end: "15:00" };
const evening = { date: "2026-12-04", start: "19:00", end: "21:00" };

describe("A host who moves a date", () => {
  it("a second time finds it only where it went last, and the others where they went", () => {
    const once = moveDate(moveDate([tuesdays], "2026-12-01", afternoon), "2026-12-08", evening);
    expect(moveDate(once, "2026-12-01", { ...afternoon, start: "14:00" })).toEqual([
      {
        ...tuesdays,
        moved: [
          { from: "2026-12-08", ...evening },
          { from: "2026-12-01", ...afternoon, start: "14:00" },
        ],
      },
    ]);
  });

  it("to where it was planned has moved nothing; another hour of that day is a move", () => {
    const home = { date: "2026-12-01", start: "10:00", end: "12:00" };
    const away = moveDate([tuesdays], "2026-12-01", afternoon);
    expect(moveDate(away, "2026-12-01", home)).toEqual([tuesdays]);
    for (const other of [
      { ...home, date: "2026-12-02" },
      { ...home, start: "09:00" },
      { ...home, end: "13:00" },
    ])
      expect(moveDate(away, "2026-12-01", other)).toEqual([{ ...tuesdays, moved: [{ from: "2026-12-01", ...other }] }]);
  });

  it("that was called off has it on again, and the others stay off", () => {
    const off = { ...tuesdays, cancelled: ["2026-12-01", "2026-12-08"] };
    expect(moveDate([off], "2026-12-01", afternoon)).toEqual([
      { ...tuesdays, cancelled: ["2026-12-08"], moved: [{ from: "2026-12-01", ...afternoon }] },
    ]);
    expect(moveDate([{ ...concert, cancelled: true }], "2026-12-03", evening)).toEqual([evening]);
  });

  it("leaves alone what is on another day or begins at another hour", () => {
    const both = [tuesdays, { ...tuesdays, start: "14:00", end: "15:00" }, concert];
    expect(moveDate(both, "2026-12-01", afternoon, "10:00").slice(1)).toEqual(both.slice(1));
    expect(moveDate(both, "2026-12-02", evening)).toEqual(both);
    expect(moveDate([concert], "2026-12-04", evening)).toEqual([concert]);
  });
});

describe("A host who calls a date off", () => {
  it("has the dates in their order, each once, and on again when it is taken back", () => {
    const off = cancelDate(cancelDate(cancelDate([tuesdays], "2026-12-15"), "2026-12-01"), "2026-12-15");
    expect(off).toEqual([{ ...tuesdays, cancelled: ["2026-12-01", "2026-12-15"] }]);
    expect(restoreDate(off, "2026-12-15")).toEqual([{ ...tuesdays, cancelled: ["2026-12-01"] }]);
    expect(restoreDate(restoreDate(off, "2026-12-15"), "2026-12-01")).toEqual([tuesdays]);
  });

  it("of its own kind finds it by its day and hour", () => {
    expect(cancelDate([concert], "2026-12-03", "17:00")).toEqual([{ ...concert, cancelled: true }]);
    expect(cancelDate([concert], "2026-12-03", "18:00")).toEqual([concert]);
    expect(cancelDate([concert], "2026-12-04")).toEqual([concert]);
    expect(restoreDate([{ ...concert, cancelled: true }], "2026-12-03")).toEqual([concert]);
  });

  it("takes back an exception as well, and the move of it stays", () => {
    const moved = [{ from: "2026-12-01", ...afternoon }];
    const entry = { ...tuesdays, except: ["2026-12-01", "2026-12-08"], moved };
    expect(restoreDate([entry], "2026-12-01")).toEqual([{ ...tuesdays, except: ["2026-12-08"], moved }]);
  });
});

describe("The last date of all", () => {
  it("is that of the entry that ends last, in whatever order they stand, and there is none when one has no end", () => {
    const short = { ...tuesdays, until: "2026-10-01" };
    expect(seriesEnd([short, concert])).toBe("2026-12-03");
    expect(seriesEnd([concert, short])).toBe("2026-12-03");
    expect(seriesEnd([short])).toBe("2026-09-29");
    for (const schedule of [
      [tuesdays, concert],
      [concert, tuesdays],
    ])
      expect(seriesEnd(schedule)).toBeNull();
    expect(seriesEnd([])).toBeNull();
  });

  it("is a date that was moved beyond the end, unless it was excepted or is not planned at all", () => {
    const series = { ...tuesdays, until: "2026-09-15" };
    const late = { date: "2026-11-05", start: "10:00", end: "12:00" };
    expect(seriesEnd([{ ...series, moved: [{ from: "2026-09-08", ...late }] }])).toBe("2026-11-05");
    expect(seriesEnd([{ ...series, moved: [{ from: "2026-09-08", ...late, date: "2026-09-09" }] }])).toBe("2026-09-15");
    expect(seriesEnd([{ ...series, except: ["2026-09-08"], moved: [{ from: "2026-09-08", ...late }] }])).toBe(
      "2026-09-15",
    );
    expect(seriesEnd([{ ...series, moved: [{ from: "2026-09-09", ...late }] }])).toBe("2026-09-15");
  });

  it("of a rule is the one that comes first, its own end or the one that was stated", () => {
    const rule = { from: "2026-09-01", start: "10:00", end: "12:00" };
    expect(seriesEnd([{ ...rule, rrule: "FREQ=WEEKLY;COUNT=3", until: "2027-01-01" }])).toBe("2026-09-15");
    expect(seriesEnd([{ ...rule, rrule: "FREQ=WEEKLY;COUNT=3", until: "2026-09-15" }])).toBe("2026-09-15");
    expect(seriesEnd([{ ...rule, rrule: "FREQ=WEEKLY;COUNT=9", until: "2026-09-10" }])).toBe("2026-09-08");
    expect(seriesEnd([{ ...rule, rrule: "FREQ=WEEKLY", until: "2026-09-10" }])).toBe("2026-09-08");
    expect(seriesEnd([{ ...rule, rrule: "FREQ=WEEKLY" }])).toBeNull();
  });
});

describe("Between two instants", () => {
  const window = { from: instantOf("2026-12-01", "12:00"), to: instantOf("2026-12-03", "17:00") };
  const keys = (...schedule: Parameters<typeof occurrencesOf>[0]) =>
    occurrencesOf(schedule, window).map(({ key }) => key);

  it("there is nothing of what ends when they begin or begins when they end", () => {
    expect(keys(tuesdays, concert)).toEqual([]);
    expect(keys({ ...tuesdays, end: "12:01" }, { ...concert, start: "16:59" })).toEqual(["2026-12-01", "2026-12-03"]);
  });

  it("there is what was moved into them and not what was moved away", () => {
    const moved = [
      { from: "2026-12-15", ...afternoon },
      { from: "2026-12-01", ...evening },
    ];
    expect(keys({ ...tuesdays, end: "13:00", moved })).toEqual(["2026-12-15"]);
  });

  it("of two at one start the longer is shown, and what is on before what is off", () => {
    const shorter = { ...afternoon, end: "14:00" };
    const [first] = occurrencesOf([shorter, afternoon], window);
    expect(first?.end).toBe(instantOf("2026-12-02", "15:00"));
    expect(occurrencesOf([{ ...afternoon, cancelled: true }, shorter], window)).toMatchObject([{ cancelled: false }]);
  });
});

it("Whoever asks for the next date of a broken rule is told that it is none", () => {
  const broken = { rrule: "FREQ=NEVER", from: "2026-09-01", start: "10:00", end: "12:00" };
  expect(() => nextOccurrence([broken], instantOf("2026-11-24", "09:00"))).toThrow("Not a rule: FREQ=NEVER");
});
