import { describe, expect, it } from "vitest";
import { readCalendar } from "../../src/exchange/calendar-import.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { NOW, openTown } from "../world.ts";
import { calendarCases, readingOf } from "./calendar-cases.ts";

const vocabulary = vocabularyOf(openTown());
const own = calendarCases("own.txt");
const programs = calendarCases("programs.txt");

describe("Calendars, and the dates that are offered of them", () => {
  it("are many", () => {
    expect(own.length).toBeGreaterThanOrEqual(120);
    expect(programs.length).toBeGreaterThanOrEqual(40);
  });

  it.each(own.map((one) => [one.what, one] as const))("of our own making: %s", (_, asked) => {
    expect(readingOf(readCalendar(asked.file, "forening", vocabulary, NOW), asked)).toEqual({
      dates: asked.dates,
      said: asked.said,
    });
  });

  it.each(programs.map((one) => [one.what, one] as const))("as %s", (_, asked) => {
    expect(readingOf(readCalendar(asked.file, "forening", vocabulary, NOW), asked)).toEqual({
      dates: asked.dates,
      said: asked.said,
    });
  });
});
