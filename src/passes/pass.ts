/** The rules of an aktivitetspas. All pure; money in øre, days as `YYYY-MM-DD` of Copenhagen. */
import type { passes, PassNo, passUses } from "../../db/schema.ts";

type PassFacts = Pick<typeof passes.$inferSelect, "ore" | "issuedOn" | "lastOn" | "endedAt">;
type UseFacts = Pick<typeof passUses.$inferSelect, "ore" | "takenBackAt">;

/** A no that a rule says; that somebody needs no pass is for people to judge. */
export type RuleNo = Exclude<PassNo, "not-needed">;

/** What somebody wants to use a pass for. */
export interface Wish {
  ore: number;
  usedOn: string;
  /** Whether the activity states the fact. */
  isFolkeoplysende: boolean;
}

/** What is left of a pass: what was put on it, less the uses that stand. */
export function balance(pass: Pick<PassFacts, "ore">, uses: readonly UseFacts[]): number {
  return pass.ore - spent(uses);
}

/** What the uses that stand come to. */
export function spent(uses: readonly UseFacts[]): number {
  return uses.reduce((sum, { ore, takenBackAt }) => sum + (takenBackAt === null ? ore : 0), 0);
}

/** The last day on which a pass holds that is issued then: New Year's Eve, so many years after that one. */
export function lastDay(issuedOn: string, years: number): string {
  return `${Number(issuedOn.slice(0, 4)) + years}-12-31`;
}

/** Whether a pass can still be used some day: nobody has ended it, and its last day is not over. */
export function isRunning({ endedAt, lastOn }: Pick<PassFacts, "endedAt" | "lastOn">, today: string): boolean {
  return endedAt === null && lastOn >= today;
}

/** Whether a pass can have been used on a day: not before it was issued, and not on a day to come. */
export function whyNotThen({ issuedOn }: PassFacts, usedOn: string, today: string): "passBefore" | "notYet" | null {
  if (usedOn > today) return "notYet";
  return usedOn < issuedOn ? "passBefore" : null;
}

/** Why a pass cannot be used for something; null: it can. */
export function whyNot(pass: PassFacts, uses: readonly UseFacts[], wish: Wish): RuleNo | null {
  const left = balance(pass, uses);
  if (pass.endedAt !== null) return "ended";
  if (wish.usedOn > pass.lastOn) return "expired";
  if (!wish.isFolkeoplysende) return "not-for-this";
  if (left <= 0) return "spent";
  return wish.ore > left ? "too-much" : null;
}

/** Why a case gets no pass of `amount` that day, beside those it has had; null: it does. */
export function whyNoPass(
  had: readonly (PassFacts & { uses: readonly UseFacts[] })[],
  { isOn, amount, today }: { isOn: boolean; amount: number; today: string },
): RuleNo | null {
  if (!isOn) return "off";
  if (had.some((pass) => isRunning(pass, today))) return "has-one";
  return toIssue(had, amount, today) <= 0 ? "spent" : null;
}

/**
 * What a new pass gets: the amount, less what was used of passes that were ended and would still hold. So nobody gets
 * more by ending one and issuing another.
 */
export function toIssue(
  had: readonly (Pick<PassFacts, "lastOn"> & { uses: readonly UseFacts[] })[],
  amount: number,
  today: string,
): number {
  const used = had.filter(({ lastOn }) => lastOn >= today).reduce((sum, { uses }) => sum + spent(uses), 0);
  return amount - used;
}
