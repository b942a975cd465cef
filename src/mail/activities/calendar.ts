import { paths } from "../../shared/paths.ts";
import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";
import type { AskedAbout } from "./confirm-season.ts";

/** To a contact: the calendar that is followed no longer names these. */
export function calendarGoneMail(siteUrl: string, to: string, activities: readonly AskedAbout[]): Letter {
  const { subject, said, how } = trustMails.calendarGone;
  const lines = activities.map(({ title, link }) => `${title}:\n${link}`);
  return { to, subject, text: letterText(siteUrl, [trustMails.helloYou, said, ...lines, how]), kind: "calendar-gone" };
}

/** To a contact: their calendar could not be read for three days, and why. */
export function calendarFailsMail(siteUrl: string, to: string, { url, why }: { url: string; why: string }): Letter {
  const { subject, said, how } = trustMails.calendarFails;
  return {
    to,
    subject,
    text: letterText(siteUrl, [
      trustMails.helloYou,
      `${said}\n${new URL(url).host}`,
      why,
      `${how}\n${siteUrl}${paths.host.calendar}`,
    ]),
    kind: "calendar-fails",
  };
}
