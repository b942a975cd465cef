/**
 * The events of a calendar file as activities: series with their exceptions, cancellations and moved dates. All pure.
 */
import { createHash } from "node:crypto";
import { WEEKDAYS } from "../shared/week.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { addDays, daysBetween, localClock, localDate, MINUTE, nextWeekday, weekdayOf } from "../shared/time.ts";
import type { Remark } from "../texts/exchange.ts";
import { parseRule, RULE_DAYS, type Rule, ruleDates, ruleEnd, writeRule } from "../schedule/rule.ts";
import type { DatedEntry, MovedDate, ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";
import { nextOccurrence, plannedDates } from "../schedule/schedule.ts";
import { checkSchedule } from "../schedule/check.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import type { Candidate, Read } from "./candidate.ts";
import { type IcsEvent, type Moment, readIcs } from "./ics.ts";
import { contactIn, placeLine, priceIn, themesIn } from "./words-in-text.ts";
import { COPENHAGEN, instantIn, isDanishTime } from "./zones.ts";
import type { RefusalKey } from "../texts/refusals.ts";

const DAY_MINUTES = 24 * 60;
const MOST_ALL_DAYS = 14;
/** A calendar of more is not one of an association; each becomes a draft that somebody looks at. */
const MOST_ACTIVITIES = 300;
const MOST_DATES = 150;
const MOST_CHANGES = 400;
/** How far ahead the first date after a change is looked for. */
const CUT_DAYS = 2 * 366;

interface Group {
  master: IcsEvent;
  changes: IcsEvent[];
  /** An older event of the same UID was there too. */
  twice: boolean;
}

/** One that names nothing more. */
type RemarkKey = Extract<Remark, string>;

type Danish = { date: string; clock: string };

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

/** A rule whose dates cannot be found within bounds is one that cannot be read. */
function tryScheduleOf(...[event, changes, today, notes]: Parameters<typeof scheduleOf>): ScheduleEntry[] | RemarkKey {
  try {
    return scheduleOf(event, changes, today, notes);
  } catch (thrown) {
    if (thrown instanceof RangeError || (thrown instanceof Error && /iteration|candidate/i.test(thrown.message)))
      return "badRule";
    throw thrown;
  }
}

/** The schedule, or why there is none. */
function scheduleOf(
  event: IcsEvent,
  changes: readonly IcsEvent[],
  today: string,
  notes: Set<Remark>,
): ScheduleEntry[] | RemarkKey {
  if (event.unknownZone) notes.add("unknownZone");
  const { start } = event;
  const minutes = minutesOf(event);
  if (minutes < 0) return "endsBefore";
  if (start.clock === null && event.rule === null && minutes > MOST_ALL_DAYS * DAY_MINUTES) return "closed";
  if (start.clock === null) notes.add("allDay");
  else if (minutes > DAY_MINUTES) return "lastsDays";
  else if (minutes === 0) notes.add("noEnd");
  if (event.rule === null)
    return [...singleDays(event, minutes), ...extraDates(event, minutes), ...datedChanges(changes)];
  if (start.clock === null && minutes > DAY_MINUTES) return "lastsDays";
  const rule = parseRule(event.rule);
  if (!rule) return "badRule";
  const isLocal = start.clock === null || start.zone === null || isDanishTime(start.zone, Number(today.slice(0, 4)));
  if (isLocal) return [...series(event, rule, changes, minutes, today, notes), ...extraDates(event, minutes)];
  notes.add("otherZone");
  if (changes.some(({ andLater }) => andLater)) notes.add("laterChange");
  return elsewhere(event, rule, changes, minutes, today);
}

/** How long it lasts: 0 when the calendar does not say; whole days in minutes. */
function minutesOf({ start, end, duration }: IcsEvent): number {
  if (duration !== null) return duration;
  if (!end) return start.clock === null ? DAY_MINUTES : 0;
  if (start.clock === null || end.clock === null) return Math.max(1, daysBetween(start.date, end.date)) * DAY_MINUTES;
  return Math.round((instantOfMoment(end) - instantOfMoment(start)) / MINUTE);
}

function singleDays(event: IcsEvent, minutes: number): DatedEntry[] {
  const days = event.start.clock === null ? Math.ceil(minutes / DAY_MINUTES) : 1;
  const first = danish(event.start);
  return Array.from({ length: days }, (_, i) => ({
    date: addDays(first.date, i),
    ...hours(event.start, minutes),
    ...(event.cancelled && { cancelled: true }),
  }));
}

function extraDates(event: IcsEvent, minutes: number): DatedEntry[] {
  return event.extra.slice(0, MOST_DATES).map((extra) => ({
    date: danish(extra).date,
    ...hours(
      { ...extra, clock: extra.clock ?? event.start.clock, zone: extra.clock ? extra.zone : event.start.zone },
      minutes,
    ),
  }));
}

/** Changes of single dates of what is no series here stand as dates. */
function datedChanges(changes: readonly IcsEvent[]): DatedEntry[] {
  return changes.map((change) => ({
    date: danish(change.start).date,
    ...hours(change.start, minutesOf(change)),
    ...(change.cancelled && { cancelled: true }),
  }));
}

/** A series by Danish clocks: weekly entries where the form has fields for them, else the rule itself. */
function series(
  event: IcsEvent,
  rule: Rule,
  changes: readonly IcsEvent[],
  minutes: number,
  today: string,
  notes: Set<Remark>,
): ScheduleEntry[] {
  const { clock } = danish(event.start);
  const entries = entriesOf(rule, anchor(rule, event.start.date, today), event.start.date, clock).map((entry) => ({
    ...entry,
    ...hours(event.start, minutes),
  }));
  const laters = laterChanges(changes, event);
  if (laters.some(({ change }) => hasOtherText(change, event))) notes.add("laterText");
  const pieces = entries.flatMap((entry) => piecesOf(entry, rule, laters, minutes, notes));
  return pieces.map(({ entry, days, minutes }) => {
    const planned = (moment: Moment) => addDays(plannedDate(moment, event), days);
    const exceptions = event.exceptions.map(planned);
    const named = [...exceptions, ...changes.flatMap(({ of }) => (of ? [planned(of)] : []))].sort();
    const onPlan = new Set(named.length > 0 ? plannedDates(entry, { from: named[0]!, to: named.at(-1)! }) : []);
    const mostOf = (dates: string[]) => dates.filter((date) => onPlan.has(date)).slice(-MOST_CHANGES);
    const mine = changes.filter((change) => change.of && !change.andLater && onPlan.has(planned(change.of)));
    const moved = mine.flatMap((change) => movedTo(change, entry, planned(change.of!), minutes));
    if (mine.some((change) => hasOtherText(change, event))) notes.add("oneDayText");
    const cancelled = mine.filter((change) => change.cancelled).map((change) => planned(change.of!));
    return {
      ...entry,
      except: mostOf(exceptions),
      cancelled: mostOf(cancelled),
      moved: moved.length > 0 ? moved : undefined,
    };
  });
}

function hasOtherText(change: IcsEvent, master: IcsEvent): boolean {
  return !change.cancelled && change.title !== master.title;
}

/** A change of one date and all later ones: from which planned date on. */
interface LaterChange {
  from: string;
  change: IcsEvent;
}

/** A part of a series between two such changes. */
interface Piece {
  entry: SeriesEntry;
  /** How many days after the calendar's own plan it takes place. */
  days: number;
  minutes: number;
}

/** By date; of several for one date the newest. */
function laterChanges(changes: readonly IcsEvent[], master: IcsEvent): LaterChange[] {
  const later = changes.filter(({ of, andLater }) => of && andLater);
  return [...new Map(later.map((change) => [plannedDate(change.of!, master), change]))]
    .map(([from, change]) => ({ from, change }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

/**
 * The series until the day before the first such change, and from each of them on as it says: at its hours, as many
 * days later.
 */
function piecesOf(
  entry: SeriesEntry,
  rule: Rule,
  laters: readonly LaterChange[],
  minutes: number,
  notes: Set<Remark>,
): Piece[] {
  if (laters.length === 0) return [{ entry, days: 0, minutes }];
  const starts = [null, ...laters];
  return starts.flatMap((later, i): Piece[] => {
    const next = starts[i + 1];
    const part = cut(entry, later?.from ?? entry.from, next ? addDays(next.from, -1) : undefined);
    if (!part || later?.change.cancelled) return [];
    if (!later) return [{ entry: { ...part, from: entry.from }, days: 0, minutes }];
    const { start } = later.change;
    const lasts = minutesOf(later.change) || minutes;
    const days = daysBetween(later.from, danish(start).date);
    const shifted = shift({ ...part, ...hours(start, lasts) }, rule, days);
    if (shifted) return [{ entry: shifted, days, minutes: lasts }];
    notes.add("laterChange");
    return [{ entry: part, days: 0, minutes }];
  });
}

/** The part of a series between two dates, counted from a date of its own; null when there is none. */
function cut(entry: SeriesEntry, from: string, until: string | undefined): SeriesEntry | null {
  const last = [entry.until, until].filter((date) => date !== undefined).sort()[0];
  const [first] = plannedDates(entry, { from, to: last ?? addDays(from, CUT_DAYS) });
  return first === undefined ? null : { ...entry, from: first, until: last };
}

/** The same some days later; null for a rule that cannot be said so. */
function shift(entry: SeriesEntry, rule: Rule, days: number): SeriesEntry | null {
  if (days === 0) return entry;
  const later = { ...entry, from: addDays(entry.from, days), until: entry.until && addDays(entry.until, days) };
  if ("weekday" in later)
    return { ...later, weekday: weekdayOf(addDays(nextWeekday(entry.from, later.weekday), days)) };
  if (rule.freq !== "WEEKLY" || rule.days.length > 1) return null;
  return { ...later, rrule: writeRule({ ...rule, days: [] }) };
}

function movedTo(change: IcsEvent, entry: SeriesEntry, from: string, minutes: number): MovedDate[] {
  const to = { date: danish(change.start).date, ...hours(change.start, minutesOf(change) || minutes) };
  return to.date === from && to.start === entry.start && to.end === entry.end ? [] : [{ from, ...to }];
}

/** The planned date that an exception or a change names: in the zone of the series. */
function plannedDate(moment: Moment, master: IcsEvent): string {
  if (moment.clock === null || master.start.clock === null || moment.zone === null) return moment.date;
  return danish(moment).date;
}

function entriesOf(rule: Rule, from: string, first: string, clock: string): SeriesEntry[] {
  const until = rule.until || rule.count !== null ? (ruleEnd(rule, first, clock) ?? undefined) : undefined;
  const shared = { from, until, start: clock, end: clock };
  if (isPlainWeekly(rule)) {
    const days =
      rule.days.length > 0 ? rule.days.map(({ day }) => WEEKDAYS[RULE_DAYS.indexOf(day)] ?? "man") : [weekdayOf(first)];
    return [...new Set(days)].map((weekday) => ({ ...shared, weekday }));
  }
  return [{ ...shared, rrule: writeRule(rule) }];
}

function isPlainWeekly({ freq, interval, months, monthDays, positions, weekNumbers, yearDays }: Rule): boolean {
  return (
    freq === "WEEKLY" &&
    interval === 1 &&
    months.length + monthDays.length + positions.length + weekNumbers.length + yearDays.length === 0
  );
}

/**
 * Where a rule is counted from. A daily one that began long ago is counted from a later day of its own: not through all
 * the years.
 */
function anchor(rule: Rule, first: string, today: string): string {
  const years = Number(today.slice(0, 4)) - Number(first.slice(0, 4));
  if (rule.freq !== "DAILY" || years < 3) return first;
  const days = daysBetween(first, `${Number(today.slice(0, 4)) - 1}-01-01`);
  return addDays(first, Math.floor(days / rule.interval) * rule.interval);
}

/** A series by the clocks of another country: its dates from this month on, a year ahead, each by its own instant. */
function elsewhere(
  event: IcsEvent,
  rule: Rule,
  changes: readonly IcsEvent[],
  minutes: number,
  today: string,
): ScheduleEntry[] {
  const zone = event.start.zone ?? COPENHAGEN;
  const clock = event.start.clock ?? "00:00";
  const from = anchor(rule, event.start.date, today);
  const month = `${today.slice(0, 7)}-01`;
  const dates = ruleDates(rule, from, clock, { from: month, to: addDays(month, 366) }).slice(0, MOST_DATES);
  const gone = new Set(event.exceptions.map(instantOfMoment));
  const changed = new Map(
    changes.filter(({ of, andLater }) => of && !andLater).map((change) => [instantOfMoment(change.of!), change]),
  );
  return dates.flatMap((date): DatedEntry[] => {
    const planned: Moment = { date, clock, zone };
    const at = instantOfMoment(planned);
    if (gone.has(at)) return [];
    const change = changed.get(at);
    const start = change?.start ?? planned;
    return [
      {
        date: danish(start).date,
        ...hours(start, change ? minutesOf(change) || minutes : minutes),
        ...(change?.cancelled && { cancelled: true }),
      },
    ];
  });
}

/** The clocks of a stay; what has no end lasts an hour, a whole day from midnight to midnight. */
function hours(start: Moment, minutes: number): { start: string; end: string } {
  if (start.clock === null) return { start: "00:00", end: "23:59" };
  const at = instantOfMoment(start);
  return { start: localClock(at), end: localClock(at + (minutes || 60) * MINUTE) };
}

function danish(moment: Moment): Danish {
  if (moment.clock === null) return { date: moment.date, clock: "00:00" };
  const at = instantOfMoment(moment);
  return { date: localDate(at), clock: localClock(at) };
}

function instantOfMoment({ date, clock, zone }: Moment): number {
  return instantIn(zone ?? COPENHAGEN, date, clock ?? "00:00");
}
