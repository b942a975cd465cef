import { eq } from "drizzle-orm";
import { activities, shortlists, users } from "../../db/schema.ts";
import { pause } from "../../src/activities/publishing.ts";
import { NOW } from "../world.ts";
import { withDb } from "./database.ts";
import { expect, listOf, loginOf, test } from "./support.ts";

test.describe("A list that was handed over", () => {
  test("says that an activity holds a pause since", async ({ page }) => {
    const [title = ""] = await listOf(page, "/?omraade=trige-spoerring", 1);
    const list = page.url();
    const slug = (await page.locator(".shown h2 a").first().getAttribute("href"))?.split("/").at(-1) ?? "";
    withDb((db) => {
      const editor = db
        .select()
        .from(users)
        .where(eq(users.email, loginOf("editor").email))
        .get();
      const activity = db.select({ id: activities.id }).from(activities).where(eq(activities.slug, slug)).get();
      pause(db, { ...editor!, memberships: [{ role: "editor", scope: "" }] }, activity!.id, NOW);
    });
    await page.goto(list.replace("/liste/", "/l/"));
    await expect(page).toHaveURL(list);
    await expect(page.locator(".shown li", { hasText: title })).toContainText("Holder pause");
    await page.goto(`${list}/hoejt`);
    await expect(page.getByText("Det holder pause lige nu.")).toBeVisible();
  });

  test("is found by its code, as somebody says it on the phone", async ({ page }) => {
    await listOf(page, "/?omraade=viby", 1);
    const code = (await page.locator("strong.code").textContent()) ?? "";
    await page.goto("/liste");
    await page.getByLabel("Skriv koden").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Åbn listen" }).click();
    await expect(page.locator(".shown > li")).toHaveCount(1);
  });

  test("says kindly when it is too old, or never was, and shows a way on", async ({ page }) => {
    await listOf(page, "/?omraade=viby", 1);
    const list = page.url();
    withDb((db) =>
      db
        .update(shortlists)
        .set({ expiresAt: NOW - 1 })
        .where(eq(shortlists.code, list.split("/").at(-1) ?? ""))
        .run(),
    );
    for (const [address, status] of [
      [list, 410],
      [`${list}/ark`, 410],
      ["/liste/22222222", 404],
    ] as const) {
      expect((await page.goto(address))?.status()).toBe(status);
      await expect(page.getByRole("link", { name: "Find flere" })).toBeVisible();
    }
  });

  test("asks for a tick when there is none, and leads back to the search", async ({ page }) => {
    await page.goto("/?tema=mad");
    await page.getByRole("button", { name: "Lav en liste af det valgte" }).click();
    await expect(page.getByRole("alert")).toContainText("Tryk på »Gem«");
    await page.getByRole("link", { name: "Tilbage til søgningen" }).click();
    await expect(page).toHaveURL(/tema=mad/);
  });
});

test.describe("A citizen's own list", () => {
  test("stays in the browser over searches and pages, until it is shared", async ({ page }) => {
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    await page.goto("/?omraade=viby");
    await page.locator(".pick input").first().check();
    await page.goto("/?tema=musik");
    await page.locator(".card .name a").first().click();
    await page.getByRole("button", { name: "Gem", exact: true }).click();
    await page.getByRole("link", { name: "Min liste (2)" }).first().click();
    await expect(page.locator(".mine li")).toHaveCount(2);
    await page.reload();
    await page
      .getByRole("button", { name: /^Tag af listen/ })
      .first()
      .click();
    await expect(page.locator(".mine li")).toHaveCount(1);
    expect(posts).toEqual([]);
    await page.getByRole("button", { name: "Del eller print listen" }).click();
    await expect(page.locator(".shown > li")).toHaveCount(1);
    expect(posts).toHaveLength(1);
  });

  test("without JavaScript is explained, and ticking still works", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
    const page = await context.newPage();
    await page.goto("/liste");
    await expect(page.locator("noscript p")).toBeVisible();
    await context.close();
  });
});
