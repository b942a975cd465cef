/** Units that have referred nobody for long: somebody of the team comes by, or writes to their people (R13). */
import { and, asc, desc, eq, isNull, max, ne } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, outreach, type OutreachKind, units } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { colleaguesOfUnit } from "../referrals/unit-links.ts";
import { refersByName, type Unit } from "../referrals/units.ts";
import { addDays, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { reminderMail } from "./letters.ts";

export const VISITS = ["staff-meeting", "group", "drop-in"] as const satisfies readonly OutreachKind[];
export type Visit = (typeof VISITS)[number];

/** So long a mail may work before somebody comes by, and before there is another. */
export const MAIL_WORKS_DAYS = 14;

/** The last of each, as dates (`YYYY-MM-DD`); null: never. */
export interface LastSeen {
  /** When the unit was put on the list. */
  knownSince: string;
  referredOn: string | null;
  visitedOn: string | null;
  mailedOn: string | null;
}

/** Whether it is time to come by: nobody referred and nobody was there for so many weeks. 0 weeks: never. */
export function isDue(
  { knownSince, referredOn, visitedOn, mailedOn }: LastSeen,
  weeks: number,
  today: string,
): boolean {
  if (weeks === 0) return false;
  const heard = [knownSince, referredOn, visitedOn].filter((day) => day !== null).toSorted();
  const isQuiet = addDays(heard.at(-1) ?? knownSince, 7 * weeks) <= today;
  return isQuiet && (mailedOn === null || addDays(mailedOn, MAIL_WORKS_DAYS) <= today);
}

/** A unit that somebody is to come by. */
export interface SilentUnit extends LastSeen {
  id: string;
  name: string;
  kind: Unit["kind"];
}

/** So many are shown at once: a desk is for what one can do. */
const SHOWN = 5;

/** The units of the viewer's teams that somebody is to come by, the longest silent first; at most five. */
export function silentUnits(db: Db, viewer: Viewer, now: number): SilentUnit[] {
  const today = localDate(now);
  return db
    .select()
    .from(units)
    .where(and(among(units.teamId, teamsOf(viewer)), isNull(units.closedAt)))
    .orderBy(asc(units.name))
    .all()
    .filter(({ kind }) => refersByName(kind))
    .map((unit) => ({ ...unit, ...lastSeen(db, unit) }))
    .filter((unit) => isDue(unit, readSetting(db, "unitSilentWeeks", unit.teamId), today))
    .toSorted((a, b) => (a.referredOn ?? a.knownSince).localeCompare(b.referredOn ?? b.knownSince))
    .slice(0, SHOWN)
    .map(({ id, name, kind, knownSince, referredOn, visitedOn, mailedOn }) => ({
      id,
      name,
      kind,
      knownSince,
      referredOn,
      visitedOn,
      mailedOn,
    }));
}

/** Notes that somebody of the team was at a unit, on a day that is not to come. */
export function noteVisit(
  db: Db,
  viewer: Viewer,
  unitId: string,
  { kind, on }: { kind: Visit; on: string },
  now: number,
): void {
  if (on > localDate(now)) refuse("notYet", "on");
  db.transaction((tx) => {
    const { id } = unitOfTeam(tx, viewer, unitId);
    tx.insert(outreach).values({ unitId: id, kind, on, madeAt: now, madeById: viewer.id }).run();
  });
}

/** Reminds those of a unit who have a link that they can refer; answers how many. Refuses twice within two weeks. */
export function remindUnit(db: Db, box: MailBox, viewer: Viewer, unitId: string, now: number): number {
  return db.transaction((tx) => {
    const unit = unitOfTeam(tx, viewer, unitId);
    const on = localDate(now);
    const { mailedOn } = lastSeen(tx, unit);
    if (mailedOn !== null && addDays(mailedOn, MAIL_WORKS_DAYS) > on) refuse("remindedLately");
    const colleagues = colleaguesOfUnit(tx, box.keys, unit.id);
    if (colleagues.length === 0) refuse("noColleagues");
    for (const { email } of colleagues) queueMail(tx, box.keys, reminderMail(box.siteUrl, email, viewer.name), now);
    tx.insert(outreach).values({ unitId: unit.id, kind: "mail", on, madeAt: now, madeById: viewer.id }).run();
    return colleagues.length;
  });
}

/** What was done for a unit of the viewer's teams, the newest first. */
export function outreachOf(db: Db, viewer: Viewer, unitId: string): { kind: OutreachKind; on: string }[] {
  const { id } = unitOfTeam(db, viewer, unitId);
  return db
    .select({ kind: outreach.kind, on: outreach.on })
    .from(outreach)
    .where(eq(outreach.unitId, id))
    .orderBy(desc(outreach.on), desc(outreach.id))
    .limit(20)
    .all();
}

/** An open unit of a team that the viewer works in; refuses alike whether it is another's, closed or not there. */
function unitOfTeam(db: Db, viewer: Viewer, unitId: string): Unit {
  const unit = db.select().from(units).where(eq(units.id, unitId)).get();
  return unit && unit.closedAt === null && teamsOf(viewer).includes(unit.teamId) ? unit : refuse("notYours");
}

function lastSeen(db: Db, { id, createdAt }: Pick<Unit, "id" | "createdAt">): LastSeen {
  const newest = db
    .select({ at: max(cases.createdAt) })
    .from(cases)
    .where(eq(cases.unitId, id))
    .get()?.at;
  const last = (isThat: ReturnType<typeof eq>) =>
    db
      .select({ on: max(outreach.on) })
      .from(outreach)
      .where(and(eq(outreach.unitId, id), isThat))
      .get()?.on ?? null;
  return {
    knownSince: localDate(createdAt),
    referredOn: newest == null ? null : localDate(newest),
    visitedOn: last(ne(outreach.kind, "mail")),
    mailedOn: last(eq(outreach.kind, "mail")),
  };
}
