import { letterText } from "../mail/letter.ts";
import type { Letter } from "../mail/outbox.ts";
import { paths } from "../shared/paths.ts";
import { letters } from "../texts/help.ts";

// Each mail holds a link and no name: others may read it.

/** To a citizen whom we have talked with: the way to their own page. */
export function linkMail(siteUrl: string, to: string, token: string): Letter {
  const { subject, link, stop } = letters.link;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, `${link}\n${siteUrl}${paths.helpStatus(token)}`, stop]),
    kind: "help-link",
  };
}

/** To a team's lead: so many requests have waited longer than the promise. */
export function lateMail(siteUrl: string, to: string, count: number): Letter {
  const { subject, said } = letters.late;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, `${said(count)}\n${siteUrl}${paths.brobygger.today}`]),
    kind: "late-requests",
  };
}
