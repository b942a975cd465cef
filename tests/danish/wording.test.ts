import { describe, expect, it } from "vitest";
import {
  agoInWords,
  clockInWords,
  dateInWords,
  dayInWords,
  hoursInWords,
  inList,
  longDate,
  shortDate,
  whenInWords,
} from "../../src/danish/wording.ts";
import { instantOf as at } from "../../src/shared/time.ts";

describe("time in Danish words", () => {
  it.each([
    ["2026-11-20", "i dag"],
    ["2026-11-21", "i morgen"],
    ["2026-11-22", "på søndag"],
    ["2026-11-26", "på torsdag"],
    ["2026-11-27", "fredag den 27. november"],
    ["2027-05-20", "torsdag den 20. maj"],
    ["2027-06-01", "tirsdag den 1. juni 2027"],
    ["2026-01-05", "mandag den 5. januar"],
    ["2025-12-31", "onsdag den 31. december 2025"],
  ])("says %s on 20 November 2026 as %s", (date, words) => {
    expect(dateInWords(date, "2026-11-20")).toBe(words);
  });

  it("says clocks and hours as on a poster", () => {
    expect(["10:00", "10:30", "09:05", "00:00"].map(clockInWords)).toEqual(["10", "10.30", "9.05", "0"]);
    expect(hoursInWords("17:00", "19:30")).toBe("17–19.30");
    expect(hoursInWords("20:00", "00:00")).toBe("20–24");
    expect(hoursInWords("22:00", "02:00")).toBe("22–2");
    expect(hoursInWords("14:00", "12:00")).toBe("14 til næste dag kl. 12");
    expect(whenInWords(at("2026-11-24", "10:00"), at("2026-11-24", "12:00"), at("2026-11-20", "23:00"))).toBe(
      "på tirsdag kl. 10–12",
    );
  });

  it("writes a date short and long", () => {
    expect(shortDate("2026-12-01")).toEqual({ weekday: "tir", day: "1", month: "dec." });
    expect(shortDate("2026-05-02")).toEqual({ weekday: "lør", day: "2", month: "maj" });
    expect(longDate("2026-12-01")).toBe("tirsdag den 1. december 2026");
    expect(dayInWords("2026-12-01")).toBe("tirsdag den 1. december");
  });

  it.each([
    [0, "lige nu"],
    [60, "for et minut siden"],
    [59 * 60, "for 59 minutter siden"],
    [3600, "for en time siden"],
    [11 * 3600, "for 11 timer siden"],
    [24 * 3600, "i går"],
    [3 * 86400, "for 3 dage siden"],
    [21 * 86400, "for 3 uger siden"],
    [100 * 86400, "for 3 måneder siden"],
    [366 * 86400, "for et år siden"],
    [800 * 86400, "for 2 år siden"],
  ])("says how long ago %i seconds are: %s", (seconds, words) => {
    const now = at("2026-11-20", "12:00");
    expect(agoInWords(now - seconds * 1000, now)).toBe(words);
  });

  it("names one, two and many things in a row", () => {
    expect([[], ["kaffe"], ["kaffe", "te"], ["kaffe", "te", "saft"]].map(inList)).toEqual([
      "",
      "kaffe",
      "kaffe og te",
      "kaffe, te og saft",
    ]);
  });
});
