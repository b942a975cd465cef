/** The desk: what is due of all that comes next, with what one needs to do it. */
import { and, asc, eq, inArray, isNotNull, isNull, lte, ne, notExists, notInArray, or, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, caseTasks, type Door, type ReferralState, type TaskKind } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import type { KeyRing } from "../shared/seal.ts";
import { localClock, localDate } from "../shared/time.ts";
import { waitedDays } from "./promise.ts";
import { unitNames } from "./referral.ts";
import { isDoer, isOwn } from "./own.ts";
import { mayDo, whomFor } from "./rules.ts";
import { type CaseRow, noteListed } from "./store.ts";
import { isOverdue, NOTICES, type TaskRow } from "./tasks.ts";
import { openPerson, type WhenToCall } from "./vault.ts";

/** A step that is to be done, with the case that it belongs to. */
export interface DeskTask {
  /** Null: the case has no next step, and needs one. */
  id: number | null;
  kind: TaskKind | null;
  /** The introduction or the trial that it is about. */
  about: number | null;
  late: boolean;
  /** `HH:MM` before which it is not to be done today; null: now. */
  notBefore: string | null;
  startsOn: string;
  dueOn: string;
  caseId: string;
  reference: string;
  state: ReferralState;
  door: Door;
  /** Name of the unit that referred; null: none did. */
  unit: string | null;
  area: string | null;
  name: string;
  phone: string | null;
  whenToCall: WhenToCall | null;
  /** Whole working days since the request. */
  waited: number;
  createdAt: number;
  lastHeardAt: number | null;
  /** Whether the team's, until somebody takes the case. */
  ofTeam: boolean;
  /** Name of the brobygger whom the viewer stands in for. */
  standsInFor: string | null;
}

export interface Today {
  /** What is due, over time first; within a day what may be done now before what waits for its hour. */
  due: Paged<DeskTask>;
  /** The viewer's cases of which nobody has said what comes next: they stay until somebody does. */
  bare: DeskTask[];
  /** What waits for others, or for its day: the nearest. */
  waiting: DeskTask[];
}

const WAITING_SHOWN = 20;
const BARE_SHOWN = 50;

/** The viewer's desk on the day of `now`. Seeing a name in it is a reading: logged once a day. */
export function today(db: Db, keys: KeyRing, viewer: Viewer, now: number, page = 1): Today {
  const date = localDate(now);
  const clock = localClock(now);
  return db.transaction((tx) => {
    const due = tx
      .select({ task: caseTasks, row: cases })
      .from(caseTasks)
      .innerJoin(cases, eq(cases.id, caseTasks.caseId))
      .where(and(theirs(viewer), readable, lte(caseTasks.startsOn, date)))
      .orderBy(
        sql`CASE WHEN ${caseTasks.dueOn} < ${date} THEN 0 WHEN ${caseTasks.clock} > ${clock} THEN 2 ELSE 1 END`,
        asc(caseTasks.dueOn),
        asc(caseTasks.clock),
        asc(caseTasks.id),
      );
    const seen: string[] = [];
    const names = unitNames(tx, teamsOf(viewer));
    const lineOf = (found: { task: TaskRow | null; row: CaseRow }) =>
      mayDo(viewer, "read", found.row)
        ? taskLine(keys, viewer, { ...found, unit: names.get(found.row.unitId ?? "") ?? null }, now, seen)
        : [];
    const list = pageOf(page, dueFigures(tx, viewer, now).due, (skip, take) =>
      due.limit(take).offset(skip).all().flatMap(lineOf),
    );
    const bare = withoutStep(tx, viewer).flatMap((row) => lineOf({ task: null, row }));
    const waiting = tx
      .select({ task: caseTasks, row: cases })
      .from(caseTasks)
      .innerJoin(cases, eq(cases.id, caseTasks.caseId))
      .where(and(isDoer(viewer), isNull(caseTasks.doneAt), readable, sql`${caseTasks.startsOn} > ${date}`))
      .orderBy(asc(caseTasks.startsOn), asc(caseTasks.id))
      .limit(WAITING_SHOWN)
      .all()
      .flatMap(lineOf);
    noteListed(tx, viewer.id, seen, now);
    return { due: list, bare, waiting };
  });
}

/** How many steps are due for the viewer on the day of `now`, and how many of them are over time. */
export function dueFigures(db: Db, viewer: Viewer, now: number): { due: number; late: number } {
  const date = localDate(now);
  const found = db
    .select({ due: sql<number>`count(*)`, late: sql<number | null>`sum(${caseTasks.dueOn} < ${date})` })
    .from(caseTasks)
    .innerJoin(cases, eq(cases.id, caseTasks.caseId))
    .where(and(theirs(viewer), readable, lte(caseTasks.startsOn, date)))
    .get();
  return { due: found?.due ?? 0, late: found?.late ?? 0 };
}

const readable = and(isNotNull(cases.wrappedKey), ne(cases.state, "withdrawn"));

/** The viewer's own open steps, those of whom one stands in for, and those of the teams while nobody has the case. */
function theirs(viewer: Viewer) {
  return and(
    isNull(caseTasks.doneAt),
    or(
      isDoer(viewer),
      and(isNull(caseTasks.doerId), eq(cases.state, "new"), inArray(caseTasks.teamId, teamsOf(viewer))),
    ),
  );
}

function withoutStep(db: Db, viewer: Viewer): CaseRow[] {
  const open = db
    .select({ id: caseTasks.id })
    .from(caseTasks)
    .where(and(eq(caseTasks.caseId, cases.id), isNull(caseTasks.doneAt), notInArray(caseTasks.kind, [...NOTICES])));
  return db
    .select()
    .from(cases)
    .where(and(isOwn(viewer), eq(cases.state, "taken"), isNull(cases.noStep), readable, notExists(open)))
    .orderBy(asc(cases.createdAt))
    .limit(BARE_SHOWN)
    .all();
}

function taskLine(
  keys: KeyRing,
  viewer: Viewer,
  { task, row, unit }: { task: TaskRow | null; row: CaseRow; unit: string | null },
  now: number,
  seen: string[],
): DeskTask[] {
  const person = openPerson(keys, row);
  if (!person) return [];
  seen.push(row.id);
  const date = localDate(now);
  const { id: caseId, reference, state, door, area, createdAt, lastHeardAt } = row;
  return [
    {
      id: task?.id ?? null,
      kind: task?.kind ?? null,
      about: task?.about ?? null,
      late: task !== null && isOverdue(task, now),
      notBefore: task?.clock && (task.startsOn > date || task.clock > localClock(now)) ? task.clock : null,
      startsOn: task?.startsOn ?? date,
      dueOn: task?.dueOn ?? date,
      caseId,
      reference,
      state,
      door,
      unit,
      area,
      name: person.name,
      phone: person.phone,
      whenToCall: person.whenToCall,
      waited: waitedDays(createdAt, now, isPublicHoliday),
      createdAt,
      lastHeardAt,
      ofTeam: task !== null && task.doerId === null,
      standsInFor: whomFor(viewer, row),
    },
  ];
}
