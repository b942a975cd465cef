import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** To somebody who forgot the password: a link that holds for an hour. */
export function resetMail(siteUrl: string, person: { to: string; name: string; token: string }): Letter {
  const { subject, why, validity, notYou } = mails.reset;
  const link = `${siteUrl}${paths.newPassword(person.token)}`;
  return {
    to: person.to,
    subject,
    text: letterText(siteUrl, [mails.hello(person.name), `${why}\n${link}`, validity, notYou]),
    kind: "reset",
  };
}
