/** The colleague's door: somebody of a unit sends a citizen whom they have asked. */
import type { Db } from "../../db/client.ts";
import type { ReferralChannel, ReferralReason } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { refuseUnread } from "../casework/consent-words.ts";
import { refuseCpr } from "../casework/deeds.ts";
import { lastDayOf } from "../casework/promise.ts";
import { refuseUntilReady } from "../casework/ready.ts";
import { areaOfSearch } from "../casework/routing.ts";
import { caseOfToken, type Given, insertCase, noteConsent } from "../casework/store.ts";
import type { WhenToCall } from "../casework/vault.ts";
import type { KeyRing } from "../shared/seal.ts";
import { refuse } from "../texts/refusal.ts";
import { tokensOfForm } from "./same-form.ts";
import { isBoundTo, noteLinkUsed, readUnitLink } from "./unit-links.ts";
import { wantsWritten } from "./units.ts";

export const REFERRAL_REASONS = [
  "illness",
  "pain",
  "mental-illness",
  "loneliness",
  "loss-of-spouse",
  "sick-leave",
  "job-clarification",
  "other",
] as const satisfies readonly ReferralReason[];
export const REFERRAL_CHANNELS = [
  "staff-meeting",
  "intranet",
  "sundhed-dk",
  "newsletter",
  "poster",
  "postcard",
  "drop-in",
  "other",
] as const satisfies readonly ReferralChannel[];
export const YES_WAYS = ["written", "oral"] as const;

export interface ColleagueReferral {
  /** Of the form: the same form posted twice is one case. Empty: cannot be told apart. */
  formId: string;
  name: string;
  /** E.164. */
  phone: string | null;
  email: string | null;
  /** Slug of the area. */
  area: string | null;
  whenToCall: WhenToCall | null;
  mayLeaveMessage: boolean;
  reason: ReferralReason;
  channel: ReferralChannel | null;
  /** How the citizen said yes; why not in writing where it should be. */
  yes: (typeof YES_WAYS)[number];
  whyOral: string;
  /** The words that stood on the form, as `shownAs` says them. */
  shown: readonly string[];
  about: string;
}

/** What a colleague can tell the citizen at once. */
export interface Promised {
  reference: string;
  /** The date on which somebody has called at the latest. */
  lastDay: string;
}

/**
 * Makes a case of the unit's team, with the citizen's yes as it was given. The same form twice is one case. Refuses a
 * link that does not work, another browser than the link's, a yes to words that did not stand on the form, and all while
 * nobody could answer.
 */
export function referCitizen(
  db: Db,
  keys: KeyRing,
  { token, browser }: { token: string; browser: string | null },
  form: ColleagueReferral,
  now: number,
): Promised {
  return db.transaction((tx) => {
    const link = readUnitLink(tx, keys, token, now) ?? refuse("unitLinkGone");
    if (!isBoundTo(link, browser)) refuse("unitLinkElsewhere");
    const { unit, colleague } = link;
    check(tx, form, wantsWritten(unit.kind));
    const { shown, ...said } = form;
    const { formId, area, reason, channel, yes, whyOral, about, ...person } = said;
    const [own, ...before] = tokensOfForm(keys, "colleague form", formId, { link: link.id, ...said });
    for (const one of [own, ...before]) {
      const known = caseOfToken(tx, one);
      if (known) return { reference: known.reference, lastDay: lastDayOf(known.dueAt) };
    }
    refuseUntilReady(tx);
    const stored = insertCase(
      tx,
      keys,
      {
        teamId: unit.teamId,
        door: "colleague",
        unitId: unit.id,
        unitLinkId: link.id,
        reason,
        channel,
        area: area && areaOfSearch(tx, { omraade: [area] }),
        search: null,
        person: { ...person, wishes: about, words: "", relative: null, referrer: { ...colleague, whyOral } },
        token: own,
        actorId: null,
      },
      now,
    );
    refuseUnread(tx, unit.teamId, { kind: "call-and-store", way: yes, field: "yes" }, shown, now);
    if (form.mayLeaveMessage)
      refuseUnread(tx, unit.teamId, { kind: "message", way: yes, field: "mayLeaveMessage" }, shown, now);
    const given: Given = { how: yes, notedById: null };
    noteConsent(tx, stored.id, "call-and-store", given, now);
    if (form.mayLeaveMessage) noteConsent(tx, stored.id, "message", given, now);
    noteLinkUsed(tx, link.id, now);
    return { reference: stored.reference, lastDay: lastDayOf(stored.dueAt) };
  });
}

function check(db: Db, { name, phone, email, yes, whyOral, about }: ColleagueReferral, isWrittenWanted: boolean): void {
  if (!phone && !email) refuse("phoneOrEmailTheirs", "phone");
  if (isWrittenWanted && yes === "oral" && !whyOral) refuse("whyOral", "whyOral");
  refuseCpr(name, "name");
  refuseCpr(whyOral, "whyOral");
  refuseCpr(about, "about");
  if (about.length > readSetting(db, "helpTextMax")) refuse("tooLong", "about");
}
