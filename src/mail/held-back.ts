import { paths } from "../shared/paths.ts";
import { mails } from "../texts/mails.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./outbox.ts";

/**
 * To an address that strangers wrote to more often than we send on a day: how many were held back, and where to look.
 */
export function heldBackMail(siteUrl: string, to: string, count: number): Letter {
  const { subject, said, look, link, notYou } = mails.heldBack;
  return {
    to,
    subject,
    text: letterText(siteUrl, [mails.hi, said(count), `${look}\n${siteUrl}${paths.host.desk}`, link, notYou]),
    kind: "held-back",
  };
}
