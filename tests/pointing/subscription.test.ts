import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { SearchQuery } from "../../search/engine.ts";
import { calendarOf } from "../../src/schedule/calendar-file.ts";
import { atomOf, feedItems, rssOf } from "../../src/pointing/feed.ts";
import { freshness, hasIt } from "../../src/pointing/fresh.ts";
import { sitemapOf } from "../../src/pointing/sitemap.ts";
import {
  calendarOfSearch,
  findToFollow,
  lastChanged,
  MOST_SUBSCRIBED,
  tagOf,
} from "../../src/pointing/subscription.ts";
import { xml } from "../../src/pointing/xml.ts";
import { cancelDate } from "../../src/activities/date-deeds.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { publish, withdraw } from "../../src/activities/publishing.ts";
import { noteAsked } from "../../src/activities/store.ts";
import { occurrencesOf } from "../../src/schedule/schedule.ts";
import type { ActivityFields } from "../../src/activities/activity.ts";
import { addOrganisation, contactOf, DAY, NOW, openTown, wholeFields } from "../world.ts";
import { pausesOf, schedules } from "../schedule/schedules.ts";
import { readCalendar, titlesOf } from "./reader.ts";

const db = openTown();
addOrganisation(db, "Viby Bibliotek");
const contact = contactOf(db, "viby-bibliotek");
const strik = put({ title: "Strik, <kaffe> & snak" });
const kor = put({
  title: "Kor",
  schedule: [{ weekday: "ons", start: "19:00", end: "21:00", from: "2026-09-01", until: "2027-05-31", weeks: "even" }],
});
const site = { name: "Fællesbro", siteUrl: "https://faellesbro.example", now: NOW };
const hits = [
  { id: strik, next: Date.parse("2026-11-24T09:00:00Z"), distance: null, by: "literal" as const },
  { id: kor, next: Date.parse("2026-11-25T18:00:00Z"), distance: null, by: "literal" as const },
];
let asked: SearchQuery | undefined;
const search = {
  search: (query: SearchQuery) => {
    asked = query;
    return Promise.resolve({
      total: hits.length,
      literal: hits.length,
      fitting: hits.length,
      unmet: [],
      byWordsAlone: true,
      page: 1,
      hits,
      facets: null,
      matched: [],
      engine: "embedded" as const,
    });
  },
};

describe("Somebody subscribes to a search as a calendar", () => {
  const window = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2028, 0, 1) };

  test("and a second reader of calendars understands every schedule over two years as the site shows it, clock changes and week 53 included", () => {
    fc.assert(
      fc.property(schedules, pausesOf, (schedule, pauses) => {
        const activity = {
          id: "k3v9",
          slug: "strik",
          title: "Strik",
          description: "",
          place: null,
          schedule,
          updatedAt: NOW,
          url: site.siteUrl,
          pauses,
        };
        const shown = occurrencesOf(schedule, window, pauses).map(({ start, end, cancelled }) => ({
          start,
          end,
          cancelled,
        }));
        expect(readCalendar(calendarOf([activity], { ...site, now: window.from }), window)).toEqual(shown);
      }),
      { numRuns: 100 },
    );
  });

  test("and sees series, a cancelled date and titles as they are, in both readers", async () => {
    cancelDate(db, contact, strik, Date.parse("2026-12-01T09:00:00Z"), NOW);
    const file = calendarOfSearch(db, await findToFollow(db, search, new URLSearchParams(), NOW), site);
    expect(
      readCalendar(file, { from: Date.parse("2026-11-24T00:00:00Z"), to: Date.parse("2026-12-03T00:00:00Z") }),
    ).toEqual([
      { start: Date.parse("2026-11-24T09:00:00Z"), end: Date.parse("2026-11-24T11:00:00Z"), cancelled: false },
      { start: Date.parse("2026-11-25T18:00:00Z"), end: Date.parse("2026-11-25T20:00:00Z"), cancelled: false },
      { start: Date.parse("2026-12-01T09:00:00Z"), end: Date.parse("2026-12-01T11:00:00Z"), cancelled: true },
    ]);
    expect(new Set(titlesOf(file))).toEqual(new Set(["Strik, <kaffe> & snak", "Aflyst: Strik, <kaffe> & snak", "Kor"]));
    expect(
      ICAL.Component.fromString(file)
        .getAllSubcomponents("vevent")
        .map((event) => event.getFirstPropertyValue("status"))
        .sort(),
    ).toEqual(["CANCELLED", "CONFIRMED", "CONFIRMED", "CONFIRMED"]);
  });

  test("and gets all activities of a town, by the parameters of the search", async () => {
    await findToFollow(db, search, new URLSearchParams("omraade=viby&side=7&sort=afstand"), NOW);
    expect(asked).toMatchObject({ omraade: ["viby"], side: 1, pageSize: MOST_SUBSCRIBED, sort: "dato", facets: false });
    expect(MOST_SUBSCRIBED).toBe(5000);
  });

  test("and is told again only when something has changed, or a day has passed", async () => {
    const found = await findToFollow(db, search, new URLSearchParams(), NOW);
    const tag = tagOf(db, found, NOW);
    const changed = lastChanged(db, NOW);
    const ask = (headers: Record<string, string>) =>
      hasIt(new Request(site.siteUrl, { headers }), tagOf(db, found, NOW), lastChanged(db, NOW));
    const { etag = "", "last-modified": date = "" } = freshness(tag, changed);
    expect(ask({ "if-none-match": etag })).toBe(true);
    expect(ask({ "if-none-match": `W/${etag}, "other"` })).toBe(true);
    expect(ask({ "if-none-match": '"other"', "if-modified-since": date })).toBe(false);
    expect(ask({ "if-modified-since": date })).toBe(true);
    expect(ask({ "if-modified-since": "no date" })).toBe(false);
    expect(ask({})).toBe(false);
    cancelDate(db, contact, strik, Date.parse("2026-12-08T09:00:00Z"), NOW);
    expect(ask({ "if-none-match": etag })).toBe(false);
    expect(tagOf(db, found, NOW + DAY)).not.toBe(tagOf(db, found, NOW));
    expect(lastChanged(db, NOW + DAY)).toBeGreaterThan(lastChanged(db, NOW));
  });
});

describe("A reader of news", () => {
  const feed = () => ({
    title: "Fællesbro: »kor«",
    page: `${site.siteUrl}/?q=kor&dag=tir`,
    self: `${site.siteUrl}/tavle.rss?q=kor&dag=tir`,
    updated: NOW,
    items: feedItems(db, hits, site.siteUrl),
  });

  test("sees what is new and when it is next", () => {
    const items = feedItems(db, hits, site.siteUrl);
    expect(items.map(({ title }) => title).sort()).toEqual(["Kor", "Strik, <kaffe> & snak"]);
    expect(items.find(({ id }) => id === kor)?.text).toBe(
      "Næste gang: onsdag den 25. november kl. 19–21 · Viby Bibliotek, Viby · Viby Bibliotek · Gratis",
    );
  });

  test("gets well-formed feeds, whatever a title holds", () => {
    for (const file of [rssOf(feed()), atomOf(feed())]) {
      expect(file).toContain("Strik, &lt;kaffe&gt; &amp; snak");
      expect(file).toContain("&lt;p dir=&quot;auto&quot;&gt;Næste gang: onsdag");
      expect(file).toContain("?q=kor&amp;dag=tir");
      expect(file.replaceAll(/&(amp|lt|gt|quot);/g, "")).not.toContain("&");
    }
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => !/[<>"\u0000-\u0008\uFFFE\uFFFF]/.test(xml(text))));
  });
});

describe("The map of the site for search engines", () => {
  test("holds what is on the board, its organisations, and nothing that has left", () => {
    const gone = put({ title: "Gammelt hold" });
    expect(sitemapOf(db, site.siteUrl)).toContain("/aktiviteter/gammelt-hold<");
    const unanswered = put({ title: "Hold uden svar" });
    withdraw(db, contact, gone, NOW);
    noteAsked(db, [{ id: unanswered, asks: 2, lapses: true }], NOW);
    const map = sitemapOf(db, site.siteUrl);
    expect(map).toContain("<loc>https://faellesbro.example/foreninger/viby-bibliotek</loc>");
    expect(map).toContain("/aktiviteter/kor</loc><lastmod>2026-11-24</lastmod>");
    expect(map).not.toContain("gammelt-hold");
    expect(map).not.toContain("hold-uden-svar");
  });
});

function put(changes: Partial<ActivityFields>): string {
  const { id } = createDraft(db, contact, "viby-bibliotek", wholeFields(changes), NOW);
  publish(db, contact, id, NOW);
  return id;
}
