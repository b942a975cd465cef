import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** To an editor: an organisation waits for an answer. */
export function organisationSignedUpMail(siteUrl: string, editor: { to: string; name: string }, organisation: string): Letter {
  const { subject, said } = mails.signedUp;
  const text = letterText(siteUrl, [mails.hello(editor.name), `${said(organisation)}\n${siteUrl}/redaktion`]);
  return { to: editor.to, subject, text, kind: "organisation-signed-up" };
}
