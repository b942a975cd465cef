import type { Page } from "@playwright/test";
import { expect, test } from "./support.ts";

test.describe("Somebody who must not be seen reading", () => {
  for (const path of ["/hjaelp", "an activity about grief"]) {
    test(`leaves ${path} at once, and going back does not show it`, async ({ page }) => {
      await page.route("https://www.dmi.dk/**", (route) =>
        route.fulfill({ contentType: "text/html", body: "<h1>Vejret</h1>" }),
      );
      for (const leave of [
        () => page.getByRole("link", { name: "Forlad siden" }).click(),
        async () => {
          for (let n = 0; n < 3; n += 1) await page.keyboard.press("Escape");
        },
      ]) {
        await page.goto("/ugen");
        await goToSensitive(page, path);
        await leave();
        await expect(page.getByRole("heading", { name: "Vejret" })).toBeVisible();
        await page.goBack();
        await expect(page).not.toHaveURL(/hjaelp|aktiviteter/);
      }
    });
  }

  test("is not offered it where nothing is sensitive", async ({ page }) => {
    await page.goto("/?tema=motion&fakta=senior");
    await page.locator(".card .name a").first().click();
    await expect(page.getByRole("link", { name: "Forlad siden" })).toHaveCount(0);
  });
});

async function goToSensitive(page: Page, path: string): Promise<void> {
  if (path.startsWith("/")) return void (await page.goto(path));
  await page.goto("/?fakta=sorg");
  const address = (await page.locator(".card .name a").first().getAttribute("href")) ?? "";
  await page.goto("/ugen");
  await page.goto(address);
}
