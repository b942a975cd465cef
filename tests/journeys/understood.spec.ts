import { expect, expectNoAxeProblems, test } from "./support.ts";

test.describe("Whoever is in danger", () => {
  test("sees at once where to call, and nothing to do below", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("jeg vil ikke leve mere")}`);
    const lines = page.locator(".crisis-lines");
    await expect(lines.getByRole("link", { name: "70 201 201" })).toHaveAttribute("href", "tel:70201201");
    await expect(page.locator("#resultater .card")).toHaveCount(0);
    await expect(page.locator("#resultater a.help")).toHaveAttribute("href", "/hjaelp");
    await expectNoAxeProblems(page);
  });

  test("reads it in Arabic, from right to left", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("أريد أن أموت")}`);
    await expect(page.locator(".crisis-lines")).toHaveAttribute("lang", "ar");
    await expect(page.locator(".crisis-lines")).toHaveAttribute("dir", "rtl");
    await expectNoAxeProblems(page);
  });

  test("sees it while searching without a reload, too, and can search for the words anyway", async ({ page }) => {
    await page.goto("/?q=kaffe");
    await page.locator("#q").fill("min mand slår mig");
    await page.locator("#q").press("Enter");
    await expect(page.locator(".crisis-lines").getByRole("link", { name: "1888" })).toBeVisible();
    await page.locator(".crisis-lines").getByRole("link", { name: "Søg efter ordene alligevel" }).click();
    await expect(page).toHaveURL(/q=%22/);
    await expect(page.locator(".crisis-lines")).toHaveCount(0);
  });
});
