import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import type { Why } from "./invitation.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** To a person who has an account already: what it now gives access to. */
export function accessAddedMail(siteUrl: string, person: { to: string; name: string }, why: Why): Letter {
  const { subject, by, signedUp, signIn, notYou } = mails.added;
  const reason = why === "signed-up" ? signedUp : by(why.inviter, why.place);
  return {
    to: person.to,
    subject,
    text: letterText(siteUrl, [mails.hello(person.name), reason, `${signIn}\n${siteUrl}${paths.signIn}`, notYou]),
    kind: "access-added",
  };
}
