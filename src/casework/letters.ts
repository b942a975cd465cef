import type { IntroducedTo } from "../../db/schema.ts";
import { dayAndMonth, dayInWords } from "../danish/wording.ts";
import { letterText } from "../mail/letter.ts";
import type { Letter } from "../mail/outbox.ts";
import { paths } from "../shared/paths.ts";
import { letters } from "../texts/help.ts";
import { erasedLetter } from "../texts/rights.ts";

// Each mail holds a link and no name: others may read it.

/** To a citizen whom we have talked with: the way to their own page. */
export function linkMail(siteUrl: string, to: string, token: string): Letter {
  const { subject, link, stop } = letters.link;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, `${link}\n${siteUrl}${paths.helpStatus(token)}`, stop]),
    kind: "help-link",
  };
}

/** To a citizen of whom nothing was heard for long: on that day (`YYYY-MM-DD`) the case is closed. */
export function noticeMail(siteUrl: string, to: string, token: string, closesOn: string): Letter {
  const { subject, asks, answer, ends, again } = letters.notice;
  const where = `${answer}\n${siteUrl}${paths.helpStatus(token)}`;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, asks, where, `${ends(dayAndMonth(closesOn))} ${again}`]),
    kind: "closing-notice",
  };
}

/** To an association or a companion: somebody is to be told of, behind a link. No word of a citizen stands in it. */
export function introductionMail(
  siteUrl: string,
  address: string,
  { to, title, token }: { to: IntroducedTo; title: string; token: string },
): Letter {
  const { subject, said, link, scanners, days, call } = letters.introduction;
  return {
    to: address,
    subject,
    text: letterText(siteUrl, [
      letters.hello,
      said[to](title),
      `${link}\n${siteUrl}${paths.introduction(token)}`,
      `${scanners} ${days}`,
      call,
    ]),
    kind: "introduction",
  };
}

/** To whoever was told of a citizen who took the yes back: that nobody comes by it, and what to delete. */
export function takenBackMail(siteUrl: string, to: string, title: string): Letter {
  const { subject, said, remove } = letters.takenBack;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, said(title), remove]),
    kind: "introduction-over",
  };
}

/** To a citizen, the day before: something was agreed. What it is stands behind the link. */
export function reminderMail(siteUrl: string, to: string, token: string): Letter {
  const { subject, said, where } = letters.reminder;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, said, `${where}\n${siteUrl}${paths.helpStatus(token)}`]),
    kind: "trial-reminder",
  };
}

/** To a citizen: the list that was talked about stands behind the link. */
export function listMail(siteUrl: string, to: string, token: string): Letter {
  const { subject, said } = letters.list;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, `${said}\n${siteUrl}${paths.helpStatus(token)}`, letters.link.stop]),
    kind: "help-link",
  };
}

/** To an editor, of a team that has no lead: somebody has to be found who sees to it. */
export function lateWithoutLeadMail(siteUrl: string, to: string, count: number): Letter {
  const { subject, said, noLead } = letters.late;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, said(count), `${noLead}\n${siteUrl}${paths.editor.people}`]),
    kind: "late-requests",
  };
}

/** To somebody who asked to be erased, and was: it names nothing. */
export function erasedMail(siteUrl: string, to: string): Letter {
  const { subject, done, back } = erasedLetter;
  return { to, subject, text: letterText(siteUrl, [letters.hello, done, back]), kind: "erased" };
}

/** To who is away and who stands in: the days, and no word of a case. Days as `YYYY-MM-DD`. */
export function coverMail(
  siteUrl: string,
  to: string,
  { away, cover, fromOn, untilOn }: { away: string; cover: string; fromOn: string; untilOn: string },
): Letter {
  const { subject, said, where } = letters.cover;
  const agreed = said(cover, away, dayInWords(fromOn), dayInWords(untilOn));
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, agreed, `${where}\n${siteUrl}${paths.brobygger.cover}`]),
    kind: "cover",
  };
}

/** To a team's lead: so many requests have waited longer than the promise. */
export function lateMail(siteUrl: string, to: string, count: number): Letter {
  const { subject, said, see } = letters.late;
  return {
    to,
    subject,
    text: letterText(siteUrl, [letters.hello, said(count), `${see}\n${siteUrl}${paths.brobygger.share}`]),
    kind: "late-requests",
  };
}
