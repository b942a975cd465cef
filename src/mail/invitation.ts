import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** Why somebody gets access: a person gave it (`by`: the id), as what; or they signed their own association up. */
export type Why = { inviter: string; place: string; by?: string } | { organisation: string };

/** To a person without an account: a link to choose a password with. */
export function invitationMail(siteUrl: string, person: { to: string; name: string; token: string }, why: Why): Letter {
  const { subject, by, signedUp, choose, waits, validity, notYou } = mails.invitation;
  const link = `${siteUrl}/invitation/${person.token}`;
  const reason = "inviter" in why ? [by(why.inviter, why.place)] : [signedUp(why.organisation), waits];
  return {
    to: person.to,
    subject,
    text: letterText(siteUrl, [mails.hello(person.name), ...reason, `${choose}\n${link}`, validity, notYou]),
    kind: "invitation",
  };
}
