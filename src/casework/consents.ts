/**
 * What a citizen has said yes to: noted by a brobygger, in force for a time, taken back. Erasing is not taking back.
 */
import { and, eq, gt, inArray, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, type ConsentKind, consents, type IntroducedTo, type TaskKind } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { caseFor } from "./deeds.ts";
import { dropPlanned, planFollowUps } from "./following/planning.ts";
import { endIntroductions } from "./introductions/ending.ts";
import { addEvent, type CaseRow, noteConsent } from "./store.ts";
import { FOR_A_YEAR, lapsesAt, notTakenBack, YEAR } from "./yes.ts";
import { askOnce, endTasks, stepWithin } from "./tasks.ts";
import { isAsked } from "./to-ask.ts";
import { caseKey, openPerson, sealPerson } from "./vault.ts";
import { uncount } from "./wellbeing/scores.ts";

/** How a brobygger gets a yes. */
export const NOTED_WAYS = ["oral", "written"] as const;
export type NotedWay = (typeof NOTED_WAYS)[number];

/** The steps that end with the yes that they rest on. */
const STEPS_OF: Partial<Record<ConsentKind, readonly TaskKind[]>> = { "follow-up": ["follow-up"] };

/** Whom what one says yes to is passed on to: without it the links behind the mails show nothing any more. */
const RECEIVERS: Partial<Record<ConsentKind, IntroducedTo>> = {
  "share-with-association": "association",
};

const MONTH = 30 * DAY;

/** Notes a yes that the citizen said or wrote, in a case of one's own. */
export function noteYes(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  { kind, how }: { kind: ConsentKind; how: NotedWay },
  now: number,
): void {
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    if (!isAsked(tx, stored, kind)) refuse("notPossibleNow", "kind");
    end(tx, id, kind, now);
    noteConsent(tx, id, kind, { how, notedById: viewer.id }, now);
    if (lapsesAt({ kind, givenAt: now }) !== null) endTasks(tx, id, viewer.id, now, ["renew-consent"]);
    if (kind === "message") letLeaveMessage(tx, keys, stored, true);
    if (kind === "call-and-store" && stored.informedAt === null)
      tx.update(cases).set({ informedAt: now }).where(eq(cases.id, id)).run();
    if (kind === "follow-up") planFollowUps(tx, id, viewer.id, now);
    addEvent(tx, { caseId: id, kind: "consented", actorId: viewer.id, detail: { consent: kind, how } }, now);
  });
}

/**
 * The citizen takes back the yes to one receiver, on the own page: the link shows nobody any more, and the brobygger is to
 * see to it that they hear it.
 */
export function takeBackTold(db: Db, stored: CaseRow, introductionId: number, now: number): void {
  endIntroductions(db, stored.id, null, now, { no: true, id: introductionId });
  askOnce(db, stored.id, stepWithin("yes-taken-back", 1, now), null, now);
}

/** Notes that the citizen took a yes back; without the yes to call and store the case ends. */
export function noteNo(db: Db, keys: KeyRing, viewer: Viewer, id: string, kind: ConsentKind, now: number): void {
  db.transaction((tx) => takeBack(tx, keys, caseFor(tx, viewer, "work", id), kind, viewer.id, now));
}

/**
 * Stops what lies ahead of a yes. `by` null: the citizen did it, and whoever has the case is to see to what others were
 * given. Nothing is erased by it but with the case as a whole.
 */
export function takeBack(
  db: Db,
  keys: KeyRing,
  stored: CaseRow,
  kind: ConsentKind,
  by: string | null,
  now: number,
): void {
  if (kind === "call-and-store") {
    endByNo(db, stored.id, by, now);
    return;
  }
  if (!end(db, stored.id, kind, now)) return;
  if (kind === "message") letLeaveMessage(db, keys, stored, false);
  const receiver = RECEIVERS[kind];
  if (kind === "follow-up") dropPlanned(db, stored.id, by, now);
  if (kind === "who-5") uncount(db, stored.id);
  if (receiver) endIntroductions(db, stored.id, by, now, { no: true, to: receiver });
  const steps = STEPS_OF[kind];
  if (steps) endTasks(db, stored.id, by, now, steps);
  if (kind === "share-with-association" && by === null)
    askOnce(db, stored.id, stepWithin("yes-taken-back", 1, now), null, now);
  addEvent(db, { caseId: stored.id, kind: "consent-withdrawn", actorId: by, detail: { consent: kind } }, now);
}

/** Nobody calls, nobody reads it any more, and the retention job erases it. */
export function endByNo(db: Db, id: string, by: string | null, now: number): void {
  endTasks(db, id, by, now);
  endIntroductions(db, id, by, now, { no: true, withTrials: true });
  dropPlanned(db, id, by, now);
  uncount(db, id);
  for (const { kind } of notTakenBack(db, id)) end(db, id, kind, now);
  db.update(cases).set({ state: "withdrawn", closedAt: now }).where(eq(cases.id, id)).run();
  addEvent(db, { caseId: id, kind: "withdrawn", actorId: by }, now);
}

/** Ends a yes from now on; false: there was none. */
function end(db: Db, caseId: string, kind: ConsentKind, now: number): boolean {
  return (
    db
      .update(consents)
      .set({ withdrawnAt: now })
      .where(and(eq(consents.caseId, caseId), eq(consents.kind, kind), isNull(consents.withdrawnAt)))
      .run().changes > 0
  );
}

function letLeaveMessage(db: Db, keys: KeyRing, stored: CaseRow, mayLeaveMessage: boolean): void {
  const key = caseKey(keys, stored);
  const person = openPerson(keys, stored);
  if (!key || !person) return refuse("notYourCase");
  const sealedPerson = sealPerson(key, stored.id, { ...person, mayLeaveMessage });
  db.update(cases).set({ sealedPerson }).where(eq(cases.id, stored.id)).run();
}

/**
 * Makes a task of each yes that has lapsed within the last month, once, the first ten: the citizen is to be asked anew.
 * Answers how many.
 */
export function askForLapsed(db: Db, now: number): number {
  const lapsed = db
    .select({ caseId: consents.caseId })
    .from(consents)
    .innerJoin(cases, eq(cases.id, consents.caseId))
    .where(
      and(
        eq(cases.state, "taken"),
        isNull(consents.withdrawnAt),
        inArray(consents.kind, FOR_A_YEAR),
        lte(consents.givenAt, now - YEAR),
        gt(consents.givenAt, now - YEAR - MONTH),
        sql`NOT EXISTS (SELECT 1 FROM case_tasks t WHERE t.case_id = ${cases.id} AND t.kind = 'renew-consent' AND (t.done_at IS NULL OR t.made_at >= ${consents.givenAt} + ${YEAR}))`,
        sql`NOT EXISTS (SELECT 1 FROM consents newer WHERE newer.case_id = ${cases.id} AND newer.kind = ${consents.kind} AND newer.given_at > ${consents.givenAt})`,
      ),
    )
    .limit(10)
    .all();
  for (const { caseId } of lapsed) askOnce(db, caseId, stepWithin("renew-consent", 5, now), null, now);
  return lapsed.length;
}
