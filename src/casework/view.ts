import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import {
  type CarriedSearch,
  type CaseEventKind,
  caseEvents,
  caseReadings,
  cases,
  type CloseReason,
  type ConsentWay,
  consents,
  consentTexts,
  type ConsentKind,
  type Door,
  type NoStep,
  type PersonRequestKind,
  type PersonRequestNo,
  type ReferralState,
  teams,
  users,
} from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import type { Viewer } from "../accounts/roles.ts";
import { isPublicHoliday } from "../shared/holidays.ts";
import type { KeyRing } from "../shared/seal.ts";
import { wordsOfYes } from "./consent-words.ts";
import { teamsBeside } from "./controllers.ts";
import { inEmergency } from "./emergency.ts";
import { feedbackOf, type FeedbackView } from "./feedback.ts";
import { followingOf } from "./following/planning.ts";
import { companyOf } from "./introductions/company.ts";
import { type IntroductionView, introductionsOf } from "./introductions/view.ts";
import { isLate } from "./open.ts";
import { lacksOwnYes, lapsesAt } from "./yes.ts";
import { isToBeTold, toSayAloud } from "./first-talk.ts";
import { type PlacesToGive, placesToGive } from "./giving.ts";
import { leadNames } from "./people.ts";
import { type Placement, placementsOf } from "./placements.ts";
import { waitedDays } from "./promise.ts";
import { referralOf } from "./referral.ts";
import { noToTell, openRequests } from "./rights.ts";
import { mayDo, whomFor } from "./rules.ts";
import { type CaseRow, detailOf, type EventRow, findCase, hasContact, noteRead, ofTeams } from "./store.ts";
import { type Listed, listOf } from "./talk/list.ts";
import type { Sheet } from "./talk/sheet.ts";
import { sheetOf } from "./talk/talk.ts";
import { openTasks, type TaskRow } from "./tasks.ts";
import { wordsToAsk } from "./to-ask.ts";
import { caseKey, openPerson, openText, type Person } from "./vault.ts";
import { wellbeingOf, type WellbeingView } from "./wellbeing/note.ts";

const SAME_NUMBER_SHOWN = 20;

export interface CaseEvent {
  id: number;
  kind: CaseEventKind;
  detail: EventRow["detail"];
  /** Name of who did it; null: the citizen. */
  actor: string | null;
  happenedAt: number;
  recordedAt: number;
  /** Name of whoever, or of the team that, the case was given to. */
  to: string | null;
  text: string | null;
  struckAt: number | null;
}

export interface CaseView {
  id: string;
  reference: string;
  teamId: string;
  team: string;
  /** Who answers for what is kept, in words. */
  controller: string;
  state: ReferralState;
  door: Door;
  area: string | null;
  search: CarriedSearch | null;
  person: Person;
  referral: ReturnType<typeof referralOf>;
  createdAt: number;
  dueAt: number;
  waited: number;
  late: boolean;
  spoken: boolean;
  closeReason: CloseReason | null;
  closedAt: number | null;
  /** Whether the viewer works with it: it is the own, or of somebody whom one stands in for. */
  mine: boolean;
  /** Name of the brobygger whom the viewer stands in for. */
  standsInFor: string | null;
  /** Newest first, as the readings. */
  events: CaseEvent[];
  readings: { reader: string; at: number; inList: boolean }[];
  consents: {
    kind: ConsentKind;
    version: number;
    text: string;
    givenAt: number;
    how: ConsentWay;
    notedById: string | null;
    withdrawnAt: number | null;
    /** From when it holds no more by itself; null: until it is taken back. */
    lapsesAt: number | null;
  }[];
  /** What the citizen can say yes to, in the words of whoever answers for the team. */
  toAsk: { kind: ConsentKind; text: string }[];
  /** Another wrote, or a letter came, and the citizen has not been asked. */
  lacksOwnYes: boolean;
  /** What is to be said aloud at the first talk; null: it has been, or nobody has to. */
  toSay: ReturnType<typeof toSayAloud> | null;
  /** Of the controller's own records: when it was put there; `isWanted`: it has to be before it is erased. */
  delivery: { at: number | null; isWanted: boolean };
  /** What comes next, the soonest first. */
  tasks: TaskRow[];
  noStep: NoStep | null;
  /** Other cases with the same number, as far as the controller knows. */
  sameNumber: { id: string; reference: string; state: ReferralState; createdAt: number; readable: boolean }[];
  places: PlacesToGive;
  /** Whom the citizen was told of to, and what was booked; the newest first. */
  introductions: IntroductionView[];
  /** When they are asked how it goes, and what was answered. */
  following: ReturnType<typeof followingOf>;
  /** How often each kind of company came along. */
  company: ReturnType<typeof companyOf>;
  /** Where the citizen is, or was, active. */
  placements: Placement[];
  /** What the two have talked about; null: nobody has written on the sheet. */
  talk: Sheet | null;
  /** What was put aside to choose among. */
  list: Listed[];
  /** What whoever referred hears of it; null: nobody did who could. */
  feedback: FeedbackView | null;
  /** How the citizen said that it was, before and after; null: the team does not ask. */
  wellbeing: WellbeingView | null;
  /** Names of the team's leads. */
  leaders: string[];
  /** What the citizen asked for by law, not answered yet. */
  rights: { kind: PersonRequestKind; askedAt: number }[];
  /** Why it cannot be erased, which the citizen is still to be told. */
  noToTell: PersonRequestNo | null;
}

/** Opens a case for the viewer and logs that it was read; null for what the viewer may not read. */
export function openCase(db: Db, keys: KeyRing, viewer: Viewer, id: string, now: number): CaseView | null {
  return db.transaction((tx) => {
    const stored = findCase(tx, id);
    if (!stored || !(mayDo(viewer, "read", stored) || inEmergency(tx, viewer, stored, now))) return null;
    const person = openPerson(keys, stored);
    if (!person) return null;
    noteRead(tx, id, viewer.id, now);
    const { handOverFirst, controller } = readSettings(tx, ["handOverFirst", "controller"], stored.teamId);
    return {
      id,
      reference: stored.reference,
      teamId: stored.teamId,
      team: tx.select({ name: teams.name }).from(teams).where(eq(teams.id, stored.teamId)).get()?.name ?? "",
      controller,
      state: stored.state,
      door: stored.door,
      area: stored.area,
      search: stored.search,
      person,
      referral: referralOf(tx, stored),
      createdAt: stored.createdAt,
      dueAt: stored.dueAt,
      waited: waitedDays(stored.createdAt, now, isPublicHoliday),
      late: isLate(stored, now),
      spoken: stored.firstContactAt !== null,
      closeReason: stored.closeReason,
      closedAt: stored.closedAt,
      mine: stored.brobyggerId === viewer.id || whomFor(viewer, stored) !== null,
      standsInFor: whomFor(viewer, stored),
      events: eventsOf(tx, keys, stored),
      readings: readingsOf(tx, id),
      tasks: openTasks(tx, id),
      noStep: stored.noStep,
      consents: consentsOf(tx, id),
      toAsk: wordsToAsk(tx, stored, now),
      lacksOwnYes: lacksOwnYes(tx, stored),
      toSay: isToBeTold(stored) ? toSayAloud(tx, stored.teamId) : null,
      delivery: {
        at: stored.deliveredAt,
        isWanted: handOverFirst === 1 && stored.firstContactAt !== null,
      },
      sameNumber: sameNumberAs(tx, keys, viewer, stored, person.phone ?? person.email),
      places: placesToGive(tx, stored, now),
      introductions: introductionsOf(tx, keys, stored, now),
      company: companyOf(tx, id),
      following: followingOf(tx, stored, now),
      placements: placementsOf(tx, keys, stored),
      talk: sheetOf(tx, keys, stored)?.sheet ?? null,
      list: listOf(tx, keys, stored),
      feedback: feedbackOf(tx, stored, now),
      wellbeing: wellbeingOf(tx, keys, stored, now),
      leaders: leadNames(tx, stored.teamId),
      rights: openRequests(tx, id),
      noToTell: noToTell(tx, id),
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
  const people = [...new Set(rows.flatMap((row) => [row.actorId, givenTo(row)]).filter((id) => id !== null))];
  const names = new Map(
    [users, teams]
      .flatMap((table) =>
        db.select({ id: table.id, name: table.name }).from(table).where(among(table.id, people)).all(),
      )
      .map(({ id, name }) => [id, name]),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    detail: row.detail,
    struckAt: row.struckAt,
    actor: row.actorId ? (names.get(row.actorId) ?? "") : null,
    happenedAt: row.happenedAt,
    recordedAt: row.recordedAt,
    to: names.get(givenTo(row) ?? "") ?? null,
    text: key && row.sealedText ? openText(key, row, row.sealedText) : null,
  }));
}

function givenTo(row: EventRow): string | null {
  return (detailOf(row, "handed-over") ?? detailOf(row, "reassigned") ?? detailOf(row, "moved"))?.to ?? null;
}

function readingsOf(db: Db, caseId: string): CaseView["readings"] {
  return db
    .select({ reader: users.name, at: caseReadings.at, how: caseReadings.how })
    .from(caseReadings)
    .innerJoin(users, eq(users.id, caseReadings.readerId))
    .where(eq(caseReadings.caseId, caseId))
    .orderBy(desc(caseReadings.at), desc(caseReadings.id))
    .all()
    .map(({ how, ...reading }) => ({ ...reading, inList: how === "list" }));
}

function consentsOf(db: Db, caseId: string): CaseView["consents"] {
  return db
    .select({
      kind: consents.kind,
      version: consents.version,
      text: consentTexts.text,
      said: consentTexts.said,
      givenAt: consents.givenAt,
      how: consents.how,
      notedById: consents.notedById,
      withdrawnAt: consents.withdrawnAt,
    })
    .from(consents)
    .innerJoin(consentTexts, and(eq(consentTexts.kind, consents.kind), eq(consentTexts.version, consents.version)))
    .where(eq(consents.caseId, caseId))
    .orderBy(asc(consents.givenAt))
    .all()
    .map(({ text, said, ...consent }) => ({
      ...consent,
      text: wordsOfYes(consent, text, said),
      lapsesAt: lapsesAt(consent),
    }));
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
        hasContact(keys, contact),
        ne(cases.id, stored.id),
        ne(cases.state, "withdrawn"),
        sql`${cases.closeReason} IS NOT 'repeat'`,
        ofTeams(teamsBeside(db, [stored.teamId])),
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
