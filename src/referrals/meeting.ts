/** Citizens whom a brobygger met several at once, or heard of: at a meeting, on a *hold*, in a corridor. */
import { and, asc, inArray, isNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { type ReferralReason, units } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import { callFirstOn, inRow, knownAs } from "../casework/bring-in.ts";
import { refuseCpr, take } from "../casework/deeds.ts";
import { setNext } from "../casework/next.ts";
import { refuseUntilReady } from "../casework/ready.ts";
import { register } from "../casework/register.ts";
import { areaOfSearch } from "../casework/routing.ts";
import { type Given, insertCase, noteConsent, type Referral } from "../casework/store.ts";
import type { MailBox } from "../mail/outbox.ts";
import type { Placed } from "../shared/row-forms.ts";
import { localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { refersByName, type Unit, wantsWritten } from "./units.ts";

export const TELLERS = ["themselves", "colleague"] as const;

export interface MetCitizen {
  name: string;
  /** E.164. */
  phone: string | null;
  area: string | null;
  wishes: string;
  saidYes: boolean;
  /** Said yes to: another open case with the same number is no mistake. */
  again: boolean;
}

export interface Meeting {
  teamId: string;
  /** Who told of them; of a colleague also how the citizens said yes, and why not in writing where it should be. */
  told: (typeof TELLERS)[number];
  unit: string | null;
  reason: ReferralReason | null;
  how: "written" | "oral";
  whyOral: string;
  /** Whether the one who writes keeps the cases, and calls on that day (`YYYY-MM-DD`). */
  keep: boolean;
  on: string;
  rows: readonly Placed<MetCitizen>[];
}

/** Makes a case of each, all or none; answers how many. A refusal names the field and the row. */
export function noteMeeting(db: Db, box: MailBox, viewer: Viewer, { rows, ...meeting }: Meeting, now: number): number {
  const { teamId, told, unit: unitId, reason } = meeting;
  if (!teamsOf(viewer).includes(teamId)) refuse("unknown", "teamId");
  if (rows.length === 0) refuse("noneWritten");
  return db.transaction((tx) => {
    refuseUntilReady(tx);
    const unit = unitId === null ? null : unitToName(tx, teamId, unitId);
    const referral: Partial<Referral> = unit ? { unitId: unit.id, ...(reason && { reason }) } : {};
    if (told === "colleague") refuseWithoutUnit(unit, meeting);
    for (const { at, ...citizen } of rows)
      inRow(at, () => {
        if (citizen.phone && !citizen.again && knownAs(tx, box.keys, teamId, [citizen.phone]))
          refuse("alreadyHere", "phone");
        if (told === "colleague") noteReferred(tx, box, viewer, citizen, { ...meeting, referral }, now);
        else noteMet(tx, box, viewer, citizen, { ...meeting, referral }, now);
      });
    return rows.length;
  });
}

/** The units of these teams whose staff may name a citizen, by name. */
export function unitsToName(db: Db, teamIds: readonly string[]): Unit[] {
  return db
    .select()
    .from(units)
    .where(and(inArray(units.teamId, [...teamIds]), isNull(units.closedAt)))
    .orderBy(asc(units.name))
    .all()
    .filter(({ kind }) => refersByName(kind));
}

function unitToName(db: Db, teamId: string, unitId: string): Unit {
  return unitsToName(db, [teamId]).find(({ id }) => id === unitId) ?? refuse("unknown", "unit");
}

function refuseWithoutUnit(unit: Unit | null, { how, whyOral }: Pick<Meeting, "how" | "whyOral">): void {
  if (!unit) refuse("colleaguesUnit", "unit");
  if (wantsWritten(unit.kind) && how === "oral" && !whyOral) refuse("whyOral", "whyOral");
  refuseCpr(whyOral, "whyOral");
}

type Told = Omit<Meeting, "rows" | "unit"> & { referral: Partial<Referral> };

function noteMet(db: Db, box: MailBox, viewer: Viewer, citizen: MetCitizen, told: Told, now: number): void {
  const { teamId, keep, on, referral } = told;
  const id = register(db, box, viewer, { ...citizen, ...MET, teamId, keep, referral }, now);
  if (keep) setNext(db, viewer, id, { step: "call", on, clock: null }, now);
}

const MET = { door: "drop-in", email: null, whenToCall: null, mayLeaveMessage: false } as const;

function noteReferred(
  db: Db,
  box: MailBox,
  viewer: Viewer,
  { name, phone, area, wishes, saidYes }: MetCitizen,
  { teamId, referral, how, whyOral, keep, on }: Told,
  now: number,
): void {
  if (!phone) refuse("phoneNoDigits", "phone");
  if (!saidYes) refuse("theirYes", "saidYes");
  refuseCpr(name, "name");
  refuseCpr(wishes, "wishes");
  const stored = insertCase(
    db,
    box.keys,
    {
      ...referral,
      teamId,
      door: "colleague",
      area: area && areaOfSearch(db, { omraade: [area] }),
      search: null,
      person: {
        name,
        phone,
        email: null,
        whenToCall: null,
        mayLeaveMessage: false,
        wishes,
        words: "",
        relative: null,
        ...(whyOral && { referrer: { name: "", email: "", whyOral } }),
      },
      token: null,
      actorId: viewer.id,
    },
    now,
  );
  const given: Given = { how, notedById: viewer.id };
  noteConsent(db, stored.id, "call-and-store", given, now);
  if (!keep) return;
  take(db, viewer, stored.id, now);
  if (on < localDate(now)) refuse("stepInPast", "on");
  callFirstOn(db, viewer, stored.id, on, now);
}
