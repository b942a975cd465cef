import { gzipSync } from "node:zlib";
import { calendar, fixture, weekly } from "./support.ts";
import type { Hostile } from "./hostile.ts";

const whole = fixture("folkehuset.ics");
const wrapped = (...lines: string[]) => Buffer.from(["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n"));
const times = (n: number, of: (i: number) => string[]) => Array.from({ length: n }, (_, i) => of(i)).flat();
const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];

/** Calendars. */
export function hostileCalendars(): Hostile[] {
  const rules = [
    "FREQ=SECONDLY",
    "FREQ=MINUTELY;INTERVAL=1",
    "FREQ=HOURLY;BYMINUTE=0,1,2",
    "FREQ=DAILY;COUNT=999999999",
    "FREQ=DAILY;INTERVAL=0",
    "FREQ=DAILY;INTERVAL=-1",
    "FREQ=WEEKLY;BYDAY=XX",
    "FREQ=YEARLY;BYMONTH=13",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    "FREQ=MONTHLY;BYDAY=6MO",
    "FREQ=DAILY;UNTIL=99991231T235959Z",
    "FREQ=DAILY;COUNT=5;UNTIL=20270101",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO,TU,WE,TH,FR,SA,SU",
    "FREQ=NEVER",
    "COUNT=3",
    "",
    ";;;;",
    "FREQ=DAILY;FREQ=WEEKLY",
    `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 366 }, (_, i) => i + 1).join(",")}`,
    `FREQ=DAILY;BYMONTHDAY=${"1,".repeat(5000)}1`,
    "FREQ=DAILY;X=Y",
    "RSCALE=CHINESE;FREQ=YEARLY",
  ];
  const starts = [
    "",
    "x",
    "20261301T100000",
    "20261232",
    "00000101T000000",
    "99991231T235959Z",
    "20261201T256000",
    "-20261201",
    "20261201T100000+0100",
    "2026-12-01",
    "19000101T000000",
  ];
  return [
    ...rules.map((rule): Hostile => [`a rule ${rule.slice(0, 40)}`, calendar(weekly(`RRULE:${rule}`))]),
    ...starts.map((start): Hostile => [`a start ${start}`, calendar(["UID:1", "SUMMARY:A", `DTSTART:${start}`])]),
    ...[10, 200, 500, 900, whole.length - 20].map((at): Hostile => [`cut off at ${at}`, whole.subarray(0, at)]),
    [
      "an endless daily series since 1900",
      calendar(weekly("DTSTART:19000101T100000", "DTEND:19000101T110000", "RRULE:FREQ=DAILY")),
    ],
    [
      "an endless series of every day of every month since 1970",
      calendar(
        weekly("DTSTART:19700101T100000", "DTEND:19700101T110000", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR,SA,SU"),
      ),
    ],
    [
      "an endless series since 1970 with 5000 exceptions",
      calendar(
        weekly(
          "DTSTART:19700101T100000",
          "DTEND:19700101T110000",
          "RRULE:FREQ=YEARLY;BYDAY=MO,TU",
          ...times(5000, (i) => [`EXDATE:${1970 + (i % 60)}0${1 + (i % 9)}05T100000`]),
        ),
      ),
    ],
    [
      "a daily series that changes for good every day",
      calendar(
        weekly("RRULE:FREQ=DAILY"),
        ...Array.from({ length: 900 }, (_, i) => {
          const day = new Date(Date.UTC(2026, 8, 2 + i)).toISOString().slice(0, 10).replaceAll("-", "");
          return [
            ...weekly(
              `RECURRENCE-ID;RANGE=THISANDFUTURE:${day}T100000`,
              `DTSTART:${day}T1${i % 10}0000`,
              `DTEND:${day}T200000`,
            ).filter((line) => !line.startsWith("RRULE")),
          ];
        }),
      ),
    ],
    [
      "5000 changed dates",
      calendar(
        weekly(),
        ...times(4, () => []).map(() => []),
        ...Array.from({ length: 900 }, (_, i) =>
          weekly(`RECURRENCE-ID:2026${String((i % 12) + 1).padStart(2, "0")}01T100000`),
        ),
      ),
    ],
    [
      "a date that moves to itself",
      calendar(
        weekly(),
        weekly(
          "RECURRENCE-ID;TZID=Europe/Copenhagen:20261201T100000",
          "DTSTART;TZID=Europe/Copenhagen:20261201T100000",
        ),
      ),
    ],
    [
      "dates that move in a circle",
      calendar(
        weekly(),
        ["UID:a@b", "SUMMARY:Strik", "RECURRENCE-ID:20261201T100000", "DTSTART:20261208T100000"],
        ["UID:a@b", "SUMMARY:Strik", "RECURRENCE-ID:20261208T100000", "DTSTART:20261201T100000"],
      ),
    ],
    [
      "300 daily series and 250 daily closings",
      calendar(
        ...Array.from({ length: 300 }, (_, i) => weekly(`UID:${i}`, `SUMMARY:Strik ${i}`, "RRULE:FREQ=DAILY")),
        ...Array.from({ length: 250 }, (_, i) => weekly(`UID:l${i}`, "SUMMARY:LUKKET", "RRULE:FREQ=DAILY")),
      ),
    ],
    ["5000 closings", calendar(...Array.from({ length: 5000 }, (_, i) => weekly(`UID:l${i}`, "SUMMARY:Juleferie")))],
    ["2000 events", calendar(...Array.from({ length: 2000 }, (_, i) => weekly(`UID:${i}`)))],
    ["1000 events", calendar(...Array.from({ length: 1000 }, (_, i) => weekly(`UID:${i}`)))],
    ["300 events of one name", calendar(...Array.from({ length: 300 }, (_, i) => weekly(`UID:${i}`)))],
    ["1000 series of one name", calendar(...Array.from({ length: 1000 }, () => weekly()))],
    ["100,000 lines", wrapped(...times(100_001, () => ["X-A:b"]))],
    ["3 MB", Buffer.alloc(3 * 1024 * 1024, "BEGIN:VCALENDAR\r\n")],
    ["one line of 2 MB", calendar(["UID:1", "DTSTART:20261201T100000", `SUMMARY:${"a".repeat(2_000_000)}`])],
    [
      "a description of 1.9 MB of tags",
      calendar(["UID:1", "DTSTART:20261201T100000", "SUMMARY:A", `DESCRIPTION:${"<br".repeat(600_000)}`]),
    ],
    [
      "a folded line of a sign each",
      calendar(["UID:1", "DTSTART:20261201T100000", `SUMMARY:A${"\r\n b".repeat(40_000)}`]),
    ],
    ["10,000 parameters", calendar(["UID:1", `DTSTART${";X=y".repeat(10_000)}:20261201T100000`, "SUMMARY:A"])],
    [
      "a quotation that is never closed",
      calendar(["UID:1", `DTSTART;TZID="Europe${"x".repeat(50_000)}:20261201T100000`, "SUMMARY:A"]),
    ],
    ["10,000 backslashes", calendar(["UID:1", "DTSTART:20261201T100000", `SUMMARY:${"\\".repeat(10_000)}`])],
    ["events within events", wrapped(...times(500, () => ["BEGIN:VEVENT"]), ...times(500, () => ["END:VEVENT"]))],
    [
      "10,000 alarms within an event",
      calendar([...weekly(), ...times(10_000, () => ["BEGIN:VALARM", "TRIGGER:-PT1M", "END:VALARM"])]),
    ],
    [
      "alarms within alarms",
      calendar([...weekly(), ...times(20_000, () => ["BEGIN:VALARM"]), ...times(20_000, () => ["END:VALARM"])]),
    ],
    ["an event that is never closed", wrapped("BEGIN:VEVENT", "UID:1", "SUMMARY:A")],
    ["an end without a beginning", wrapped("END:VEVENT")],
    ["lines without a colon", calendar(["UID", "SUMMARY", "DTSTART"])],
    [
      "a zone with a rule by the second",
      wrapped(
        "BEGIN:VTIMEZONE",
        "TZID:Bombe",
        "BEGIN:STANDARD",
        "DTSTART:19000101T000000",
        "RRULE:FREQ=SECONDLY",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:STANDARD",
        "END:VTIMEZONE",
        ...event(...weekly("DTSTART;TZID=Bombe:20261201T100000")),
      ),
    ],
    [
      "a zone that names itself",
      wrapped(
        "BEGIN:VTIMEZONE",
        "TZID:A",
        "X-LIC-LOCATION:A",
        "END:VTIMEZONE",
        ...event(...weekly("DTSTART;TZID=A:20261201T100000")),
      ),
    ],
    ["a zone from a path", calendar(weekly("DTSTART;TZID=../../etc/passwd:20261201T100000"))],
    [
      "a zone of another's property",
      calendar(
        weekly("DTSTART;TZID=__proto__:20261201T100000"),
        weekly("UID:2", "DTSTART;TZID=constructor:20261201T100000"),
      ),
    ],
    [
      "names of prototypes",
      calendar([
        "UID:__proto__",
        "SUMMARY:constructor",
        "DTSTART:20261201T100000",
        "__PROTO__:x",
        "CONSTRUCTOR;X=__proto__:y",
      ]),
    ],
    ["a UID of 100,000 signs", calendar(weekly(`UID:${"u".repeat(100_000)}`))],
    ["no UID", calendar(["SUMMARY:A", "DTSTART:20261201T100000"], ["SUMMARY:A", "DTSTART:20261201T100000"])],
    [
      "a script for a name",
      calendar(weekly("SUMMARY:<script>alert(1)</script>", "DESCRIPTION:<img src=x onerror=alert(1)>")),
    ],
    ["an address that is a script", calendar(weekly("URL:javascript:alert(1)"))],
    ["a place on the moon", calendar(weekly("GEO:999;999"), weekly("UID:2", "GEO:NaN;NaN"), weekly("UID:3", "GEO:x"))],
    [
      "a stay of 10,000 years",
      calendar(
        ["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "DURATION:P999W"],
        ["UID:2", "SUMMARY:A", "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:21991231"],
      ),
    ],
    ["a stay backwards", calendar(["UID:1", "SUMMARY:A", "DTSTART:20261201T100000", "DURATION:-PT1H"])],
    [
      "5000 extra dates",
      calendar(weekly(...times(5000, (i) => [`RDATE:20270101T${String(i % 24).padStart(2, "0")}0000`]))),
    ],
    [
      "a series of 200 days a year in another country",
      calendar(
        weekly(
          "DTSTART;TZID=America/New_York:20200101T100000",
          "DTEND;TZID=America/New_York:20200101T110000",
          "RRULE:FREQ=DAILY",
        ),
      ),
    ],
    ["UTF-16", Buffer.from(`\uFEFF${whole.toString()}`, "utf16le")],
    ["Windows-1252", Buffer.from(whole.toString(), "latin1")],
    ["broken UTF-8", Buffer.concat([whole.subarray(0, 900), Buffer.from([0xff, 0xfe, 0xc0]), whole.subarray(900)])],
    ["zero bytes within", Buffer.concat([whole.subarray(0, 900), Buffer.alloc(10), whole.subarray(900)])],
    ["only a mark", Buffer.from([0xef, 0xbb, 0xbf])],
    ["nothing", Buffer.alloc(0)],
    ["spaces", Buffer.alloc(100_000, " ")],
    ["a packed calendar", gzipSync(whole)],
    ["a page", Buffer.from("<!doctype html><html><body>BEGIN:VCALENDAR END:VCALENDAR</body></html>")],
    ["a picture", Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), whole])],
    ["JSON", Buffer.from('{"BEGIN":"VCALENDAR"}')],
    ["a card", Buffer.from("BEGIN:VCARD\r\nFN:Bo\r\nEND:VCARD")],
    ["a calendar of tasks only", wrapped("BEGIN:VTODO", "SUMMARY:A", "END:VTODO")],
    ["two calendars, one broken", Buffer.concat([whole, Buffer.from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n")])],
  ];
}
