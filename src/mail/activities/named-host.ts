import { paths } from "../../shared/paths.ts";
import { trustMails } from "../../texts/activity-mails.ts";
import { letterText } from "../letter.ts";
import type { Letter } from "../outbox.ts";
import type { AskedAbout } from "./confirm-season.ts";

/** To somebody whose name and address stand on the board: where, and how they come off it. */
export function namedHostMail(siteUrl: string, to: string, activities: readonly AskedAbout[]): Letter {
  const { subject, said, away } = trustMails.named;
  const lines = activities.map(({ title, link }) => `${title}:\n${link}`);
  return { to, subject, text: letterText(siteUrl, [trustMails.helloYou, said, ...lines, away]), kind: "named-host" };
}

/** To a contact: the tovholder of an activity does not want to be named any more. */
export function nameTakenMail(siteUrl: string, to: string, { id, title }: { id: string; title: string }): Letter {
  const { subject, said, see } = trustMails.nameTaken;
  return {
    to,
    subject: subject(title),
    text: letterText(siteUrl, [trustMails.helloYou, said(title), `${see}\n${siteUrl}${paths.host.activity(id)}`]),
    kind: "name-taken",
  };
}
