import { dayAndHours } from "../danish/wording.ts";
import { join } from "node:path";
import sharp from "sharp";
import type { Db } from "../../db/client.ts";
import { lightHue } from "../shared/hues.ts";
import { board } from "../texts/board.ts";
import { type ActivityPage, activityPage } from "../board/activity-page.ts";
import { shortSchedule } from "../schedule/say-schedule.ts";
import { priceInWords } from "../texts/price-in-words.ts";
import { type Lettering, openLettering, wrapped } from "./lettering.ts";

/** As in tokens.css, in light colours. */
const COLOURS = { paper: "#faf6ee", ink: "#1d2b2f", soft: "#4a5a5e", water: "#0a5a63", brick: "#b3361b" };
const WIDTH = 1200;
const HEIGHT = 630;
const LEFT = 96;
const LEADING = 1.12;
const ROOM = WIDTH - LEFT - 80;

/**
 * The picture that a shared link shows (Open Graph, 1200 x 630): title, when, where and what it costs, with the theme's
 * colour and the bridge.
 */
export function previewPicture(activity: ActivityPage, lettering: Lettering): Promise<Buffer> {
  return sharp(Buffer.from(previewSvg(activity, lettering)))
    .png({ compressionLevel: 9, palette: true, dither: 0 })
    .toBuffer();
}

const TEXT = "node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next";
const NOTO = "node_modules/@fontsource-variable";
/** As the pages' own letters, without a slash in the zero, then those of other scripts. */
export const FACES = [
  "src/layouts/faces/digits.woff2",
  `${TEXT}-latin-wght-normal.woff2`,
  `${TEXT}-latin-ext-wght-normal.woff2`,
  `${NOTO}/noto-sans/files/noto-sans-cyrillic-wght-normal.woff2`,
  `${NOTO}/noto-sans-arabic/files/noto-sans-arabic-arabic-wght-normal.woff2`,
];
let lettering: Lettering | undefined;

/** The picture of the activity at a slug; null when there is none. */
export async function previewOf(db: Db, root: string, slug: string, now: number): Promise<Uint8Array | null> {
  const activity = activityPage(db, slug, now);
  if (!activity) return null;
  lettering ??= openLettering(FACES.map((face) => join(root, face)));
  return previewPicture(activity, lettering);
}

/** The same as SVG, all text as outlines. */
export function previewSvg(activity: ActivityPage, lettering: Lettering): string {
  const { theme } = activity;
  const hue = lightHue(theme?.hue) ?? COLOURS.water;
  const next = activity.dates.find(({ cancelled }) => !cancelled);
  const place = activity.online
    ? board.online
    : [activity.private ? null : activity.placeName, activity.area?.name].filter(Boolean).join(", ");
  const size = lettering.width(activity.title, 84) > ROOM * 2 ? 68 : 84;
  const title = wrapped(lettering, activity.title, size, ROOM, 3);
  const when = next
    ? [upperFirst(dayAndHours(next)), ...(title.length < 3 ? [upperFirst(shortSchedule(activity.schedule))] : [])]
    : [];
  const facts = [...when, [place, priceInWords(activity.price)].filter(Boolean).join(" · ")];
  const top = (title.length === 1 ? 132 : 96) + size;
  const below = top + (title.length - 1) * size * LEADING + 78;
  const titleLines = title.map((text, i) =>
    lettering.line(text, { x: LEFT, y: top + i * size * LEADING, size, bold: true, fill: COLOURS.ink }),
  );
  const factLines = facts.map((text, i) => {
    const look = i === 0 ? { bold: true, fill: COLOURS.ink } : { fill: COLOURS.soft };
    return lettering.line(wrapped(lettering, text, 40, ROOM, 1)[0] ?? "", {
      x: LEFT,
      y: below + i * 58,
      size: 40,
      ...look,
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLOURS.paper}"/><rect width="32" height="${HEIGHT}" fill="${hue}"/>
${theme ? lettering.line(theme.name, { x: LEFT, y: 86, size: 34, bold: true, fill: hue }) : ""}
${titleLines.join("")}${factLines.join("")}
${bridge(lettering)}
</svg>`;
}

function bridge(lettering: Lettering): string {
  const name = "Fællesbro";
  const x = WIDTH - 80 - lettering.width(name, 40);
  return `<g transform="translate(${x - 108} 528) scale(1.75)" fill="none" stroke="${COLOURS.water}" stroke-linecap="round"><path d="M2 27C10 6 42 6 50 27" stroke-width="5"/><path d="M14 27V17M26 27V12M38 27V17" stroke-width="3.4"/><circle cx="26" cy="5" r="4.4" fill="${COLOURS.brick}" stroke="none"/></g>
${lettering.line(name, { x, y: 574, size: 40, bold: true, fill: COLOURS.ink })}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
