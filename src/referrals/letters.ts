import { letterText } from "../mail/letter.ts";
import type { Letter } from "../mail/outbox.ts";
import { letters } from "../texts/help.ts";
import { unitLetters } from "../texts/units.ts";
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
  const { subject, received, link, reads, stop } = letters.receipt;
  const text = letterText(siteUrl, [
    letters.hello,
    received(lastDayInWords(lastDay, now)),
    `${link}\n${siteUrl}${paths.helpStatus(token)}`,
    reads,
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

/** To somebody of a unit: the link of their own. */
export function unitLinkMail(siteUrl: string, to: string, { by, token }: { by: string; token: string }): Letter {
  const { subject, said, code, own } = unitLetters.link;
  const text = letterText(siteUrl, [letters.hello, `${said(by)}\n${siteUrl}${paths.refer(token)}`, code, own]);
  return { to, subject, text, kind: "unit-link" };
}

/** To somebody of a unit who opened the link in a browser that it is not bound to. */
export function unitCodeMail(siteUrl: string, to: string, code: string): Letter {
  const { subject, said, validity, notYou } = unitLetters.code;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, `${said}\n${code}`, validity, notYou]),
    kind: "unit-code",
  };
}
