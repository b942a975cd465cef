/** Company: each time that somebody came along, and whether the brobygger helped to sign up and to pay. */
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { type CompanyKind, companyTimes, placements } from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { localDate } from "../../shared/time.ts";
import { refuse } from "../../texts/refusal.ts";
import type { MailBox } from "../../mail/outbox.ts";
import { firstTimes } from "../../texts/first-times.ts";
import { companionsOf, mayWalk } from "../companions.ts";
import type { NotedWay } from "../consents.ts";
import { caseFor, refuseBeforeRequest } from "../deeds.ts";
import { addEvent } from "../store.ts";
import { introduce } from "./introduce.ts";
import { trialsAhead } from "./view.ts";

/** Notes that somebody came along on a day (`YYYY-MM-DD`) that was no trial. */
export function noteCompany(
  db: Db,
  viewer: Viewer,
  caseId: string,
  { kind, on }: { kind: CompanyKind; on: string },
  now: number,
): void {
  if (on > localDate(now)) refuse("notYet", "on");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", caseId);
    refuseBeforeRequest(stored, on, "on");
    const { teamId, brobyggerId } = stored;
    tx.insert(companyTimes).values({ caseId, kind, on, teamId, brobyggerId }).run();
    addEvent(tx, { caseId, kind: "accompanied", actorId: viewer.id, detail: { by: kind, on } }, now);
  });
}

/**
 * Asks a companion of the team's list to walk with the citizen of one's own case: by a mail with a link, or by phone.
 * Refuses one who lacks a paper or has stopped.
 */
export function askCompanion(
  db: Db,
  box: MailBox,
  viewer: Viewer,
  caseId: string,
  { companionId, ...said }: { companionId: string; way: "mail" | "phone"; yes: NotedWay | null; agreed: string },
  now: number,
): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", caseId);
    const companion = companionsOf(tx, box.keys, viewer, stored.teamId).find(({ id }) => id === companionId);
    if (!companion || !mayWalk(companion, localDate(now))) return refuse("companionLacks", "companion");
    const { name, phone, email } = companion;
    const title = trialsAhead(tx, box.keys, stored, now)[0]?.title ?? firstTimes.somewhere;
    const { agreed, ...how } = said;
    introduce(
      tx,
      box,
      viewer,
      caseId,
      {
        ...how,
        to: "companion",
        activityId: null,
        companionId,
        words: { title, receiver: { name, phone, email }, agreed },
        answer: null,
      },
      now,
    );
  });
}

/** How often each kind came along in a case. */
export function companyOf(db: Db, caseId: string): { kind: CompanyKind; times: number }[] {
  const rows = db
    .select({ kind: companyTimes.kind })
    .from(companyTimes)
    .where(eq(companyTimes.caseId, caseId))
    .orderBy(asc(companyTimes.id))
    .all();
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, same]) => ({ kind, times: same.length }));
}

/** Notes in one's own case what of a placement the brobygger helped with, and whether the citizen lends a hand there. */
export function noteHelped(
  db: Db,
  viewer: Viewer,
  caseId: string,
  { placement, signUp, pay, volunteer }: { placement: number; signUp: boolean; pay: boolean; volunteer: boolean },
): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", caseId);
    const found = tx
      .update(placements)
      .set({ helpedSignUp: signUp, helpedPay: pay, asVolunteer: volunteer })
      .where(and(eq(placements.id, placement), eq(placements.caseId, caseId)))
      .run();
    if (found.changes === 0) refuse("notYourCase");
  });
}
