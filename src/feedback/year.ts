/** What a team tells those who refer when a year is over: what went well, of nobody, and totals that stay as they were. */
import { and, desc, eq, gte, isNull, lt } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, type FeedbackStep, teams, type ToldCounts, unitLinks, units, yearNotes } from "../../db/schema.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { refuseCpr } from "../casework/deeds.ts";
import { isReferral } from "../casework/course/stand.ts";
import { stepIn } from "../casework/feedback.ts";
import { suppressGrid } from "../figures/suppress.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { colleaguesOfUnit } from "../referrals/unit-links.ts";
import type { Unit } from "../referrals/units.ts";
import { instantOf, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { yearMail } from "./letters.ts";

/** What was told of a year: to everybody, and of the unit that reads it. */
export interface YearTold {
  year: number;
  text: string;
  team: ToldCounts;
  /** Null: the unit came later, or nothing was counted of it. */
  unit: ToldCounts | null;
}

/** The note of a year as its lead writes it; `text` empty: nobody has. */
export interface YearNote {
  teamId: string;
  team: string;
  year: number;
  text: string;
  told: ToldCounts | null;
  mailedAt: number | null;
}

/** The notes of the last whole year, one for each team that the viewer leads. */
export function yearNotesFor(db: Db, viewer: Viewer, now: number): YearNote[] {
  const year = lastYear(now);
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(among(teams.id, scopesOf(viewer, "lead")))
    .orderBy(teams.name)
    .all()
    .map(({ id, name }) => {
      const row = noteOf(db, id, year);
      return {
        teamId: id,
        team: name,
        year,
        text: row?.text ?? "",
        told: row?.told.team ?? null,
        mailedAt: row?.mailedAt ?? null,
      };
    });
}

/**
 * Tells what went well in the last whole year. The totals are counted the first time and stay: a text that is put right
 * changes no number, so that two readings never tell what happened to one citizen between them.
 */
export function tellYear(db: Db, viewer: Viewer, teamId: string, text: string, now: number): void {
  refuseCpr(text, "text");
  if (!scopesOf(viewer, "lead").includes(teamId)) refuse("notYours");
  db.transaction((tx) => {
    const year = lastYear(now);
    const said = { text, savedAt: now, savedById: viewer.id };
    const counts = noteOf(tx, teamId, year)?.told ?? countYear(tx, teamId, year, now);
    tx.insert(yearNotes)
      .values({ teamId, year, told: counts, ...said })
      .onConflictDoUpdate({ target: [yearNotes.teamId, yearNotes.year], set: said })
      .run();
  });
}

/** Mails the note to everybody who has a link of the team's units, once. Answers how many. */
export function mailYear(db: Db, box: MailBox, viewer: Viewer, teamId: string, now: number): number {
  if (!scopesOf(viewer, "lead").includes(teamId)) refuse("notYours");
  return db.transaction((tx) => {
    const year = lastYear(now);
    const note = noteOf(tx, teamId, year) ?? refuse("yearUntold", "text");
    if (note.mailedAt !== null) refuse("yearMailed");
    const to = colleaguesOfUnits(tx, box, teamId);
    if (to.length === 0) refuse("noColleagues");
    for (const email of to) queueMail(tx, box.keys, yearMail(box.siteUrl, email, note), now);
    tx.update(yearNotes)
      .set({ mailedAt: now })
      .where(and(eq(yearNotes.teamId, teamId), eq(yearNotes.year, year)))
      .run();
    return to.length;
  });
}

/** What a unit reads of the last year that its team wrote about; null: of none. */
export function toldOf(db: Db, { id, teamId }: Pick<Unit, "id" | "teamId">): YearTold | null {
  const isTeams = eq(yearNotes.teamId, teamId);
  const row = db.select().from(yearNotes).where(isTeams).orderBy(desc(yearNotes.year)).get();
  return row ? { year: row.year, text: row.text, team: row.told.team, unit: row.told.units[id] ?? null } : null;
}

/** The last year that is over. */
export function lastYear(now: number): number {
  return Number(localDate(now).slice(0, 4)) - 1;
}

const PARTS = ["notReached", "contacted", "started", "stillActive"] as const;
const PART_OF: Record<FeedbackStep, (typeof PARTS)[number]> = {
  waiting: "notReached",
  "not-reached": "notReached",
  contacted: "contacted",
  "not-started": "contacted",
  started: "started",
  stopped: "started",
  "still-active": "stillActive",
};
const OTHERS = "";

/**
 * How far those have come who were referred in a year, by unit: each citizen in one part, so that no difference of two
 * numbers tells of a few, and hidden together where a number is under five.
 */
function countYear(db: Db, teamId: string, year: number, now: number): (typeof yearNotes.$inferSelect)["told"] {
  const from = instantOf(`${year}-01-01`, "00:00");
  const until = instantOf(`${year + 1}-01-01`, "00:00");
  const came = db
    .select()
    .from(cases)
    .where(and(eq(cases.teamId, teamId), gte(cases.createdAt, from), lt(cases.createdAt, until)))
    .all()
    .filter(isReferral)
    .map((row) => ({ unit: row.unitId ?? OTHERS, part: PART_OF[stepIn(db, row, now)] }));
  if (came.length === 0) return { team: told([], null), units: {} };
  const ids = [...new Set(came.map(({ unit }) => unit))];
  const shown = suppressGrid(
    ids.map((id) => PARTS.map((part) => came.filter((one) => one.unit === id && one.part === part).length)),
  );
  return {
    team: told(shown.columnTotals, shown.total),
    units: Object.fromEntries(
      ids.flatMap((id, at) => (id === OTHERS ? [] : [[id, told(shown.cells[at] ?? [], shown.totals[at] ?? null)]])),
    ),
  };
}

/** Cells in the order of `PARTS`. */
function told(cells: readonly (number | null)[], all: number | null): ToldCounts {
  return {
    notReached: cells[0] ?? null,
    contacted: cells[1] ?? null,
    started: cells[2] ?? null,
    stillActive: cells[3] ?? null,
    all,
  };
}

function noteOf(db: Db, teamId: string, year: number) {
  return db
    .select()
    .from(yearNotes)
    .where(and(eq(yearNotes.teamId, teamId), eq(yearNotes.year, year)))
    .get();
}

/** The mails of those who have a link of a unit of the team, each once. */
function colleaguesOfUnits(db: Db, { keys }: MailBox, teamId: string): string[] {
  const links = db
    .select({ unitId: unitLinks.unitId })
    .from(unitLinks)
    .innerJoin(units, eq(units.id, unitLinks.unitId))
    .where(and(eq(units.teamId, teamId), isNull(units.closedAt), isNull(unitLinks.revokedAt)))
    .all();
  const ids = [...new Set(links.map(({ unitId }) => unitId))];
  return [...new Set(ids.flatMap((id) => colleaguesOfUnit(db, keys, id).map(({ email }) => email)))];
}
