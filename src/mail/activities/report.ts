import { trustMails } from "../../texts/trust.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** To a host: somebody says that something is wrong; what it is stands behind the link only. */
export function hostReportMail(siteUrl: string, { to, title, link }: { to: string; title: string; link: string }): Letter {
  const { subject, host } = trustMails.report;
  return { to, subject, text: letterText(siteUrl, [trustMails.hello, `${host(title)}\n${link}`]), kind: "report" };
}

/** To an editor: the same, at the desk. */
export function editorReportMail(siteUrl: string, { to, title }: { to: string; title: string }): Letter {
  const { subject, editor } = trustMails.report;
  return { to, subject, text: letterText(siteUrl, [`${editor(title)}\n${siteUrl}/redaktion/tavle`]), kind: "report-editor" };
}
