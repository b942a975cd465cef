import { and, eq, like } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { letOthersWrite, type Store } from "../../db/write.ts";
import { type Places, readPlaces } from "../places/places.ts";
import { freeSlug } from "../shared/ids.ts";
import type { Remark } from "../texts/exchange.ts";
import { type Activity, type ActivityFields, emptyFields } from "../activities/activity.ts";
import { merge, written } from "./reconcile.ts";
import { pauseDates } from "../schedule/occurrences.ts";
import { nextOccurrence, type Occurrence } from "../schedule/schedule.ts";
import { roomForDrafts } from "../activities/quota.ts";
import { addDraft, changeActivity, noteImported } from "../activities/store.ts";
import { type Candidate, isSkipped, type Read, type Skipped, type Stated } from "./candidate.ts";

/** How long it may write before others have their turn. */
const TURN_MS = 20;

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
}

/** What a person fills in once for all that is new, where the source says nothing. */
export type Defaults = Partial<
  Pick<
    ActivityFields,
    "contactName" | "contactPhone" | "contactEmail" | "postcode" | "themes" | "priceOre" | "pricePer" | "firstFree"
  >
>;

export interface Taking {
  organisationId: string;
  /** Null: the daily fetching of a calendar. */
  actorId: string | null;
  defaults: Defaults;
  now: number;
}

/** What taking these in would do; changes nothing. */
export function previewTaking(db: Db, taking: Taking, reads: readonly Read[]): Outcome[] {
  const places = readPlaces(db);
  return reads.map((read) =>
    isSkipped(read) ? skipped(read) : outcomeOf(db, known(db, taking, read), read, taking, places).outcome,
  );
}

/**
 * Takes them in one by one, so that others write in between: what is new becomes a draft, what is known follows its
 * source. What a person has edited since stays; the same again changes nothing, so that what was cut off half way is
 * finished by taking it in again. A series that its source calls off holds a pause.
 */
export async function takeIn(store: Store, taking: Taking, reads: readonly Read[]): Promise<Outcome[]> {
  const numbers = new Map<string, number>();
  const outcomes: Outcome[] = [];
  let began = performance.now();
  for (const read of reads) {
    outcomes.push(isSkipped(read) ? skipped(read) : await store.write((tx) => takeOne(tx, taking, read, numbers)));
    if (performance.now() - began < TURN_MS) continue;
    await letOthersWrite();
    began = performance.now();
  }
  return outcomes;
}

/**
 * Titles of what a calendar brought and no longer names, and what has dates ahead: nobody touches it, but somebody
 * should look.
 */
export function goneFrom(db: Db, organisationId: string, reads: readonly Read[], now: number): string[] {
  const named = new Set(reads.flatMap((read) => (isSkipped(read) ? [] : [read.key])));
  return db
    .select()
    .from(activities)
    .where(
      and(
        eq(activities.organisationId, organisationId),
        eq(activities.state, "published"),
        like(activities.importKey, "ics:%"),
      ),
    )
    .all()
    .filter((activity) => !named.has(activity.importKey ?? "") && nextOf(db, activity, now) !== null)
    .map(({ title }) => title);
}

interface Planned {
  outcome: Outcome;
  /** Columns to write; null: none. */
  write: Partial<Activity> | null;
}

function takeOne(tx: Db, taking: Taking, candidate: Candidate, numbers: Map<string, number>): Outcome {
  const places = readPlaces(tx);
  const before = known(tx, taking, candidate);
  const { outcome, write } = outcomeOf(tx, before, candidate, taking, places);
  if (!write) return outcome;
  if (!before && roomForDrafts(tx, taking.organisationId) <= 0) return { ...outcome, kind: "skipped", why: ["noRoom"] };
  if (!before) return { ...outcome, activityId: addNew(tx, taking, candidate, numbers) };
  if (outcome.kind === "same") {
    noteImported(tx, before.id, write.imported ?? null);
    return outcome;
  }
  changeActivity(tx, before, write, {
    deed: outcome.kind === "paused" ? "pause" : "edit",
    actorId: taking.actorId,
    now: taking.now,
  });
  return outcome;
}

function outcomeOf(
  db: Db,
  before: Activity | null,
  candidate: Candidate,
  { defaults, now }: Taking,
  places: Places,
): Planned {
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
  };
  const skip = (why: Remark): Planned => ({ outcome: { ...base, kind: "skipped", why: [why] }, write: null });
  if (!before) {
    if (cancelled || (schedule.length > 0 && schedule.every((entry) => "date" in entry && entry.cancelled)))
      return skip("cancelledNew");
    if (schedule.length > 0 && !candidate.next) return skip("over");
    return { outcome: { ...base, kind: "new", next: candidate.next }, write: firstFields(stated, guessed, defaults) };
  }
  if (before.state === "withdrawn") return skip("takenDown");
  const { change, kept, imported } = mergeStated(before, stated, places);
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
  };
  const isSame = outcome.kind === "same" && JSON.stringify(remembered) === JSON.stringify(before.imported);
  return {
    outcome,
    write: isSame ? null : { ...change, imported: remembered, ...(isPause && { state: "paused" as const }) },
  };
}

/** As the source says it, where nobody has said otherwise. */
function nextAfter(db: Db, after: Activity, { stated, next }: Candidate, now: number): Occurrence | null {
  const isAsStated = after.pauses.length === 0 && JSON.stringify(after.schedule) === JSON.stringify(stated.schedule);
  return isAsStated ? next : nextOf(db, after, now);
}

/** The next time that somebody may come: outside the pauses that its host has ticked. */
function nextOf(db: Db, activity: Pick<Activity, "schedule" | "pauses">, now: number): Occurrence | null {
  return nextOccurrence(activity.schedule, now, pauseDates(db, activity, now));
}

/** Compares only what the source says: what it is silent on is a person's. */
function mergeStated(
  before: Activity,
  stated: Stated,
  places: Places,
): { change: Partial<Activity>; kept: string[]; imported: Record<string, unknown> } {
  const said = Object.entries(written(stated))
    .filter(([, value]) => hasValue(value))
    .map(([field]) => field);
  const wanted = { ...before, ...stated };
  const { change, kept, imported } = merge(before, wanted);
  // A new postcode without a pin of its own: the pin that nobody set moves along.
  if ("postcode" in change && !("lat" in stated) && isMiddleOf(before, places))
    Object.assign(change, { lat: null, lng: null });
  const keptImported = Object.fromEntries(
    Object.entries({ ...before.imported, ...imported }).map(([field, value]) => [
      field,
      said.includes(field) ? value : before.imported?.[field],
    ]),
  );
  return {
    change,
    kept: kept.filter((field) => said.includes(field)),
    imported: JSON.parse(JSON.stringify(keptImported)) as Record<string, unknown>,
  };
}

function isMiddleOf({ postcode, lat, lng }: Activity, places: Places): boolean {
  const middle = places.postcodes.find(({ code }) => code === postcode);
  return middle !== undefined && middle.lat === lat && middle.lng === lng;
}

function addNew(
  tx: Db,
  { organisationId, defaults, now }: Taking,
  { key, stated, guessed }: Candidate,
  numbers: Map<string, number>,
): string {
  const said = Object.fromEntries(Object.entries(written(stated)).filter(([, value]) => hasValue(value)));
  const slug = freeSlug(stated.title, takenSlugs(tx, activities), numbers);
  return addDraft(
    tx,
    { ...firstFields(stated, guessed, defaults), organisationId, importKey: key, imported: said },
    now,
    slug,
  ).id;
}

function known(db: Db, { organisationId }: Taking, { key }: Candidate): Activity | null {
  return (
    db
      .select()
      .from(activities)
      .where(and(eq(activities.importKey, key), eq(activities.organisationId, organisationId)))
      .get() ?? null
  );
}

/**
 * What a new draft begins with: what is said, what its words let guess, and where both are silent what a person filled
 * in for all.
 */
function firstFields(stated: Stated, guessed: Partial<ActivityFields>, defaults: Defaults): ActivityFields {
  const said = { ...Object.fromEntries(Object.entries(guessed).filter(([, value]) => hasValue([value]))), ...stated };
  const given = Object.entries(defaults).filter(([name, value]) => !(name in said) && hasValue([value]));
  return {
    ...emptyFields(),
    ...said,
    ...Object.fromEntries(given.filter(([name]) => name !== "postcode" || stated.lat === undefined)),
  };
}

function hasValue(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.some(
      (part) => part !== null && part !== undefined && part !== "" && !(Array.isArray(part) && part.length === 0),
    )
  );
}

function skipped({ label, why, row }: Skipped): Outcome {
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
  };
}
