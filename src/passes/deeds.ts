/** What a brobygger does with the pass of a case of one's own. Each refuses alike for a case that is not. */
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, passes, type PassNo, passUses } from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import type { Viewer } from "../accounts/roles.ts";
import { refuseWithoutOwnYes } from "../casework/yes.ts";
import { caseFor } from "../casework/deeds.ts";
import { addEvent } from "../casework/store.ts";
import type { Returned } from "../shared/forms.ts";
import { newReadable } from "../shared/ids.ts";
import { keysOf } from "../shared/keys-of.ts";
import { paths } from "../shared/paths.ts";
import { isDate, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { type RefusalKey, refusalOf } from "../texts/refusals.ts";
import { FACT, type Pass, passesOf } from "./of-case.ts";
import { lastDay, type RuleNo, toIssue, whyNoPass, whyNot, whyNotThen } from "./pass.ts";

/** What is said where a rule says no. */
const NO_KEYS = {
  off: "passOff",
  "has-one": "passHasOne",
  spent: "passSpent",
  expired: "passExpired",
  "not-for-this": "passNotForThis",
  "too-much": "passTooMuch",
  ended: "passEnded",
} as const satisfies Record<RuleNo, RefusalKey>;

/** A use as somebody writes it down. */
export interface NewUse {
  /** Id of the activity, and the address that was pasted instead. */
  chosen: string;
  address: string;
  ore: number;
  usedOn: string;
}

/**
 * Gives the citizen of a case a pass, by what the team has set; answers its number. One whose time is over is ended, so
 * that a case never has two that somebody could use.
 */
export function issuePass(db: Db, viewer: Viewer, id: string, now: number): string {
  return db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    refuseWithoutOwnYes(tx, stored, "");
    const { teamId } = stored;
    const today = localDate(now);
    const { passOn, passAmount, passYears } = readSettings(tx, ["passOn", "passAmount", "passYears"], teamId);
    const had = passesOf(tx, id);
    const no = whyNoPass(had, { isOn: passOn === 1, amount: passAmount * 100, today });
    if (no) refuse(NO_KEYS[no]);
    tx.update(passes)
      .set({ endedAt: now })
      .where(and(eq(passes.caseId, id), isNull(passes.endedAt)))
      .run();
    const ore = toIssue(had, passAmount * 100, today);
    const number = freeNumber(tx);
    tx.insert(passes)
      .values({
        teamId,
        caseId: id,
        number,
        ore,
        issuedOn: today,
        lastOn: lastDay(today, passYears),
        madeById: viewer.id,
      })
      .run();
    addEvent(tx, { caseId: id, kind: "pass-issued", actorId: viewer.id, detail: { ore } }, now);
    return number;
  });
}

/**
 * Uses a pass at an activity. Refuses what its rules say no to (`whyNot`), a day before it was issued and one to come.
 * It looks and writes in one transaction that has the write lock: of two uses at once the second sees the first.
 */
export function usePass(db: Db, viewer: Viewer, id: string, passId: number, use: NewUse, now: number): void {
  const { ore, usedOn } = use;
  if (!isDate(usedOn)) refuse("date", "usedOn");
  if (!Number.isSafeInteger(ore) || ore <= 0) refuse("kroner", "kroner");
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    const pass = passOf(tx, id, passId);
    const activity = activityOf(tx, use);
    const then = whyNotThen(pass, usedOn, localDate(now));
    if (then) refuse(then, "usedOn");
    const no = whyNot(pass, pass.uses, { ore, usedOn, isFolkeoplysende: activity.facts.includes(FACT) });
    if (no) refuse(NO_KEYS[no], fieldOf(no, use));
    tx.insert(passUses)
      .values({ passId, activityId: activity.id, ore, usedOn, madeAt: now, madeById: viewer.id })
      .run();
    addEvent(tx, { caseId: id, kind: "pass-used", actorId: viewer.id, detail: { ore } }, now);
  });
}

/** Takes a use back that was written by mistake: it stays in the ledger, and its money is on the pass again. */
export function takeBackUse(db: Db, viewer: Viewer, id: string, useId: number, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    const use = passesOf(tx, id)
      .flatMap(({ uses }) => uses)
      .find((each) => each.id === useId && each.takenBackAt === null);
    const { ore } = use ?? refuse("notPossibleNow");
    tx.update(passUses).set({ takenBackAt: now }).where(eq(passUses.id, useId)).run();
    addEvent(tx, { caseId: id, kind: "pass-taken-back", actorId: viewer.id, detail: { ore } }, now);
  });
}

/** Ends a pass: from now on nobody can use it. Over again it is ended. */
export function endPass(db: Db, viewer: Viewer, id: string, passId: number, now: number): void {
  db.transaction((tx) => {
    caseFor(tx, viewer, "work", id);
    passOf(tx, id, passId);
    tx.update(passes)
      .set({ endedAt: now })
      .where(and(eq(passes.id, passId), isNull(passes.endedAt)))
      .run();
  });
}

/** Writes on the case that the citizen was told no, and why: the letter reads it from there. */
export function refusePass(db: Db, viewer: Viewer, id: string, why: PassNo, now: number): void {
  db.transaction((tx) => {
    refuseWithoutOwnYes(tx, caseFor(tx, viewer, "work", id), "");
    addEvent(tx, { caseId: id, kind: "pass-refused", actorId: viewer.id, detail: { why } }, now);
  });
}

/** The no of a rule with which a form came back; null when it came back for something else. */
export function noIn(form: Returned | undefined): RuleNo | null {
  const said = Object.values(form?.errors ?? {});
  return keysOf(NO_KEYS).find((why) => said.includes(refusalOf(NO_KEYS[why]))) ?? null;
}

/** The field that a no is about; null: the whole form. */
function fieldOf(no: RuleNo, { address }: NewUse): string | null {
  if (no === "not-for-this") return address ? "address" : "chosen";
  if (no === "expired") return "usedOn";
  return no === "spent" || no === "too-much" ? "kroner" : null;
}

function passOf(db: Db, caseId: string, passId: number): Pass {
  return passesOf(db, caseId).find(({ id }) => id === passId) ?? refuse("notYourCase");
}

const ON_THE_BOARD = new RegExp(`${paths.activity("")}([a-z0-9-]+)`);

/** The activity that was chosen, or whose address was pasted; a draft is none. */
function activityOf(db: Db, { chosen, address }: NewUse): Pick<typeof activities.$inferSelect, "id" | "facts"> {
  if (!chosen && !address) refuse("passWhere", "address");
  const field = address ? "address" : "chosen";
  const isIt = address ? eq(activities.slug, ON_THE_BOARD.exec(address)?.[1] ?? "") : eq(activities.id, chosen);
  const found = db
    .select({ id: activities.id, facts: activities.facts, state: activities.state })
    .from(activities)
    .where(isIt)
    .get();
  return found && found.state !== "draft" ? found : refuse("notOnBoard", field);
}

function freeNumber(db: Db): string {
  for (;;) {
    const number = `AP-${newReadable(4)}`;
    if (!db.select({ id: passes.id }).from(passes).where(eq(passes.number, number)).get()) return number;
  }
}
