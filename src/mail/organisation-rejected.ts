import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** To a contact of an organisation that an editor has said no to, with the editor's own words; the editor reads an answer. */
export function organisationRejectedMail(
  siteUrl: string,
  contact: { to: string; name: string },
  organisation: string,
  reason: string,
  editor: { name: string; email: string },
): Letter {
  const { subject, thanks, said, kept } = mails.rejected;
  const text = letterText(siteUrl, [
    mails.hello(contact.name),
    thanks(organisation),
    said(editor.name),
    reason,
    `${kept}\n${siteUrl}${paths.host.desk}`,
  ]);
  return { to: contact.to, subject, text, kind: "organisation-rejected", replyTo: editor.email };
}
