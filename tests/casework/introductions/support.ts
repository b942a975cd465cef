import type { Viewer } from "../../../src/accounts/roles.ts";
import type { OpenDb } from "../../../db/client.ts";
import { logAttempt } from "../../../src/casework/contact.ts";
import { take } from "../../../src/casework/deeds.ts";
import { introduce, type NewIntroduction } from "../../../src/casework/introductions/introduce.ts";
import { openCase } from "../../../src/casework/view.ts";
import type { MailBox } from "../../../src/mail/outbox.ts";
import { addActivity, addOrganisation, NEXT_TUESDAY, NOW } from "../../world.ts";
import { ask, attempt, openDesk } from "../support.ts";

/** Karen has asked, Maria has talked with her; *Strik* on Tuesdays is on the board, of an association with a tovholder. */
export function openWay(file?: string) {
  const desk = openDesk(file);
  const { db, box, maria } = desk;
  const organisationId = addOrganisation(db, "Viby Bibliotek");
  const activityId = addActivity(db, { id: "strik" });
  const { id } = ask(db, box, { name: "Karen Holm", phone: "+4541860911", email: "karen@eksempel.dk" });
  take(db, maria, id, NOW);
  logAttempt(db, box, maria, id, attempt("reached"), NOW);
  return { ...desk, organisationId, activityId, id };
}

/** As a form says it: a mail to Lis, with Karen's yes. */
export function toLis(own: Partial<NewIntroduction> = {}): NewIntroduction {
  return {
    to: "association",
    way: "mail",
    activityId: "strik",
    companionId: null,
    words: {
      title: "Strik strik",
      receiver: { name: "Lis", phone: null, email: "lis@eksempel.dk" },
      agreed: "Karen kommer på tirsdag og vil gerne mødes ved døren.",
    },
    yes: "oral",
    answer: null,
    ...own,
  };
}

export function tell(
  { db, box, maria, id }: { db: OpenDb; box: MailBox; maria: Viewer; id: string },
  own: Partial<NewIntroduction> = {},
  now = NOW,
): number {
  return introduce(db, box, maria, id, toLis(own), now);
}

/** A trial on that Tuesday, unless told otherwise. */
export function onTuesday(introductionId: number, start = NEXT_TUESDAY) {
  return {
    introductionId,
    start,
    plan: { meets: "Lis ved døren", bring: "Pinde 4" },
    company: null,
    companionId: null,
    reminder: null,
  } as const;
}

export const seen = (db: OpenDb, box: MailBox, viewer: Viewer, id: string, now = NOW) => {
  const view = openCase(db, box.keys, viewer, id, now);
  if (!view) throw new Error("the case is not theirs");
  return view;
};
