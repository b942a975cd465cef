import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/** To the owner of an account: what happened to it, and what to do when it was somebody else. */
export function accountNewsMail(siteUrl: string, owner: { to: string; name: string }, said: string): Letter {
  const { subject, notYou } = mails.news;
  return {
    to: owner.to,
    subject,
    text: letterText(siteUrl, [mails.hello(owner.name), said, `${notYou}\n${siteUrl}${paths.forgotten}`]),
    kind: "account-news",
  };
}
