import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** To a contact of an organisation that an editor has approved. */
export function organisationApprovedMail(
  siteUrl: string,
  contact: { to: string; name: string },
  organisation: string,
  editor: { name: string; email: string },
): Letter {
  const { subject, said, desk, thanks } = mails.approved;
  const text = letterText(siteUrl, [
    mails.hello(contact.name),
    said(organisation),
    `${desk}\n${siteUrl}${paths.host.desk}`,
    thanks,
  ]);
  return { to: contact.to, subject, text, kind: "organisation-approved", replyTo: editor.email };
}
