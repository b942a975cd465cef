/** What citizens miss on the board (docs/domain.md, B12): an editor looks after it, associations can pick it up. */
import { and, count, desc, eq, gt, gte, isNotNull, isNull, lt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { areas, organisations, suggestions, themes } from "../../db/schema.ts";
import { actsFor, has, type Viewer } from "../accounts/roles.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { newId } from "../shared/ids.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import { refuse } from "../texts/refusal.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";

export interface Suggestion {
  id: string;
  wish: string;
  area: string | null;
  theme: string | null;
  createdAt: number;
  pickedUpBy: string | null;
  pickedUpById: string | null;
}

export const SUGGESTIONS_KEPT_DAYS = 365;
const SWEPT_KEPT_DAYS = 7;

/**
 * Keeps a wish, the same words once; how to reach the person is sealed, and only editors read it. Refuses CPR numbers
 * and places or themes that do not exist.
 */
export function suggest(
  db: Db,
  keys: KeyRing,
  { wish, area, theme, contact }: { wish: string; area: string | null; theme: string | null; contact: string | null },
  now: number,
): void {
  if (looksLikeCpr(wish)) refuse("cpr", "oenske");
  if (contact && looksLikeCpr(contact)) refuse("cpr", "kontakt");
  if (/https?:|www\./i.test(wish)) refuse("noLinksHere", "oenske");
  if (area && !db.select({ slug: areas.slug }).from(areas).where(eq(areas.slug, area)).get())
    refuse("unknown", "omraade");
  if (theme && !db.select({ slug: themes.slug }).from(themes).where(eq(themes.slug, theme)).get())
    refuse("unknown", "tema");
  if (
    db
      .select({ id: suggestions.id })
      .from(suggestions)
      .where(and(eq(suggestions.wish, wish), isNull(suggestions.closedAt)))
      .get()
  )
    return;
  const id = newId();
  const sealedContact = contact ? sealWithRing(keys, Buffer.from(contact), contextOf(id)) : null;
  db.insert(suggestions).values({ id, wish, area, theme, sealedContact, createdAt: now }).run();
}

/** Open wishes, newest first, without contact: for people who look after activities and for editors. */
export function openSuggestions(db: Db, viewer: Viewer | null, now: number, page = 1): Paged<Suggestion> {
  const many = has(viewer, "contact") || has(viewer, "editor") ? countFresh(db, now) : 0;
  return pageOf(page, many, (skip, take) => read(db, now, skip, take).map(({ sealed: _sealed, ...row }) => row));
}

/** The same with how to reach the person, for an editor. */
export function suggestionsForEditor(
  db: Db,
  keys: KeyRing,
  viewer: Viewer | null,
  now: number,
  page = 1,
): Paged<Suggestion & { contact: string | null }> {
  return pageOf(page, has(viewer, "editor") ? countFresh(db, now) : 0, (skip, take) =>
    read(db, now, skip, take).map(({ sealed, ...row }) => ({
      ...row,
      contact: sealed && openWithRing(keys, sealed, contextOf(row.id)).toString(),
    })),
  );
}

export function countSuggestions(db: Db): number {
  return db.select({ open: count() }).from(suggestions).where(isNull(suggestions.closedAt)).get()?.open ?? 0;
}

/** Wishes on the list that name a place or a theme, coded, since one instant and before another. */
export function wishesBetween(
  db: Db,
  { from, until }: { from: number; until: number },
): { area: string; theme: string; time: ""; wished: number }[] {
  return db
    .select({ area: suggestions.area, theme: suggestions.theme, wished: count() })
    .from(suggestions)
    .where(and(isNull(suggestions.closedAt), gte(suggestions.createdAt, from), lt(suggestions.createdAt, until)))
    .groupBy(suggestions.area, suggestions.theme)
    .all()
    .map(({ area, theme, wished }) => ({ area: area ?? "", theme: theme ?? "", time: "" as const, wished }));
}

/** An association says that it would like to do it. Refuses one that another has picked up. */
export function pickUp(db: Db, viewer: Viewer | null, suggestionId: string, organisationId: string): void {
  if (!actsFor(viewer, organisationId)) refuse("notYours");
  const picked = db
    .update(suggestions)
    .set({ pickedUpBy: organisationId })
    .where(and(eq(suggestions.id, suggestionId), isNull(suggestions.pickedUpBy), isNull(suggestions.closedAt)))
    .run();
  if (picked.changes === 0) refuse("pickedUpAlready");
}

/** It exists now, or nobody will do it: off the list, and the contact is forgotten. */
export function close(db: Db, viewer: Viewer, suggestionId: string, now: number): void {
  if (!has(viewer, "editor")) refuse("notYours");
  db.update(suggestions).set({ closedAt: now, sealedContact: null }).where(eq(suggestions.id, suggestionId)).run();
}

/** Drops wishes after a year, and how to reach somebody a week after the wish was swept away. */
export function forgetSuggestions(db: Db, now: number): void {
  db.update(suggestions)
    .set({ sealedContact: null })
    .where(and(lt(suggestions.closedAt, now - SWEPT_KEPT_DAYS * DAY), isNotNull(suggestions.sealedContact)))
    .run();
  db.delete(suggestions)
    .where(lt(suggestions.createdAt, now - SUGGESTIONS_KEPT_DAYS * DAY))
    .run();
}

function isFresh(now: number) {
  return and(isNull(suggestions.closedAt), gt(suggestions.createdAt, now - SUGGESTIONS_KEPT_DAYS * DAY));
}

function countFresh(db: Db, now: number): number {
  return db.select({ many: count() }).from(suggestions).where(isFresh(now)).get()?.many ?? 0;
}

function read(db: Db, now: number, skip: number, take: number) {
  return db
    .select({
      id: suggestions.id,
      wish: suggestions.wish,
      area: areas.name,
      theme: themes.name,
      createdAt: suggestions.createdAt,
      pickedUpBy: organisations.name,
      pickedUpById: suggestions.pickedUpBy,
      sealed: suggestions.sealedContact,
    })
    .from(suggestions)
    .leftJoin(areas, eq(areas.slug, suggestions.area))
    .leftJoin(themes, eq(themes.slug, suggestions.theme))
    .leftJoin(organisations, eq(organisations.id, suggestions.pickedUpBy))
    .where(isFresh(now))
    .orderBy(desc(suggestions.createdAt), desc(suggestions.id))
    .limit(take)
    .offset(skip)
    .all();
}

/** What it is sealed for. */
export function contextOf(id: string): string {
  return `suggestion ${id}`;
}
