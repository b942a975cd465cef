import { describe, expect, test } from "vitest";
import { openDb } from "#db/client.ts";
import { insertDefaults } from "#db/defaults.ts";
import { addDays, dayNumber, isoWeek, weekdayOf } from "#db/demo/dates.ts";
import { demoHelpRequests, demoLogins } from "#db/demo/people.ts";
import { demoTown } from "#db/demo/town.ts";
import { venues } from "#db/demo/venues/index.ts";
import type { ImportLine, ScheduleEntry, WeeklyEntry } from "#db/demo/types.ts";
import { readLine } from "#src/exchange/line.ts";
import { areaOf, readPlaces } from "#src/places/places.ts";
import { ROOT } from "../harness/root.ts";

const TODAYS = ["2026-11-22", "2026-12-30", "2027-03-27", "2027-07-01", "2028-02-29"];
const THEMES = "samvaer motion natur mad musik haandarbejde kunst spil it kurser samtale frivillig".split(" ");
const FACTS =
  "aktivitetspas folkeoplysende dropin proevetime vaert foelgeskab begynder let-oevet oevet rolig trinfri handicaptoilet teleslynge stille senior kun-kvinder kun-maend online frivillige oevefaellesskab kommerciel bus parkering engelsk arabisk ukrainsk sorg sygdom paaroerende nytilflyttet ledig".split(
    " ",
  );

const db = openDb(":memory:", ROOT);
insertDefaults(db);
const places = readPlaces(db);
const areaSlugs = places.areas.map(({ slug }) => slug);

const town = demoTown("2026-11-22");
const activities = town.activities;
const entries = activities.flatMap((activity) => activity.schedule);

describe("Whoever opens the demo town", () => {
  test("finds at least 45 organisations and 400 activities, most of them with a word about the first time", () => {
    expect(town.organisations.length).toBeGreaterThanOrEqual(45);
    expect(activities.length).toBeGreaterThanOrEqual(400);
    expect(activities.filter((activity) => activity.firstTime).length).toBeGreaterThanOrEqual(
      (activities.length * 2) / 3,
    );
  });

  test("finds at least six activities in each of the 24 areas", () => {
    const counts = countOf(activities.flatMap(({ place }) => (place ? [areaOf(places, place) ?? "none"] : [])));
    expect(areaSlugs).toHaveLength(24);
    for (const area of areaSlugs) expect(counts[area] ?? 0, area).toBeGreaterThanOrEqual(6);
  });

  test("finds every place in the area that its organisation says, and organisations of known areas", () => {
    for (const venue of venues) expect(areaOf(places, venue), venue.key).toBe(venue.area);
    expect(town.organisations.filter(({ area }) => !areaSlugs.includes(area))).toEqual([]);
  });

  test("finds every theme at least ten times and no unknown one", () => {
    const counts = countOf(activities.flatMap((activity) => activity.themes));
    expect(Object.keys(counts).sort()).toEqual([...THEMES].sort());
    for (const theme of THEMES) expect(counts[theme], theme).toBeGreaterThanOrEqual(10);
  });

  test("finds every fact at least three times and no unknown one", () => {
    const counts = countOf(activities.flatMap(allFactsOf));
    expect(Object.keys(counts).filter((fact) => !FACTS.includes(fact))).toEqual([]);
    for (const fact of FACTS) expect(counts[fact] ?? 0, fact).toBeGreaterThanOrEqual(3);
  });

  test("finds every kind of price", () => {
    const kinds = countOf(
      activities.map(({ price }) => ("free" in price ? "gratis" : price.firstFree ? "første gratis" : price.per)),
    );
    for (const kind of ["gratis", "gang", "måned", "sæson", "år", "første gratis"])
      expect(kinds[kind] ?? 0, kind).toBeGreaterThanOrEqual(3);
  });

  test("finds private homes, stepping stones that say what they lead to, and things online", () => {
    expect(activities.filter(({ place }) => place?.private).length).toBeGreaterThanOrEqual(3);
    const stepping = activities.filter(({ facts }) => facts.includes("oevefaellesskab"));
    expect(stepping.every(({ leadsTo }) => leadsTo)).toBe(true);
    expect(activities.every(({ facts, place }) => facts.includes("online") === !place)).toBe(true);
  });

  test("reads plain words: the readability index of all text is at most 30", () => {
    expect(
      lix(activities.map(({ description, firstTime }) => `${description} ${firstTime ?? ""}`).join(" ")),
    ).toBeLessThanOrEqual(30);
  });

  test("reads no description twice, and two to seven sentences in each", () => {
    expect(new Set(activities.map(({ description }) => description)).size).toBe(activities.length);
    for (const { id, description } of activities) {
      const sentences = description.match(/[.!?](\s|$)/g)?.length ?? 0;
      expect(sentences >= 2 && sentences <= 7, `${id}: ${description}`).toBe(true);
    }
  });

  test("never meets a hole in a text", () => {
    for (const { id, ...texts } of activities)
      expect(JSON.stringify(Object.values(texts)), id).not.toMatch(/[{][\p{L}]+[}]|undefined|NaN| {2}/u);
  });
});

describe("Somebody who looks for a time that suits", () => {
  const kinds: Record<string, (entry: ScheduleEntry) => boolean> = {
    "every week": (entry) => "weekday" in entry && !entry.weeks,
    "odd weeks": (entry) => "weekday" in entry && entry.weeks === "odd",
    "even weeks": (entry) => "weekday" in entry && entry.weeks === "even",
    "a weekday of the month": (entry) => "rrule" in entry && /MONTHLY;BYDAY=\d/.test(entry.rrule),
    "the last weekday of the month": (entry) => "rrule" in entry && entry.rrule.includes("BYDAY=-1"),
    "every third week": (entry) => "rrule" in entry && entry.rrule.includes("INTERVAL=3"),
    "dates never planned": (entry) => "weekday" in entry && Boolean(entry.except),
    "cancelled dates": (entry) => "weekday" in entry && Boolean(entry.cancelled),
    "past midnight": (entry) => entry.end < entry.start,
    "after midnight": (entry) => entry.start < "04:00",
    "early morning": (entry) => entry.start >= "05:00" && entry.start < "09:00",
    evening: (entry) => entry.start >= "17:00",
    weekend: (entry) => "weekday" in entry && ["loer", "soen"].includes(entry.weekday),
  };
  test.each(Object.keys(kinds))("finds something of this kind: %s", (kind) => {
    expect(entries.some((entry) => kinds[kind]?.(entry))).toBe(true);
  });

  test("finds one-offs, lists of dates, drop-in hours on several days, and two weekdays with different hours", () => {
    const dated = activities.filter(({ schedule }) => schedule.every((entry) => "date" in entry));
    expect(dated.some(({ schedule }) => schedule.length === 1)).toBe(true);
    expect(dated.some(({ schedule }) => schedule.length > 2)).toBe(true);
    const weekly = activities.map(({ schedule }) => schedule.filter((entry) => "weekday" in entry));
    expect(weekly.some((series) => series.length >= 3 && new Set(series.map(({ start }) => start)).size === 1)).toBe(
      true,
    );
    expect(weekly.some((series) => series.length === 2 && series[0]?.start !== series[1]?.start)).toBe(true);
  });
});

describe.each(TODAYS)("The town on %s", (today) => {
  const { organisations, activities: lines, pending } = demoTown(today);

  test("is the same each time", () => {
    expect(demoTown(today)).toEqual({ organisations, activities: lines, pending });
  });

  test("is taken by the import, line by line, from organisations that exist", () => {
    const names = new Set([...organisations, pending.organisation].map(({ name }) => name));
    expect(names.size).toBe(organisations.length + 1);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    for (const line of [...lines, ...pending.activities]) {
      expect(readLine(JSON.stringify(line), new Set(THEMES)), line.id).not.toHaveProperty("why");
      expect(names.has(line.organisation), line.organisation).toBe(true);
    }
  });

  test("has only series under way, and one-offs of the next ten weeks", () => {
    for (const entry of lines.flatMap(({ schedule }) => schedule)) {
      if ("date" in entry)
        expect(dayNumber(entry.date) - dayNumber(today)).toSatisfy((days: number) => days >= 1 && days <= 77);
      else expect(entry.from < today || "rrule" in entry).toBe(true);
      if ("weekday" in entry)
        expect(entry.until).toSatisfy((until: string) => until > addDays(today, 55) && until < addDays(today, 250));
    }
  });

  test("cancels and skips only dates that belong to the series, cancels soon, and a few", () => {
    const series = lines.flatMap(({ schedule }) => schedule.filter((entry) => "weekday" in entry));
    for (const entry of series)
      for (const date of [...(entry.except ?? []), ...(entry.cancelled ?? [])])
        expect(belongs(date, entry), date).toBe(true);
    const cancelled = series.flatMap((entry) => entry.cancelled ?? []);
    expect(cancelled.length).toBeGreaterThanOrEqual(5);
    expect(cancelled.every((date) => date > today && date <= addDays(today, 21))).toBe(true);
  });

  test("was mostly confirmed lately, a few long ago, none in the future", () => {
    const ages = lines.map(({ confirmed }) => dayNumber(today) - dayNumber(confirmed));
    expect(Math.min(...ages)).toBeGreaterThanOrEqual(0);
    expect(ages.filter((days) => days <= 60).length).toBeGreaterThan(lines.length * 0.9);
    expect(ages.filter((days) => days > 150).length).toBeGreaterThanOrEqual(3);
  });
});

describe("A brobygger who opens the demo", () => {
  const now = Date.parse("2026-11-24T11:00:00Z");
  const requests = demoHelpRequests(now);

  test("finds requests that wait, are under way and are closed, and a way to call each citizen", () => {
    const kinds = requests.map(({ history }) =>
      history.length === 0 ? "waits" : history.at(-1)?.kind === "close" ? "closed" : "under way",
    );
    expect(countOf(kinds)).toMatchObject({ waits: 6, "under way": 5, closed: 3 });
    expect(requests.every(({ phone, email }) => phone || email)).toBe(true);
  });

  test("finds histories in order, by people who can log in, and known areas", () => {
    const emails = new Set(demoLogins.map(({ email }) => email));
    for (const { area, createdAt, history } of requests) {
      const times = [createdAt, ...history.map(({ at }) => at), now];
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(history.every(({ by }) => emails.has(by))).toBe(true);
      expect(areaSlugs).toContain(area);
    }
  });
});

function countOf(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function allFactsOf({ facts, level, demand, languages, transport }: ImportLine): string[] {
  const spoken: Record<string, string> = { en: "engelsk", ar: "arabisk", uk: "ukrainsk" };
  return [
    ...facts,
    { beginner: "begynder", some: "let-oevet", skilled: "oevet" }[level],
    ...(demand === "none" ? ["rolig"] : []),
    ...languages.flatMap((language) => spoken[language] ?? []),
    ...(transport?.bus ? ["bus"] : []),
    ...(transport?.parking ? ["parkering"] : []),
  ];
}

function belongs(date: string, { weekday, weeks, from, until }: WeeklyEntry): boolean {
  const parity = isoWeek(date) % 2 === 1 ? "odd" : "even";
  return weekdayOf(date) === weekday && (!weeks || weeks === parity) && date >= from && (!until || date <= until);
}

/** Words per sentence, plus the share of words longer than six letters in percent (Björnsson 1968). */
function lix(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const sentences = text.match(/[.!?:](\s|$)/g)?.length ?? 1;
  return words.length / sentences + (100 * words.filter((word) => word.length > 6).length) / words.length;
}
