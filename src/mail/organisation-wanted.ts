import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** To a contact or an editor: somebody wants to write for an organisation that is here already. */
export function organisationWantedMail(
  siteUrl: string,
  to: { to: string; name: string },
  organisation: { id: string; name: string },
  person: { name: string; email: string },
): Letter {
  const { subject, said, invite, notKnown } = mails.wanted;
  const text = letterText(siteUrl, [
    mails.hello(to.name),
    said(person.name, person.email, organisation.name),
    `${invite}\n${siteUrl}${paths.host.contacts(organisation.id)}`,
    notKnown,
  ]);
  return { to: to.to, subject, text, kind: "organisation-wanted", replyTo: person.email };
}
