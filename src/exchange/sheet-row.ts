/** One row of a sheet as an activity, with what is wrong or was not understood. */
import { createHash } from "node:crypto";
import { readClock, readDate, readWeekday } from "../danish/reading.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { FIELDS } from "../shared/fields.ts";
import { unixBreaks } from "../shared/line-breaks.ts";
import { localDate } from "../shared/time.ts";
import { type Remark, sheetColumns } from "../texts/exchange.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { nextOccurrence } from "../schedule/schedule.ts";
import { checkSchedule } from "../schedule/check.ts";
import { readDates } from "../schedule/read-rows.ts";
import { tidySchedule } from "../schedule/tidy.ts";
import type { Read, Stated } from "./candidate.ts";
import { placeIn, priceIn } from "./words-in-text.ts";
import { type Column, type Row, MOST_SIGNS } from "./sheet-columns.ts";
import { keysOf } from "../shared/keys-of.ts";
import { themesIn } from "../places/theme-words.ts";

const LENGTHS = {
  title: 120,
  placeName: 200,
  address: 200,
  contactName: 100,
  contactEmail: 200,
  url: 490,
} satisfies Partial<Record<Column, number>>;
const DAY = /^(?:man|tirs?|ons|tors?|fre|l(?:ø|oe)r|s(?:ø|oe)n)(?:dage?)?\.?$/i;
const SHORT_DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d\d$/;

/** What a row states, or why it is left out. */
export function readRow(row: Row, organisationId: string, vocabulary: Vocabulary, now: number): Read {
  const faults: Remark[] = [];
  const notes: Remark[] = [];
  if (!row.title) faults.push("title");
  for (const column of keysOf(LENGTHS))
    if (row[column].length > LENGTHS[column]) faults.push(["textTooLong", sheetColumns[column]]);
  if (row.description.length > MOST_SIGNS) faults.push(["textTooLong", sheetColumns.description]);
  const schedule = scheduleOf(row, localDate(now), faults);
  const stated: Stated = {
    title: row.title,
    ...(row.description && { description: unixBreaks(row.description) }),
    ...(schedule.length > 0 && { schedule }),
    ...(row.placeName && { placeName: row.placeName }),
    ...placeOf(row, vocabulary, faults),
    ...priceOf(row.price, faults),
    ...placesOf(row.places, faults),
    ...themesOf(row, vocabulary, notes),
    ...contactOf(row, faults),
  };
  if (faults.length > 0) return { label: row.title || "?", why: faults };
  const own =
    row.id ||
    createHash("sha256")
      .update(`${row.title.toLowerCase()}|${row.placeName.toLowerCase()}`)
      .digest("base64url")
      .slice(0, 24);
  const guessed = stated.themes ? {} : { themes: themesIn(`${row.title} ${row.description}`, vocabulary) };
  return {
    guessed,
    key: `csv:${organisationId}:${own.slice(0, 100)}`,
    stated,
    cancelled: false,
    notes,
    next: nextOccurrence(schedule, now),
  };
}

/** A weekday is a series, a date a day of its own; no day and no clock leaves the time to people. */
function scheduleOf(row: Row, today: string, faults: Remark[]): ScheduleEntry[] {
  if (!row.day && !row.start && !row.end) return [];
  if (!row.day) {
    faults.push("dayMissing");
    return [];
  }
  const [startText = "", endText = ""] = row.end ? [row.start, row.end] : row.start.split(/\s*(?:-|–|til)\s*/);
  const start = clockOf("start", startText, faults);
  const end = clockOf("end", endText, faults);
  const day = row.day.replace(/^(hver|om) /i, "");
  const weekday = DAY.test(day) ? readWeekday(day) : null;
  const date = weekday ? null : dateOf(row.day, today);
  if (!weekday && !date) faults.push(["weekday", shown(row.day)]);
  const year = Number(today.slice(0, 4));
  // A series that names no first day has run for a while: the same sheet says the same tomorrow.
  const from = row.from ? dateOf(row.from, `${year - 1}-07-01`) : `${year}-01-01`;
  const until = row.until ? dateOf(row.until, today) : null;
  if (!from) faults.push(["date", sheetColumns.from, shown(row.from)]);
  if (row.until && !until) faults.push(["date", sheetColumns.until, shown(row.until)]);
  if (from && until && until < from) faults.push("until");
  if (!start || !end || faults.length > 0) return [];
  const schedule = tidySchedule([
    weekday
      ? { weekday, start, end, from: from ?? today, until: until ?? undefined }
      : { date: date ?? today, start, end },
  ]);
  return checkSchedule(schedule).length === 0 ? schedule : [];
}

function clockOf(column: "start" | "end", text: string, faults: Remark[]): string | null {
  // A spreadsheet writes seconds too, and the hour after midnight as the 24th.
  const plain = text
    .toLowerCase()
    .replace(/(?<=\d[:.]\d\d)[:.]00$/, "")
    .replace(/(?<=^(?:kl\.?\s*)?)24(?!\d)/, "00");
  const clock = readClock(plain, null);
  if (clock) return clock;
  faults.push(text ? ["clock", sheetColumns[column], shown(text)] : ["clockMissing", sheetColumns[column]]);
  return null;
}

function dateOf(text: string, earliest: string): string | null {
  if (SHORT_DATE.test(text)) return readDate(text, earliest);
  const [date = null, ...others] = readDates(text, earliest).dates;
  return others.length === 0 ? date : null;
}

function placeOf(row: Row, vocabulary: Vocabulary, faults: Remark[]): Partial<Stated> {
  if (row.postcode && !/^\d{4}$/.test(row.postcode.slice(0, 4))) faults.push(["postcode", shown(row.postcode)]);
  const found = placeIn(row.address, vocabulary.postcodes);
  const postcode = row.postcode ? row.postcode.slice(0, 4) : found.postcode;
  const address = found.address ?? row.address;
  return { ...(address && { address }), ...(postcode && { postcode }) };
}

function priceOf(text: string, faults: Remark[]): Partial<Stated> {
  if (!text) return {};
  if (/^(?:0|gratis|nej|ingen)(?: kr\.?)?$/i.test(text)) return { priceOre: 0, pricePer: null, firstFree: false };
  const price = priceIn(/kr|,-/i.test(text) ? text : text.replace(/^(\d{1,5}(?:,\d\d)?)/, "$1 kr"));
  if (price.priceOre === undefined) faults.push(["price", shown(text)]);
  return price;
}

function placesOf(text: string, faults: Remark[]): Partial<Stated> {
  const places = Number(text);
  if (!text || (Number.isInteger(places) && places >= 1 && places <= FIELDS.places.kind.upTo))
    return text ? { places } : {};
  faults.push(["places", shown(text)]);
  return {};
}

function themesOf(row: Row, vocabulary: Vocabulary, notes: Remark[]): Partial<Stated> {
  const names = row.themes
    .split(/[,/&+]| og /)
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean)
    .slice(0, 5);
  const found = names.map((name) => ({
    name,
    slug:
      vocabulary.themes.find((theme) => theme.slug === name || theme.name.toLowerCase() === name)?.slug ??
      themesIn(name, vocabulary)[0],
  }));
  for (const { name, slug } of found) if (!slug) notes.push(["theme", shown(name)]);
  const themes = found.flatMap(({ slug }) => slug ?? []);
  return themes.length > 0 ? { themes: [...new Set(themes)] } : {};
}

function contactOf(row: Row, faults: Remark[]): Partial<Stated> {
  const { contactName, contactPhone, contactEmail } = row;
  if (contactPhone && !/^\+?[\d\s().-]{8,40}$/.test(contactPhone)) faults.push(["phone", shown(contactPhone)]);
  if (contactEmail && !/^[^\s@]{1,64}@[^\s@]{1,100}\.[a-z]{2,20}$/i.test(contactEmail))
    faults.push(["email", shown(contactEmail)]);
  const url = row.url && !/^[a-z]+:/i.test(row.url) ? `https://${row.url}` : row.url;
  if (url && !(/^https?:\/\/[^\s]+\.[^\s]+$/i.test(url) && URL.canParse(url))) faults.push(["url", shown(row.url)]);
  return {
    ...(contactName && { contactName }),
    ...(contactPhone && { contactPhone }),
    ...(contactEmail && { contactEmail: contactEmail.toLowerCase() }),
    ...(url && { url }),
  };
}

function shown(value: string): string {
  return value.length > 30 ? `${value.slice(0, 30)} …` : value;
}
