/** What a brobygger needs who is about to tell an association of a citizen: whom to write to, what was agreed, what others learnt. */
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { activities, listedOffers, organisations, remarks } from "../../../db/schema.ts";
import { teamsOf, type Viewer } from "../../accounts/roles.ts";
import type { KeyRing } from "../../shared/seal.ts";
import { localDate } from "../../shared/time.ts";
import { refuse } from "../../texts/refusal.ts";
import { agreementWith, type AgreementRow, isInForce, newcomersIn } from "../agreements.ts";
import { holdsYes } from "../yes.ts";
import { refuseCpr } from "../deeds.ts";
import { mayDo } from "../rules.ts";
import { type CaseRow, findCase, noteRead } from "../store.ts";
import { type Listed, listOf } from "../talk/list.ts";
import { openPerson } from "../vault.ts";
import type { IntroductionWords } from "./introduce.ts";
import { weekOf } from "./rules.ts";

export interface ContactView {
  caseId: string;
  reference: string;
  name: string;
  phone: string | null;
  offer: Listed;
  receiver: IntroductionWords["receiver"];
  /** Whether the citizen's yes to telling associations stands already. */
  hasYes: boolean;
  /** Of the board; null: an offer outside it, or gone. */
  activity: { slug: string; organisation: string; organisationId: string; full: boolean; places: number | null } | null;
  agreement: AgreementRow | null;
  /** How many newcomers it awaits in the week of `now`. */
  newcomersNow: number;
  remark: string;
}

/** What an offer of a list is about, for whoever works with the case; null for anybody else's. */
export function contactFor(db: Db, keys: KeyRing, viewer: Viewer, listedId: number, now: number): ContactView | null {
  return db.transaction((tx) => {
    const found = listedIn(tx, keys, viewer, listedId);
    const person = found && openPerson(keys, found.stored);
    if (!found || !person) return null;
    const { stored, offer } = found;
    noteRead(tx, stored.id, viewer.id, now);
    const activity = offer.activityId === null ? null : activityOf(tx, offer.activityId);
    const agreement = activity ? agreementWith(tx, activity.organisationId) : null;
    return {
      caseId: stored.id,
      reference: stored.reference,
      name: person.name,
      phone: person.phone,
      offer,
      receiver: receiverOf(activity, agreement, localDate(now)),
      hasYes: holdsYes(tx, stored.id, "share-with-association", now),
      activity,
      agreement,
      newcomersNow: activity ? newcomersIn(tx, activity.organisationId, weekOf(now)) : 0,
      remark: offer.activityId === null ? "" : remarkOf(tx, offer.activityId, stored.teamId),
    };
  });
}

/** An offer of the list of a case that the viewer works with; null: there is none. */
export function listedIn(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  listedId: number,
): { stored: CaseRow; offer: Listed } | null {
  const row = db.select({ caseId: listedOffers.caseId }).from(listedOffers).where(eq(listedOffers.id, listedId)).get();
  const stored = row ? findCase(db, row.caseId) : null;
  if (!stored || !mayDo(viewer, "work", stored)) return null;
  const offer = listOf(db, keys, stored).find(({ id }) => id === listedId);
  return offer ? { stored, offer } : null;
}

/** Whom to write to of an activity now: whoever the agreement names, else its tovholder. */
export function receiverFor(db: Db, activityId: string | null, now: number): IntroductionWords["receiver"] {
  const activity = activityId === null ? null : activityOf(db, activityId);
  return receiverOf(activity, activity && agreementWith(db, activity.organisationId), localDate(now));
}

/** Writes what the team has learnt of an activity, for colleagues; empty takes it away. Nothing of citizens. */
export function writeRemark(
  db: Db,
  viewer: Viewer,
  teamId: string,
  activityId: string,
  text: string,
  now: number,
): void {
  if (!teamsOf(viewer).includes(teamId)) refuse("notYours");
  refuseCpr(text, "remark");
  const isThat = and(eq(remarks.activityId, activityId), eq(remarks.teamId, teamId));
  db.transaction((tx) => {
    tx.delete(remarks).where(isThat).run();
    if (text) tx.insert(remarks).values({ activityId, teamId, text, savedAt: now, savedById: viewer.id }).run();
  });
}

/** What the viewer's teams have learnt of these activities, by activity. */
export function remarksOn(db: Db, viewer: Viewer, activityIds: readonly string[]): Map<string, string> {
  const theirs = and(inArray(remarks.activityId, [...activityIds]), inArray(remarks.teamId, teamsOf(viewer)));
  const rows = db.select({ id: remarks.activityId, text: remarks.text }).from(remarks).where(theirs).all();
  return new Map(
    [...Map.groupBy(rows, ({ id }) => id)].map(([id, said]) => [id, said.map(({ text }) => text).join(" ")]),
  );
}

function remarkOf(db: Db, activityId: string, teamId: string): string {
  const isThat = and(eq(remarks.activityId, activityId), eq(remarks.teamId, teamId));
  return db.select({ text: remarks.text }).from(remarks).where(isThat).get()?.text ?? "";
}

interface Organiser {
  slug: string;
  organisation: string;
  organisationId: string;
  full: boolean;
  places: number | null;
  contactName: string;
  contactPhone: string | null;
  contactEmail: string | null;
}

function activityOf(db: Db, id: string): Organiser | null {
  const { slug, organisationId, full, places, contactName, contactPhone, contactEmail } = activities;
  return (
    db
      .select({
        slug,
        organisation: organisations.name,
        organisationId,
        full,
        places,
        contactName,
        contactPhone,
        contactEmail,
      })
      .from(activities)
      .innerJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(eq(activities.id, id))
      .get() ?? null
  );
}

/** Whoever the agreement names, else the activity's tovholder. */
function receiverOf(
  activity: Organiser | null,
  agreement: AgreementRow | null,
  today: string,
): IntroductionWords["receiver"] {
  if (agreement && isInForce(agreement, today) && (agreement.contactPhone ?? agreement.contactEmail))
    return { name: agreement.contactName, phone: agreement.contactPhone, email: agreement.contactEmail };
  if (!activity) return { name: "", phone: null, email: null };
  return { name: activity.contactName, phone: activity.contactPhone, email: activity.contactEmail };
}
