import type { Page } from "@playwright/test";
import { casework } from "../../src/texts/casework.ts";
import { figuresOutTexts, figureTexts as texts } from "../../src/texts/figures.ts";
import { newPerson, type Person, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, ownPhone, test, uniqueTitle } from "./support.ts";

const WIDTHS = [1400, 360];

/** A brobygger who has written somebody up, so that there is something to count. */
async function withCase(page: Page, name: string): Promise<Person> {
  const person = await newPerson(name, "brobygger");
  await signIn(page, person);
  await page.goto("/brobygger/ny");
  await page.getByText(casework.doorChoices.phone, { exact: true }).click();
  await page.getByLabel(casework.name).fill(uniqueTitle("T").replace(" ", ""));
  await page.getByLabel(casework.phone).fill(ownPhone());
  await page.getByLabel(casework.saidYes).check();
  await page.getByRole("button", { name: casework.registerSend }).click();
  await expect(page).toHaveURL(/\/brobygger\/sag\//);
  return person;
}

async function expectGoodAtAllWidths(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoAxeProblems(page);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, `at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1400, height: 900 });
}

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a lead sees the numbers, chooses the months, and takes them out as a sheet", async ({ page, context }) => {
    await withCase(page, "Tage Talmand");
    await context.clearCookies();
    await signIn(page, await newPerson("Tilde Talleder", "lead"));
    await page.goto("/brobygger");
    await page.getByRole("link", { name: texts.nav, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Tal for");
    const took = page.locator("section.plot", { hasText: texts.tables.brobyggere.title });
    await took.locator("summary").click();
    await expect(took.getByRole("row", { name: /Tage Talmand/ })).toHaveText(/Tage Talmand\s*\d+/);

    const months = page.getByLabel(texts.from).locator("option");
    await page.getByLabel(texts.from).selectOption(await months.nth(0).getAttribute("value"));
    await page.getByRole("button", { name: texts.show }).click();
    await expect(page).toHaveURL(/til=/);
    const asked = new URL(page.url()).searchParams;
    expect(asked.get("fra")).toBe(asked.get("til"));
    await expect(took.locator("summary")).toBeVisible();

    const sheet = await page.getByRole("link", { name: texts.sheet }).getAttribute("href");
    const answer = await page.request.get(sheet ?? "");
    expect(answer.headers()["content-type"]).toBe("text/csv; charset=utf-8");
    expect(await answer.text()).toContain("Tage Talmand");
    const lines = await page.request.get(
      (await page.getByRole("link", { name: texts.rowSheet }).getAttribute("href")) ?? "",
    );
    expect(await lines.text()).toContain("Tage Talmand");
    expect((await page.request.get("/brobygger/tal.csv?fra=2026-99")).status()).toBe(400);
    expect((await page.request.get("/brobygger/tal.csv?hold=et-andet")).status()).toBe(403);
    await page.goto("/brobygger/tal?fra=2099-01");
    await expect(page.getByRole("alert")).toHaveText(texts.badSpan);
  });

  test("what may leave is of a whole quarter, has nothing under five, and is a sheet too", async ({ page }) => {
    await signIn(page, await newPerson("Tora Talleder", "lead"));
    await page.goto("/brobygger/tal");
    await page.getByRole("link", { name: texts.out }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(figuresOutTexts.title);
    const quarter = await page.getByLabel(figuresOutTexts.choose).locator("option").nth(1).getAttribute("value");
    await page.getByLabel(figuresOutTexts.choose).selectOption(quarter);
    await page.getByRole("button", { name: figuresOutTexts.show }).click();
    await expect(page).toHaveURL(new RegExp(`periode=${quarter}`));
    await expect(page.getByRole("heading", { name: texts.tables.doors.title })).toBeVisible();
    for (const cell of await page.locator(".counts td").allTextContents())
      expect(cell.trim()).toMatch(/^(skjult|0|[5-9]|\d\d+)$/);
    const sheet = await page.request.get(
      (await page.getByRole("link", { name: figuresOutTexts.sheet }).getAttribute("href")) ?? "",
    );
    expect(await sheet.text()).not.toMatch(/;[1-4];/);
    const thisYear = quarter?.slice(0, 4) ?? "";
    expect((await page.request.get(`/brobygger/tal/ud.csv?periode=${thisYear}-07`)).status()).toBe(400);
    await page.goto("/brobygger/tal/ud?periode=2099");
    await expect(page.getByRole("alert")).toHaveText(figuresOutTexts.badPeriod);
  });
});

test("A brobygger sees herself by name, and of colleagues only what they are together", async ({ page, context }) => {
  await withCase(page, "Thor Talmand");
  await context.clearCookies();
  await withCase(page, "Tea Talkone");
  await page.goto("/brobygger/tal");
  await expect(page.locator("main")).toContainText("Tea Talkone");
  await expect(page.locator("main")).not.toContainText("Thor Talmand");
  for (const address of ["/brobygger/tal.csv", "/brobygger/tal/linjer.csv"]) {
    const sheet = await (await page.request.get(address)).text();
    expect(sheet).toContain("Tea Talkone");
    expect(sheet).not.toContain("Thor Talmand");
  }
});

test("The numbers can be read on a phone and on a large screen, in light and in dark", async ({ page }) => {
  await signIn(page, await newPerson("Tyra Talleder", "lead"));
  await page.goto("/brobygger/tal");
  await expectGoodAtAllWidths(page);
  for (const summary of await page.locator(".plot summary").all()) await summary.click();
  await expectGoodAtAllWidths(page);
  await page.goto("/brobygger/tal/ud");
  await expectGoodAtAllWidths(page);
});

test("Nobody else sees the numbers: an association is refused", async ({ page }) => {
  await signIn(page, await newPerson("Tove Talløs", "contact"));
  for (const address of ["/brobygger/tal", "/brobygger/tal.csv", "/brobygger/tal/linjer.csv", "/brobygger/tal/ud"])
    expect((await page.request.get(address)).status()).toBe(403);
});
