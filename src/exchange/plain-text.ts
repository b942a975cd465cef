/** Words of calendars as plain text: without markup, signs that nobody sees, and marks that follow people. All pure. */
import { withoutTracking } from "../shared/tracking.ts";
import { UNSEEN } from "../shared/unseen.ts";

const TAGS = /<\/?(?:a|b|br|div|em|font|h[1-6]|html|body|i|li|ol|p|span|strong|table|td|tr|u|ul)\b[^<>]{0,2000}>/i;
/** Those of HTML 4 that Danish texts hold; others by their number. */
const ENTITIES: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
  zwnj: "",
  zwj: "",
  aelig: "æ",
  oslash: "ø",
  aring: "å",
  AElig: "Æ",
  Oslash: "Ø",
  Aring: "Å",
  eacute: "é",
  Eacute: "É",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  ndash: "–",
  mdash: "–",
  hellip: "…",
  bull: "•",
  middot: "·",
  laquo: "«",
  raquo: "»",
  lsquo: "‘",
  rsquo: "’",
  sbquo: "‚",
  ldquo: "“",
  rdquo: "”",
  bdquo: "„",
  euro: "€",
  deg: "°",
  frac12: "½",
};
/** A text of several lines as it reads without its markup: entities as letters, links with their address, lists. */
export function plainText(text: string): string {
  return withoutTracking(entitiesRead(isMarkup(text) ? withoutTags(text) : text))
    .replace(UNSEEN, "")
    .replace(/\r\n?|[\u2028\u2029\v]/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/g, " ");
}

/** At most so many UTF-16 units, cut at a whole letter, at a word where one ends near. */
export function cutAtLetter(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter("da", { granularity: "grapheme" }).segment(
    text.slice(0, most + 64),
  )) {
    if (index + segment.length > most) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}

function isMarkup(text: string): boolean {
  return TAGS.test(text) || /&lt;(?:br|p|div|a)\b/i.test(text);
}

function withoutTags(text: string): string {
  const html = TAGS.test(text) ? text : entitiesRead(text);
  return html
    .replace(/<(script|style|head)\b[^<>]{0,2000}>[^<]{0,20000}<\/\1\s*>/gi, "")
    .replace(
      /<a\b[^<>]{0,500}?\bhref\s*=\s*["']?([^"'\s<>]{1,1000})["']?[^<>]{0,500}>([^<]{0,1000})<\/a\s*>/gi,
      linkRead,
    )
    .replace(/\s*<li\b[^<>]{0,200}>\s*/gi, "\n- ")
    .replace(/<br\b[^<>]{0,200}>\n?/gi, "\n")
    .replace(/<\/(?:p|div|h[1-6]|tr|ul|ol|table)\s*>\n?/gi, "\n")
    .replace(/<\/td\s*>/gi, " ")
    .replace(/<[^<>]{0,2000}>/g, "");
}

/** A link's words with its address behind, where the words are not the address. */
function linkRead(_: string, href: string, words: string): string {
  const address = entitiesRead(href).replace(/^(?:mailto|tel):/i, "");
  const shown = words.trim();
  const isSame = shown === "" || bare(entitiesRead(shown)) === bare(address);
  return isSame ? address : `${words} (${address})`;
}

function bare(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?|\/$/gi, "").toLowerCase();
}

function entitiesRead(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi, (all, number, hex, name) => {
    if (name) return ENTITIES[name] ?? ENTITIES[String(name).toLowerCase()] ?? all;
    const code = number ? Number(number) : Number.parseInt(hex, 16);
    return code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
  });
}
