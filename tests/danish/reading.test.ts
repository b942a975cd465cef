import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oreOf, readClock, readDate, readMonth, readWeekday } from "../../src/danish/reading.ts";
import { clockInWords, dayAndMonth, dayInWords, monthName, weekdayName } from "../../src/danish/wording.ts";
import { addDays } from "../../src/shared/time.ts";
import { WEEKDAYS } from "../../src/shared/week.ts";
import { kroner } from "../../src/texts/price-in-words.ts";

const TODAY = "2026-11-25";
const daysAhead = fc.integer({ min: 0, max: 364 }).map((days) => addDays(TODAY, days));
const anyDay = fc.integer({ min: 0, max: 36_000 }).map((days) => addDays("2000-01-01", days));

describe("A date", () => {
  it("is the same day however somebody writes it", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const [year = "", month, day] = date.split("-").map(Number);
        const written = [
          date,
          `${day}/${month}-${year}`,
          `${day}/${month} ${year}`,
          `${day}.${month}.${year}`,
          `${date.slice(8)}-${date.slice(5, 7)}-${year}`,
          `${dayAndMonth(date)} ${year}`,
          `den ${day} ${monthName(month ?? 0).slice(0, 3)}. ${year}`,
          `${dayInWords(date)} ${year}`,
          ...(date < "2100" ? [`${day}/${month}/${date.slice(2, 4)}`] : []),
        ];
        expect(written.map((text) => readDate(text, TODAY))).toEqual(written.map(() => date));
      }),
    );
  });

  it("without a year is the first such day from today on", () => {
    fc.assert(
      fc.property(daysAhead, (date) => {
        const [, month, day] = date.split("-").map(Number);
        const written = [
          `${day}/${month}`,
          `${day}.${month}.`,
          dayAndMonth(date),
          dayInWords(date),
          `${day}te ${monthName(month ?? 0)}`,
        ];
        expect(written.map((text) => readDate(text, TODAY))).toEqual(written.map(() => date));
      }),
    );
  });

  it.each(["31. februar", "31/4", "30.2.2026", "2026-02-30", "0/5", "3/13", "3. brumaire", "tirsdag", ""])(
    "is not read where there is none: %s",
    (text) => {
      expect(readDate(text, TODAY, true)).toBeNull();
    },
  );

  it("of a leap year is waited for by whoever seeks, and refused to whoever plans", () => {
    expect(readDate("29. februar", TODAY, true)).toBe("2028-02-29");
    expect(readDate("29. februar", TODAY)).toBeNull();
    expect(readDate("29/2", "2027-11-25")).toBe("2028-02-29");
  });
});

describe("A clock", () => {
  const clocks = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((n) => `${n}`.padStart(2, "0")).join(":"));

  it("is the same hour however somebody writes it", () => {
    fc.assert(
      fc.property(clocks, (clock) => {
        const said = clockInWords(clock);
        const written = [clock, said, clock.replace(":", "."), `kl. ${said}`, `kl ${said}`, `kl.${said}`];
        expect(written.map((text) => readClock(text, null))).toEqual(written.map(() => clock));
      }),
    );
  });

  it("that no day has is none, and midnight is what its reader takes it for", () => {
    expect(["25", "12:60", "24:30", "24", "9.3", "klokken", ""].map((text) => readClock(text, null))).toEqual(
      Array(7).fill(null),
    );
    expect(["24", "24:00"].map((text) => readClock(text, "00:00"))).toEqual(["00:00", "00:00"]);
    expect(readClock("kl. 24", "23:59")).toBe("23:59");
  });
});

describe("Words and amounts", () => {
  it("of weekdays and months are known by how they begin", () => {
    for (const day of WEEKDAYS)
      for (const word of [day, weekdayName(day), weekdayName(day).toUpperCase()]) expect(readWeekday(word)).toBe(day);
    for (let month = 1; month <= 12; month++)
      for (const word of [monthName(month), monthName(month).slice(0, 3)]) expect(readMonth(word)).toBe(month);
    expect(readMonth("jul")).not.toBe(readMonth("jun"));
    expect(readMonth("brumaire")).toBe(0);
  });

  it("of money are read as they are said", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (ore) => {
        const [whole = "", part] = kroner(ore).replace(" kr.", "").split(",");
        expect(oreOf(whole, part)).toBe(ore);
      }),
    );
    expect(oreOf("12", "5")).toBe(1250);
  });
});
