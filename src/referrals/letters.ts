import { letterText } from "../mail/letter.ts";
import type { Letter } from "../mail/outbox.ts";
import { letters } from "../texts/help.ts";
import { lastDayInWords } from "../casework/promise.ts";
import { paths } from "../shared/paths.ts";

// Each mail holds a link and no name: others may read it.

/** To the citizen who asked; null without an address. `lastDay`: when we have called at the latest. */
export function receiptMail(
  siteUrl: string,
  to: string | null,
  token: string,
  lastDay: string,
  now: number,
): Letter | null {
  if (!to) return null;
  const { subject, received, link, stop } = letters.receipt;
  const text = letterText(siteUrl, [
    letters.hello,
    received(lastDayInWords(lastDay, now)),
    `${link}\n${siteUrl}${paths.helpStatus(token)}`,
    stop,
  ]);
  return { to, subject, text, kind: "help-receipt" };
}

/** To somebody who asked for another person: no link, since the case is not theirs. */
export function relativeReceiptMail(siteUrl: string, to: string | null, lastDay: string, now: number): Letter | null {
  if (!to) return null;
  const { subject, received, noMore } = letters.relative;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, received(lastDayInWords(lastDay, now)), noMore]),
    kind: "help-receipt-relative",
  };
}
