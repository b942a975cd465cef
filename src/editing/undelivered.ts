import { and, asc, count, eq, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { mails } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import type { Trouble } from "../../db/schema.ts";
import { givenUp, troubleOf } from "../mail/undelivered.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import { refuse } from "../texts/refusal.ts";

/** A mail that did not get through: never to whom, nor what stands in it. */
export interface Undelivered {
  id: number;
  kind: string;
  createdAt: number;
  trouble: Trouble;
  code: string | null;
  /** What stood in it is gone: it can only be taken off the list. */
  isEmptied: boolean;
}

/** How many mails were given up. */
export function countUndelivered(db: Db): number {
  return db.select({ many: count() }).from(mails).where(givenUp()).get()?.many ?? 0;
}

/** The mails that were given up, oldest first; editors see them. */
export function undeliveredMails(db: Db, viewer: Viewer | null, page = 1): Paged<Undelivered> {
  return pageOf(page, has(viewer, "editor") ? countUndelivered(db) : 0, (skip, take) =>
    db
      .select({
        id: mails.id,
        kind: mails.kind,
        createdAt: mails.createdAt,
        code: mails.lastError,
        sealed: mails.sealed,
      })
      .from(mails)
      .where(givenUp())
      .orderBy(asc(mails.id))
      .limit(take)
      .offset(skip)
      .all()
      .map(({ sealed, ...mail }) => ({ ...mail, trouble: troubleOf(mail.code), isEmptied: sealed === null })),
  );
}

/**
 * Tries a mail that was given up from the beginning; all of them without `id`. One whose words are gone stays as it is.
 */
export function sendAgain(db: Db, viewer: Viewer, id: number | null, now: number): void {
  if (!has(viewer, "editor")) refuse("notYours");
  db.update(mails)
    .set({ attempts: 0, notBefore: now })
    .where(and(givenUp(), isNotNull(mails.sealed), id === null ? undefined : eq(mails.id, id)))
    .run();
}

/** Takes a mail that was given up off the list, unsent. */
export function dropUndelivered(db: Db, viewer: Viewer, id: number): void {
  if (!has(viewer, "editor")) refuse("notYours");
  db.delete(mails)
    .where(and(givenUp(), eq(mails.id, id)))
    .run();
}
