import fc from "fast-check";
import { wildText } from "./wild.ts";

const day = fc.integer({ min: -400, max: 800 }).map((days) => {
  const date = new Date(Date.UTC(2026, 10, 24) + days * 86_400_000).toISOString().slice(0, 10);
  return date.replaceAll("-", "");
});
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom("00", "15", "30", "59"))
  .map(([hour, minute]) => `${String(hour).padStart(2, "0")}${minute}`);
const zone = fc.constantFrom(
  "",
  "",
  ";TZID=Europe/Copenhagen",
  ";TZID=Romance Standard Time",
  ";TZID=America/New_York",
  ";TZID=Asia/Tokyo",
  ";TZID=Atlantis",
  ';TZID="(UTC+01:00) København"',
);
const moment = fc
  .tuple(day, clock, fc.constantFrom("", "00", "00Z", "Z"), fc.integer({ min: 0, max: 5 }))
  .map(([date, at, end, kind]) => (kind === 0 ? date : `${date}T${at}${end}`));
const named = (name: string) =>
  fc.oneof(
    { weight: 9, arbitrary: fc.tuple(zone, moment).map(([tz, at]) => `${name}${tz}:${at}`) },
    { weight: 1, arbitrary: wildText.map((text) => `${name}:${text}`) },
  );
const rule = fc
  .record({
    freq: fc.constantFrom("DAILY", "WEEKLY", "WEEKLY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY"),
    interval: fc.constantFrom("", "", ";INTERVAL=2", ";INTERVAL=7", ";INTERVAL=0"),
    days: fc.constantFrom("", ";BYDAY=TU", ";BYDAY=MO,WE,FR", ";BYDAY=1TH", ";BYDAY=-1SU", ";BYDAY=5MO"),
    others: fc.constantFrom("", "", ";BYMONTHDAY=31", ";BYMONTH=2,6", ";BYSETPOS=-1", ";BYWEEKNO=53", ";BYHOUR=10,12"),
    end: fc.oneof(
      fc.constantFrom("", ";COUNT=10", ";COUNT=3000", ";COUNT=99999999"),
      moment.map((until) => `;UNTIL=${until}`),
    ),
  })
  .map(({ freq, interval, days, others, end }) => `RRULE:FREQ=${freq}${interval}${days}${others}${end}`);
const words = (name: string) =>
  fc
    .oneof(wildText, fc.constantFrom("<p>Kaffe &amp; kage</p>", "AFLYST: Strik", "LUKKET", "Juleferie", "Strik"))
    .map((text) => `${name}:${text.replace(/\r?\n/g, "\\n")}`);

const event = fc
  .tuple(
    fc.integer({ min: 0, max: 12 }).map((n) => `UID:${n}@b`),
    words("SUMMARY"),
    named("DTSTART"),
    fc.array(
      fc.oneof(
        named("DTEND"),
        fc.constantFrom("DURATION:PT1H", "DURATION:P2D", "DURATION:-PT1H", "STATUS:CANCELLED", "CLASS:PRIVATE"),
        rule,
        named("EXDATE"),
        named("RDATE"),
        named("RECURRENCE-ID"),
        named("RECURRENCE-ID;RANGE=THISANDFUTURE"),
        words("DESCRIPTION"),
        words("LOCATION"),
        words("URL"),
        wildText,
      ),
      { maxLength: 8 },
    ),
  )
  .map(([uid, title, start, more]) => ["BEGIN:VEVENT", uid, title, start, ...more, "END:VEVENT"]);

/** What happens to a file on its way: nothing, mostly. */
const spoilt = fc.oneof(
  { weight: 6, arbitrary: fc.constant((bytes: Buffer) => bytes) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 5000 }).map((at) => (bytes: Buffer) => bytes.subarray(0, at % bytes.length)),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(5000), fc.nat(255)).map(([at, byte]) => (bytes: Buffer) => {
      const other = Buffer.from(bytes);
      other[at % other.length] = byte;
      return other;
    }),
  },
);

/** Calendars as programs write them, with what they forget, up to 300 events; some are spoilt. */
export const calendars: fc.Arbitrary<Buffer> = fc
  .tuple(
    fc.constantFrom("METHOD:PUBLISH", "METHOD:CANCEL", "X-WR-TIMEZONE:Europe/Copenhagen", "X-WR-TIMEZONE:UTC"),
    fc.array(event, { minLength: 1, maxLength: 30 }),
    fc.integer({ min: 1, max: 10 }),
    spoilt,
  )
  .map(([head, events, times, spoil]) => {
    const all = Array.from({ length: times }, (_, n) =>
      events.map((lines) => lines.map((line) => (line.startsWith("UID:") ? `${line}${n}` : line))),
    );
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", head, ...all.flat(2), "END:VCALENDAR", ""];
    return spoil(Buffer.from(lines.join("\r\n")));
  });
