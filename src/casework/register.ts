import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import type { MailBox } from "../mail/outbox.ts";
import { refuse } from "../texts/refusal.ts";
import { sendLink } from "./citizen-link.ts";
import { noteAttempt } from "./contact.ts";
import { refuseCpr, take } from "./deeds.ts";
import { refuseUntilReady } from "./ready.ts";
import { areaOfSearch } from "./routing.ts";
import type { StaffDoor } from "./rules.ts";
import { type Given, insertCase, noteConsent, type Referral } from "./store.ts";
import type { WhenToCall } from "./vault.ts";

export interface Registration {
  teamId: string;
  door: StaffDoor;
  name: string;
  /** E.164. */
  phone: string | null;
  email: string | null;
  area: string | null;
  wishes: string;
  whenToCall: WhenToCall | null;
  mayLeaveMessage: boolean;
  /** The citizen said yes to being called and to this being stored. */
  saidYes: boolean;
  /** Whether the one who registers keeps the case. */
  keep: boolean;
  /** The unit where they were met. */
  referral?: Partial<Referral>;
}

/**
 * Registers somebody who called, came by, or was sent by letter. Who was spoken to has been contacted, and gets a link
 * by mail. Answers the case's id.
 */
export function register(db: Db, box: MailBox, viewer: Viewer, person: Registration, now: number): string {
  const { teamId, door, name, phone, email, area, wishes, whenToCall, mayLeaveMessage } = person;
  const spoken = door !== "letter";
  if (!teamsOf(viewer).includes(teamId)) refuse("unknown", "teamId");
  if (!phone && !email && !spoken) refuse("phoneOrEmailTheirs", "phone");
  if (spoken && !person.saidYes) refuse("theirYes", "saidYes");
  refuseCpr(name, "name");
  refuseCpr(wishes, "wishes");
  return db.transaction((tx) => {
    refuseUntilReady(tx);
    const stored = insertCase(
      tx,
      box.keys,
      {
        ...person.referral,
        teamId,
        door,
        area: area && areaOfSearch(tx, { omraade: [area] }),
        search: null,
        person: { name, phone, email, whenToCall, mayLeaveMessage, wishes, words: "", relative: null },
        token: null,
        actorId: viewer.id,
      },
      now,
    );
    const given: Given = { how: spoken ? "oral" : "written", notedById: viewer.id };
    if (person.saidYes) noteConsent(tx, stored.id, "call-and-store", given, now);
    if (person.saidYes && mayLeaveMessage) noteConsent(tx, stored.id, "message", given, now);
    if (spoken) {
      noteAttempt(tx, stored, now);
      tx.update(cases).set({ firstContactAt: now }).where(eq(cases.id, stored.id)).run();
    }
    if (spoken) sendLink(tx, box, stored, now);
    if (person.keep) take(tx, viewer, stored.id, now);
    return stored.id;
  });
}
