/**
 * A calendar file (RFC 5545) as plain events. Read with suspicion: nothing is expanded, one bad event does not spoil
 * the others.
 */
import ICAL from "ical.js";
import type { Skipped } from "./candidate.ts";
import { decodeText } from "../sheets/decode.ts";
import { COPENHAGEN, type Zone, zoneOf } from "./zones.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { type IcsEvent, type Property, eventOf } from "./ics-event.ts";

export const MOST_BYTES = 2 * 1024 * 1024;
const MOST_EVENTS = 1000;
const MOST_LINES = 100_000;

export interface IcsFile {
  events: IcsEvent[];
  bad: Skipped[];
}

/** The events of a file, or the key of why it cannot be used (texts/refusals.ts). */
export function readIcs(bytes: Uint8Array): IcsFile | { refused: RefusalKey } {
  if (bytes.length > MOST_BYTES) return { refused: "fileTooLarge2" };
  const text = decodeText(bytes)?.trim();
  if (text === undefined || !/^BEGIN:VCALENDAR/i.test(text)) return { refused: "notCalendar" };
  if (!/END:VCALENDAR$/i.test(text)) return { refused: "calendarCut" };
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.length > MOST_LINES) return { refused: "tooManyEvents" };
  const blocks = blocksOf(lines, "VEVENT");
  if (!blocks) return { refused: "calendarCut" };
  if (blocks.length > MOST_EVENTS) return { refused: "tooManyEvents" };
  if (blocks.length === 0) return { refused: "noEvents" };
  const zones = zonesOf(blocksOf(lines, "VTIMEZONE") ?? []);
  const allCancelled = lines.some((line) => /^METHOD:CANCEL\s*$/i.test(line));
  const read = blocks.map((block) => readEvent(block, zones, allCancelled));
  return { events: read.filter((one) => "uid" in one), bad: read.filter((one) => "why" in one) };
}

/** The lines of each such component, its own BEGIN and END included; null when one is not closed or holds itself. */
function blocksOf(lines: readonly string[], name: string): string[][] | null {
  const blocks: string[][] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    const mark = /^(BEGIN|END):([A-Z-]+)\s*$/i.exec(line);
    const isOurs = mark?.[2]?.toUpperCase() === name;
    if (isOurs && mark?.[1]?.toUpperCase() === "BEGIN") {
      if (open) return null;
      open = [];
    }
    open?.push(line);
    if (isOurs && mark?.[1]?.toUpperCase() === "END") {
      if (!open) return null;
      blocks.push(open);
      open = null;
    }
  }
  return open ? null : blocks;
}

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
    const place = zoneOf(/^X-LIC-LOCATION:(.+)$/im.exec(text)?.[1] ?? "");
    const offsets = [
      ...new Set(
        [...text.matchAll(/^TZOFFSETTO:([+-])(\d\d)(\d\d)/gim)].map(
          ([, sign, hours, minutes]) => Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)),
        ),
      ),
    ];
    const isDanish = offsets.length === 2 && offsets.includes(60) && offsets.includes(120);
    if (place) zones.set(id, place);
    else if (isDanish) zones.set(id, COPENHAGEN);
    else if (offsets.length === 1 && offsets[0] !== undefined) zones.set(id, { minutes: offsets[0] });
  }
  return zones;
}

function readEvent(block: readonly string[], zones: Map<string, Zone>, allCancelled: boolean): IcsEvent | Skipped {
  const label = /^SUMMARY(?:;[^:\n]*)?:(.{1,120})/im.exec(block.join("\n"))?.[1]?.trim() ?? "?";
  try {
    const [, , [event]] = ICAL.parse(["BEGIN:VCALENDAR", ...block, "END:VCALENDAR"].join("\r\n")) as unknown as [
      string,
      unknown,
      [[string, Property[]]],
    ];
    return eventOf(event[1], zones, allCancelled, label);
  } catch {
    return { label, why: ["badEvent"] };
  }
}
