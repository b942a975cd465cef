import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import {
  type CarriedSearch,
  type CaseEventKind,
  caseEvents,
  cases,
  type CloseReason,
  consents,
  consentTexts,
  type ConsentKind,
  type Door,
  type ReferralState,
  teams,
  users,
} from "../../db/schema.ts";
import { type Viewer } from "../accounts/roles.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import type { KeyRing } from "../shared/seal.ts";
import { isLate } from "./open.ts";
import { colleagues } from "./people.ts";
import { waitedDays } from "./promise.ts";
import { mayDo } from "./rules.ts";
import { addEvent, type CaseRow, findCase } from "./store.ts";
import { caseKey, openPerson, openText, type Person, contactIndexes } from "./vault.ts";

const SAME_NUMBER_SHOWN = 20;

export interface CaseEvent {
  kind: CaseEventKind;
  /** Name of who did it; null: the citizen. */
  actor: string | null;
  happenedAt: number;
  recordedAt: number;
  detail: string | null;
  /** Name of the person in `detail`, where it is one. */
  to: string | null;
  text: string | null;
}

export interface CaseView {
  id: string;
  reference: string;
  teamId: string;
  team: string;
  state: ReferralState;
  door: Door;
  area: string | null;
  search: CarriedSearch | null;
  person: Person;
  createdAt: number;
  dueAt: number;
  waited: number;
  late: boolean;
  spoken: boolean;
  closeReason: CloseReason | null;
  closedAt: number | null;
  mine: boolean;
  /** Newest first; readings apart. */
  events: CaseEvent[];
  readings: CaseEvent[];
  consents: { kind: ConsentKind; version: number; text: string; givenAt: number; givenBy: string }[];
  /** Other cases with the same number. */
  sameNumber: { id: string; reference: string; state: ReferralState; createdAt: number; readable: boolean }[];
  colleagues: { id: string; name: string }[];
}

/** Opens a case for the viewer and logs that it was read; null for what the viewer may not read. */
export function openCase(db: Db, keys: KeyRing, viewer: Viewer, id: string, now: number): CaseView | null {
  return db.transaction((tx) => {
    const stored = findCase(tx, id);
    if (!stored || !mayDo(viewer, "read", stored)) return null;
    const person = openPerson(keys, stored);
    if (!person) return null;
    addEvent(tx, { caseId: id, kind: "read", actorId: viewer.id }, now);
    const events = eventsOf(tx, keys, stored);
    const isReading = (event: CaseEvent) => event.kind === "read";
    return {
      id,
      reference: stored.reference,
      teamId: stored.teamId,
      team: tx.select({ name: teams.name }).from(teams).where(eq(teams.id, stored.teamId)).get()?.name ?? "",
      state: stored.state,
      door: stored.door,
      area: stored.area,
      search: stored.search,
      person,
      createdAt: stored.createdAt,
      dueAt: stored.dueAt,
      waited: waitedDays(stored.createdAt, now, isPublicHoliday),
      late: isLate(stored, now),
      spoken: stored.firstContactAt !== null,
      closeReason: stored.closeReason,
      closedAt: stored.closedAt,
      mine: stored.brobyggerId === viewer.id,
      events: events.filter((event) => !isReading(event)),
      readings: events.filter(isReading),
      consents: consentsOf(tx, id),
      sameNumber: sameNumberAs(tx, keys, viewer, stored, person.phone ?? person.email),
      colleagues: colleagues(tx, stored.teamId).filter((colleague) => colleague.id !== stored.brobyggerId),
    };
  });
}

function eventsOf(db: Db, keys: KeyRing, stored: CaseRow): CaseEvent[] {
  const key = caseKey(keys, stored);
  const rows = db
    .select()
    .from(caseEvents)
    .where(eq(caseEvents.caseId, stored.id))
    .orderBy(desc(caseEvents.happenedAt), desc(caseEvents.id))
    .all();
  const people = [...new Set(rows.flatMap((row) => [row.actorId, row.detail]).filter((id) => id !== null))];
  const names = new Map(
    db
      .select({ id: users.id, name: users.name })
      .from(users)
      .where(among(users.id, people))
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return rows.map((row) => ({
    kind: row.kind,
    actor: row.actorId ? (names.get(row.actorId) ?? "") : null,
    happenedAt: row.happenedAt,
    recordedAt: row.recordedAt,
    detail: row.detail,
    to: row.detail ? (names.get(row.detail) ?? null) : null,
    text: key && row.sealedText ? openText(key, row, row.sealedText) : null,
  }));
}

function consentsOf(db: Db, caseId: string): CaseView["consents"] {
  return db
    .select({
      kind: consents.kind,
      version: consents.version,
      text: consentTexts.text,
      givenAt: consents.givenAt,
      givenBy: consents.givenBy,
    })
    .from(consents)
    .innerJoin(consentTexts, and(eq(consentTexts.kind, consents.kind), eq(consentTexts.version, consents.version)))
    .where(eq(consents.caseId, caseId))
    .orderBy(asc(consents.givenAt))
    .all();
}

function sameNumberAs(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  stored: CaseRow,
  contact: string | null,
): CaseView["sameNumber"] {
  if (!contact) return [];
  const rows = db
    .select()
    .from(cases)
    .where(
      and(
        inArray(cases.phoneIndex, contactIndexes(keys, contact)),
        ne(cases.id, stored.id),
        ne(cases.state, "withdrawn"),
        sql`${cases.closeReason} IS NOT 'repeat'`,
      ),
    )
    .orderBy(desc(cases.createdAt))
    .limit(SAME_NUMBER_SHOWN)
    .all();
  return rows.map((row) => ({
    id: row.id,
    reference: row.reference,
    state: row.state,
    createdAt: row.createdAt,
    readable: mayDo(viewer, "read", row),
  }));
}
