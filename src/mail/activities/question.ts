import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** To a host: somebody asks. A question about the asker stands behind the link only (null). */
export function questionMail(
  siteUrl: string,
  { to, title, question, link }: { to: string; title: string; question: string | null; link: string },
): Letter {
  const { subject, said, answer, how } = trustMails.question;
  return {
    to,
    subject: subject(title),
    text: letterText(siteUrl, [
      trustMails.hello,
      said(title),
      ...(question === null ? [] : [`»${question}«`]),
      `${answer}\n${link}`,
      how,
    ]),
    kind: "question",
  };
}
