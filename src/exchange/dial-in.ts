/** What a meeting on the net writes beside its link: numbers to dial, codes and passwords are for those who come. Pure. */

const CODE =
  "(?:møde-?id|meeting[- ]?id|webinar[- ]?id|mødekode|adgangskode|passcode|password|kodeord|pinkode|pin|(?:telefon)?konference-?id|(?:phone )?conference id|access code|dørkode|kode(?= ?(?:er|:|\\d)))";
/** A code to the end of what is said of it. */
const CODES = new RegExp(`(?<![\\p{L}])${CODE}(?![\\p{L}])(?:[-:. ]|er )*[^\\n,;.()]*`, "giu");
/** `+45 32 72 80 11,,123456789#`, and a line of a number with its country. */
const DIALLED =
  /\+?\d[\d ]{5,20},,\d[\d*#,]*|^[ \t]*\+\d[\d ]{6,20}(?: ?(?:Danmark|Denmark|US|Sverige|Norge)[^\n]*)$|^[^\n]*(?:one[- ]tap mobile|dial by your location|dial-?in|ring op på|find (?:et |dit |your |a )?(?:lokalt|local) (?:nummer|number)|lokale numre|opkaldsnumre|nulstil pin)[^\n]*$/gim;
const PASSWORD_IN_LINK = /([?&])(?:pwd|p|passcode)=[^\s&#"<>]*&?/gi;

/** The text without numbers to dial, codes and passwords; a link to the meeting stays without its password. */
export function withoutDialIn(text: string): string {
  if (!MEETS_ONLINE.test(text) && !CODES.test(text)) return text;
  CODES.lastIndex = 0;
  return text
    .replace(PASSWORD_IN_LINK, "$1")
    .replace(/[?&](?=[\s"<>]|$)/g, (sign, at: number, all: string) =>
      /https?:\S*$/.test(all.slice(0, at)) ? "" : sign,
    )
    .replace(DIALLED, "")
    .replace(CODES, "")
    .replace(/[ \t]+$/gm, "")
    .replace(/^[ \t,;.]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const MEETS_ONLINE = /zoom|teams|google meet|meet\.google|webex|skype|,,\d/i;
