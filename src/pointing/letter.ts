import { dayAndHours } from "../danish/wording.ts";
import { pointing } from "../texts/pointing.ts";
import { placeLines } from "./in-words.ts";
import type { Pointed } from "./pointed.ts";

/** Mail programs cut longer addresses off: about 2,000 signs are safe. */
const LONGEST = 1900;

/**
 * A mail to be sent from one's own mail program: no address, plain text. What does not fit is only counted; the link
 * shows it.
 */
export function mailLink(pointed: readonly Pointed[], shortLink: string): string {
  for (let shown = pointed.length; shown > 0; shown -= 1) {
    const link = mailOf(pointed.slice(0, shown), pointed.length - shown, shortLink);
    if (link.length <= LONGEST) return link;
  }
  return mailOf([], pointed.length, shortLink);
}

function mailOf(pointed: readonly Pointed[], left: number, shortLink: string): string {
  const parts = pointed.map(({ activity, next, news }) =>
    [activity.title, next && dayAndHours(next), ...news.map(({ text }) => text), placeLines(activity).join(", ")]
      .filter(Boolean)
      .join("\r\n"),
  );
  const body = [
    pointing.mailHello,
    pointing.mailIntro,
    ...parts,
    ...(left > 0 ? [pointing.mailMore(left)] : []),
    `${pointing.mailLink}\r\n${shortLink}`,
  ].join("\r\n\r\n");
  return `mailto:?subject=${encodeURIComponent(pointing.subject)}&body=${encodeURIComponent(body)}`;
}
