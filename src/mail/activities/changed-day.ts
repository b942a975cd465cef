import { trustMails } from "../../texts/activity-mails.ts";
import { mails } from "../../texts/mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** To somebody who said that they come: the day is off (`where` is null), or this is how it is now. */
export function changedDayMail(
  siteUrl: string,
  about: { to: string; name: string; title: string; when: string; where: string | null; link: string },
): Letter {
  const { subject, off, now, see, why } = trustMails.changedDay;
  const text = letterText(siteUrl, [
    mails.hello(about.name),
    about.where === null ? off(about.title, about.when) : now(about.title, about.when, about.where),
    `${see}\n${about.link}`,
    why,
  ]);
  return { to: about.to, subject, text, kind: "changed-day" };
}
