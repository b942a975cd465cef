import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";

/** An activity that somebody is asked about, and where the answer is given. */
export interface AskedAbout {
  title: string;
  link: string;
}

/** To a host: are these still true? */
export function confirmSeasonMail(siteUrl: string, to: string, activities: readonly AskedAbout[]): Letter {
  return seasonLetter(siteUrl, to, trustMails.confirm.ask, activities, "confirm-season");
}

/** To a host who has not answered. */
export function reminderMail(siteUrl: string, to: string, activities: readonly AskedAbout[]): Letter {
  return seasonLetter(siteUrl, to, trustMails.confirm.remind, activities, "confirm-reminder");
}

/** To a host: these have left the board, and how they come back. */
export function offTheBoardMail(siteUrl: string, to: string, activities: readonly AskedAbout[]): Letter {
  const { subject, said, back } = trustMails.off;
  return {
    to,
    subject: subject(activities.map(({ title }) => title)),
    text: letterText(siteUrl, [trustMails.hello, said, ...linesOf(activities), back]),
    kind: "off-the-board",
  };
}

function seasonLetter(
  siteUrl: string,
  to: string,
  why: string,
  activities: readonly AskedAbout[],
  kind: string,
): Letter {
  const { subject, else: otherwise, how } = trustMails.confirm;
  return {
    to,
    subject: subject(activities.map(({ title }) => title)),
    text: letterText(siteUrl, [trustMails.hello, why, ...linesOf(activities), how, otherwise]),
    kind,
  };
}

function linesOf(activities: readonly AskedAbout[]): string[] {
  return activities.map(({ title, link }) => `${title}:\n${link}`);
}
