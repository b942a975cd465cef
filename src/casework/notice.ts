/** Nobody's case ends unheard: whom nothing was heard of is told before, by the site or by a person. */
import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { caseEvents, caseTasks, mails, type NoticeWay } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { givenUp } from "../mail/undelivered.ts";
import { addDays, DAY, instantOf, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { newLink } from "./citizen-link.ts";
import { caseFor } from "./deeds.ts";
import { noticeMail } from "./letters.ts";
import { isOpenTask, silentCases, UNTOUCHED_DAYS } from "./silence.ts";
import { addEvent, type CaseRow } from "./store.ts";
import { addTask, endTasks, OF_SILENCE, openTasks, stepOn, stepWithin } from "./tasks.ts";
import { openPerson } from "./vault.ts";

const CASES_A_STEP = 10;
/** So long nothing happens before the citizen is told that the case is closed soon. */
export const QUIET_DAYS = UNTOUCHED_DAYS + 30;
/** So long the citizen has from then on. */
export const NOTICE_DAYS = 30;

/** How a brobygger tells a citizen to whom the site cannot write. */
export const NOTICE_WAYS = ["phone", "letter"] as const satisfies readonly NoticeWay[];

/**
 * Tells the citizens of cases that were raised a month ago, in vain, that theirs is closed in another month, by mail; to
 * whom the site cannot write somebody is to tell it. The first ten; answers how many.
 */
export function giveNotices(db: Db, box: MailBox, now: number): number {
  return db.transaction((tx) => {
    const raised = lte(caseTasks.madeAt, now - (QUIET_DAYS - UNTOUCHED_DAYS) * DAY);
    const rows = silentCases(tx, "untouched", raised, now);
    for (const stored of rows) {
      const closesOn = addDays(localDate(now), NOTICE_DAYS);
      const mail = mailNotice(tx, box, stored, closesOn, now);
      if (mail === null) askForNotice(tx, stored.id, now);
      else {
        addEvent(
          tx,
          { caseId: stored.id, kind: "notice-given", actorId: null, detail: { how: "mail", closesOn, mail } },
          now,
        );
        closeOn(tx, stored.id, closesOn, null, now);
      }
    }
    return rows.length;
  });
}

/** Where the mail with the notice did not get through, somebody is to tell the citizen. The first ten; answers how many. */
export function askForLostNotices(db: Db, now: number): number {
  return db.transaction((tx) => {
    const rows = tx
      .select({ caseId: caseTasks.caseId })
      .from(caseTasks)
      .innerJoin(
        caseEvents,
        and(
          eq(caseEvents.caseId, caseTasks.caseId),
          eq(caseEvents.kind, "notice-given"),
          eq(caseEvents.recordedAt, caseTasks.madeAt),
        ),
      )
      .innerJoin(
        mails,
        and(eq(mails.id, sql`${caseEvents.detail} ->> '$.mail'`), eq(mails.createdAt, caseTasks.madeAt)),
      )
      .where(and(isOpenTask("closes-soon"), isNull(mails.sentAt), or(givenUp(), lte(caseTasks.dueOn, localDate(now)))))
      .limit(CASES_A_STEP)
      .all();
    for (const { caseId } of rows) askForNotice(tx, caseId, now);
    return rows.length;
  });
}

/** Notes that the citizen was told, by phone or letter, on a day (`YYYY-MM-DD`) since somebody was asked to. */
export function noteNotice(
  db: Db,
  viewer: Viewer,
  id: string,
  { how, on }: { how: NoticeWay; on: string },
  now: number,
): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    const asked = openTasks(tx, id).find(({ kind }) => kind === "give-notice") ?? refuse("notPossibleNow");
    if (on > localDate(now)) refuse("notYet", "on");
    if (on < localDate(asked.madeAt)) refuse("noticeTooEarly", "on");
    const closesOn = addDays(on, NOTICE_DAYS);
    const happenedAt = Math.min(now, instantOf(on, "12:00"));
    addEvent(tx, { caseId: id, kind: "notice-given", actorId: viewer.id, detail: { how, closesOn }, happenedAt }, now);
    closeOn(tx, id, closesOn, viewer.id, now);
  });
}

/** The day on which the site closes the case unless the citizen is heard of; null: no notice stands. */
export function closingDay(db: Db, caseId: string): string | null {
  return openTasks(db, caseId).find(({ kind }) => kind === "closes-soon")?.dueOn ?? null;
}

/** Answers the row of the outbox; null: there is no address. */
function mailNotice(db: Db, { keys, siteUrl }: MailBox, stored: CaseRow, closesOn: string, now: number): number | null {
  const email = openPerson(keys, stored)?.email;
  return email ? queueMail(db, keys, noticeMail(siteUrl, email, newLink(db, stored.id), closesOn), now) : null;
}

function askForNotice(db: Db, caseId: string, now: number): void {
  endTasks(db, caseId, null, now, OF_SILENCE);
  addTask(db, caseId, stepWithin("give-notice", 5, now), null, now);
}

function closeOn(db: Db, caseId: string, day: string, by: string | null, now: number): void {
  endTasks(db, caseId, by, now, OF_SILENCE);
  addTask(db, caseId, stepOn("closes-soon", day), by, now);
}
