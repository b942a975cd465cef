import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { eq, like } from "drizzle-orm";
import type { Page } from "@playwright/test";
import type { OpenDb } from "../../db/client.ts";
import { activities, calendarSources, organisations } from "../../db/schema.ts";
import { readCalendar } from "../../src/exchange/calendar-import.ts";
import { ringOf } from "../../src/keys/ring.ts";
import { isPublicAddress } from "../../src/exchange/addresses.ts";
import { fetchCalendars } from "../../src/jobs/fetch-calendars.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { newId } from "../../src/shared/ids.ts";
import { DAY } from "../../src/shared/time.ts";
import { contact } from "../../src/texts/contact.ts";
import { takingIn } from "../../src/texts/exchange.ts";
import { notices } from "../../src/texts/notices.ts";
import { onPage } from "../../src/texts/upkeep.ts";
import { calendar } from "../exchange/support.ts";
import { withDb } from "./database.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

const NOW = Date.parse("2026-11-24T08:00:00Z");
const WORDS = "DESCRIPTION:Kom som du er. Det er gratis. Kontakt Lis på 12 34 56 78.";
const PLACE = "LOCATION:Viby Bibliotek\\, Skanderborgvej 170\\, 8260 Viby J";

test("A contact follows a calendar for three weeks: what is called off, moved or gone there shows on the board @phone", async ({
  page,
}) => {
  const [title, other, unwanted] = [uniqueTitle("Strik"), uniqueTitle("Sang"), uniqueTitle("Bestyrelse")];
  const tuesdays = (...lines: string[]) => weekly("a@b", title, "20260901T100000", "20260901T120000", lines);
  const thursdays = weekly("b@b", other, "20260903T190000", "20260903T210000");
  const board = weekly("c@b", unwanted, "20260902T190000", "20260902T210000");
  const past = Array.from({ length: 12 }, (_, n) => [
    `UID:slut${n}@b`,
    `SUMMARY:Slut ${n} ${title}`,
    "DTSTART:20250301T100000",
  ]);

  await signInAs(page, "contact");
  await page.goto("/forening/hent/kalender");
  await page.getByText(takingIn.guides[0]!.name, { exact: true }).click();
  await expect(page.getByText(takingIn.guides[0]!.steps[2]!)).toBeVisible();
  await page.setInputFiles("input[type=file]", {
    name: "kalender.ics",
    mimeType: "text/calendar",
    buffer: calendar(tuesdays(), thursdays, board, ...past),
  });
  await page.getByRole("button", { name: takingIn.calendarButton }).click();
  await page.waitForURL(/se=ja/);
  await expect(page.getByText(takingIn.over(12))).toBeVisible();
  await page.getByLabel(`${takingIn.wanted}: ${unwanted}`).uncheck();
  await expectNoAxeProblems(page);
  await expectNothingSideways(page);
  await page.getByLabel(contact.themes).selectOption({ index: 1 });
  await page.getByRole("button", { name: takingIn.confirm }).click();
  await expect(page.getByText(takingIn.done)).toBeVisible();

  await page.goto("/forening");
  await expect(page.getByText(unwanted)).toHaveCount(0);
  await expectNothingSideways(page);
  await page.getByRole("button", { name: contact.publishReady }).click();
  await expect(page.getByText(notices["alle-udgivet"])).toBeVisible();
  const address = withDb(
    (db) => `/aktiviteter/${db.select().from(activities).where(eq(activities.title, title)).get()?.slug}`,
  );

  const called = [
    "UID:a@b",
    `SUMMARY:AFLYST: ${title}`,
    "RECURRENCE-ID:20261201",
    "DTSTART:20261201T100000",
    "DTEND:20261201T120000",
  ];
  await week(1, calendar(tuesdays(), called, thursdays, board));
  await page.goto(address);
  await expect(page.locator(".dates s").first()).toContainText("1. december");
  expect(stored(unwanted)).toEqual([]);

  await week(2, calendar(thursdays, board));
  await page.goto(address);
  await expect(page.getByText(onPage.goneFromCalendar)).toBeVisible();
  await expectNothingSideways(page);
  await page.goto("/forening");
  await expect(page.getByText(contact.warnings.gone).first()).toBeVisible();

  const later = weekly("a_R20261208T090000@b", title, "20261210T140000", "20261210T160000");
  await week(3, calendar(tuesdays("RRULE:FREQ=WEEKLY;UNTIL=20261207T225959Z"), later, thursdays, board));
  await page.goto(address);
  await expect(page.getByText(onPage.goneFromCalendar)).toHaveCount(0);
  await expect(page.locator(".dates")).toContainText("17. december kl. 14–16");
  await expectNothingSideways(page);
  expect(stored(title)).toHaveLength(1);
});

function weekly(uid: string, title: string, start: string, end: string, lines: string[] = []): string[] {
  const rule = lines.length > 0 ? lines : ["RRULE:FREQ=WEEKLY"];
  return [`UID:${uid}`, `SUMMARY:${title}`, `DTSTART:${start}`, `DTEND:${end}`, WORDS, PLACE, ...rule];
}

function stored(title: string): unknown[] {
  return withDb((db) =>
    db
      .select()
      .from(activities)
      .where(like(activities.title, `${title}%`))
      .all(),
  );
}

/** What the job does that many weeks on: the calendar lies on this machine, which no site may ask but this test. */
async function week(weeks: number, file: Buffer): Promise<void> {
  const server = createServer((_, response) => response.end(file));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://kalender.example:${(server.address() as AddressInfo).port}/kalender.ics`;
  const keys = ringOf({ dataDir: process.env["E2E_DATA_DIR"] ?? "", caseKeys: undefined });
  if (!keys) throw new Error("the site has no keys yet");
  await withDb(async (db) => {
    const now = NOW + weeks * 7 * DAY;
    const id = sourceOf(db, url);
    await fetchCalendars(
      db,
      { keys, siteUrl: "http://127.0.0.1" },
      async (asked) => readCalendar(asked.file, asked.organisationId, vocabularyOf(db), asked.now),
      now,
      {
        resolve: async () => ["127.0.0.1"],
        isAllowed: (one) => one === "127.0.0.1" || isPublicAddress(one),
        timeoutMs: 5000,
      },
    );
    expect(db.select().from(calendarSources).where(eq(calendarSources.id, id)).get()).toMatchObject({
      lastError: null,
    });
  });
  server.close();
}

/** The address as it is kept when a calendar was handed in by it and one thing unticked. */
function sourceOf(db: OpenDb, url: string): string {
  const organisationId =
    db.select().from(organisations).where(eq(organisations.name, "Viby Bibliotek")).get()?.id ?? "";
  const kept = db.select().from(calendarSources).where(eq(calendarSources.organisationId, organisationId)).get();
  const id = kept?.id ?? newId();
  const leftOut = [`ics:${organisationId}:c@b`];
  if (kept) db.update(calendarSources).set({ url }).where(eq(calendarSources.id, id)).run();
  else db.insert(calendarSources).values({ id, organisationId, url, leftOut, createdAt: NOW }).run();
  return id;
}

async function expectNothingSideways(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
}
