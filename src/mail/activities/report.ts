import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** To a host: somebody says that something is wrong; of what kind; the words stand behind the link only. */
export function hostReportMail(
  siteUrl: string,
  { to, title, reason, link }: { to: string; title: string; reason: string; link: string },
): Letter {
  const { subject, host, see } = trustMails.report;
  const text = letterText(siteUrl, [trustMails.hello, host(title, reason), `${see}\n${link}`]);
  return { to, subject: subject(title), text, kind: "report" };
}
