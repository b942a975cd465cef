/** How a citizen has been, before and after: noted by the brobygger from paper or a talk, with a yes of its own. */
import { and, asc, eq } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { teams, who5, type Who5Phase, type Who5Way } from "../../../db/schema.ts";
import { readSetting } from "../../../db/settings.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { decrypt, encrypt, type KeyRing } from "../../shared/seal.ts";
import { localDate } from "../../shared/time.ts";
import { refuse } from "../../texts/refusal.ts";
import { caseFor, refuseBeforeRequest } from "../deeds.ts";
import { addEvent, type CaseRow } from "../store.ts";
import { caseKey } from "../vault.ts";
import { holdsYes } from "../yes.ts";
import { type Answers, scoreOf } from "./rules.ts";

/** What was answered once. */
export interface Noted {
  phase: Who5Phase;
  /** `YYYY-MM-DD`. */
  on: string;
  way: Who5Way;
  answers: Answers;
  /** 0-100; null: an answer is missing, or the yes was taken back. */
  score: number | null;
}

/** What a case's page shows of it. */
export interface WellbeingView {
  /** Whether the team asks, and whether the citizen has said yes. */
  isOn: boolean;
  hasYes: boolean;
  /** Before first. */
  noted: Noted[];
}

/**
 * Writes down the answers of the citizen of one's own case; the same phase again puts them right. Refuses where the team
 * does not ask, without the citizen's yes, with no answer at all, on a day to come or before the request, and an after
 * that lies before the before.
 */
export function noteWho5(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  caseId: string,
  { phase, on, way, answers }: Omit<Noted, "score">,
  now: number,
): void {
  if (answers.every((answer) => answer === null)) refuse("who5Nothing", "item1");
  if (on > localDate(now)) refuse("notYet", "answeredOn");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", caseId);
    const key = caseKey(keys, stored) ?? refuse("notYourCase");
    if (!asks(tx, stored)) refuse("who5Off");
    if (!holdsYes(tx, caseId, "who-5", now)) refuse("who5Yes");
    refuseBeforeRequest(stored, on, "answeredOn");
    refuseWrongOrder(tx, caseId, phase, on);
    const row = {
      on,
      way,
      score: scoreOf(answers),
      sealedAnswers: encrypt(key, Buffer.from(JSON.stringify(answers)), contextOf(caseId, phase)),
      notedAt: now,
      notedById: viewer.id,
    };
    tx.insert(who5)
      .values({ caseId, phase, ...row })
      .onConflictDoUpdate({ target: [who5.caseId, who5.phase], set: row })
      .run();
    addEvent(tx, { caseId, kind: "who-5-noted", actorId: viewer.id, detail: { phase } }, now);
  });
}

/** For the page of a case; null where the team does not ask and nothing was noted. */
export function wellbeingOf(db: Db, keys: KeyRing, stored: CaseRow, now: number): WellbeingView | null {
  const noted = notedOf(db, keys, stored);
  const isOn = asks(db, stored);
  return isOn || noted.length > 0 ? { isOn, hasYes: holdsYes(db, stored.id, "who-5", now), noted } : null;
}

/** Whether the team of a case asks how its citizens are. */
export function asks(db: Db, { teamId }: Pick<CaseRow, "teamId">): boolean {
  return readSetting(db, "who5On", teamId) === 1;
}

/** Whether any team does. */
export function somebodyAsks(db: Db): boolean {
  const ids = db.select({ id: teams.id }).from(teams).all();
  return ids.some(({ id }) => asks(db, { teamId: id }));
}

function notedOf(db: Db, keys: KeyRing, stored: CaseRow): Noted[] {
  const key = caseKey(keys, stored);
  const rows = db.select().from(who5).where(eq(who5.caseId, stored.id)).orderBy(asc(who5.on)).all();
  return rows
    .flatMap(({ phase, on, way, score, sealedAnswers }): Noted[] =>
      key && sealedAnswers
        ? [
            {
              phase,
              on,
              way,
              score,
              answers: JSON.parse(decrypt(key, sealedAnswers, contextOf(stored.id, phase)).toString()) as Answers,
            },
          ]
        : [],
    )
    .toSorted((a, b) => Number(a.phase === "after") - Number(b.phase === "after"));
}

function refuseWrongOrder(db: Db, caseId: string, phase: Who5Phase, on: string): void {
  const isOther = eq(who5.phase, phase === "before" ? "after" : "before");
  const other = db
    .select({ on: who5.on })
    .from(who5)
    .where(and(eq(who5.caseId, caseId), isOther))
    .get();
  if (other && (phase === "before" ? other.on < on : on < other.on)) refuse("who5Order", "answeredOn");
}

function contextOf(caseId: string, phase: Who5Phase): string {
  return `case ${caseId} who-5 ${phase}`;
}
