import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** To a host: somebody asks; the question stands behind the link only. */
export function questionMail(
  siteUrl: string,
  { to, title, link }: { to: string; title: string; link: string },
): Letter {
  const { subject, said, how } = trustMails.question;
  return {
    to,
    subject,
    text: letterText(siteUrl, [trustMails.hello, `${said(title)}\n${link}`, how]),
    kind: "question",
  };
}
