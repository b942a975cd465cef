/**
 * A calendar file (RFC 5545) as plain events. Read with suspicion: nothing is expanded, one bad event does not spoil
 * the others.
 */
import type { RefusalKey } from "../texts/refusals.ts";
import type { Skipped } from "./candidate.ts";
import { eventOf, type IcsEvent, type OfCalendar } from "./ics-event.ts";
import { blocksOf, linesOf, ownLines } from "./ics-lines.ts";
import { COPENHAGEN, type Zone, zoneOf } from "./zones.ts";

export const MOST_BYTES = 2 * 1024 * 1024;
/** Of which most may be over. */
const MOST_EVENTS = 5000;
const MOST_LINES = 100_000;

export interface IcsFile {
  events: IcsEvent[];
  bad: Skipped[];
}

/** The events of a file, or the key of why it cannot be used (texts/refusals.ts). */
export function readIcs(bytes: Uint8Array): IcsFile | { refused: RefusalKey } {
  if (bytes.length > MOST_BYTES) return { refused: "fileTooLarge2" };
  const lines = linesOf(bytes);
  if (!/^BEGIN:VCALENDAR\s*$/i.test(lines?.[0] ?? "") || !lines) return { refused: "notCalendar" };
  if (lines.length > MOST_LINES) return { refused: "tooManyEvents" };
  const calendars = blocksOf(lines, "VCALENDAR");
  if (!calendars || !/^END:VCALENDAR\s*$/i.test(lines.at(-1) ?? "")) return { refused: "calendarCut" };
  const found: (IcsEvent | Skipped)[] = [];
  for (const calendar of calendars) {
    const blocks = blocksOf(calendar, "VEVENT");
    if (!blocks) return { refused: "calendarCut" };
    if (found.length + blocks.length > MOST_EVENTS) return { refused: "tooManyEvents" };
    const of = ofCalendar(calendar);
    found.push(...blocks.map((block) => eventOf(ownLines(block), of)));
  }
  if (found.length === 0) return { refused: "noEvents" };
  return { events: found.filter((one) => "uid" in one), bad: found.filter((one) => "why" in one) };
}

function ofCalendar(calendar: readonly string[]): OfCalendar {
  const own = ownLines(calendar);
  const zones = zonesOf(blocksOf(calendar, "VTIMEZONE") ?? []);
  const named = own.map((line) => /^X-WR-TIMEZONE(?:;[^:]*)?:(.+)$/i.exec(line)?.[1]).find(Boolean) ?? "";
  return {
    zones,
    zone: zoneOf(named) ?? zones.get(named) ?? null,
    calledOff: own.some((line) => /^METHOD:CANCEL\s*$/i.test(line)),
  };
}

/** Those of Europe and the American east, by how far they are ahead of UTC in winter and summer. */
const BY_OFFSETS: Record<string, Zone> = {
  "60,120": COPENHAGEN,
  "0,60": { name: "Europe/London" },
  "120,180": { name: "Europe/Helsinki" },
  "-300,-240": { name: "America/New_York" },
};

/**
 * Zones that a file brings along: by their place, else by how far they are from UTC in winter and summer. Their rules
 * are not read.
 */
function zonesOf(blocks: readonly string[][]): Map<string, Zone> {
  const zones = new Map<string, Zone>();
  for (const block of blocks) {
    const text = block.join("\n");
    const id = /^TZID(?:;[^:\n]*)?:(.+)$/im.exec(text)?.[1]?.trim();
    if (!id) continue;
    const zone = zoneOf(/^X-LIC-LOCATION:(.+)$/im.exec(text)?.[1] ?? "") ?? zoneOfOffsets(text);
    if (zone) zones.set(id, zone);
  }
  return zones;
}

function zoneOfOffsets(text: string): Zone | null {
  const offsets = [...text.matchAll(/^TZOFFSETTO:([+-])(\d\d)(\d\d)/gim)].map(
    ([, sign, hours, minutes]) => Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)),
  );
  const [winter, summer, ...more] = [...new Set(offsets)].sort((a, b) => a - b);
  if (winter === undefined || more.length > 0) return null;
  return summer === undefined ? { minutes: winter } : (BY_OFFSETS[`${winter},${summer}`] ?? null);
}
