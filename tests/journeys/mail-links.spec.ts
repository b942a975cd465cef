import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OpenDb } from "../../db/client.ts";
import { monthlyToken } from "../../src/upkeep/monthly.ts";
import { keepSeason } from "../../src/jobs/season.ts";
import { readKeys } from "../../src/shared/seal.ts";
import { DAY, NOW } from "../world.ts";
import { withDb } from "./database.ts";
import { askForHostLink, type Hit, linkIn, mailAbout, ofTheLibrary, sayComing, welcomeArrivals } from "./library.ts";
import { expect, expectNoAxeProblems, loginOf, signInAs, test } from "./support.ts";

const dataDir = process.env["E2E_DATA_DIR"] ?? "";

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a tovholder calls next Tuesday off from a mail, moves another day, and takes it back, without signing in", async ({
    page,
    request,
  }) => {
    const activity = await ofTheLibrary(request, 0, "&dag=tir");
    await askForHostLink(page, activity);
    await page.goto(linkIn(await mailAbout("host-link", activity)));
    const callOff = page.getByRole("button", { name: /^Aflys .*tirsdag/ }).first();
    const date =
      /tirsdag den \d+\. [a-z]+/.exec((await callOff.getAttribute("aria-label")) ?? (await callOff.innerText()))?.[0] ??
      "";
    const day = page.locator(".days li", { hasText: date });
    await callOff.click();
    await expect(page.getByRole("status")).toContainText("aflyst");
    await expect(day.locator(".tag.alert")).toBeVisible();
    const shown = await (await request.get(`/aktiviteter/${activity.slug}`)).text();
    expect(shown).toContain("Aflyst");

    await page.getByRole("button", { name: "Fortryd", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("fortrudt");
    await expect(day.locator(".tag.alert")).toHaveCount(0);

    const first = page.locator(".days li", { hasNot: page.locator(".tag.alert") }).nth(1);
    await first.getByText("Flyt", { exact: true }).click();
    await first.getByLabel("Ny dag").fill("2026-01-01");
    await first.getByRole("button", { name: "Flyt dagen" }).click();
    await expect(page.getByRole("alert")).toContainText("Den dag er gået");
    await expect(page.getByLabel("Ny dag").locator("visible=true")).toHaveValue("2026-01-01");
    await page.getByLabel("Ny dag").locator("visible=true").fill("2026-12-23");
    await page.getByRole("button", { name: "Flyt dagen" }).locator("visible=true").click();
    await expect(page.getByRole("status")).toContainText("flyttet");
    await expect(page.locator(".days")).toContainText("23. december");
  });

  test("a scanner that opens every link of every mail changes nothing", async ({ page, request, baseURL }) => {
    test.slow();
    const activity = await ofTheLibrary(request, 1);
    await welcomeArrivals(page, activity);
    await askForHostLink(page, activity);
    await sayComing(page, activity, "Bodil");
    const coming = new URL(page.url()).pathname;
    await page.goto(`/aktiviteter/${activity.slug}`);
    await page.getByLabel("Dit spørgsmål").fill("Hvor mange kommer der?");
    await page.getByRole("button", { name: "Spørg", exact: true }).click();
    await page.getByText("Er noget forkert?").click();
    await page.getByLabel("Nummeret virker ikke").check();
    await page.getByRole("button", { name: "Send besked" }).click();
    await expect(page.getByRole("status")).toContainText("har fået besked");
    for (const kind of ["host-link", "arrival", "question", "report"]) await mailAbout(kind, activity);

    const mails = readdirSync(join(dataDir, "mails")).filter((name) => name.endsWith(".eml"));
    const links = mails.flatMap(
      (name) => readFileSync(join(dataDir, "mails", name), "utf8").match(/https?:\/\/\S+/g) ?? [],
    );
    expect(links.filter((link) => link.includes("/b/")).length).toBeGreaterThan(5);
    const before = withDb((db) => kept(db, activity.id));
    for (const link of new Set([...links, `${baseURL}${coming}`])) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await fetch(link.replace(/^https?:\/\/[^/]+/, baseURL ?? ""), { method, redirect: "follow" });
        expect(answer.status, `${method} ${link}`).toBeLessThan(500);
        if (/\/(b|kommer)\//.test(link)) expect(answer.headers.get("cache-control")).toContain("no-store");
      }
    }
    expect(withDb((db) => kept(db, activity.id))).toEqual(before);
  });

  test("what nobody confirms leaves the board, and is back with one tap from the mail", async ({ page, request }) => {
    const activity = await ofTheLibrary(request, 2);
    const found = async () =>
      (await request.get(`/api/aktiviteter?q=${encodeURIComponent(activity.title)}`))
        .json()
        .then(({ hits }: { hits: Hit[] }) => hits.some(({ id }) => id === activity.id));
    expect(await found()).toBe(true);
    const keys = readKeys(readFileSync(join(dataDir, "case-keys"), "utf8").trim());
    await withDb((db) => {
      db.$client
        .prepare(
          "UPDATE activities SET confirmed_at = '2026-01-10', confirm_asks = 3, confirm_asked_at = ? WHERE id = ?",
        )
        .run(NOW - 29 * DAY, activity.id);
      return keepSeason(db, { keys, siteUrl: "http://localhost" }, NOW);
    });
    await expect.poll(found).toBe(false);
    await page.goto(`/aktiviteter/${activity.slug}`);
    await expect(page.locator("[data-doubted]")).toContainText("taget ned");

    // Any mail that goes out takes the waiting ones along.
    await askForHostLink(page, await ofTheLibrary(request, 3));
    await page.goto(linkIn(await mailAbout("off-the-board", activity)));
    await expect(page.locator("main")).toContainText(activity.title);
    await page.getByRole("button", { name: "Ja, det passer stadig" }).click();
    await expect(page.getByRole("status")).toContainText("Tak");
    await expect.poll(found).toBe(true);
    await page.goto(`/aktiviteter/${activity.slug}`);
    await expect(page.locator("main")).toContainText("Bekræftet 24. november");

    await signInAs(page, "contact");
    await page.goto(`/forening/aktivitet/${activity.id}/historik`);
    await expect(page.locator(".changes li").first()).toContainText("Bekræftet");
    await expect(page.locator(".changes li").nth(1)).toContainText("Taget af tavlen");
  });
});

test("a contact says no to the monthly mail from its link, and yes again at her own desk", async ({
  page,
  request,
}) => {
  await signInAs(page, "contact");
  const keys = readKeys(readFileSync(join(dataDir, "case-keys"), "utf8").trim());
  const [lis] = withDb((db) =>
    db.$client.prepare("SELECT id FROM users WHERE email = ?").all(loginOf("contact").email),
  ) as { id: string }[];
  const link = `/maanedsmail/${monthlyToken(keys, lis?.id ?? "")}`;
  await request.get(link);
  await page.goto(link);
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: "Nej tak til mailen" }).click();
  await expect(page.getByText("Du har sagt nej tak")).toBeVisible();
  await page.goto("/forening");
  await page.getByRole("button", { name: "Send mig den igen" }).click();
  await expect(page.getByRole("button", { name: "Nej tak til mailen" })).toBeVisible();
  expect((await request.get("/maanedsmail/noget-andet")).status()).toBe(404);
});

/**
 * Everything that a link could have changed of one activity, and the links to accounts. Views are counted without
 * persons, later.
 */
function kept(db: OpenDb, id: string): unknown {
  const rows = (table: string, column: string) =>
    db.$client.prepare(`SELECT * FROM ${table} WHERE ${column} = ? ORDER BY rowid`).all(id);
  return {
    activity: rows("activities", "id"),
    occurrences: db.$client.prepare("SELECT * FROM occurrences WHERE activity_id = ? ORDER BY start").all(id),
    versions: rows("activity_versions", "activity_id"),
    questions: rows("questions", "activity_id"),
    reports: rows("reports", "activity_id"),
    arrivals: rows("arrivals", "activity_id"),
    links: rows("activity_links", "activity_id"),
  };
}
