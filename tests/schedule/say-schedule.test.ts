import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saySchedule, shortSchedule } from "../../src/schedule/say-schedule.ts";
import type { DatedEntry, RuleEntry, ScheduleEntry, WeeklyEntry } from "../../src/shared/schedule-entry.ts";
import { schedules } from "./schedules.ts";

const today = "2026-11-22";
const weekly = (change: Partial<WeeklyEntry> = {}): WeeklyEntry => ({
  weekday: "tir",
  start: "10:00",
  end: "12:00",
  from: "2026-09-01",
  ...change,
});
const rule = (rrule: string, change: Partial<RuleEntry> = {}): RuleEntry => ({
  rrule,
  from: "2026-09-01",
  start: "13:00",
  end: "15:00",
  ...change,
});
const on = (date: string, change: Partial<DatedEntry> = {}): DatedEntry => ({
  date,
  start: "17:00",
  end: "19:30",
  ...change,
});

describe("a schedule said back to its host", () => {
  it.each<[string, ScheduleEntry[], string[]]>([
    ["every week", [weekly()], ["hver tirsdag kl. 10–12"]],
    ["odd weeks", [weekly({ weeks: "odd" })], ["tirsdag i ulige uger kl. 10–12"]],
    [
      "even weeks on two days",
      [weekly({ weeks: "even" }), weekly({ weeks: "even", weekday: "fre" })],
      ["tirsdag og fredag i lige uger kl. 10–12"],
    ],
    [
      "several weekdays",
      [
        weekly({ weekday: "fre", start: "09:00", end: "15:00" }),
        weekly({ weekday: "man", start: "09:00", end: "15:00" }),
        weekly({ weekday: "ons", start: "09:00", end: "15:00" }),
      ],
      ["mandag, onsdag og fredag kl. 9–15"],
    ],
    [
      "weekdays in a row",
      (["man", "tir", "ons", "tor", "fre"] as const).map((weekday) => weekly({ weekday })),
      ["mandag til fredag kl. 10–12"],
    ],
    [
      "different hours",
      [weekly(), weekly({ weekday: "tor", start: "14:00", end: "16:30" })],
      ["hver tirsdag kl. 10–12", "hver torsdag kl. 14–16.30"],
    ],
    ["to an end", [weekly({ until: "2027-05-18" })], ["hver tirsdag kl. 10–12 til og med 18. maj"]],
    ["to an end far off", [weekly({ until: "2027-05-31" })], ["hver tirsdag kl. 10–12 til og med 31. maj 2027"]],
    [
      "not begun",
      [weekly({ from: "2026-12-01", until: "2027-03-30" })],
      ["hver tirsdag kl. 10–12 fra 1. december til og med 30. marts"],
    ],
    ["an exception", [weekly({ except: ["2026-12-22"] })], ["hver tirsdag kl. 10–12, ikke den 22. december"]],
    [
      "two exceptions, and one that is past",
      [weekly({ except: ["2026-10-13", "2026-12-22", "2026-12-29"] })],
      ["hver tirsdag kl. 10–12, ikke den 22. og 29. december"],
    ],
    ["an exception on a day that is not planned", [weekly({ except: ["2026-12-23"] })], ["hver tirsdag kl. 10–12"]],
    [
      "weeks off",
      [weekly({ except: ["2026-12-22", "2026-12-29", "2027-01-05"] })],
      ["hver tirsdag kl. 10–12, ikke i uge 52, 53 og 1"],
    ],
    [
      "a week off of two days",
      [weekly({ except: ["2027-02-16"] }), weekly({ weekday: "tor", except: ["2027-02-18", "2027-02-25"] })],
      ["tirsdag og torsdag kl. 10–12, ikke i uge 7, ikke den 25. februar"],
    ],
    [
      "a long break",
      [weekly({ except: ["2027-01-12", "2027-01-19", "2027-01-26", "2027-02-02"] })],
      ["hver tirsdag kl. 10–12, ikke i uge 2–5"],
    ],
    [
      "many exceptions",
      [
        weekly({
          except: ["2026-12-01", "2026-12-15", "2026-12-29", "2027-01-12", "2027-01-26", "2027-02-09", "2027-02-23"],
        }),
      ],
      ["hver tirsdag kl. 10–12, ikke den 1., 15. og 29. december, 12. og 26. januar, 9. februar og nogle flere datoer"],
    ],
    ["called off", [weekly({ cancelled: ["2026-12-01"] })], ["hver tirsdag kl. 10–12, aflyst den 1. december"]],
    [
      "moved",
      [weekly({ moved: [{ from: "2026-12-08", date: "2026-12-09", start: "14:00", end: "16:00" }] })],
      ["hver tirsdag kl. 10–12, den 8. december er flyttet til onsdag den 9. december kl. 14–16"],
    ],
    [
      "another hour",
      [weekly({ moved: [{ from: "2026-12-08", date: "2026-12-08", start: "11:00", end: "13:00" }] })],
      ["hver tirsdag kl. 10–12, den 8. december kl. 11–13"],
    ],
    ["overnight", [weekly({ weekday: "loer", start: "22:00", end: "02:00" })], ["hver lørdag kl. 22–2"]],
    ["one date", [on("2026-12-03")], ["torsdag den 3. december kl. 17–19.30"]],
    ["one date this week", [on("2026-11-24")], ["tirsdag den 24. november kl. 17–19.30"]],
    ["one date called off", [on("2026-12-03", { cancelled: true })], ["torsdag den 3. december kl. 17–19.30, aflyst"]],
    [
      "a list of dates",
      [on("2026-12-24"), on("2026-12-03"), on("2026-12-10", { cancelled: true }), on("2026-10-01")],
      ["3., 10. og 24. december kl. 17–19.30, aflyst den 10. december"],
    ],
    [
      "dates over months and years",
      [on("2026-12-03"), on("2027-01-07"), on("2027-12-02")],
      ["3. december, 7. januar og 2. december 2027 kl. 17–19.30"],
    ],
    [
      "many dates",
      Array.from({ length: 14 }, (_, i) => on(`2026-12-${String(i + 5).padStart(2, "0")}`)),
      ["14 datoer fra 5. december til 18. december kl. 17–19.30"],
    ],
    [
      "a series and a date",
      [weekly(), on("2026-12-03")],
      ["hver tirsdag kl. 10–12", "torsdag den 3. december kl. 17–19.30"],
    ],
    [
      "a series that is over, and one that is not",
      [weekly({ until: "2026-10-31" }), weekly({ weekday: "ons" })],
      ["hver onsdag kl. 10–12"],
    ],
    ["all over", [weekly({ until: "2026-10-31" })], ["hver tirsdag kl. 10–12 til og med 31. oktober"]],
    [
      "a series of one date",
      [weekly({ from: "2026-12-01", until: "2026-12-04" })],
      ["tirsdag den 1. december kl. 10–12"],
    ],
    ["first Tuesday", [rule("FREQ=MONTHLY;BYDAY=1TU")], ["den første tirsdag i måneden kl. 13–15"]],
    ["last Friday", [rule("FREQ=MONTHLY;BYDAY=-1FR")], ["den sidste fredag i måneden kl. 13–15"]],
    [
      "first and third Tuesday",
      [rule("FREQ=MONTHLY;BYDAY=3TU,1TU")],
      ["den første og tredje tirsdag i måneden kl. 13–15"],
    ],
    [
      "different days of the month",
      [rule("FREQ=MONTHLY;BYDAY=1TU,2TH")],
      ["den første tirsdag og den anden torsdag i måneden kl. 13–15"],
    ],
    [
      "last working day",
      [rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1")],
      ["den sidste hverdag i måneden kl. 13–15"],
    ],
    [
      "every second month",
      [rule("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU")],
      ["den første tirsdag hver anden måned kl. 13–15"],
    ],
    ["by number", [rule("FREQ=MONTHLY;BYMONTHDAY=15,1")], ["den 1. og 15. i måneden kl. 13–15"]],
    ["by the anchor's number", [rule("FREQ=MONTHLY")], ["den 1. i måneden kl. 13–15"]],
    ["some months", [rule("FREQ=MONTHLY;BYMONTH=1,6;BYDAY=2WE")], ["den anden onsdag i januar og juni kl. 13–15"]],
    ["every second week", [rule("FREQ=WEEKLY;INTERVAL=2")], ["tirsdag hver anden uge kl. 13–15"]],
    [
      "every third week on two days",
      [rule("FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,WE")],
      ["mandag og onsdag hver tredje uge kl. 13–15"],
    ],
    [
      "weekly by rule",
      [rule("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=40")],
      ["tirsdag og torsdag kl. 13–15 til og med 14. januar"],
    ],
    ["every day", [rule("FREQ=DAILY")], ["hver dag kl. 13–15"]],
    [
      "working days",
      [rule("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261231")],
      ["mandag til fredag kl. 13–15 til og med 31. december"],
    ],
    ["every tenth day", [rule("FREQ=DAILY;INTERVAL=10")], ["hver 10. dag kl. 13–15"]],
    ["once a year", [rule("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5")], ["hvert år den 5. juni kl. 13–15"]],
    [
      "once a year on a Sunday",
      [rule("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")],
      ["hvert år den sidste søndag i marts kl. 13–15"],
    ],
    [
      "what has no words",
      [rule("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")],
      ["13. august 2027, 13. oktober 2028, 13. april 2029, 13. juli 2029 og flere datoer kl. 13–15"],
    ],
    [
      "what has no words and ends",
      [rule("FREQ=YEARLY;BYYEARDAY=-1,1;UNTIL=20270110")],
      ["31. december og 1. januar kl. 13–15"],
    ],
  ])("%s", (_, schedule, lines) => {
    expect(saySchedule(schedule, today)).toEqual(lines);
  });

  it("has something to say of every schedule", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const lines = [...saySchedule(schedule, today), shortSchedule(schedule)];
        expect(lines.length).toBeGreaterThan(1);
        for (const line of lines) expect(line).not.toMatch(/undefined|null|NaN|^\s|\s$|\s{2}/);
      }),
      { numRuns: 100 },
    );
  });
});

describe("a schedule on a card", () => {
  it.each<[string, ScheduleEntry[]]>([
    ["hver tirsdag", [weekly()]],
    ["tirsdag og torsdag", [weekly(), weekly({ weekday: "tor", start: "14:00", end: "16:00" })]],
    ["mandag til fredag", (["man", "tir", "ons", "tor", "fre"] as const).map((weekday) => weekly({ weekday }))],
    ["hver tirsdag", [weekly(), weekly({ start: "14:00", end: "16:00" })]],
    ["ulige uger", [weekly({ weeks: "odd" })]],
    ["lige uger", [weekly({ weeks: "even" }), weekly({ weeks: "even", weekday: "tor" })]],
    ["hver anden uge", [rule("FREQ=WEEKLY;INTERVAL=2")]],
    ["den første tirsdag i måneden", [rule("FREQ=MONTHLY;BYDAY=1TU")]],
    ["den 15. i måneden", [rule("FREQ=MONTHLY;BYMONTHDAY=15")]],
    ["den sidste dag i måneden", [rule("FREQ=MONTHLY;BYMONTHDAY=-1")]],
    ["hver anden måned", [rule("FREQ=MONTHLY;INTERVAL=2;BYDAY=1TU")]],
    ["hver dag", [rule("FREQ=DAILY")]],
    ["kun denne dag", [on("2026-12-03")]],
    ["kun denne dag", [weekly({ from: "2026-12-01", until: "2026-12-04" })]],
    ["flere datoer", [on("2026-12-03"), on("2026-12-10")]],
    ["flere datoer", [weekly(), on("2026-12-10")]],
    ["flere datoer", [weekly(), weekly({ weeks: "odd", weekday: "ons" })]],
    ["flere datoer", [rule("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13")]],
  ])("%s", (words, schedule) => {
    expect(shortSchedule(schedule)).toBe(words);
  });
});
