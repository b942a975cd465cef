import { and, eq, like } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { letOthersWrite, type Store } from "../../db/write.ts";
import { freeSlug } from "../shared/ids.ts";
import { written } from "./reconcile.ts";
import { roomForDrafts } from "../activities/quota.ts";
import { addDraft, changeActivity, noteImported } from "../activities/store.ts";
import type { Activity } from "../activities/activity.ts";
import { type Candidate, isSkipped, type Read } from "./candidate.ts";
import { known, namedKeys, type Recognising, recognising } from "./known.ts";
import { type Taking, type Outcome, skipped, outcomeOf, nextOf } from "./outcome.ts";
import { hasValue, firstFields, guessedIn } from "./first-fields.ts";

/** How long it may write before others have their turn. */
const TURN_MS = 20;

/** What taking these in would do; changes nothing. */
export function previewTaking(db: Db, taking: Taking, reads: readonly Read[]): Outcome[] {
  const run = recognising(db, taking.organisationId, reads, taking.now);
  return reads.map((read) =>
    isSkipped(read) ? skipped(read) : outcomeOf(db, known(db, run, read), read, taking).outcome,
  );
}

/**
 * Takes them in one by one, so that others write in between: what is new becomes a draft, what is known follows its
 * source. What a person has edited since stays; the same again changes nothing, so that what was cut off half way is
 * finished by taking it in again. A series that its source calls off holds a pause.
 */
export async function takeIn(store: Store, taking: Taking, reads: readonly Read[]): Promise<Outcome[]> {
  const numbers = new Map<string, number>();
  const run = recognising(store.db, taking.organisationId, reads, taking.now);
  const outcomes: Outcome[] = [];
  let began = performance.now();
  for (const read of reads) {
    outcomes.push(isSkipped(read) ? skipped(read) : await store.write((tx) => takeOne(tx, taking, read, run, numbers)));
    if (performance.now() - began < TURN_MS) continue;
    await letOthersWrite();
    began = performance.now();
  }
  return outcomes;
}

/**
 * What a calendar brought and no longer names, and what has dates ahead: of one that is followed what came by it, else
 * what came by files. Nobody touches it, but somebody should look.
 */
export function goneFrom(
  db: Db,
  { organisationId, now, source }: Pick<Taking, "organisationId" | "now" | "source">,
  reads: readonly Read[],
  outcomes: readonly Outcome[] = [],
): Activity[] {
  const named = namedKeys(reads);
  const there = new Set(outcomes.map(({ activityId }) => activityId));
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
    .filter(
      (activity) =>
        !named.has(activity.importKey ?? "") &&
        !there.has(activity.id) &&
        (activity.imported?.["calendar"] ?? undefined) === source &&
        nextOf(db, activity, now) !== null,
    );
}

function takeOne(
  tx: Db,
  taking: Taking,
  candidate: Candidate,
  run: Recognising,
  numbers: Map<string, number>,
): Outcome {
  const before = known(tx, run, candidate);
  const { outcome, write } = outcomeOf(tx, before, candidate, taking);
  if (!write) return outcome;
  if (!before && roomForDrafts(tx, taking.organisationId) <= 0) return { ...outcome, kind: "skipped", why: ["noRoom"] };
  if (!before) return { ...outcome, activityId: addNew(tx, taking, candidate, numbers) };
  if (outcome.kind === "same") {
    noteImported(tx, before.id, { imported: write.imported ?? null, importKey: write.importKey ?? null });
    return outcome;
  }
  changeActivity(tx, before, write, {
    deed: outcome.kind === "paused" ? "pause" : "edit",
    actorId: taking.actorId,
    now: taking.now,
  });
  return outcome;
}

function addNew(
  tx: Db,
  { organisationId, defaults, now, source }: Taking,
  { key, stated, guessed, unsure = [] }: Candidate,
  numbers: Map<string, number>,
): string {
  const said = Object.fromEntries(Object.entries(written(stated)).filter(([, value]) => hasValue(value)));
  const slug = freeSlug(stated.title, takenSlugs(tx, activities), numbers);
  return addDraft(
    tx,
    {
      ...firstFields(stated, guessed, defaults),
      guessed: [...unsure, ...guessedIn(stated, guessed)],
      organisationId,
      importKey: key,
      imported: { ...said, ...(source && { calendar: source }) },
    },
    now,
    { slug },
  ).id;
}
