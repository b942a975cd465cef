/** Writing an activity: a draft, a copy, a change. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, type Audience, organisations, themes } from "../../db/schema.ts";
import { actsFor, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { localDate } from "../shared/time.ts";
import { type Activity, type ActivityFields, missingIn, mustBeWhole } from "./activity.ts";
import { fromToday } from "../schedule/fresh-dates.ts";
import { checkRoomForDraft } from "./quota.ts";
import { restated } from "./location.ts";
import { addDraft, placed } from "./store.ts";
import { change } from "./change.ts";
import { askedAs, joined, seenIn, shownFields } from "./two-hands.ts";

/**
 * Saves a new activity that only its organisation sees. The slug comes from the title and never changes. Refuses a
 * draft without a title.
 */
export function createDraft(
  db: Db,
  viewer: Viewer | null,
  organisationId: string,
  fields: ActivityFields & Partial<Pick<Activity, "guessed">>,
  now: number,
  { audience = "all", id }: { audience?: Audience; id?: string } = {},
): { id: string; slug: string } {
  if (!actsFor(viewer, organisationId)) refuse("notYours");
  if (!fields.title) refuse("titleMissing", "title");
  refuseCpr(fields);
  return db.transaction((tx) => {
    if (!tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisationId)).get())
      refuse("notYours");
    checkRoomForDraft(tx, organisationId, "title");
    checkThemes(tx, fields.themes);
    return addDraft(tx, { ...fields, organisationId, audience }, now, id ? { id } : {});
  });
}

/** What came of saving a form: whether what another hand had changed is in it too. */
export interface Saved {
  id: string;
  isJoined: boolean;
}

/**
 * Saves what a form of an activity states, joined with what somebody else changed since it was shown (`seen`). Refuses
 * what both changed, each in their own way.
 */
export function save(
  db: Db,
  viewer: Viewer | null,
  { activity, seen }: { activity: Activity; seen: string },
  stated: ActivityFields,
  now: number,
): Saved {
  const { fields, taken, disputed } = joined(seen, stated, activity);
  if (disputed[0]) refuse("twoHands", askedAs(disputed[0]));
  edit(db, viewer, activity.id, fields, now);
  return { id: activity.id, isJoined: taken.length > 0 };
}

/**
 * Saves a new activity under the id that its form was given: the same form once more is no second one. Refuses that when
 * somebody has changed the first since.
 */
export function saveNew(
  db: Db,
  viewer: Viewer | null,
  organisationId: string,
  id: string,
  stated: ActivityFields,
  now: number,
): Saved {
  const isId = /^[a-z0-9]{12}$/.test(id);
  const there = isId ? db.select().from(activities).where(eq(activities.id, id)).get() : undefined;
  if (!there || !actsFor(viewer, there.organisationId))
    return {
      id: createDraft(db, viewer, organisationId, stated, now, isId && !there ? { id } : {}).id,
      isJoined: false,
    };
  if (seenIn(stated) === seenIn(shownFields(there))) return { id, isJoined: false };
  if (there.updatedAt !== there.createdAt) refuse("savedBefore", "title");
  edit(db, viewer, id, stated, now);
  return { id, isJoined: false };
}

/**
 * Writes a draft off from another activity of the same organisation: the same fields and title, no date before today,
 * nothing of its history.
 */
export function cloneActivity(
  db: Db,
  viewer: Viewer | null,
  activityId: string,
  now: number,
): { id: string; slug: string } {
  const original = db.select().from(activities).where(eq(activities.id, activityId)).get();
  if (!original || !actsFor(viewer, original.organisationId)) refuse("notYours");
  return db.transaction((tx) => {
    checkRoomForDraft(tx, original.organisationId, null);
    const fresh = { publishedAt: null, confirmedAt: null, importKey: null, imported: null } as const;
    const asked = { confirmAskedAt: null, confirmAsks: 0, lapsedAt: null, full: false, fullNote: null, dayNotes: {} };
    return addDraft(
      tx,
      { ...original, ...fresh, ...asked, schedule: fromToday(original.schedule, localDate(now)) },
      now,
    );
  });
}

/**
 * Saves what was changed, and with it says yes to what was guessed. What the public has been promised must stay whole: refuses to take away what publishing
 * needs.
 */
export function edit(db: Db, viewer: Viewer | null, activityId: string, fields: ActivityFields, now: number): void {
  change(db, viewer, activityId, "edit", now, (activity) => {
    checkThemes(
      db,
      fields.themes.filter((theme) => !activity.themes.includes(theme)),
    );
    const there = { ...activity, ...restated(activity, fields) };
    const whole = mustBeWhole(activity) ? missingIn(placed(db, there))[0] : undefined;
    if (whole) refuse(whole.key, whole.field);
    if (!fields.title) refuse("titleMissing", "title");
    refuseCpr(fields);
    return {
      ...fields,
      guessed: [],
      ...(activity.state === "published" && { confirmedAt: localDate(now), lapsedAt: null }),
    };
  });
}

/** Says whom it is for. Whether the viewer may is asked before: one who writes for the association does not suffice. */
export function setAudience(db: Db, viewer: Viewer | null, activityId: string, audience: Audience, now: number): void {
  change(db, viewer, activityId, "edit", now, () => ({ audience }));
}

/** What everybody may read holds nobody's CPR number. */
function refuseCpr(fields: ActivityFields): void {
  for (const name of PUBLIC_WORDS) if (looksLikeCpr(fields[name] ?? "")) refuse("cpr", name);
}

const PUBLIC_WORDS = ["title", "summary", "description", "firstTime", "leadsTo", "placeName", "contactName"] as const;

function checkThemes(db: Db, chosen: readonly string[]): void {
  if (chosen.length === 0) return;
  const known = db.select({ slug: themes.slug }).from(themes).all();
  if (!chosen.every((theme) => known.some(({ slug }) => slug === theme))) refuse("unknown", "themes");
}
