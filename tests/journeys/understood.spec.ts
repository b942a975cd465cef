import { expect, expectNoAxeProblems, test } from "./support.ts";

test.describe("Whoever is in danger", () => {
  test("sees at once where to call, and nothing to do below", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("jeg vil ikke leve mere")}`);
    const lines = page.locator(".crisis-lines");
    await expect(lines.getByRole("link", { name: "70 201 201" })).toHaveAttribute("href", "tel:70201201");
    await expect(page).not.toHaveTitle(/leve/);
    await expect(page.locator("#forlad")).toBeVisible();
    await expect(page.locator("#resultater .card")).toHaveCount(0);
    await expect(page.locator("#kort")).toBeHidden();
    await expect(page.locator("#resultater a.help")).toHaveAttribute("href", "/hjaelp");
    await expectNoAxeProblems(page);
    await page.emulateMedia({ media: "print" });
    await expect(lines.getByText("70 201 201")).toBeVisible();
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
    await expect(page).not.toHaveTitle(/slår/);
    await page.locator(".crisis-lines").getByRole("link", { name: "Søg efter ordene alligevel" }).click();
    await expect(page).toHaveURL(/q=%22/);
    await expect(page.locator(".crisis-lines")).toHaveCount(0);
    await expect(page.locator("#kort")).toBeVisible();
  });

  test("leaves the page at once, also when it was found without a reload, and *back* shows nothing of it", async ({
    page,
  }) => {
    await page.route("https://www.dmi.dk/**", (route) => route.fulfill({ body: "vejret", contentType: "text/html" }));
    await page.goto("/?q=kaffe");
    await page.locator("#q").fill("min mand slår mig");
    await page.locator("#q").press("Enter");
    await page.locator("#forlad").click();
    await expect(page).toHaveURL(/dmi\.dk/);
    await page.goBack();
    await expect(page.locator(".crisis-lines")).toHaveCount(0);
  });
});

test.describe("Whoever writes in words of their own", () => {
  test("reads in Arabic, on a phone, that the activities are described in Danish", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`/?q=${encodeURIComponent("سباحة للنساء")}`);
    await expect(page.locator("#forstaaet p[lang=ar]")).toHaveAttribute("dir", "rtl");
    await expect(page.locator("#resultater > .cards")).toContainText(/svøm/i);
    await expectNoAxeProblems(page);
  });

  test("sees what only resembles it under a heading of its own, and may still say that it is missing", async ({
    page,
  }) => {
    await page.goto(`/?q=${encodeURIComponent("kærlighed")}`);
    const maybe = page.getByRole("region", { name: "Måske også" });
    await expect(maybe.locator(".card").first()).toBeVisible();
    await expect(page.locator("#resultater > .cards")).toHaveCount(0);
    await expect(page.locator("#resultater a.help")).toHaveAttribute("href", /fundet=0/);
    await expectNoAxeProblems(page);
  });

  test("finds what a bus goes to, and can strike it again", async ({ page }) => {
    await page.goto("/?q=strik+4A");
    const chip = page.locator("#forstaaet .chip", { hasText: "Bus 4A" });
    await expect(chip).toBeVisible();
    await chip.click();
    await expect(page).toHaveURL(/%224A%22/);
    await expect(page.locator("#forstaaet .chip")).toHaveCount(0);
  });

  test("is told which wish stands in the way when there is nothing", async ({ page }) => {
    await page.goto(`/?q=${encodeURIComponent("petanque om morgenen")}`);
    await expect(page.locator("p.missing")).toHaveText(/^Ingen petanque om morgenen\. Her er \d+ på andre tider\.$/);
    await expect(page.locator(".ways")).toContainText("om formiddagen");
  });
});
