/** A lead brings the open cases in that the team kept in a sheet, with who has each and what comes next. */
import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import { scopesOf, type Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import type { Placed } from "../shared/row-forms.ts";
import { addDays, instantOf, isDate, localDate } from "../shared/time.ts";
import { isRefusal, refuse } from "../texts/refusal.ts";
import { noteAttempt } from "./contact.ts";
import { refuseCpr } from "./deeds.ts";
import { type Next, noteNext } from "./next.ts";
import { colleagues } from "./people.ts";
import { refuseUntilReady } from "./ready.ts";
import { areaOfSearch } from "./routing.ts";
import { addEvent, insertCase, openCasesWith } from "./store.ts";
import { addTask, endTasks, giveTasks, stepOn } from "./tasks.ts";

/** A case of before. Days as `YYYY-MM-DD`; nobody knows the hours. */
export interface EarlierCase {
  name: string;
  /** E.164. */
  phone: string | null;
  email: string | null;
  area: string | null;
  wishes: string;
  askedOn: string;
  /** When somebody first talked with the citizen; null: nobody has. */
  talkedOn: string | null;
  /** Who has it; null: the team. */
  doer: string | null;
  next: Next | null;
  /** Said yes to: another open case with the same number or mail is no mistake. */
  again: boolean;
}

/** No effort of this kind is older. */
const OLDEST_DAYS = 3650;

/**
 * Stores the cases of a team that the viewer leads, all or none; answers how many. No mail goes out, and no yes is noted:
 * the words of it are not ours. A refusal names the field and the row.
 */
export function bringIn(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  { teamId, rows }: { teamId: string; rows: readonly Placed<EarlierCase>[] },
  now: number,
): number {
  if (!scopesOf(viewer, "lead").includes(teamId)) refuse("unknown", "teamId");
  if (rows.length === 0) refuse("noneTaken");
  return db.transaction((tx) => {
    refuseUntilReady(tx);
    for (const { at, ...row } of rows) inRow(at, () => bringOneIn(tx, keys, viewer, teamId, row, now));
    return rows.length;
  });
}

/** Does something for one row of many; a refusal names the field of that row. */
export function inRow<T>(at: number, deed: () => T): T {
  try {
    return deed();
  } catch (thrown) {
    if (isRefusal(thrown) && thrown.field) refuse(thrown.key, `${thrown.field}-${at}`, thrown.status);
    throw thrown;
  }
}

function bringOneIn(db: Db, keys: KeyRing, viewer: Viewer, teamId: string, row: EarlierCase, now: number): void {
  const { name, phone, email, area, wishes, askedOn, talkedOn, doer, next, again } = row;
  const today = localDate(now);
  const contacts = [phone, email].filter((contact) => contact !== null);
  if (contacts.length === 0) refuse("phoneOrEmailTheirs", "phone");
  if (!again && knownAs(db, keys, teamId, contacts)) refuse("alreadyHere", "phone");
  if (askedOn > today || askedOn < addDays(today, -OLDEST_DAYS)) refuse("dayGone", "askedOn");
  if (talkedOn && (talkedOn > today || talkedOn < askedOn)) refuse("talkedAfterAsked", "talkedOn");
  if (doer && !colleagues(db, teamId).some(({ id }) => id === doer)) refuse("unknown", "doer");
  refuseCpr(name, "name");
  refuseCpr(wishes, "wishes");
  const stored = insertCase(
    db,
    keys,
    {
      teamId,
      door: "sheet",
      area: area && areaOfSearch(db, { omraade: [area] }),
      search: null,
      person: { name, phone, email, whenToCall: null, mayLeaveMessage: false, wishes, words: "", relative: null },
      token: null,
      askedAt: askedOn === today ? now : noonOf(askedOn),
      actorId: viewer.id,
    },
    now,
  );
  const { id } = stored;
  if (doer) {
    db.update(cases).set({ state: "taken", brobyggerId: doer }).where(eq(cases.id, id)).run();
    giveTasks(db, id, doer);
    addEvent(db, { caseId: id, kind: "reassigned", actorId: viewer.id, detail: { to: doer } }, now);
  }
  if (talkedOn) {
    const talkedAt = Math.max(stored.createdAt, talkedOn === today ? now : noonOf(talkedOn));
    noteAttempt(db, stored, talkedAt);
    db.update(cases).set({ firstContactAt: talkedAt }).where(eq(cases.id, id)).run();
    endTasks(db, id, viewer.id, now, ["first-call"]);
  }
  if (!next) return refuse("chooseNext", "step");
  if ("none" in next && !talkedOn) refuse("callFirst", "step");
  if (talkedOn || ("step" in next && next.step !== "call")) return noteNext(db, viewer, id, next, now);
  if (!("on" in next)) return;
  if (!isDate(next.on)) refuse("dayMissing", "on");
  if (next.on < today) refuse("stepInPast", "on");
  callFirstOn(db, viewer, id, next.on, now);
}

/** The first call is on that day (`YYYY-MM-DD`). */
export function callFirstOn(db: Db, viewer: Viewer, id: string, on: string, now: number): void {
  endTasks(db, id, viewer.id, now, ["first-call"]);
  addTask(db, id, stepOn("first-call", on), viewer.id, now);
}

/** The number of an open case that the controller of a team has of one of these numbers or mails; null: there is none. */
export function knownAs(db: Db, keys: KeyRing, teamId: string, contacts: readonly string[]): string | null {
  const [first] = contacts.flatMap((contact) => openCasesWith(db, keys, teamId, contact));
  return first?.reference ?? null;
}

function noonOf(day: string): number {
  return instantOf(day, "12:00");
}
