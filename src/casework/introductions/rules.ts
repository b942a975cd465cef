/** From an introduction to a citizen who has started: the rules, pure. Dates as `YYYY-MM-DD`. */
import type { Again, IntroductionAnswer, TrialOutcome } from "../../../db/schema.ts";
import { isoWeek, localDate } from "../../shared/time.ts";

/** What an association or a companion can answer by the link. */
export const LINK_ANSWERS = [
  "welcome",
  "call-me",
  "no-room",
  "not-for-us",
] as const satisfies readonly IntroductionAnswer[];
/** What a brobygger can note: what was said on the phone, or that nothing comes of it. */
export const NOTED_ANSWERS = [...LINK_ANSWERS, "silent", "called-off"] as const satisfies readonly IntroductionAnswer[];

/** How long a link shows whom it is about. */
export const LINK_DAYS = 14;
/** After so many working days without an answer somebody asks. */
export const SILENT_AFTER = 2;

const NO: readonly IntroductionAnswer[] = ["no-room", "not-for-us", "silent", "called-off"];

/** Where an introduction stands. */
export type Stand = "waits" | "goes-on" | "ended";

/** Whether it waits for an answer, goes on, or has ended. */
export function standOf({ answer }: { answer: IntroductionAnswer | null }): Stand {
  if (answer === null) return "waits";
  return NO.includes(answer) ? "ended" : "goes-on";
}

/** Whether the link still shows who it is: not after its day, nor once somebody has said no. */
export function showsPerson(
  row: { answer: IntroductionAnswer | null; tokenHash: string | null; linkUntil: number | null },
  now: number,
): boolean {
  return row.tokenHash !== null && (row.linkUntil ?? 0) > now && standOf(row) !== "ended";
}

/** A trial as the rules see it. */
export interface Tried {
  start: number;
  outcome: TrialOutcome | null;
  again: Again | null;
}

/**
 * The day on which somebody has started: the first on which they turned up, not the agreed one, as soon as they want to
 * go on. Null: they have not. `since`: only what comes after that day counts, for who stopped here before.
 */
export function startedOn(trials: readonly Tried[], since: string | null = null): string | null {
  const came = trials
    .filter(({ outcome }) => outcome === "came")
    .map(({ start, again }) => ({ day: localDate(start), again }))
    .filter(({ day }) => since === null || day > since)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return came.some(({ again }) => again === "yes") ? (came[0]?.day ?? null) : null;
}

/** Whether a trial takes one of the places that an association keeps for newcomers: until they have come once. */
export function isNewcomer(trials: readonly Tried[]): boolean {
  return trials.every(({ outcome }) => outcome !== "came");
}

/** The ISO week of an instant (epoch ms) in Denmark: `2026-W49`. */
export function weekOf(start: number): string {
  const { year, week } = isoWeek(localDate(start));
  return `${year}-W${String(week).padStart(2, "0")}`;
}
