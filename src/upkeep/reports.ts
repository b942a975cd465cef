/** *Er noget forkert?* Citizens tell; the contact and the editors hear of it at once. */
import { and, asc, count, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { isForAll } from "../../db/on-board.ts";
import { activities, organisations, reports, users } from "../../db/schema.ts";
import { actsFor, has, type Viewer } from "../accounts/roles.ts";
import { hostReportMail } from "../mail/activities/report.ts";
import type { MailBox } from "../mail/outbox.ts";
import { queueForStranger } from "../mail/quota.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { newId } from "../shared/ids.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import { reasonNames } from "../texts/upkeep.ts";
import { refuse } from "../texts/refusal.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";
import { hostsOf } from "./hosts.ts";
import { linkAddress, makeLink } from "./links.ts";

export const REASONS = ["locked", "number", "over", "other"] as const;
export type Reason = (typeof REASONS)[number];

export interface Report {
  id: string;
  activityId: string;
  title: string;
  slug: string;
  organisation: string;
  reason: Reason;
  /** What was written; null when nothing was, or it is forgotten. */
  text: string | null;
  createdAt: number;
  handledAt: number | null;
  handledBy: string | null;
}

/** Open reports of one activity; beyond this nothing new is learnt. */
const MOST_OPEN = 30;
export const REPORTS_KEPT_DAYS = 30;

/**
 * Keeps what is wrong, the text sealed, and writes to the host; editors hear of it in their next mail
 * (`sendEditorNews`). The mails say nothing of what was written.
 */
export function report(
  db: Db,
  box: MailBox,
  activityId: string,
  what: { reason: Reason; text: string },
  now: number,
): void {
  if (looksLikeCpr(what.text)) refuse("cpr", "besked");
  if (what.reason === "other" && !what.text) refuse("sayWhat", "besked");
  db.transaction((tx) => {
    const activity = tx
      .select({ id: activities.id, title: activities.title, state: activities.state, audience: activities.audience })
      .from(activities)
      .where(eq(activities.id, activityId))
      .get();
    if (!activity || activity.state === "draft" || !isForAll(activity)) refuse("notPossibleNow");
    if (openOf(tx, activityId) >= MOST_OPEN) return;
    const id = newId();
    const sealedText = what.text ? sealWithRing(box.keys, Buffer.from(what.text), contextOf(id)) : null;
    tx.insert(reports).values({ id, activityId, reason: what.reason, sealedText, createdAt: now }).run();
    tellHosts(tx, box, activity, what.reason, now);
  });
}

/** What editors have to look at, oldest first: open reports. For an editor, else none. */
export function openReports(db: Db, keys: KeyRing, viewer: Viewer | null, page = 1): Paged<Report> {
  const open = has(viewer, "editor") ? countOpenReports(db) : 0;
  return pageOf(page, open, (skip, take) => readReports(db, keys, isNull(reports.handledAt), take, skip));
}

/** The open reports of one activity, for somebody who acts for it; none for anybody else. */
export function reportsOf(db: Db, keys: KeyRing, viewer: Viewer | null, activityId: string): Report[] {
  const activity = db
    .select({ organisationId: activities.organisationId })
    .from(activities)
    .where(eq(activities.id, activityId))
    .get();
  if (!activity || !actsFor(viewer, activity.organisationId)) return [];
  return readReports(db, keys, and(isNull(reports.handledAt), eq(reports.activityId, activityId)));
}

export function countOpenReports(db: Db): number {
  return db.select({ open: count() }).from(reports).where(isNull(reports.handledAt)).get()?.open ?? 0;
}

/**
 * Somebody has seen to it. Refuses others than editors and the activity's own contacts, and a report on another
 * activity than `activityId`, where that is said.
 */
export function handle(db: Db, viewer: Viewer, reportId: string, now: number, activityId?: string): void {
  const found = db
    .select({ activityId: reports.activityId, organisationId: activities.organisationId })
    .from(reports)
    .innerJoin(activities, eq(activities.id, reports.activityId))
    .where(eq(reports.id, reportId))
    .get();
  if (!found || !actsFor(viewer, found.organisationId) || (activityId !== undefined && found.activityId !== activityId))
    refuse("notYours");
  db.update(reports)
    .set({ handledAt: now, handledBy: viewer.id || null })
    .where(and(eq(reports.id, reportId), isNull(reports.handledAt)))
    .run();
}

/** Drops reports 30 days after they were seen to. */
export function forgetReports(db: Db, now: number): void {
  db.delete(reports)
    .where(and(isNotNull(reports.handledAt), lt(reports.handledAt, now - REPORTS_KEPT_DAYS * DAY)))
    .run();
}

/** What somebody wrote. */
export function openReportText(keys: KeyRing, id: string, sealed: Buffer): string {
  return openWithRing(keys, sealed, contextOf(id)).toString();
}

function tellHosts(
  tx: Db,
  box: MailBox,
  { id, title }: { id: string; title: string },
  reason: Reason,
  now: number,
): void {
  for (const to of hostsOf(tx, [id]).get(id) ?? []) {
    queueForStranger(
      tx,
      box.keys,
      hostReportMail(box.siteUrl, {
        to,
        title,
        reason: reasonNames[reason].toLowerCase(),
        link: linkAddress(box.siteUrl, makeLink(tx, "confirm", id, now)),
      }),
      now,
    );
  }
}

function openOf(db: Db, activityId: string): number {
  return (
    db
      .select({ open: count() })
      .from(reports)
      .where(and(eq(reports.activityId, activityId), isNull(reports.handledAt)))
      .get()?.open ?? 0
  );
}

function readReports(db: Db, keys: KeyRing, which: ReturnType<typeof and>, most = MOST_OPEN, skip = 0): Report[] {
  return db
    .select({
      id: reports.id,
      activityId: reports.activityId,
      title: activities.title,
      slug: activities.slug,
      organisation: organisations.name,
      reason: sql<Reason>`${reports.reason}`,
      sealed: reports.sealedText,
      createdAt: reports.createdAt,
      handledAt: reports.handledAt,
      handledBy: users.name,
    })
    .from(reports)
    .innerJoin(activities, eq(activities.id, reports.activityId))
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .leftJoin(users, eq(users.id, reports.handledBy))
    .where(which)
    .orderBy(asc(reports.createdAt), asc(reports.id))
    .limit(most)
    .offset(skip)
    .all()
    .map(({ sealed, ...row }) => ({ ...row, text: sealed && openReportText(keys, row.id, sealed) }));
}

/** What it is sealed for. */
export function contextOf(id: string): string {
  return `report ${id}`;
}
