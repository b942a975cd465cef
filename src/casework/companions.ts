/** Whom a team can ask to come along (*følgesvende*): the list that its lead keeps, and its brobyggere read (C6, C20). */
import { and, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { companions, type CompanyKind } from "../../db/schema.ts";
import { scopesOf, teamsOf, type Viewer } from "../accounts/roles.ts";
import { newId } from "../shared/ids.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";
import { DAY, isDate, localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { refuseCpr } from "./deeds.ts";

/** Who can stand on the list. The brobygger and people of the association come along without it. */
export const COMPANION_KINDS = [
  "volunteer",
  "mentor",
  "peer",
  "motion-guide",
  "social-sundhed",
] as const satisfies readonly CompanyKind[];
export type CompanionKind = (typeof COMPANION_KINDS)[number];

/** How long it stands who somebody was that has stopped: whom they walked with may still be asked. */
export const COMPANION_KEPT_DAYS = 365;

/** Of *Social Sundhed* the coordinator's: it keeps the list of its volunteers itself. */
interface CompanionPerson {
  name: string;
  /** E.164. */
  phone: string | null;
  email: string | null;
}

/** What a lead writes of a companion. Days as `YYYY-MM-DD`; null: not yet. */
export interface CompanionFields extends CompanionPerson {
  kind: CompanionKind;
  /** Tavshedserklæring signed. */
  secrecyOn: string | null;
  /** Straffeattest seen: that it was, and nothing of what stood in it (GDPR, article 10). */
  recordSeenOn: string | null;
}

export interface Companion extends CompanionFields {
  id: string;
  teamId: string;
  endedAt: number | null;
}

/** Whether a companion may walk with a citizen: of the team's own only who has both papers; *Social Sundhed* sees to its own. */
export function mayWalk(
  { kind, secrecyOn, recordSeenOn, endedAt }: Pick<Companion, "kind" | "secrecyOn" | "recordSeenOn" | "endedAt">,
  today: string,
): boolean {
  const isDone = (day: string | null) => day !== null && day <= today;
  return endedAt === null && (kind === "social-sundhed" || (isDone(secrecyOn) && isDone(recordSeenOn)));
}

/** The companions of a team that the viewer works in, by name, those who have stopped last; none of another team's. */
export function companionsOf(db: Db, keys: KeyRing, viewer: Viewer, teamId: string): Companion[] {
  if (!teamsOf(viewer).includes(teamId)) return [];
  return db
    .select()
    .from(companions)
    .where(and(eq(companions.teamId, teamId), isNotNull(companions.sealedPerson)))
    .all()
    .flatMap((row) => opened(keys, row) ?? [])
    .sort((a, b) => Number(a.endedAt !== null) - Number(b.endedAt !== null) || a.name.localeCompare(b.name, "da"));
}

/** A companion of a team that the viewer leads; null for another team's, and for one who is erased. */
export function companionFor(db: Db, keys: KeyRing, viewer: Viewer, id: string): Companion | null {
  const row = db.select().from(companions).where(eq(companions.id, id)).get();
  return row && scopesOf(viewer, "lead").includes(row.teamId) ? opened(keys, row) : null;
}

/** Puts somebody on the list of a team that the viewer leads; answers the id. */
export function addCompanion(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  { teamId, ...fields }: CompanionFields & { teamId: string },
  now: number,
): string {
  if (!scopesOf(viewer, "lead").includes(teamId)) refuse("unknown", "teamId");
  const id = newId();
  db.insert(companions)
    .values({ id, teamId, madeAt: now, ...stored(keys, id, fields, now) })
    .run();
  return id;
}

/** Writes all of a companion anew; one who has stopped stays as it is. */
export function changeCompanion(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  fields: CompanionFields,
  now: number,
): void {
  db.transaction((tx) => {
    refuseAnothers(tx, viewer, id);
    tx.update(companions)
      .set(stored(keys, id, fields, now))
      .where(eq(companions.id, id))
      .run();
  });
}

/** The companion comes along no more. Who it was is erased after a year. */
export function endCompanion(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    refuseAnothers(tx, viewer, id);
    tx.update(companions).set({ endedAt: now }).where(eq(companions.id, id)).run();
  });
}

/** Erases who they were that stopped a year ago; that somebody of a kind came along stays. Answers how many. */
export function forgetCompanions(db: Db, now: number): number {
  return db
    .update(companions)
    .set({ sealedPerson: null, secrecyOn: null, recordSeenOn: null })
    .where(and(lte(companions.endedAt, now - COMPANION_KEPT_DAYS * DAY), isNotNull(companions.sealedPerson)))
    .run().changes;
}

/** What a companion is sealed for. */
export function contextOf(id: string): string {
  return `companion ${id}`;
}

type Row = typeof companions.$inferSelect;

function opened(
  keys: KeyRing,
  { id, teamId, kind, sealedPerson, secrecyOn, recordSeenOn, endedAt }: Row,
): Companion | null {
  if (!sealedPerson) return null;
  const person = JSON.parse(openWithRing(keys, sealedPerson, contextOf(id)).toString()) as CompanionPerson;
  return { id, teamId, kind: kind as CompanionKind, ...person, secrecyOn, recordSeenOn, endedAt };
}

/** Papers are of the team's own alone. */
function stored(
  keys: KeyRing,
  id: string,
  { kind, name, phone, email, ...days }: CompanionFields,
  now: number,
): Pick<Row, "kind" | "sealedPerson" | "secrecyOn" | "recordSeenOn"> {
  refuseCpr(name, "name");
  const person: CompanionPerson = { name, phone, email };
  const dayOf = (field: keyof typeof days) => {
    const day = kind === "social-sundhed" ? null : days[field];
    if (day !== null && !isDate(day)) refuse("date", field);
    if (day !== null && day > localDate(now)) refuse("notYet", field);
    return day;
  };
  return {
    kind,
    sealedPerson: sealWithRing(keys, Buffer.from(JSON.stringify(person)), contextOf(id)),
    secrecyOn: dayOf("secrecyOn"),
    recordSeenOn: dayOf("recordSeenOn"),
  };
}

/** Refuses alike whether it is another team's, has stopped or is not there. */
function refuseAnothers(db: Db, viewer: Viewer, id: string): void {
  const row = db
    .select()
    .from(companions)
    .where(and(eq(companions.id, id), isNull(companions.endedAt)))
    .get();
  if (!row || !scopesOf(viewer, "lead").includes(row.teamId)) refuse("notYours");
}
