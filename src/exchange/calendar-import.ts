/**
 * The events of a calendar file as activities: series with their exceptions, cancellations and moved dates. All pure.
 */
import { createHash } from "node:crypto";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { localDate } from "../shared/time.ts";
import type { Remark } from "../texts/exchange.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import { checkSchedule } from "../schedule/check.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import type { Candidate, Read } from "./candidate.ts";
import type { IcsEvent } from "./ics-event.ts";
import { readIcs } from "./ics.ts";
import { priceIn } from "./price-in-text.ts";
import { contactIn, placeLine } from "./words-in-text.ts";
import type { RefusalKey } from "../texts/refusals.ts";
import { themesIn } from "../places/theme-words.ts";
import { MOST_CHANGES } from "./event-series.ts";
import { tryScheduleOf, MOST_DATES } from "./event-schedule.ts";

/** A calendar of more is not one of an association; each becomes a draft that somebody looks at. */
const MOST_ACTIVITIES = 300;

interface Group {
  master: IcsEvent;
  changes: IcsEvent[];
  /** An older event of the same UID was there too. */
  twice: boolean;
}

/** What a calendar file says of an organisation's activities, one for each UID, or the key of why it cannot be used. */
export function readCalendar(
  bytes: Uint8Array,
  organisationId: string,
  vocabulary: Vocabulary,
  now: number,
): Read[] | { refused: RefusalKey } {
  const file = readIcs(bytes);
  if ("refused" in file) return file;
  const groups = groupsOf(file.events);
  if (groups.length > MOST_ACTIVITIES) return { refused: "tooManyEvents" };
  return [...groups.map((group) => readGroup(group, organisationId, vocabulary, now)), ...file.bad];
}

/** What an event is known by when its calendar is read again. */
function calendarKey(organisationId: string, uid: string): string {
  return `ics:${organisationId}:${uid.length <= 200 ? uid : createHash("sha256").update(uid).digest("base64url")}`;
}

function groupsOf(events: readonly IcsEvent[]): Group[] {
  const byUid = Map.groupBy(events, (event) => event.uid || `${event.title}|${event.start.date}|${event.start.clock}`);
  return [...byUid].map(([uid, all]) => {
    const masters = all.filter(({ of }) => !of).sort((a, b) => b.sequence - a.sequence);
    const master = masters[0] ?? { ...all[0]!, of: null };
    const changes = masters[0]
      ? all
          .filter(({ of }) => of)
          .sort((a, b) => a.sequence - b.sequence)
          .slice(-MOST_CHANGES)
      : [];
    return { master: { ...master, uid }, changes, twice: masters.length > 1 };
  });
}

function readGroup(
  { master, changes, twice }: Group,
  organisationId: string,
  vocabulary: Vocabulary,
  now: number,
): Read {
  const label = master.title || "?";
  if (!master.title) return { label, why: ["noTitle"] };
  if (master.private) return { label, why: ["private"] };
  const notes = new Set<Remark>(twice ? ["twice"] : []);
  const schedule = tryScheduleOf(master, changes, localDate(now), notes);
  if (typeof schedule === "string") return { label, why: [schedule] };
  const tidy = tidySchedule(schedule);
  if (tidy.length === 0) return { label, why: ["never"] };
  if (tidy.length > MOST_DATES) return { label, why: ["tooManyDates"] };
  if (checkSchedule(tidy).length > 0) return { label, why: ["badRule"] };
  const themes = themesIn(`${master.categories} ${master.title} ${master.title} ${master.description}`, vocabulary);
  return {
    key: calendarKey(organisationId, master.uid),
    guessed: { themes },
    stated: { ...statedIn(master, vocabulary), schedule: tidy },
    cancelled: master.cancelled && master.rule !== null,
    notes: [...notes],
    next: nextOccurrence(tidy, now),
  };
}

function statedIn(event: IcsEvent, vocabulary: Vocabulary): Candidate["stated"] {
  const contact = {
    ...contactIn(event.description),
    ...(event.contact && { ...contactIn(event.contact), ...nameOf(event.contact) }),
  };
  const url = /^https?:\/\/[^\s]{3,490}$/i.test(event.url) && URL.canParse(event.url) ? { url: event.url } : {};
  return {
    title: event.title,
    ...(event.description && { description: event.description }),
    ...placeLine(event.location, vocabulary.postcodes),
    ...event.geo,
    ...priceIn(event.description),
    ...contact,
    ...url,
  };
}

/** `Lis Hjorth, 12 34 56 78` */
function nameOf(contact: string): { contactName?: string } {
  const name = /^[\p{L}][\p{L} .'-]{1,60}/u.exec(contact)?.[0]?.trim();
  return name && !contact.startsWith(`${name}@`) ? { contactName: name } : {};
}
