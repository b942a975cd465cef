/** What a calendar's events are as activities: each alone, or several that are one. All pure. */
import { createHash } from "node:crypto";
import { dayAndMonth } from "../danish/wording.ts";
import { isDated } from "../schedule/planned-dates.ts";
import { nextOccurrence, seriesEnd } from "../schedule/schedule.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import type { Remark } from "../texts/exchange.ts";
import type { DateChange, Skipped } from "./candidate.ts";
import type { Closing } from "./closed-days.ts";
import { danish, hours, minutesOf } from "./event-hours.ts";
import type { EventGroup } from "./event-groups.ts";
import { closedSpan, tryScheduleOf } from "./event-schedule.ts";
import type { IcsEvent } from "./ics-event.ts";

const MOST_OWN_DAYS = 10;

/** An activity as its events say it. */
export interface Part {
  /** The event whose words tell of it. */
  event: IcsEvent;
  uids: string[];
  schedule: ScheduleEntry[];
  /** All of it is called off. */
  cancelled: boolean;
  changesOnly?: readonly DateChange[];
  /** `Den 8. december: Byparken`: what single dates say of themselves. */
  ownDays: string[];
  notes: Set<Remark>;
}

/** What a group of events is: an activity, days on which the place is closed, or nothing that can be used. */
export function partOf(group: EventGroup, today: string): Part | Closing | Skipped {
  const { master, changes, changesOnly, twice } = group;
  const label = master.title || "?";
  const left = (why: Remark): Skipped => ({ label, why: [why], key: group.uid });
  if (!master.title) return left("noTitle");
  if (master.private) return { label, why: ["private"] };
  const notes = new Set<Remark>(twice ? ["twice"] : []);
  const shared = { event: master, uids: [...new Set([group.uid, master.uid])], notes };
  if (changesOnly) {
    const all = changes.map(changeOf);
    const schedule = all.map(({ to, cancelled }) => ({ ...to, ...(cancelled && { cancelled }) }));
    return { ...shared, schedule: tidySchedule(schedule), cancelled: false, changesOnly: all, ownDays: [] };
  }
  const schedule = (master.closed ? closedSpan(master) : null) ?? tryScheduleOf(master, changes, today, notes);
  if (typeof schedule === "string") return left(schedule);
  if (master.closed) return { title: label, schedule };
  if (schedule.length === 0) return left("never");
  return {
    ...shared,
    schedule: tidySchedule(schedule),
    cancelled: master.cancelled && (master.rule !== null || master.calledOff),
    ...(master.calledOff && { changesOnly: [] }),
    ownDays: ownDaysOf(master, changes, today),
  };
}

/**
 * Several that are one: what Google parts when all later dates change, dates of one title and place, and a season that
 * begins when the one before is over.
 */
export function joinedParts(parts: readonly Part[], now: number): Part[] {
  const ofOneUid = [...Map.groupBy(parts, ({ uids }) => uids[0])].map(([, same]) => joined(same, now));
  return [...Map.groupBy(ofOneUid, ({ event, changesOnly }) => (changesOnly ? event : nameOf(event)))].flatMap(
    ([, same]) => chains(same).map((chain) => joined(chain, now)),
  );
}

/** What it is called and where it is, as one key. */
export function nameOf({ title, location }: Pick<IcsEvent, "title" | "location">): string {
  const plain = `${title}|${location}`.toLowerCase().replace(/[^\p{L}\p{N}|]+/gu, " ");
  return createHash("sha256").update(plain).digest("base64url").slice(0, 22);
}

function chains(parts: readonly Part[]): Part[][] {
  const found: { parts: Part[]; last: string | null; isDates: boolean }[] = [];
  for (const part of [...parts].sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1))) {
    const isDates = part.schedule.every(isDated);
    const last = seriesEnd(part.schedule);
    const chain = found.find((one) => isDates || one.isDates || (one.last !== null && one.last < firstOf(part)));
    if (!chain) {
      found.push({ parts: [part], last, isDates });
      continue;
    }
    chain.parts.push(part);
    chain.last = chain.last === null || last === null ? null : chain.last > last ? chain.last : last;
    chain.isDates = chain.isDates && isDates;
  }
  return found.map(({ parts }) => parts);
}

function firstOf({ schedule }: Part): string {
  return schedule.map((entry) => (isDated(entry) ? entry.date : entry.from)).sort()[0] ?? "";
}

/** The words are those of the part that comes next. */
function joined(parts: readonly Part[], now: number): Part {
  const [first, ...more] = parts;
  if (more.length === 0) return first!;
  const running = parts.filter(({ cancelled }) => !cancelled);
  const kept = running.length > 0 ? running : parts;
  const byNext = kept
    .map((part) => ({ part, next: nextOccurrence(part.schedule, now)?.start ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => a.next - b.next);
  const { event } = (byNext[0]?.next === Number.POSITIVE_INFINITY ? byNext.at(-1) : byNext[0])!.part;
  const ahead = byNext.filter(({ next }) => next !== Number.POSITIVE_INFINITY).map(({ part }) => part);
  const notes = new Set((ahead.length > 0 ? ahead : kept).flatMap((part) => [...part.notes]));
  if (ahead.some((part) => part.event.description !== event.description)) notes.add("ownTexts");
  return {
    event,
    uids: parts.flatMap(({ uids }) => uids),
    schedule: tidySchedule((ahead.length > 0 ? ahead : kept).flatMap(({ schedule }) => schedule)),
    cancelled: running.length === 0,
    ownDays: kept.flatMap(({ ownDays }) => ownDays),
    notes,
  };
}

function changeOf(change: IcsEvent): DateChange {
  return {
    planned: danish(change.of!).date,
    to: { date: danish(change.start).date, ...hours(change.start, minutesOf(change)) },
    cancelled: change.cancelled || change.closed,
  };
}

function ownDaysOf(master: IcsEvent, changes: readonly IcsEvent[], today: string): string[] {
  return changes
    .filter(({ andLater, cancelled, closed }) => !andLater && !cancelled && !closed)
    .map((change) => ({ date: danish(change.start).date, says: ownWords(change, master) }))
    .filter(({ date, says }) => says !== "" && date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, MOST_OWN_DAYS)
    .map(({ date, says }) => `Den ${dayAndMonth(date)}: ${says}`);
}

function ownWords(change: IcsEvent, master: IcsEvent): string {
  const own = [
    ...(change.title && change.title !== master.title ? [change.title] : []),
    ...(change.location && change.location !== master.location ? [change.location.replaceAll("\n", ", ")] : []),
  ];
  return own.join(". ");
}
