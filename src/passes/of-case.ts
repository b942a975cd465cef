/** The passes of a case, as whoever works with it sees them. */
import { asc, desc, eq, inArray, or } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { activities, caseEvents, passes, type PassNo, passUses } from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import type { Viewer } from "../accounts/roles.ts";
import { mayDo } from "../casework/rules.ts";
import { type CaseRow, detailOf, findCase, noteRead } from "../casework/store.ts";
import type { CaseView } from "../casework/view.ts";
import { localDate } from "../shared/time.ts";
import { balance, isRunning, lastDay, toIssue } from "./pass.ts";

/** Only where an activity says so can a pass be used (C7). */
export const FACT = "folkeoplysende";

export interface PassUse {
  id: number;
  ore: number;
  usedOn: string;
  takenBackAt: number | null;
  /** Null: it is gone. */
  activity: { title: string; slug: string } | null;
}

export interface Pass {
  id: number;
  number: string;
  ore: number;
  issuedOn: string;
  lastOn: string;
  endedAt: number | null;
  /** In øre. */
  left: number;
  /** The first first. */
  uses: PassUse[];
}

/** The passes that a case has had, the newest first. */
export function passesOf(db: Db, caseId: string): Pass[] {
  const rows = db.select().from(passes).where(eq(passes.caseId, caseId)).orderBy(desc(passes.id)).all();
  const used = db
    .select({ use: passUses, title: activities.title, slug: activities.slug })
    .from(passUses)
    .leftJoin(activities, eq(activities.id, passUses.activityId))
    .where(
      inArray(
        passUses.passId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(passUses.usedOn), asc(passUses.id))
    .all();
  return rows.map(({ id, number, ore, issuedOn, lastOn, endedAt }) => {
    const uses = used
      .filter(({ use }) => use.passId === id)
      .map(({ use, title, slug }) => ({
        id: use.id,
        ore: use.ore,
        usedOn: use.usedOn,
        takenBackAt: use.takenBackAt,
        activity: title !== null && slug !== null ? { title, slug } : null,
      }));
    return { id, number, ore, issuedOn, lastOn, endedAt, uses, left: balance({ ore }, uses) };
  });
}

/** What a case's page shows of passes. */
export interface PassesOnCase {
  /** The one that runs, if any. */
  running: Pass | null;
  /** Those that are over. */
  over: Pass[];
  /** What a new one would be; null: the team issues none, or there is nothing left to give. */
  next: { ore: number; lastOn: string } | null;
  /** Whether the team issues passes now. */
  isOn: boolean;
  /** Where the citizen goes, or may want to go, and a pass can be used. */
  places: { id: string; title: string }[];
}

/** Null where the team issues none and the citizen has had none. */
export function passesOnCase(
  db: Db,
  { id, teamId, placements, list }: Pick<CaseView, "id" | "teamId" | "placements" | "list">,
  now: number,
): PassesOnCase | null {
  const today = localDate(now);
  const { passOn, passAmount, passYears } = readSettings(db, ["passOn", "passAmount", "passYears"], teamId);
  const had = passesOf(db, id);
  if (passOn !== 1 && had.length === 0) return null;
  const ore = toIssue(had, passAmount * 100, today);
  return {
    running: had.find((pass) => isRunning(pass, today)) ?? null,
    over: had.filter((pass) => !isRunning(pass, today)),
    next: passOn === 1 && ore > 0 ? { ore, lastOn: lastDay(today, passYears) } : null,
    isOn: passOn === 1,
    places: placesOf(db, { placements, list }),
  };
}

function placesOf(db: Db, { placements, list }: Pick<CaseView, "placements" | "list">): PassesOnCase["places"] {
  const slugs = placements.flatMap(({ slug }) => slug ?? []);
  const ids = list.flatMap(({ activityId }) => activityId ?? []);
  return db
    .select({ id: activities.id, title: activities.title, facts: activities.facts })
    .from(activities)
    .where(or(among(activities.slug, slugs), among(activities.id, ids)))
    .orderBy(asc(activities.title))
    .all()
    .filter(({ facts }) => facts.includes(FACT))
    .map(({ id, title }) => ({ id, title }));
}

/** A pass in the citizen's copy of a case: amounts in øre, what is left of it now. */
export interface PassInCopy extends Pick<Pass, "number" | "ore" | "left" | "issuedOn" | "lastOn"> {
  ended: boolean;
  uses: { ore: number; usedOn: string; at: string | null; takenBack: boolean }[];
}

/** What the citizen's copy of a case says of passes, the newest first. */
export function passesInCopy(db: Db, caseId: string): PassInCopy[] {
  return passesOf(db, caseId).map(({ number, ore, left, issuedOn, lastOn, endedAt, uses }) => ({
    number,
    ore,
    left,
    issuedOn,
    lastOn,
    ended: endedAt !== null,
    uses: uses.map((use) => ({
      ore: use.ore,
      usedOn: use.usedOn,
      at: use.activity?.title ?? null,
      takenBack: use.takenBackAt !== null,
    })),
  }));
}

/** The pass of a case to put on paper: the one that runs, else the newest. It is a reading, and noted as one. */
export function openPass(db: Db, viewer: Viewer, caseId: string, now: number): { pass: Pass; teamId: string } | null {
  return db.transaction((tx) => {
    const stored = toWorkWith(tx, viewer, caseId);
    const had = stored ? passesOf(tx, caseId) : [];
    const pass = had.find((each) => isRunning(each, localDate(now))) ?? had[0];
    if (!stored || !pass) return null;
    noteRead(tx, caseId, viewer.id, now);
    return { pass, teamId: stored.teamId };
  });
}

/** The newest no that was written on a case, for the letter of it. It is a reading, and noted as one. */
export function openPassNo(
  db: Db,
  viewer: Viewer,
  caseId: string,
  now: number,
): { why: PassNo; at: number; teamId: string; reference: string } | null {
  return db.transaction((tx) => {
    const stored = toWorkWith(tx, viewer, caseId);
    const no =
      stored &&
      tx
        .select()
        .from(caseEvents)
        .where(eq(caseEvents.caseId, caseId))
        .orderBy(desc(caseEvents.id))
        .all()
        .find(({ kind }) => kind === "pass-refused");
    const detail = no && detailOf(no, "pass-refused");
    if (!stored || !detail) return null;
    noteRead(tx, caseId, viewer.id, now);
    return { why: detail.why, at: no.happenedAt, teamId: stored.teamId, reference: stored.reference };
  });
}

function toWorkWith(db: Db, viewer: Viewer, caseId: string): CaseRow | null {
  const stored = findCase(db, caseId);
  return stored && mayDo(viewer, "work", stored) ? stored : null;
}
