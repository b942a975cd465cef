import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** To a host who asked for a link on the activity's page. */
export function hostLinkMail(
  siteUrl: string,
  { to, title, link }: { to: string; title: string; link: string },
): Letter {
  const { subject, said, notYou } = trustMails.hostLink;
  return {
    to,
    subject: subject(title),
    text: letterText(siteUrl, [trustMails.hello, `${said(title)}\n${link}`, notYou]),
    kind: "host-link",
  };
}
