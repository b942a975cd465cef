/** One row of a sheet as an activity. What is not understood is told and left to people; the rest becomes a draft. */
import { createHash } from "node:crypto";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import { FIELDS } from "../shared/fields.ts";
import { keysOf } from "../shared/keys-of.ts";
import { unixBreaks } from "../shared/line-breaks.ts";
import { localDate } from "../shared/time.ts";
import { type Remark, sheetColumns, takingIn } from "../texts/exchange.ts";
import { themesIn } from "../places/theme-words.ts";
import type { Read, Stated } from "./candidate.ts";
import { withoutTracking } from "../shared/tracking.ts";
import { withoutDialIn } from "./dial-in.ts";
import { priceIn } from "./price-in-text.ts";
import { type Column, type Row, MOST_SIGNS } from "./sheet-columns.ts";
import { shown } from "./shown.ts";
import { scheduleOfRow } from "./sheet-times.ts";
import { contactIn, isOnlinePlace, placeIn, placeLine } from "./words-in-text.ts";

const LENGTHS = {
  title: 120,
  description: MOST_SIGNS,
  placeName: 200,
  address: 200,
  contactName: 100,
  contactEmail: 200,
  url: 490,
} satisfies Partial<Record<Column, number>>;
/** A row without a name that says less than this is a line of the sheet, and no activity. */
const LEAST_CELLS = 2;

/** What a row states, and what of it was not understood; why it is left out when it says next to nothing. */
export function readRow(cells: Row, organisationId: string, vocabulary: Vocabulary, now: number): Read {
  const notes: Remark[] = [];
  const filled = keysOf(cells).filter((column) => cells[column] !== "");
  if (!cells.title && filled.length < LEAST_CELLS) return { label: "?", why: ["title"] };
  if (!cells.title) notes.push("title");
  const row = shortened(cells, notes);
  const title = row.title || takingIn.untitled;
  const { schedule, isGuessed } = scheduleOfRow(row, localDate(now), notes);
  const description = withoutDialIn(unixBreaks(row.description));
  const stated: Stated = {
    title,
    ...(description && { description }),
    ...(schedule.length > 0 && { schedule }),
    ...placeOf(row, vocabulary, notes),
    ...priceOf(row.price, notes),
    ...placesOf(row.places, notes),
    ...themesOf(row.themes, vocabulary, notes),
    ...contactOf(row, notes),
  };
  return {
    guessed: stated.themes ? {} : { themes: themesIn(`${title} ${description}`, vocabulary) },
    unsure: isGuessed ? ["schedule"] : [],
    key: `csv:${organisationId}:${keyOf(cells)}`,
    stated,
    cancelled: false,
    notes,
    next: nextOccurrence(schedule, now),
  };
}

/** What the row is known by when it comes again: its number, else its name and place. */
function keyOf(row: Row): string {
  if (row.id) return row.id.slice(0, 100);
  const named = row.title
    ? `${row.title.toLowerCase()}|${row.placeName.toLowerCase()}`
    : keysOf(row)
        .map((column) => row[column])
        .join("|");
  return createHash("sha256").update(named).digest("base64url").slice(0, 24);
}

/** Texts that are too long end at a whole word; what cannot be cut is left out. */
function shortened(row: Row, notes: Remark[]): Row {
  const short = { ...row };
  for (const column of keysOf(LENGTHS)) {
    if (row[column].length <= LENGTHS[column]) continue;
    notes.push(["textTooLong", sheetColumns[column]]);
    const whole = column === "contactEmail" || column === "url";
    short[column] = whole ? "" : row[column].slice(0, LENGTHS[column]).replace(/\s+\S*$/, "");
  }
  return short;
}

/** The place of its columns; an address that stands in the name of the place is told apart. */
function placeOf(row: Row, { postcodes }: Vocabulary, notes: Remark[]): Partial<Stated> {
  if (isOnlinePlace(row.placeName || row.address)) return { facts: ["online"] };
  const code = codeOf(row.postcode, postcodes);
  if (row.postcode && !code) notes.push(["postcode", shown(row.postcode)]);
  const inName = placeLine(row.placeName, postcodes);
  const hasAddress = inName.address !== undefined || inName.postcode !== undefined;
  const placeName = hasAddress ? inName.placeName : row.placeName;
  const own = row.address ? placeIn(row.address, postcodes) : {};
  const address = own.address ?? (row.address || inName.address);
  const postcode = code ?? own.postcode ?? inName.postcode;
  return { ...(placeName && { placeName }), ...(address && { address }), ...(postcode && { postcode }) };
}

/** `8260`, `8260 Viby J`, `DK-8260` or the town alone; null when it is none of them. */
function codeOf(text: string, postcodes: Vocabulary["postcodes"]): string | null {
  const [, digits] = /^(?:dk-? ?)?(\d{4})(?!\d)/i.exec(text) ?? [];
  return digits ?? postcodes.find(({ name }) => name.toLowerCase() === text.toLowerCase())?.code ?? null;
}

function priceOf(text: string, notes: Remark[]): Partial<Stated> {
  if (/^[-–?]*$/.test(text)) return {};
  if (/^(?:0|nej|ingen)(?: kr\.?)?$/i.test(text)) return { priceOre: 0, pricePer: null, firstFree: false };
  const price = priceIn(`Pris: ${text}`);
  if (price.priceOre === undefined) notes.push(["price", shown(text)]);
  return price;
}

function placesOf(text: string, notes: Remark[]): Partial<Stated> {
  const places = Number(text);
  if (!text || (Number.isInteger(places) && places >= 1 && places <= FIELDS.places.kind.upTo))
    return text ? { places } : {};
  notes.push(["places", shown(text)]);
  return {};
}

/** Themes by their names, whole, and else by words that tell them. */
function themesOf(text: string, vocabulary: Vocabulary, notes: Remark[]): Partial<Stated> {
  let rest = text.toLowerCase();
  const slugs: string[] = [];
  for (const { slug, name } of vocabulary.themes.toSorted((a, b) => b.name.length - a.name.length)) {
    if (!rest.includes(name.toLowerCase())) continue;
    slugs.push(slug);
    rest = rest.replace(name.toLowerCase(), "");
  }
  const names = rest
    .split(/[,;/&+]| og /)
    .map((name) => name.trim())
    .filter(Boolean)
    .slice(0, 5);
  for (const name of names) {
    const slug = vocabulary.themes.find((theme) => theme.slug === name)?.slug ?? themesIn(name, vocabulary)[0];
    if (slug) slugs.push(slug);
    else notes.push(["theme", shown(name)]);
  }
  return slugs.length > 0 ? { themes: [...new Set(slugs)] } : {};
}

/** Whom to ask, of three columns or of one that says all. */
function contactOf(row: Row, notes: Remark[]): Partial<Stated> {
  const said = contactIn(row.contactName);
  const contactName = row.contactName
    .replace(said.contactPhone ?? "", "")
    .replace(/\S*@\S*|(?<!\p{L})(?:tlf|telefon|mobil|mail)(?!\p{L})/giu, "")
    .replace(/[\s,;:/.-]+$/, "")
    .trim();
  const contactPhone = phoneOf(row.contactPhone, notes) ?? said.contactPhone;
  const contactEmail = row.contactEmail ? contactIn(row.contactEmail).contactEmail : said.contactEmail;
  if (row.contactEmail && !contactEmail) notes.push(["email", shown(row.contactEmail)]);
  const url = webOf(row.url, notes);
  return {
    ...(contactName && { contactName }),
    ...(contactPhone && { contactPhone }),
    ...(contactEmail && { contactEmail }),
    ...(url && { url }),
  };
}

/** A number as it stands; of several the first. */
function phoneOf(text: string, notes: Remark[]): string | undefined {
  if (/^\+?[\d\s().-]{8,20}$/.test(text) && text.replace(/\D/g, "").length <= 12) return text;
  const phone = contactIn(text).contactPhone ?? undefined;
  if (text && !phone) notes.push(["phone", shown(text)]);
  return phone;
}

function webOf(text: string, notes: Remark[]): string | null {
  if (!text) return null;
  const url = /^[a-z]+:/i.test(text) ? text : `https://${text}`;
  if (/^https?:\/\/[^\s]+\.[^\s]+$/i.test(url) && URL.canParse(url)) return withoutTracking(url);
  notes.push(["url", shown(text)]);
  return null;
}
