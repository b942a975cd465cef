/** Whoever answers the phone finds a case: by number, phone or mail of the whole controller, by name of one's own. */
import { and, desc, eq, isNotNull, ne, type SQL } from "drizzle-orm";
import { among } from "../../db/among.ts";
import { readMark } from "../../db/marks.ts";
import type { Db } from "../../db/client.ts";
import { cases, type ReferralState, users } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { readPhone } from "../danish/phone.ts";
import type { KeyRing } from "../shared/seal.ts";
import { refuse } from "../texts/refusal.ts";
import { reachOf } from "./controllers.ts";
import { isOwn } from "./own.ts";
import { mayDo, mayLeaveMessage } from "./rules.ts";
import { type CaseRow, hasContact, noteListed, ofTeams } from "./store.ts";
import { openPerson } from "./vault.ts";

export type Sought = { reference: string } | { contact: string } | { name: string };

export interface Found {
  id: string;
  /** Whether the viewer may open it; else it is a colleague's, and a message can be left. */
  readable: boolean;
}

/** Written once every case can be found by its mail: until then a look-up by mail may miss some. */
export const MAILS_INDEXED = "case-mails-indexed";

const REFERENCE = /^(?:fb)?[\s-]*([a-z2-9]{5})$/i;
const FEWEST_DIGITS = 5;

/** What somebody typed to find a case: a case's number, a mail, a phone number, else a name. */
export function readSought(text: string): Sought {
  const typed = text.trim();
  if (typed.includes("@")) return { contact: typed.toLowerCase() };
  const [, signs] = REFERENCE.exec(typed) ?? [];
  if (signs && (/^fb/i.test(typed) || /\d/.test(signs))) return { reference: `FB-${signs.toUpperCase()}` };
  if (typed.replace(/\D/g, "").length < FEWEST_DIGITS) return { name: typed.toLocaleLowerCase("da") };
  const read = readPhone(typed);
  return "phone" in read ? { contact: read.phone } : refuse(read.problem, "sought");
}

/**
 * The cases that may be meant, of the viewer's controllers: those that the viewer may open before a colleague's, the
 * newest first; at most twenty. Refuses to say that there is none of a mail while not every case can be found by its
 * mail.
 */
export function find(db: Db, keys: KeyRing, viewer: Viewer, sought: Sought): Found[] {
  const found = rowsMeant(db, keys, viewer, sought).map((row) => ({
    id: row.id,
    readable: mayDo(viewer, "read", row),
  }));
  const isMail = "contact" in sought && sought.contact.includes("@");
  if (found.length === 0 && isMail && readMark(db, MAILS_INDEXED) === null) refuse("mailsNotIndexed", "sought");
  return found.toSorted((one, other) => Number(other.readable) - Number(one.readable));
}

/** One of several that may be meant. */
export interface Meant {
  id: string;
  reference: string;
  name: string;
  area: string | null;
  state: ReferralState;
  createdAt: number;
}

/** Those of these cases that the viewer may open, to choose from. Seeing a name is a reading, noted once a day. */
export function meantCases(db: Db, keys: KeyRing, viewer: Viewer, ids: readonly string[], now: number): Meant[] {
  return db.transaction((tx) => {
    const rows = tx.select().from(cases).where(among(cases.id, ids)).orderBy(desc(cases.createdAt)).all();
    const readable = rows.filter((row) => mayDo(viewer, "read", row));
    noteListed(
      tx,
      viewer.id,
      readable.map(({ id }) => id),
      now,
    );
    return readable.map((row) => ({ ...row, name: openPerson(keys, row)?.name ?? "" }));
  });
}

const MOST_MEANT = 20;

function rowsMeant(db: Db, keys: KeyRing, viewer: Viewer, sought: Sought): CaseRow[] {
  const inTeams = and(ofTeams(reachOf(db, viewer)), ne(cases.state, "withdrawn"), isNotNull(cases.wrappedKey));
  if ("name" in sought) return byName(db, keys, viewer, sought.name, inTeams);
  const meant = "reference" in sought ? eq(cases.reference, sought.reference) : hasContact(keys, sought.contact);
  return db.select().from(cases).where(and(meant, inTeams)).orderBy(desc(cases.createdAt)).limit(MOST_MEANT).all();
}

/** A colleague's case, as far as one may know of it: who has it, so that a message reaches the right one. */
export interface ColleaguesCase {
  id: string;
  reference: string;
  state: ReferralState;
  createdAt: number;
  brobygger: string | null;
}

/**
 * A case of the viewer's controllers that somebody else has; null for one that is not, or that one may open oneself.
 */
export function colleaguesCase(db: Db, viewer: Viewer, id: string): ColleaguesCase | null {
  const found = db
    .select({ row: cases, brobygger: users.name })
    .from(cases)
    .leftJoin(users, eq(users.id, cases.brobyggerId))
    .where(eq(cases.id, id))
    .get();
  if (!found || !mayLeaveMessage(reachOf(db, viewer), found.row) || mayDo(viewer, "read", found.row)) return null;
  const { reference, state, createdAt } = found.row;
  return { id, reference, state, createdAt, brobygger: found.brobygger };
}

function byName(db: Db, keys: KeyRing, viewer: Viewer, name: string, inTeams: SQL | undefined): CaseRow[] {
  const rows: CaseRow[] = db
    .select()
    .from(cases)
    .where(and(isOwn(viewer), inTeams))
    .orderBy(desc(cases.createdAt))
    .all();
  return rows.filter((row) => openPerson(keys, row)?.name.toLocaleLowerCase("da").includes(name)).slice(0, MOST_MEANT);
}
