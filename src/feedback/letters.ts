import { letterText } from "../mail/letter.ts";
import type { Letter } from "../mail/outbox.ts";
import { feedbackLetters as texts } from "../texts/feedback.ts";

// Nothing of a citizen stands in either; a link is its holder's own and is not mailed again.

/** To somebody of a unit that has referred nobody for long. */
export function reminderMail(siteUrl: string, to: string, by: string): Letter {
  const { subject, said, how, lost } = texts.reminder;
  return { to, subject, text: letterText(siteUrl, [texts.hello, said(by), how, lost]), kind: "unit-reminder" };
}

/** To somebody who refers: what went well in a year, as the lead wrote it. */
export function yearMail(siteUrl: string, to: string, { year, text }: { year: number; text: string }): Letter {
  const { subject, said, more } = texts.year;
  return {
    to,
    subject: subject(year),
    text: letterText(siteUrl, [texts.hello, said(year), text, more]),
    kind: "year-note",
  };
}
