/** What a change of an activity changed, in words: from what to what. Pure. */
import type { DayNote } from "../../db/schema.ts";
import { dateInWords, hoursInWords, inList } from "../danish/wording.ts";
import { isDated } from "../schedule/planned-dates.ts";
import { sayPauses } from "../schedule/pauses.ts";
import { saySchedule } from "../schedule/say-schedule.ts";
import { factLabel } from "../shared/facts.ts";
import { FIELDS } from "../shared/fields.ts";
import type { ScheduleEntry, SeriesEntry } from "../shared/schedule-entry.ts";
import { changeNames, NOTHING, yesNo } from "../texts/history.ts";
import { demandLabels, levelLabels } from "../texts/labels.ts";
import { contact } from "../texts/contact.ts";
import { priceInWords } from "../texts/price-in-words.ts";
import type { Snapshot } from "./history.ts";
import { same } from "./take-back.ts";

/** One thing that changed; null: nothing stood there, or nothing is to be said of it. */
export interface Said {
  name: string;
  from: string | null;
  to: string | null;
}

/** How each is said, in the order of the form; those that are not here are of the site alone. */
const WORDS: { name: string; of: readonly (keyof Snapshot)[]; say(snapshot: Snapshot, themes: Themes): string }[] = [
  { name: told("title"), of: ["title"], say: ({ title }) => title },
  { name: told("summary"), of: ["summary"], say: ({ summary }) => summary },
  { name: told("description"), of: ["description"], say: ({ description }) => description },
  {
    name: told("themes"),
    of: ["themes"],
    say: ({ themes }, names) => inList(themes.map((one) => names.get(one) ?? one)),
  },
  { name: told("pauses"), of: ["pauses"], say: ({ pauses }) => sayPauses(pauses) ?? "" },
  {
    name: changeNames.place,
    of: ["placeName", "address", "postcode"],
    say: ({ placeName, address, postcode }) => [placeName, address, postcode].filter(Boolean).join(", "),
  },
  { name: told("privatePlace"), of: ["privatePlace"], say: ({ privatePlace }) => yesNo(privatePlace) },
  {
    name: told("priceOre"),
    of: ["priceOre", "pricePer", "firstFree"],
    say: ({ priceOre, pricePer, firstFree }) =>
      `${priceInWords(priceOre === null ? null : { ore: priceOre, per: pricePer })}${firstFree ? `. ${FIELDS.firstFree.label}` : ""}`,
  },
  { name: told("firstTime"), of: ["firstTime"], say: ({ firstTime }) => firstTime ?? "" },
  { name: told("leadsTo"), of: ["leadsTo"], say: ({ leadsTo }) => leadsTo ?? "" },
  { name: told("facts"), of: ["facts"], say: ({ facts }) => inList(facts.map(factLabel)) },
  {
    name: told("languages"),
    of: ["languages"],
    say: ({ languages }) =>
      inList(languages.map((one) => (contact.languageNames as Record<string, string>)[one] ?? one)),
  },
  { name: told("level"), of: ["level"], say: ({ level }) => (level ? levelLabels[level] : "") },
  { name: told("demand"), of: ["demand"], say: ({ demand }) => (demand ? demandLabels[demand] : "") },
  { name: told("bus"), of: ["bus"], say: ({ bus }) => bus ?? "" },
  { name: told("parking"), of: ["parking"], say: ({ parking }) => yesNo(parking) },
  {
    name: told("ageMin"),
    of: ["ageMin", "ageMax"],
    say: ({ ageMin, ageMax }) => (ageMin === null && ageMax === null ? "" : `${ageMin ?? ""}–${ageMax ?? ""}`),
  },
  { name: told("places"), of: ["places"], say: ({ places }) => (places === null ? "" : String(places)) },
  { name: changeNames.full, of: ["full"], say: ({ full }) => yesNo(full) },
  { name: changeNames.fullNote, of: ["fullNote"], say: ({ fullNote }) => fullNote ?? "" },
  { name: changeNames.arrivals, of: ["arrivalsWelcome"], say: ({ arrivalsWelcome }) => yesNo(arrivalsWelcome) },
  { name: changeNames.volunteers, of: ["volunteerTasks"], say: ({ volunteerTasks }) => volunteerTasks ?? "" },
  { name: told("contactName"), of: ["contactName"], say: ({ contactName }) => contactName },
  { name: told("contactPhone"), of: ["contactPhone"], say: ({ contactPhone }) => contactPhone ?? "" },
  { name: told("contactEmail"), of: ["contactEmail"], say: ({ contactEmail }) => contactEmail ?? "" },
  { name: told("url"), of: ["url"], say: ({ url }) => url ?? "" },
];

type Themes = ReadonlyMap<string, string>;

/** What is different after it. `today`: the local date from which dates are said. */
export function changesBetween(before: Snapshot, after: Snapshot, themes: Themes, today: string): Said[] {
  const said = WORDS.filter(({ of }) => of.some((field) => !same(before[field], after[field]))).map(
    ({ name, say }) => ({ name, from: say(before, themes) || NOTHING, to: say(after, themes) || NOTHING }),
  );
  const noted = [...new Set([...Object.keys(before.dayNotes ?? {}), ...Object.keys(after.dayNotes ?? {})])]
    .filter((date) => !same(before.dayNotes?.[date], after.dayNotes?.[date]))
    .map((date) => ({
      name: dateInWords(date, today),
      from: sayNote(before.dayNotes?.[date]),
      to: sayNote(after.dayNotes?.[date]),
    }));
  const moved = !same([before.lat, before.lng], [after.lat, after.lng]);
  return [
    ...(same(before.schedule, after.schedule) ? [] : timesBetween(before.schedule, after.schedule, today)),
    ...noted,
    ...said.filter(({ from, to }) => from !== to),
    ...(moved ? [{ name: changeNames.pin, from: null, to: null }] : []),
    ...(same(before.imageId, after.imageId) ? [] : [{ name: changeNames.picture, from: null, to: null }]),
  ];
}

/** The dates that were called off, brought back or moved, and the series where it is said otherwise. */
function timesBetween(before: readonly ScheduleEntry[], after: readonly ScheduleEntry[], today: string): Said[] {
  const [was, is] = [before, after].map(
    (schedule) => saySchedule(schedule.map(asPlanned), today).join(". ") || NOTHING,
  );
  const off = daysOff(before);
  const isOff = daysOff(after);
  const day = (date: string) => dateInWords(date, today);
  const moves = movesOf(after).filter((move) => !movesOf(before).some((other) => same(move, other)));
  return [
    ...isOff
      .filter((date) => !off.includes(date))
      .map((date) => ({ name: changeNames.off, from: null, to: day(date) })),
    ...off
      .filter((date) => !isOff.includes(date))
      .map((date) => ({ name: changeNames.onAgain, from: null, to: day(date) })),
    ...moves.map(({ from, date, start, end }) => ({
      name: changeNames.moved,
      from: day(from),
      to: `${day(date)} kl. ${hoursInWords(start, end)}`,
    })),
    ...(was === is ? [] : [{ name: told("schedule"), from: was ?? NOTHING, to: is ?? NOTHING }]),
  ];
}

/** Without what is said of single dates. */
function asPlanned(entry: ScheduleEntry): ScheduleEntry {
  return isDated(entry) ? { ...entry, cancelled: undefined } : { ...entry, cancelled: undefined, moved: undefined };
}

function sayNote(note: DayNote | undefined): string {
  return [note?.place, note?.text].filter(Boolean).join(". ") || NOTHING;
}

function daysOff(schedule: readonly ScheduleEntry[]): string[] {
  return schedule.flatMap((entry) =>
    isDated(entry) ? (entry.cancelled ? [entry.date] : []) : (entry.cancelled ?? []),
  );
}

function movesOf(schedule: readonly ScheduleEntry[]): NonNullable<SeriesEntry["moved"]> {
  return schedule.flatMap((entry) => (isDated(entry) ? [] : (entry.moved ?? [])));
}

/** With a capital. */
function told(field: keyof typeof FIELDS): string {
  const word = FIELDS[field].told;
  return word.charAt(0).toUpperCase() + word.slice(1);
}
