import { clockInWords, dayAndHours, dayInWords } from "../danish/wording.ts";
import { localClock, localDate } from "../shared/time.ts";
import { pointing } from "../texts/pointing.ts";
import { sayPauses } from "../schedule/pauses.ts";
import type { ActivityPage } from "../board/activity-page.ts";
import { saySchedule, shortSchedule } from "../schedule/say-schedule.ts";
import { kroner, priceInWords } from "../texts/price-in-words.ts";
import { priceUnitLabels } from "../texts/labels.ts";
import type { Pointed } from "./pointed.ts";

/** What stands on paper about an activity, line by line. */
export interface Said {
  title: string;
  /** `tirsdag den 24. november kl. 10–12`, or why there is none. */
  next: string | null;
  rhythm: string[];
  /** `hver tirsdag. Holder fri i påsken` */
  short: string;
  place: string[];
  host: string;
  bus: string | null;
  price: string;
  firstTime: string | null;
  news: string[];
}

/** An activity in the words of a paper: dates are written out, since nobody knows when it is read. */
export function saidOf({ activity, next, news }: Pointed, now: number): Said {
  const free = freeOf(activity);
  return {
    title: activity.title,
    next: next && dayAndHours(next),
    rhythm: [...saySchedule(activity.schedule, localDate(now)).slice(0, 3), ...free],
    short: [shortSchedule(activity.schedule), ...free].join(". "),
    place: placeLines(activity),
    host: pointing.meets(spokenName(activity.contact.name)),
    bus: activity.bus && pointing.busLine(linesOf(activity.bus, "og")),
    price: `${priceInWords(activity.price)}${activity.price?.firstFree && activity.price.ore > 0 ? `. ${pointing.firstFree}` : ""}`,
    firstTime: activity.firstTime,
    news: news.map(({ text }) => text),
  };
}

/** The same in short sentences, to be read to somebody on the phone. */
export function aloud({ activity, next, news }: Pointed, now: number): string[] {
  const [name, ...address] = placeLines(activity);
  const called = pointing.itIsCalled(activity.title);
  if (activity.state === "paused") return [called, pointing.pausedAloud];
  if (activity.state !== "published") return [called, pointing.goneAloud];
  return [
    called,
    ...(next
      ? [
          pointing.itIsOn(dayInWords(localDate(next.start))),
          pointing.clock(clockInWords(localClock(next.start)), clockInWords(localClock(next.end))),
        ]
      : [pointing.overAloud]),
    ...(next
      ? saySchedule(activity.schedule, localDate(now))
          .slice(0, 1)
          .map((line) => pointing.rhythm(spokenHours(lowerFirst(line))))
      : []),
    ...freeOf(activity).map((line) => `${line}.`),
    ...news.filter(({ kind }) => kind !== "over").map(({ text }) => `${spokenHours(text)}.`),
    ...(name ? [pointing.itIsAt(lowerFirstOf(name))] : []),
    ...(address.length > 0 ? [pointing.addressIs(address.join(", "))] : []),
    pointing.meets(spokenName(activity.contact.name)),
    ...spokenPrice(activity.price),
    ...(activity.bus ? [pointing.busGoes(linesOf(activity.bus, "eller"))] : []),
    ...(activity.firstTime ? sentencesOf(activity.firstTime) : []),
  ];
}

/** A paper is read for weeks: its holidays are said however far ahead they are. */
function freeOf({ pauses }: ActivityPage): string[] {
  return [sayPauses(pauses)].filter((line) => line !== null);
}

/** Name of the place, street, postcode and town; of a private home nothing but that it is one. */
export function placeLines(activity: ActivityPage): string[] {
  if (activity.online) return [pointing.online];
  if (activity.private) return [activity.area?.name, pointing.private].filter((line) => line !== undefined);
  return [activity.placeName, activity.address, [activity.postcode, activity.town].filter(Boolean).join(" ")].filter(
    (line): line is string => Boolean(line),
  );
}

/** The first name of whoever meets people; a name of a group stays whole. */
export function spokenName(name: string): string {
  const [first = name, ...others] = name.trim().split(/\s+/);
  return others.length > 0 && others.every((word) => /^\p{Lu}/u.test(word)) ? first : name.trim();
}

function spokenPrice(price: ActivityPage["price"]): string[] {
  if (!price) return [pointing.askPrice];
  const { ore, per, firstFree } = price;
  if (ore === 0) return [pointing.free];
  const amount = kroner(ore).replace("kr.", "kroner");
  const each = per ? `${amount} ${priceUnitLabels[per].replace("pr. gang", "hver gang")}` : amount;
  return [pointing.costs(`${each}.`), ...(firstFree ? [pointing.firstFree] : [])];
}

/** `4A, 16 og 19` */
function linesOf(bus: string, last: string): string {
  return bus.replace(/,\s*([^,]+)$/, ` ${last} $1`);
}

/** `kl. 10–12` as one says it: `kl. 10 til 12`. */
function spokenHours(text: string): string {
  return text.replaceAll(/(\d)–(\d)/g, "$1 til $2");
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function lowerFirstOf(place: string): string {
  return place === pointing.online ? lowerFirst(place) : place;
}
