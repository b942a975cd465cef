import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/**
 * Why somebody gets access: a person gave it (`by`: the id), as what; or somebody signed an association up with this
 * address.
 */
export type Why = { inviter: string; place: string; by?: string; isEditor: boolean } | "signed-up";

/**
 * To a person without an account: a link to choose a password with. With a sign-up it holds nothing that a stranger
 * typed.
 */
export function invitationMail(siteUrl: string, person: { to: string; name: string; token: string }, why: Why): Letter {
  const { subject, by, signedUp, choose, waits, validity, notYou } = mails.invitation;
  const link = `${siteUrl}${paths.invitation(person.token)}`;
  const opening =
    why === "signed-up" ? [mails.hi, signedUp, waits] : [mails.hello(person.name), by(why.inviter, why.place)];
  return {
    to: person.to,
    subject,
    text: letterText(siteUrl, [...opening, `${choose}\n${link}`, validity, notYou]),
    kind: "invitation",
  };
}
