/**
 * Half a note: a form that somebody sent after the session had ended, sealed here until they have signed in again. The
 * browser keeps nothing of it.
 */
import { and, eq, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { keptForms } from "../../db/schema.ts";
import type { Typed } from "../shared/forms.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";

/** Of all that was typed, in bytes: more than any form of a desk takes. */
const MOST_BYTES = 100_000;

export interface KeptForm {
  /** The action that the form names: `casework.addNote`. */
  action: string;
  typed: Typed;
}

/** Keeps a form for its owner, in place of an earlier one of the same page. False: it is too large to be one. */
export function keepForm(
  db: Db,
  keys: KeyRing,
  userId: string,
  page: string,
  { action, typed }: KeptForm,
  now: number,
): boolean {
  const shown = Object.fromEntries(Object.entries(typed).filter(([field]) => !/password/i.test(field)));
  const plain = Buffer.from(JSON.stringify({ action, typed: shown }));
  if (plain.length > MOST_BYTES) return false;
  const row = { sealed: sealWithRing(keys, plain, contextOf(userId)), keptAt: now };
  db.insert(keptForms)
    .values({ userId, page, ...row })
    .onConflictDoUpdate({ target: [keptForms.userId, keptForms.page], set: row })
    .run();
  return true;
}

/** What waits for somebody on this page; null when nothing does, or it is a day old. */
export function keptForm(db: Db, keys: KeyRing, userId: string, page: string, now: number): KeptForm | null {
  const row = db.select().from(keptForms).where(ofPage(userId, page)).get();
  if (!row || now - row.keptAt >= DAY) return null;
  return JSON.parse(openWithRing(keys, row.sealed, contextOf(userId)).toString());
}

/** It was given back. */
export function dropKeptForm(db: Db, userId: string, page: string): void {
  db.delete(keptForms).where(ofPage(userId, page)).run();
}

/** Forgets what nobody came back for within a day; answers how many. */
export function forgetKeptForms(db: Db, now: number): number {
  return db
    .delete(keptForms)
    .where(lte(keptForms.keptAt, now - DAY))
    .run().changes;
}

function ofPage(userId: string, page: string) {
  return and(eq(keptForms.userId, userId), eq(keptForms.page, page));
}

/** What it is sealed for. */
export function contextOf(userId: string): string {
  return `half a form of ${userId}`;
}
