import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/schedule/calendar-file.ts";
import type { CalendarActivity } from "../../src/schedule/calendar-event.ts";
import { occurrencesOf } from "../../src/schedule/schedule.ts";
import type { DateRange, ScheduleEntry } from "../../src/shared/schedule-entry.ts";
import { pausesOf, schedules } from "./schedules.ts";
import type { Told } from "./schedules.ts";

const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1) };
const site = { name: "Fællesbro", siteUrl: "https://faellesbro.example", now: window.from };

const cafe = (schedule: ScheduleEntry[], pauses: DateRange[] = []): CalendarActivity => ({
  id: "k3v9",
  slug: "strikkecafe",
  title: "Strikkecafé, for alle; kom",
  description: "Kom som du er.\nTag garn med.",
  place: { name: "Viby Bibliotek", address: "Skanderborgvej 170", postcode: "8260", town: "Viby J" },
  lat: 56.1262,
  lng: 10.1528,
  schedule,
  updatedAt: Date.UTC(2026, 8, 1, 8),
  url: "https://faellesbro.example/aktiviteter/strikkecafe",
  pauses,
});
const tuesdays: ScheduleEntry = { weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" };

describe("a calendar file", () => {
  it("has no line of more than 75 octets, whatever letters stand in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("a", "æ", "ø", "€", "👵🏽", "ن", " "), maxLength: 400 }), (words) => {
        const file = calendarOf([{ ...cafe([tuesdays]), title: words, description: words }], site);
        for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const [event] = ICAL.Component.fromString(file).getAllSubcomponents("vevent");
        expect(event?.getFirstPropertyValue("summary")).toBe(words.trim());
      }),
      { numRuns: 50 },
    );
  });

  it("tells a calendar what the site tells people, for every schedule, over the clock changes and week 53", () => {
    fc.assert(
      fc.property(schedules, pausesOf, (schedule, pauses) => {
        const shown = occurrencesOf(schedule, window, pauses).map(({ start, end, cancelled }) => ({
          start,
          end,
          cancelled,
        }));
        expect(readBack(calendarOf([cafe(schedule, pauses)], site))).toEqual(shown);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=5",
    "FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU",
    "FREQ=YEARLY;BYWEEKNO=53,1;BYDAY=MO",
    "FREQ=YEARLY;BYYEARDAY=-1",
    "FREQ=DAILY;BYMONTH=12;BYDAY=SA,SU",
    "FREQ=MONTHLY;BYMONTHDAY=-1",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,MO",
    "FREQ=YEARLY",
    "FREQ=MONTHLY;INTERVAL=2",
    "FREQ=WEEKLY;BYMONTH=1,2,3",
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=1;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=1TU,3TU;COUNT=7",
    "FREQ=YEARLY;BYDAY=20MO",
  ])("tells the same by the rule %s", (rrule) => {
    for (const from of ["2026-01-31", "2026-09-15"]) {
      const schedule = [{ rrule, from, start: "13:00", end: "15:00" }];
      expect(readBack(calendarOf([cafe(schedule)], site))).toEqual(
        occurrencesOf(schedule, window).map(({ start, end, cancelled }) => ({ start, end, cancelled })),
      );
    }
  });

  it("keeps a cancelled date and calls it off in the title", () => {
    const events = eventsIn(
      calendarOf(
        [
          cafe([
            { ...tuesdays, cancelled: ["2026-12-01"] },
            { date: "2026-12-03", start: "17:00", end: "19:00", cancelled: true },
          ]),
        ],
        site,
      ),
    );
    expect(
      events.map((event) => [event.getFirstPropertyValue("status"), event.getFirstPropertyValue("summary")]),
    ).toEqual([
      ["CONFIRMED", "Strikkecafé, for alle; kom"],
      ["CANCELLED", "Aflyst: Strikkecafé, for alle; kom"],
      ["CANCELLED", "Aflyst: Strikkecafé, for alle; kom"],
    ]);
    expect(String(events[1]?.getFirstPropertyValue("recurrence-id"))).toBe("2026-12-01T10:00:00");
  });

  it("says a plain series as one rule on the Copenhagen clock", () => {
    const file = calendarOf([cafe([{ ...tuesdays, until: "2027-05-31", except: ["2026-12-22"] }])], site);
    expect(file).toContain("DTSTART;TZID=Europe/Copenhagen:20260901T100000\r\n");
    expect(file).toContain("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20270525T080000Z\r\n");
    expect(file).toContain("EXDATE;TZID=Europe/Copenhagen:20261222T100000\r\n");
    expect(file).toContain("TZID:Europe/Copenhagen\r\n");
    expect(file).toContain("LOCATION:Viby Bibliotek\\, Skanderborgvej 170\\, 8260 Viby J\r\n");
    expect(file).toContain("GEO:56.1262;10.1528\r\n");
  });

  it("breaks odd weeks in two where the year has 53, and never repeats them wrongly", () => {
    const rules = eventsIn(calendarOf([cafe([{ ...tuesdays, weeks: "odd" }])], site)).map(
      (event) => `${event.getFirstPropertyValue("dtstart")} ${event.getFirstPropertyValue("rrule")}`,
    );
    expect(rules).toEqual([
      "2026-09-08T10:00:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20261229T090000Z",
      "2027-01-05T10:00:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20301231T090000Z",
    ]);
  });

  it("states the nights in which the clocks change by themselves, so that no calendar makes the other nights longer", () => {
    const nights: ScheduleEntry = {
      weekday: "loer",
      start: "22:00",
      end: "04:00",
      from: "2026-10-24",
      until: "2027-04-01",
    };
    const [series, ...others] = eventsIn(calendarOf([cafe([nights])], site));
    expect(String(series?.getFirstPropertyValue("duration"))).toBe("PT360M");
    expect(
      others.map((event) => `${event.getFirstPropertyValue("recurrence-id")} ${event.getFirstPropertyValue("dtend")}`),
    ).toEqual(["2026-10-24T22:00:00 2026-10-25T04:00:00", "2027-03-27T22:00:00 2027-03-28T04:00:00"]);
  });

  it("keeps its names when hours or words change, and counts changes up", () => {
    const before = eventsIn(calendarOf([cafe([tuesdays])], site))[0];
    const after = eventsIn(
      calendarOf([{ ...cafe([{ ...tuesdays, start: "11:00" }]), updatedAt: Date.UTC(2026, 8, 2) }], site),
    )[0];
    expect(after?.getFirstPropertyValue("uid")).toBe(before?.getFirstPropertyValue("uid"));
    expect(Number(after?.getFirstPropertyValue("sequence"))).toBeGreaterThan(
      Number(before?.getFirstPropertyValue("sequence")),
    );
  });

  it("gives every series of several activities a name of its own", () => {
    const twice: ScheduleEntry[] = [
      tuesdays,
      { ...tuesdays, start: "14:00", end: "16:00" },
      { date: "2026-12-03", start: "17:00", end: "19:00" },
    ];
    const uids = eventsIn(calendarOf([cafe(twice), { ...cafe(twice), id: "other" }], site)).map((event) =>
      event.getFirstPropertyValue("uid"),
    );
    expect(new Set(uids).size).toBe(6);
  });

  it("says nothing of a place that nobody may know, and lets no text break its lines", () => {
    const file = calendarOf(
      [{ ...cafe([tuesdays]), place: null, lat: null, lng: null, title: "Kaffe\r\nSTATUS:CANCELLED\u0007" }],
      {
        ...site,
        name: "Uge\nBEGIN:VEVENT",
      },
    );
    expect(file).not.toMatch(/^(LOCATION|GEO|STATUS:CANCELLED)/m);
    expect(eventsIn(file)).toHaveLength(1);
    expect(
      file.split("\r\n").every((line) => new TextEncoder().encode(line).length <= 76 && !line.includes("\n")),
    ).toBe(true);
  });

  it("is empty of events when all is over or excepted", () => {
    expect(eventsIn(calendarOf([cafe([{ ...tuesdays, until: "2026-09-01", except: ["2026-09-01"] }])], site))).toEqual(
      [],
    );
    expect(eventsIn(calendarOf([], site))).toEqual([]);
  });
});

function eventsIn(file: string): ICAL.Component[] {
  return ICAL.Component.fromString(file).getAllSubcomponents("vevent");
}

/** What a calendar program makes of the file, one for each start as the site shows it. */
function readBack(file: string): Told[] {
  const calendar = ICAL.Component.fromString(file);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent("vtimezone") as ICAL.Component);
  const all = calendar
    .getAllSubcomponents("vevent")
    .map((component) => new ICAL.Event(component, { strictExceptions: true, exceptions: [] }));
  const masters = all.filter((event) => !event.isRecurrenceException());
  for (const exception of all.filter((event) => event.isRecurrenceException()))
    masters.find(({ uid }) => uid === exception.uid)?.relateException(exception);
  const ms = (time: ICAL.Time): number => time.convertToZone(ICAL.Timezone.utcTimezone).toUnixTime() * 1000;
  const told = masters.flatMap((event) => {
    if (!event.isRecurring()) return [toldBy(event, event.startDate, event.endDate)];
    const found: Told[] = [];
    const iterator = event.iterator();
    for (let next = iterator.next(); next && next.year < 2028 + 1; next = iterator.next()) {
      const { item, startDate, endDate } = event.getOccurrenceDetails(next);
      found.push(toldBy(item, startDate, endDate));
    }
    return found;
  });
  return onePerStart(told.filter(({ start, end }) => end > window.from && start < window.to));

  function toldBy(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time): Told {
    for (const time of [start, end]) if (time.zone.tzid !== "UTC") time.zone = zone;
    return {
      start: ms(start),
      end: ms(end),
      cancelled: event.component.getFirstPropertyValue("status") === "CANCELLED",
    };
  }
}

function onePerStart(told: Told[]): Told[] {
  told.sort((a, b) => a.start - b.start || Number(a.cancelled) - Number(b.cancelled) || b.end - a.end);
  return told.filter((one, i) => i === 0 || one.start !== told[i - 1]?.start);
}
