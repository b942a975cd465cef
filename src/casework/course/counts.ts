/**
 * What one course, or one thing that happened, is to the figures: a count of one in each figure by itself. Sums of these
 * are all that figures are made of, of live cases, of erased ones and of a closed year alike. Pure.
 */
import type { CompanyKind, IntroducedTo, IntroductionAnswer, TrialOutcome, WhyMissed } from "../../../db/schema.ts";
import { FOLLOWED_AT } from "./found.ts";
import type { Course } from "./stand.ts";

export const FIGURES = [
  "came",
  "left-out",
  "door",
  /** As the door, where whoever a unit sent counts as sent, whatever the door. */
  "door-or-sent",
  /** These three of those who were sent. */
  "unit",
  "reason",
  "channel",
  "brobygger",
  "group",
  "not-wished",
  "other-end",
  "first-try",
  /** Key: working days. */
  "waited",
  "late",
  "reached",
  "started",
  /** Key: days. */
  "to-start",
  /** Key: what was found, of those who have started. */
  "months-3",
  "months-6",
  /** The same of those who have not. */
  "months-3-never",
  "months-6-never",
  /** Key: `<found at 3> <found at 6>`, of those of whom both are known. */
  "both-rounds",
  /** Key: `<band or with or without> <found at 3>`, of those followed up. */
  "by-distance",
  "by-company",
  /** Key: the score of WHO-5, and how much it rose (or fell: below 0). */
  "who5-before",
  "who5-after",
  "who5-change",
  "mattered",
  "received",
  "gained",
  /** Key: who tried to reach somebody, or talked with them. */
  "attempt",
  "introduction",
  "companion-asked",
  "trial",
  "company",
  /** Key: `<area>|<theme>|<time>`. */
  "gap",
  /** Key: `issued` or `used`; the second counts øre. */
  "pass",
  "pass-ore",
] as const;
export type FigureCode = (typeof FIGURES)[number];

/** How many of a code there are in a month (`YYYY-MM`). */
export interface Count {
  month: string;
  figure: FigureCode;
  key: string;
  count: number;
}

/** In place of a unit, a reason, a channel or a brobygger that is not known. */
export const UNKNOWN = "unknown";
export const NOBODY = "nobody";

/** Whether somebody of a unit sent the citizen. */
export function isReferred({ door, unitId, reason }: Pick<Course, "door" | "unitId" | "reason">): boolean {
  return door === "colleague" || unitId !== null || reason !== null;
}

/** What a course is to each figure. */
export function countsOfCourse(course: Course): Count[] {
  const { door, unitId, reason, channel, brobyggerId, group, why, waitedDays, kept, found, experienced } = course;
  const { before, after } = course.wellbeing;
  const isSent = isReferred(course);
  const at3 = found["months-3"];
  const isKnown = at3 === "active" || at3 === "stopped";
  const isKnownAt6 = found["months-6"] === "active" || found["months-6"] === "stopped";
  const hasStarted = course.started === "yes";
  const marks: [FigureCode, string | null][] = [
    ["came", ""],
    ["door", door],
    ["door-or-sent", isSent ? "colleague" : door],
    ["unit", isSent ? (unitId ?? UNKNOWN) : null],
    ["reason", isSent ? (reason ?? UNKNOWN) : null],
    ["channel", isSent ? (channel ?? UNKNOWN) : null],
    ["brobygger", brobyggerId ?? NOBODY],
    ["group", group],
    ["not-wished", group === "not-wished" ? why : null],
    ["other-end", group === "other-end" ? why : null],
    ["first-try", kept === null ? UNKNOWN : kept ? "kept" : "late"],
    ["waited", waitedDays === null ? null : String(waitedDays)],
    ["late", course.isLate ? "" : null],
    ["reached", course.isReached ? "" : null],
    ["started", course.started],
    ["to-start", course.daysToStart === null ? null : String(course.daysToStart)],
    ...FOLLOWED_AT.map((at): [FigureCode, string] => [hasStarted ? at : `${at}-never`, found[at]]),
    ["both-rounds", isKnown && isKnownAt6 ? `${at3} ${found["months-6"]}` : null],
    ["by-distance", isKnown && course.distance ? `${course.distance} ${at3}` : null],
    ["by-company", isKnown ? `${course.hadCompany ? "with" : "without"} ${at3}` : null],
    ["who5-before", before === null || after === null ? null : String(before)],
    ["who5-after", before === null || after === null ? null : String(after)],
    ["who5-change", before === null || after === null ? null : String(after - before)],
    ["mattered", experienced.mattered],
    ["received", experienced.received],
    ...experienced.gains.map((gain): [FigureCode, string] => ["gained", gain]),
  ];
  return marks.flatMap(([figure, key]) => (key === null ? [] : [{ month: course.month, figure, key, count: 1 }]));
}

/** Something that happened in a case that a team had, by its month. */
export interface Contacted {
  month: string;
  brobyggerId: string | null;
  to: IntroducedTo;
  /** Null: it waits for an answer. */
  answer: IntroductionAnswer | null;
}
export interface TrialHeld {
  month: string;
  brobyggerId: string | null;
  /** Null: it is to come, or nobody has noted how it went. */
  outcome: TrialOutcome | null;
  why: WhyMissed | null;
}
export interface Accompanied {
  month: string;
  brobyggerId: string | null;
  kind: CompanyKind;
}

/** No contact vanishes: what waits is counted as well. */
export function countOfContact({ month, to, answer }: Contacted): Count {
  return { month, figure: to === "companion" ? "companion-asked" : "introduction", key: answer ?? "waits", count: 1 };
}

export function countOfTrial({ month, outcome, why }: TrialHeld): Count {
  const missed: WhyMissed = why ?? "unknown";
  return { month, figure: "trial", key: outcome === "missed" ? missed : (outcome ?? "ahead"), count: 1 };
}

/** Counts added up: one line for each month, figure and key. */
export function addUp(counts: Iterable<Count>): Count[] {
  const sums = new Map<string, Count>();
  for (const { month, figure, key, count } of counts) {
    const at = `${month} ${figure} ${key}`;
    const sum = sums.get(at);
    if (sum) sum.count += count;
    else sums.set(at, { month, figure, key, count });
  }
  return [...sums.values()];
}
