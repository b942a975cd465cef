import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { themes } from "../../db/schema.ts";
import { eventData } from "../../src/pointing/event-data.ts";
import { openLettering, wrapped } from "../../src/pointing/lettering.ts";
import { FACES, previewPicture, previewSvg } from "../../src/pointing/preview.ts";
import { type ActivityPage, activityPage } from "../../src/board/activity-page.ts";
import { type Hue, HUE_SLUGS, HUES } from "../../src/shared/hues.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { publish } from "../../src/activities/publishing.ts";
import type { ActivityFields } from "../../src/activities/activity.ts";
import { addOrganisation, contactOf, NOW, openTown, wholeFields } from "../world.ts";
import { ROOT } from "../harness/root.ts";

const lettering = openLettering(FACES.map((face) => join(ROOT, face)));
const db = openTown();
addOrganisation(db, "Viby Bibliotek");
const site = "https://faellesbro.example";
const LONG =
  "Fællesspisning for enlige forældre og deres børn i Gellerup, Åbyhøj og på Trøjborg, og for alle andre, som har lyst";

describe("The picture of a shared link", () => {
  test.each([
    "Kor",
    "Strikkecafé for alle",
    LONG,
    "Æ".repeat(120),
    "<script>&amp;",
    "日本 🎉",
    "Українська кава",
    "سباحة للنساء",
    "Spotkanie: łóżko i źródło",
  ])("holds the title %s within its frame, drawn as outlines that need no fonts", async (title) => {
    const svg = previewSvg(page({ title }), lettering);
    expect(svg).not.toMatch(/<text|font-family|<script/);
    const picture = sharp(await previewPicture(page({ title }), lettering));
    expect(await picture.metadata()).toMatchObject({ format: "png", width: 1200, height: 630 });
    const inkIn = async (left: number, top: number, width: number, height: number) =>
      (await sharp(await picture.clone().extract({ left, top, width, height }).png().toBuffer()).stats()).entropy;
    expect(await inkIn(1140, 0, 60, 630)).toBe(0);
    expect(await inkIn(96, 100, 600, 260)).toBeGreaterThan(0.1);
  });

  test("has the colours that the pages have in the light", () => {
    const css = readFileSync(join(ROOT, "src/layouts/tokens.css"), "utf8");
    const light = css.slice(0, css.indexOf("prefers-color-scheme: dark"));
    const hues = [...css.slice(0, css.lastIndexOf("@media")).matchAll(/\.hue-([a-z]+) \{ --hue: (#[0-9a-f]{6})/g)];
    expect(hues.length).toBe(HUE_SLUGS.length);
    for (const [, hue, colour] of hues) {
      const theme = { slug: "spil", name: "Spil", hue: hue as Hue };
      expect(previewSvg({ ...page({}), theme }, lettering), hue).toContain(`fill="${colour}"`);
    }
    for (const name of ["paper", "ink", "water", "brick"]) {
      const colour = new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(light)?.[1];
      expect(previewSvg(page({}), lettering), name).toContain(`"${colour}"`);
    }
  });

  test("has at its edge and in the name of its theme the colour of its first theme, and no other's", () => {
    const palette = new Map<Hue, string>(HUES.map(({ slug, light }) => [slug, light]));
    const drawn = (svg: string) =>
      [...svg.matchAll(/"(#[0-9a-f]{6})"/g)]
        .map(([, colour = ""]) => colour)
        .filter((one) => [...palette.values()].includes(one));
    for (const { slug, hue } of db.select().from(themes).all()) {
      const svg = previewSvg(page({ themes: [...new Set([slug, "samvaer"])] }), lettering);
      expect(drawn(svg), slug).toEqual(Array(3).fill(palette.get(hue)));
      expect(edgeOf(svg), slug).toBe(palette.get(hue));
    }
    const without = previewSvg({ ...page({}), theme: null }, lettering);
    expect(drawn(without)).toEqual([]);
    expect(edgeOf(without), "water").toBe("#0a5a63");
  });

  test("breaks long words and ends what is too long in three dots", () => {
    const lines = wrapped(lettering, LONG, 84, 1000, 3);
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of [...lines, ...wrapped(lettering, "a".repeat(200), 84, 1000, 9)])
      expect(lettering.width(line, 84)).toBeLessThanOrEqual(1000);
  });
});

describe("What search engines read", () => {
  test("tells each coming date, and says which is cancelled", () => {
    const activity = page({});
    activity.dates[1]!.cancelled = true;
    const { "@graph": events } = JSON.parse(eventData(activity, site)) as { "@graph": Record<string, unknown>[] };
    expect(events).toHaveLength(8);
    expect(events[0]).toMatchObject({
      "@type": "Event",
      startDate: "2026-11-24T09:00:00Z",
      eventStatus: "https://schema.org/EventScheduled",
      isAccessibleForFree: true,
      image: `${site}/billede/${activity.slug}.png`,
    });
    expect(events[1]).toMatchObject({ eventStatus: "https://schema.org/EventCancelled" });
  });

  test("never tells a contact or where a private home is, and cannot end its script", () => {
    const data = eventData(
      page({
        privatePlace: true,
        address: "Hemmelig Vej 1",
        placeName: "Hos Per",
        contactName: "Perlehøne",
        contactPhone: "12345678",
        contactEmail: "per@eksempel.dk",
        summary: "</script><script>alert(1)</script>",
      }),
      site,
    );
    for (const secret of ["Hemmelig", "Hos Per", "Perlehøne", "12345678", "per@", "56.1262", "</script"])
      expect(data).not.toContain(secret);
    expect(JSON.parse(data)).toBeTruthy();
  });
});

/** The colour of the stripe to the left. */
function edgeOf(svg: string): string | undefined {
  return /<rect width="32"[^>]* fill="(#[0-9a-f]{6})"/.exec(svg)?.[1];
}

function page(changes: Partial<ActivityFields>): ActivityPage {
  const contact = contactOf(db, "viby-bibliotek");
  const { id, slug } = createDraft(db, contact, "viby-bibliotek", wholeFields(changes), NOW);
  publish(db, contact, id, NOW);
  return activityPage(db, slug, NOW)!;
}
