/**
 * The events of a calendar file as activities: series with their exceptions, cancellations and moved dates. All pure.
 */
import { createHash } from "node:crypto";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { themesIn } from "../places/theme-words.ts";
import { checkSchedule } from "../schedule/check.ts";
import { isDated } from "../schedule/planned-dates.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { localDate } from "../shared/time.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { type Candidate, isSkipped, type Read, type Skipped } from "./candidate.ts";
import { type Closed, closedAhead, type Closing, withClosings } from "./closed-days.ts";
import { baseOf, groupsOf } from "./event-groups.ts";
import { joinedParts, nameOf, type Part, partOf } from "./event-parts.ts";
import type { IcsEvent } from "./ics-event.ts";
import { readIcs } from "./ics.ts";
import { priceIn } from "./price-in-text.ts";
import { contactIn, isOnlinePlace, placeLine } from "./words-in-text.ts";
import { withoutDialIn } from "./dial-in.ts";

/**
 * A calendar of more that are still to come is not one of an association; each becomes a draft that somebody looks at.
 */
const MOST_ACTIVITIES = 300;
/** More single dates than any activity has. */
const MOST_DATES = 150;

/** What a calendar file says of an organisation's activities, or the key of why it cannot be used. */
export function readCalendar(
  bytes: Uint8Array,
  organisationId: string,
  vocabulary: Vocabulary,
  now: number,
): Read[] | { refused: RefusalKey } {
  const file = readIcs(bytes);
  if ("refused" in file) return file;
  const today = localDate(now);
  const found = groupsOf(file.events).map((group) => partOf(group, today));
  const parts = joinedParts(
    found.filter((one) => "uids" in one),
    now,
  );
  const closings = found.filter((one): one is Closing => "schedule" in one && !("uids" in one));
  const ahead = closings.filter(({ schedule }) => nextOccurrence(schedule, now) !== null);
  if (ahead.length > MOST_ACTIVITIES) return { refused: "tooManyEvents" };
  const closed = closedAhead(ahead, today);
  const left = [...found.filter((one) => "why" in one), ...file.bad].map((one) =>
    one.key === undefined ? one : { ...one, key: calendarKey(organisationId, one.key) },
  );
  const reads = parts.map((part) => readPart(part, closed, organisationId, vocabulary, now));
  if (reads.filter((read) => !isSkipped(read) && read.next !== null).length > MOST_ACTIVITIES)
    return { refused: "tooManyEvents" };
  return [...reads, ...left, ...ahead.map(toldOf)];
}

/** What an event is known by when its calendar is read again. */
function calendarKey(organisationId: string, uid: string): string {
  return `ics:${organisationId}:${uid.length <= 200 ? uid : createHash("sha256").update(uid).digest("base64url")}`;
}

function toldOf({ title }: Closing): Skipped {
  return { label: title, why: ["closing"] };
}

function readPart(
  part: Part,
  closed: readonly Closed[],
  organisationId: string,
  vocabulary: Vocabulary,
  now: number,
): Read {
  const { event, uids, cancelled, changesOnly, ownDays, notes } = part;
  const today = localDate(now);
  const ahead = datesAhead(part.schedule, today);
  const shut = withClosings(ahead.schedule, closed, today);
  const schedule = tidySchedule(shut.schedule);
  if (checkSchedule(schedule).length > 0) return { label: event.title, why: ["badRule"] };
  const themes = themesIn(`${event.categories} ${event.title} ${event.title} ${event.description}`, vocabulary);
  const keys = [...new Set(uids)].map((uid) => calendarKey(organisationId, uid));
  const named = calendarKey(organisationId, `=${nameOf(event)}`);
  const [key = named, ...otherKeys] = new Set(uids.map(baseOf)).size > 1 ? [named, ...keys] : [...keys, named];
  return {
    key,
    otherKeys,
    guessed: { themes },
    unsure: notes.has("noEnd") ? ["schedule"] : [],
    stated: { ...statedIn(withOwnDays(event, ownDays), vocabulary), schedule },
    cancelled,
    ...(changesOnly && { changesOnly }),
    notes: [...notes, ...ahead.notes, ...shut.notes, ...ownDays.map((day): ["ownDay", string] => ["ownDay", day])],
    next: cancelled ? null : nextOccurrence(schedule, now),
  };
}

/** Without single dates of before this month, where others follow; no more of them than anybody reads. */
function datesAhead(schedule: ScheduleEntry[], today: string): { schedule: ScheduleEntry[]; notes: "moreDates"[] } {
  const month = `${today.slice(0, 7)}-01`;
  const series = schedule.filter((entry) => !isDated(entry));
  const dates = schedule.filter(isDated).sort((a, b) => (a.date < b.date ? -1 : 1));
  const ahead = dates.filter(({ date }) => date >= month);
  const kept = ahead.length > 0 || series.length > 0 ? ahead : dates.slice(-1);
  const isTooMany = kept.length > MOST_DATES;
  return { schedule: [...series, ...kept.slice(0, MOST_DATES)], notes: isTooMany ? ["moreDates"] : [] };
}

/** What a date says of itself stands in the words for all. */
function withOwnDays(event: IcsEvent, ownDays: readonly string[]): IcsEvent {
  if (ownDays.length === 0) return event;
  return { ...event, description: [event.description, ownDays.join("\n")].filter(Boolean).join("\n\n") };
}

function statedIn(event: IcsEvent, vocabulary: Vocabulary): Candidate["stated"] {
  const description = withoutDialIn(event.description);
  const contact = {
    ...contactIn(event.description),
    ...(event.contact && { ...contactIn(event.contact), ...nameIn(event.contact) }),
  };
  const url = /^https?:\/\/[^\s]{3,490}$/i.test(event.url) && URL.canParse(event.url) ? { url: event.url } : {};
  return {
    title: event.title,
    ...(description && { description }),
    ...(isOnlinePlace(event.location)
      ? { facts: ["online" as const] }
      : placeLine(event.location, vocabulary.postcodes)),
    ...event.geo,
    ...priceIn(event.description),
    ...contact,
    ...url,
  };
}

/** `Lis Hjorth, 12 34 56 78` */
function nameIn(contact: string): { contactName?: string } {
  const name = /^[\p{L}][\p{L} .'-]{1,60}/u.exec(contact)?.[0]?.trim();
  return name && !contact.startsWith(`${name}@`) ? { contactName: name } : {};
}
