/** A form of the contact's desk that is kept while it is typed, one for each person and form. */
import { and, desc, eq, lt } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../db/client.ts";
import { unfinishedForms } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { Returned, Typed } from "../shared/forms.ts";
import { DAY } from "../shared/time.ts";

/** What a browser may send, in bytes. */
export const MOST_TYPED_BYTES = 100_000;
/** Forms that are kept of one person. */
const MOST_FORMS = 20;
/** How long a form that somebody left is kept. */
export const UNFINISHED_KEPT_DAYS = 30;
/** The form of a new activity (by organisation) or of one there is: nothing else is kept here. */
const NAME = /^(ny|ret)-[\w-]{1,60}$/;

const sent = z.object({
  form: z.string().regex(NAME),
  typed: z.record(z.string().regex(/^(?!__proto__$)\w{1,40}$/), z.array(z.string().max(20_000)).max(100)),
});

/** The name under which the form of a new activity, or of one there is, is kept. */
export const unfinishedName = (activityId: string | null, organisationId: string): string =>
  activityId ? `ret-${activityId}` : `ny-${organisationId}`;

/** Whether a page is shown because its form was saved: what was kept of it is done with. */
export function isSaved(asked: URLSearchParams): boolean {
  return ["aktivitet-gemt", "aktivitet-samlet"].includes(asked.get("besked") ?? "");
}

/**
 * Keeps what a browser sent (JSON: form and fields) in place of what it sent before. False: it is no such form, or too
 * large.
 */
export function keepUnfinished(db: Db, viewer: Viewer, text: string, now: number): boolean {
  if (Buffer.byteLength(text) > MOST_TYPED_BYTES) return false;
  const read = sent.safeParse(parsed(text));
  if (!read.success) return false;
  const { form, typed } = read.data;
  db.insert(unfinishedForms)
    .values({ userId: viewer.id, form, typed, savedAt: now })
    .onConflictDoUpdate({ target: [unfinishedForms.userId, unfinishedForms.form], set: { typed, savedAt: now } })
    .run();
  dropOldest(db, viewer);
  return true;
}

/**
 * The form as this person left it within the last 30 days, to be shown again; nothing when it was sent or forgotten
 * since.
 */
export function typedBefore(db: Db, viewer: Viewer | null, form: string, now: number): Returned | undefined {
  if (!viewer || !NAME.test(form)) return undefined;
  const row = db.select().from(unfinishedForms).where(mine(viewer, form)).get();
  if (!row || now - row.savedAt > UNFINISHED_KEPT_DAYS * DAY) return undefined;
  return { errors: {}, typed: row.typed satisfies Typed };
}

/** Forgets the form: it was sent, or somebody begins again. */
export function forgetUnfinished(db: Db, viewer: Viewer, form: string): void {
  if (NAME.test(form)) db.delete(unfinishedForms).where(mine(viewer, form)).run();
}

/** Drops what anybody left a month ago. */
export function forgetOldUnfinished(db: Db, now: number): void {
  db.delete(unfinishedForms)
    .where(lt(unfinishedForms.savedAt, now - UNFINISHED_KEPT_DAYS * DAY))
    .run();
}

/** Whoever types in many forms keeps the last ones. */
function dropOldest(db: Db, viewer: Viewer): void {
  const old = db
    .select({ form: unfinishedForms.form })
    .from(unfinishedForms)
    .where(eq(unfinishedForms.userId, viewer.id))
    .orderBy(desc(unfinishedForms.savedAt))
    .limit(MOST_FORMS)
    .offset(MOST_FORMS)
    .all();
  for (const { form } of old) db.delete(unfinishedForms).where(mine(viewer, form)).run();
}

function mine(viewer: Viewer, form: string) {
  return and(eq(unfinishedForms.userId, viewer.id), eq(unfinishedForms.form, form));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
