/** What becomes of one activity of a source: new, changed, the same, skipped or paused. */
import { and, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import type { Remark } from "../texts/exchange.ts";
import { type Activity, type ActivityFields, isOnline } from "../activities/activity.ts";
import { pick } from "../shared/keys-of.ts";
import { merge, written } from "./reconcile.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import { nextOccurrence, type Occurrence } from "../schedule/schedule.ts";
import type { Candidate, Skipped, Stated } from "./candidate.ts";
import { type Defaults, firstFields, guessedIn, hasValue } from "./first-fields.ts";

/** What happens, or will happen, to one activity of a source. */
export interface Outcome {
  kind: "new" | "changed" | "same" | "skipped" | "paused";
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
}

interface Planned {
  outcome: Outcome;
  /** Columns to write; null: none. */
  write: Partial<Activity> | null;
}

/** What would happen to it, and what to write; `before` is what it was taken in as. */
export function outcomeOf(db: Db, before: Activity | null, candidate: Candidate, { defaults, now }: Taking): Planned {
  const { stated, guessed, notes, cancelled } = candidate;
  const schedule = stated.schedule ?? [];
  const base = {
    title: stated.title,
    activityId: before?.id ?? null,
    schedule,
    notes,
    changes: [],
    kept: [],
    why: [],
    row: candidate.row ?? null,
    next: null,
    says: null,
  };
  const skip = (why: Remark): Planned => ({ outcome: { ...base, kind: "skipped", why: [why] }, write: null });
  if (!before) {
    if (cancelled || (schedule.length > 0 && schedule.every((entry) => "date" in entry && entry.cancelled)))
      return skip("cancelledNew");
    if (schedule.length > 0 && !candidate.next) return skip("over");
    const write = firstFields(stated, guessed, defaults);
    const says = saysOf(write, [...guessedIn(stated, guessed), ...(candidate.unsure ?? [])]);
    return { outcome: { ...base, kind: "new", next: candidate.next, says }, write };
  }
  if (before.state === "withdrawn") return skip("takenDown");
  const { change, kept, imported } = mergeStated(before, stated);
  const remembered = cancelled ? { ...imported, cancelled: true } : imported;
  const isPause = cancelled && before.imported?.["cancelled"] !== true && before.state === "published";
  const changes = Object.keys(written(change)).filter((field) => hasValue(written(change)[field]));
  const outcome: Outcome = {
    ...base,
    kind: isPause ? "paused" : Object.keys(change).length > 0 ? "changed" : "same",
    changes,
    kept,
    notes: isPause ? [...notes, "calledOff"] : notes,
    next: isPause ? null : nextAfter(db, { ...before, ...change }, candidate, now),
    says: saysOf({ ...before, ...change }, before.guessed),
  };
  const isSame = outcome.kind === "same" && JSON.stringify(remembered) === JSON.stringify(before.imported);
  return {
    outcome,
    write: isSame ? null : { ...change, imported: remembered, ...(isPause && { state: "paused" as const }) },
  };
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

/** The activity that this was taken in as earlier. */
export function known(db: Db, { organisationId }: Taking, { key }: Candidate): Activity | null {
  return (
    db
      .select()
      .from(activities)
      .where(and(eq(activities.importKey, key), eq(activities.organisationId, organisationId)))
      .get() ?? null
  );
}

/** What could not be read, as it is told. */
export function skipped({ label, why, row }: Skipped): Outcome {
  return {
    kind: "skipped",
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
