import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** To a host: somebody says that something is wrong; what it is stands behind the link only. */
export function hostReportMail(
  siteUrl: string,
  { to, title, link }: { to: string; title: string; link: string },
): Letter {
  const { subject, host } = trustMails.report;
  return { to, subject, text: letterText(siteUrl, [trustMails.hello, `${host(title)}\n${link}`]), kind: "report" };
}
