import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenDb } from "../../db/client.ts";
import { ownStore } from "../../db/write.ts";
import { type Candidate, isSkipped, type Read } from "../../src/exchange/candidate.ts";
import { readCalendar } from "../../src/exchange/calendar-import.ts";
import type { Outcome } from "../../src/exchange/outcome.ts";
import { takeIn } from "../../src/exchange/take-in.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { NOW } from "../world.ts";
import { ROOT } from "../harness/root.ts";

export const fixture = (name: string): Buffer => readFileSync(join(ROOT, "tests/exchange/fixtures", name));

/** A calendar of these events, each as its lines. */
export function calendar(...events: string[][]): Buffer {
  const lines = events.flatMap((event) => ["BEGIN:VEVENT", ...event, "END:VEVENT"]);
  return Buffer.from(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//prøve", ...lines, "END:VCALENDAR", ""].join("\r\n"));
}

/** An event on Tuesdays 10-12 from 1 September 2026, with these lines more or instead. */
export function weekly(...lines: string[]): string[] {
  const usual = [
    "UID:a@b",
    "SUMMARY:Strik",
    "DTSTART;TZID=Europe/Copenhagen:20260901T100000",
    "DTEND;TZID=Europe/Copenhagen:20260901T120000",
    "RRULE:FREQ=WEEKLY;BYDAY=TU",
  ];
  const named = lines.map((line) => line.split(/[:;]/)[0]);
  return [...usual.filter((line) => !named.includes(line.split(/[:;]/)[0])), ...lines];
}

export function readsOf(db: OpenDb, bytes: Uint8Array, organisation = "forening", now = NOW): Read[] {
  const reads = readCalendar(bytes, organisation, vocabularyOf(db), now);
  if ("refused" in reads) throw new Error(reads.refused);
  return reads;
}

/** The only activity that a calendar names. */
export function onlyOne(db: OpenDb, ...events: string[][]): Candidate {
  const [read, ...more] = readsOf(db, calendar(...events));
  if (!read || more.length > 0 || isSkipped(read)) throw new Error(JSON.stringify([read, ...more]));
  return read;
}

export function take(db: OpenDb, bytes: Uint8Array, organisationId: string, now = NOW): Promise<Outcome[]> {
  return takeIn(
    ownStore(db),
    { organisationId, actorId: null, defaults: {}, now },
    readsOf(db, bytes, organisationId, now),
  );
}
