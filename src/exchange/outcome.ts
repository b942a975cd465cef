/** What becomes of one activity of a source: new, changed, the same, skipped or paused. */
import type { Db } from "../../db/client.ts";
import type { Remark } from "../texts/exchange.ts";
import { type Activity, type ActivityFields, isOnline } from "../activities/activity.ts";
import { pick } from "../shared/keys-of.ts";
import { merge, written } from "./reconcile.ts";
import { isDated } from "../schedule/planned-dates.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import { cancelDate, moveDate } from "../schedule/change-dates.ts";
import { nextOccurrence, type Occurrence } from "../schedule/schedule.ts";
import type { Candidate, Skipped, Stated } from "./candidate.ts";
import { type Defaults, firstFields, guessedIn, hasValue } from "./first-fields.ts";

/** What happens, or will happen, to one activity of a source. */
export interface Outcome {
  kind: "new" | "changed" | "same" | "skipped" | "paused";
  /** What it is known by; "" for what cannot be told. */
  key: string;
  title: string;
  /** Null: there is none (yet). */
  activityId: string | null;
  schedule: ActivityFields["schedule"];
  /** Why it is skipped; empty when it is not. */
  why: Remark[];
  /** Names of fields (texts/exchange.ts) that change, and of those that a person has edited and that stay. */
  changes: string[];
  kept: string[];
  notes: Remark[];
  /** Its row in a spreadsheet. */
  row: number | null;
  /** The next time that it takes place, its pauses left out. */
  next: Occurrence | null;
  /** What it says where people look first; null of what is left out. */
  says: Says | null;
}

/** What an activity says of its price, its place and whom to call, and what of it is guessed. */
export interface Says extends Pick<
  ActivityFields,
  "priceOre" | "pricePer" | "placeName" | "address" | "postcode" | "contactPhone"
> {
  isOnline: boolean;
  guessed: string[];
}

/** For whom it is taken in, by whom and when. */
export interface Taking {
  organisationId: string;
  /** Null: the daily fetching of a calendar. */
  actorId: string | null;
  defaults: Defaults;
  now: number;
  /** Of a calendar that is followed: its id (`calendar_sources`). */
  source?: string;
  /** Keys of what somebody does not want. */
  leftOut?: ReadonlySet<string>;
}

interface Planned {
  outcome: Outcome;
  /** Columns to write; null: none. */
  write: Partial<Activity> | null;
}

/** What would happen to it, and what to write; `before` is what it was taken in as. */
export function outcomeOf(
  db: Db,
  before: Activity | null,
  candidate: Candidate,
  { defaults, now, source, leftOut }: Taking,
): Planned {
  const { guessed, notes } = candidate;
  const stated = statedOf(candidate, before);
  const cancelled = candidate.cancelled && !(before && candidate.changesOnly && before.schedule.every(isDated));
  const schedule = stated.schedule ?? [];
  const told: Remark[] = before?.importKey === null ? [...notes, "byHand"] : notes;
  const base = {
    key: candidate.key,
    title: stated.title,
    activityId: before?.id ?? null,
    schedule,
    notes: told,
    changes: [],
    kept: [],
    why: [],
    row: candidate.row ?? null,
    next: null,
    says: null,
  };
  const skip = (why: Remark): Planned => ({ outcome: { ...base, kind: "skipped", why: [why] }, write: null });
  if (!before) {
    if (leftOut?.has(candidate.key)) return skip("leftOut");
    if (cancelled || (schedule.length > 0 && schedule.every((entry) => "date" in entry && entry.cancelled)))
      return skip("cancelledNew");
    if (schedule.length > 0 && !candidate.next) return skip("over");
    const write = firstFields(stated, guessed, defaults);
    const says = saysOf(write, [...guessedIn(stated, guessed), ...(candidate.unsure ?? [])]);
    return { outcome: { ...base, kind: "new", next: candidate.next, says }, write };
  }
  if (before.state === "withdrawn") return skip("takenDown");
  const { change, kept, imported } = mergeStated(before, stated);
  const remembered = {
    ...imported,
    cancelled: cancelled || undefined,
    calendar: source ?? imported["calendar"],
    gone: undefined,
  };
  const isPause = cancelled && before.imported?.["cancelled"] !== true && before.state === "published";
  const changes = Object.keys(written(change)).filter((field) => hasValue(written(change)[field]));
  const outcome: Outcome = {
    ...base,
    kind: isPause ? "paused" : Object.keys(change).length > 0 ? "changed" : "same",
    changes,
    kept,
    notes: isPause ? [...base.notes, "calledOff"] : base.notes,
    next: isPause ? null : nextAfter(db, { ...before, ...change }, candidate, now),
    says: saysOf({ ...before, ...change }, before.guessed),
  };
  const importKey = isTakenOver(before, candidate) ? candidate.key : before.importKey;
  const isSame =
    outcome.kind === "same" &&
    importKey === before.importKey &&
    JSON.stringify(remembered) === JSON.stringify(before.imported);
  return {
    outcome,
    write: isSame ? null : { ...change, importKey, imported: remembered, ...(isPause && { state: "paused" as const }) },
  };
}

/** Found by its name: from now on it is known by its source. */
function isTakenOver({ importKey }: Activity, { key, otherKeys = [] }: Candidate): boolean {
  return importKey === null || ![key, ...otherKeys].includes(importKey);
}

/** Where a source names single dates alone, what is known stays, with these dates moved or called off. */
function statedOf({ stated, changesOnly, cancelled }: Candidate, before: Activity | null): Stated {
  if (!before || !changesOnly) return stated;
  const calledOff = cancelled && before.schedule.every(isDated) ? (stated.schedule ?? []).filter(isDated) : [];
  const moved = changesOnly.reduce((schedule, { planned, to, cancelled }) => {
    return cancelled ? cancelDate(schedule, planned) : moveDate(schedule, planned, to);
  }, before.schedule);
  return { title: before.title, schedule: calledOff.reduce((left, { date }) => cancelDate(left, date), moved) };
}

function saysOf(fields: ActivityFields, guessed: string[]): Says {
  return { ...pick(fields, SHOWN), isOnline: isOnline(fields), guessed };
}

const SHOWN = ["priceOre", "pricePer", "placeName", "address", "postcode", "contactPhone"] as const;

/** As the source says it, where nobody has said otherwise. */
function nextAfter(db: Db, after: Activity, { stated, next }: Candidate, now: number): Occurrence | null {
  const isAsStated = after.pauses.length === 0 && JSON.stringify(after.schedule) === JSON.stringify(stated.schedule);
  return isAsStated ? next : nextOf(db, after, now);
}

/** The next time that somebody may come: outside the pauses that its host has ticked. */
export function nextOf(db: Db, activity: Pick<Activity, "schedule" | "pauses">, now: number): Occurrence | null {
  return nextOccurrence(activity.schedule, now, pauseDates(db, activity, now));
}

/** Compares only what the source says: what it is silent on is a person's. */
function mergeStated(
  before: Activity,
  stated: Stated,
): { change: Partial<Activity>; kept: string[]; imported: Record<string, unknown> } {
  const said = Object.entries(written(stated))
    .filter(([, value]) => hasValue(value))
    .map(([field]) => field);
  const wanted = { ...before, ...stated };
  const { change, kept, imported } = merge(before, wanted);
  const keptImported = Object.fromEntries(
    Object.entries({ ...before.imported, ...imported }).map(([field, value]) => [
      field,
      said.includes(field) ? value : before.imported?.[field],
    ]),
  );
  return {
    change,
    kept: kept.filter((field) => said.includes(field)),
    imported: JSON.parse(JSON.stringify(keptImported)),
  };
}

/** What could not be read, as it is told. */
export function skipped({ label, why, row, key = "" }: Skipped): Outcome {
  return {
    kind: "skipped",
    key,
    title: label,
    activityId: null,
    schedule: [],
    why,
    changes: [],
    kept: [],
    notes: [],
    row: row ?? null,
    next: null,
    says: null,
  };
}
