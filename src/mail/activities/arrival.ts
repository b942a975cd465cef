import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

interface Comer {
  to: string;
  title: string;
  name: string;
  when: string;
}

/** To a host: a first name and a date (docs/domain.md, B15), and a link to call the date off. */
export function arrivalMail(
  siteUrl: string,
  { to, title, name, alone, when, link }: Comer & { alone: boolean; link: string },
): Letter {
  const { subject, said, alone: comesAlone, off, gone } = trustMails.arrival;
  const text = letterText(siteUrl, [
    trustMails.hello,
    said(name, when, title),
    ...(alone ? [comesAlone(name)] : []),
    `${off}\n${link}`,
    gone,
  ]);
  return { to, subject: subject(title), text, kind: "arrival" };
}

/** To a host: that person will not come. */
export function arrivalTakenBackMail(siteUrl: string, { to, title, name, when }: Comer): Letter {
  const { subject, said } = trustMails.takenBack;
  return {
    to,
    subject: subject(title),
    text: letterText(siteUrl, [trustMails.hello, said(name, when, title), trustMails.arrival.gone]),
    kind: "arrival-taken-back",
  };
}
