/** What was issued and used, in numbers, and how long it stays: the ledger outlives the person, without a name. */
import { and, asc, eq, inArray, isNull, lt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { passes, passUses, teams } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import { csvOf } from "../shared/csv.ts";
import { localDate } from "../shared/time.ts";
import { passYearTexts as texts } from "../texts/passes.ts";
import { balance, isRunning } from "./pass.ts";

/** How many years after the one in which a pass ran out its ledger stays; as long as accounts (bogføringsloven, § 12). */
export const LEDGER_YEARS = 5;

/** A year of a team; amounts in øre. */
export interface PassYear {
  team: string;
  year: string;
  issued: number;
  issuedOre: number;
  uses: number;
  usedOre: number;
  /** What can still be used of the passes that were issued that year. */
  leftOre: number;
}

/** The years of the teams that the viewer leads, the newest first: counts alone. */
export function passYears(db: Db, viewer: Viewer, now: number): PassYear[] {
  const today = localDate(now);
  const led = scopesOf(viewer, "lead");
  const named = db.select().from(teams).where(inArray(teams.id, led)).orderBy(asc(teams.name)).all();
  return named
    .flatMap((team) => yearsOf(db, team, today))
    .sort((a, b) => b.year.localeCompare(a.year) || a.team.localeCompare(b.team, "da"));
}

/** Whether any team issues passes. */
export function somebodyIssues(db: Db): boolean {
  const ids = db.select({ id: teams.id }).from(teams).all();
  return ids.some(({ id }) => readSetting(db, "passOn", id) === 1);
}

/** The years as a sheet (semicolons and commas, as a Danish spreadsheet reads it). */
export function passSheet(years: readonly PassYear[]): string {
  const head = [texts.team, texts.year, texts.issued, texts.issuedOre, texts.uses, texts.usedOre, texts.leftOre];
  return csvOf([
    head,
    ...years.map(({ team, year, issued, issuedOre, uses, usedOre, leftOre }) => [
      team,
      year,
      String(issued),
      plain(issuedOre),
      String(uses),
      plain(usedOre),
      plain(leftOre),
    ]),
  ]);
}

/** Erases the ledger of passes that ran out so long ago; one that still belongs to somebody stays. Answers how many. */
export function forgetLedger(db: Db, now: number): number {
  const firstKept = `${Number(localDate(now).slice(0, 4)) - LEDGER_YEARS}-01-01`;
  return db
    .delete(passes)
    .where(and(isNull(passes.caseId), lt(passes.lastOn, firstKept)))
    .run().changes;
}

function yearsOf(db: Db, team: { id: string; name: string }, today: string): PassYear[] {
  const issued = db.select().from(passes).where(eq(passes.teamId, team.id)).all();
  const uses = db
    .select({ use: passUses })
    .from(passUses)
    .innerJoin(passes, eq(passes.id, passUses.passId))
    .where(and(eq(passes.teamId, team.id), isNull(passUses.takenBackAt)))
    .all()
    .map(({ use }) => use);
  const years = new Set([...issued.map(({ issuedOn }) => issuedOn), ...uses.map(({ usedOn }) => usedOn)].map(yearOf));
  return [...years].map((year) => {
    const ofYear = issued.filter(({ issuedOn }) => yearOf(issuedOn) === year);
    const used = uses.filter(({ usedOn }) => yearOf(usedOn) === year);
    const leftOf = (pass: (typeof issued)[number]) =>
      isRunning(pass, today)
        ? balance(
            pass,
            uses.filter(({ passId }) => passId === pass.id),
          )
        : 0;
    return {
      team: team.name,
      year,
      issued: ofYear.length,
      issuedOre: sum(ofYear.map(({ ore }) => ore)),
      uses: used.length,
      usedOre: sum(used.map(({ ore }) => ore)),
      leftOre: sum(ofYear.map(leftOf)),
    };
  });
}

const yearOf = (day: string) => day.slice(0, 4);
const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);

/** `1234,50` */
function plain(ore: number): string {
  return (ore / 100).toFixed(2).replace(".", ",");
}
