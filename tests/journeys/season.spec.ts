import type { Page } from "@playwright/test";
import { contact } from "../../src/texts/contact.ts";
import { standingNames, standingSaid } from "../../src/texts/standing.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

const inList = (page: Page, title: string) => page.locator(".queue > li", { hasText: title });

test.describe("A contact with an hour a month", () => {
  test("holds free at Christmas: 24 December is not offered, on the page nor in a calendar @phone", async ({
    page,
  }) => {
    await startNew(page);
    await fillIn(page, uniqueTitle(), "tor");
    await page.getByLabel(contact.pauseKinds.christmas).check();
    await expectNoAxeProblems(page);
    await page.getByRole("button", { name: contact.saveAndSee }).click();
    await expect(page.locator(".understood")).toContainText("Holder fri fra 23. december til 1. januar");
    const december = page.getByRole("table", { name: contact.monthCalendar("december 2026") });
    await expect(december.locator("td.on b")).toHaveText(["3", "10", "17"]);
    await expectNoAxeProblems(page);
    await page.getByRole("button", { name: contact.publish, exact: true }).click();
    await page.getByRole("link", { name: contact.openPublic }).click();
    await expect(page.locator(".dates li").first()).toContainText("26. november");
    await expect(page.locator(".dates")).toContainText("17. december");
    await expect(page.locator(".dates")).not.toContainText("24. december");
    await expect(page.locator("main")).toContainText("Holder fri fra 23. december");
    const calendar = await (await page.request.get(`${new URL(page.url()).pathname}.ics`)).text();
    expect(calendar).toContain("20261224T");
    expect(calendar).toMatch(/EXDATE[^\r]*20261224T/);
  });

  test("writes one off from another: a draft with the same in it", async ({ page }) => {
    const title = uniqueTitle();
    await startNew(page);
    await fillIn(page, title);
    await page.getByRole("button", { name: contact.saveAndSee }).click();
    await page.goto("/forening");
    await page.getByRole("button", { name: contact.cloneOf(title) }).click();
    await expect(page.getByLabel(contact.title)).toHaveValue(title);
    await expect(page.locator("[name=w0day]")).toHaveValue("tir");
    await expect(page.getByLabel(contact.contactName)).toHaveValue("Lis");
    await page.goto("/forening");
    const own = page.locator(".own > li", { hasText: title });
    await expect(own).toHaveCount(2);
    await expect(own.last()).toContainText(standingNames.draft);
    await page.goto("/forening/ny");
    await page.getByRole("button", { name: contact.likeLast }).click();
    await expect(page.getByLabel(contact.contactName)).toHaveValue("Lis");
    await expect(page.locator("[name=postcode]")).toHaveValue("8260");
    await expect(page.getByLabel(contact.title)).toHaveValue("");
  });

  test("renews a season of five with one button, and sees each line before", async ({ page }) => {
    test.slow();
    const title = uniqueTitle();
    await startNew(page);
    await fillIn(page, title);
    await page.getByText(contact.more, { exact: true }).first().click();
    await page.locator("[name=w0until]").fill("2026-12-15");
    await page.getByRole("button", { name: contact.saveAndSee }).click();
    await page.getByRole("button", { name: contact.publish, exact: true }).click();
    const first = page.url();
    for (let copy = 0; copy < 4; copy++) {
      await page.goto(first);
      await page.getByRole("button", { name: contact.clone }).click();
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await page.getByRole("button", { name: contact.publish, exact: true }).click();
      await expect(page.locator("#status")).toHaveText(standingSaid.on);
    }
    await page.goto("/forening");
    await page.getByRole("link", { name: contact.season, exact: true }).last().click();
    await expect(page.getByLabel(contact.seasonFirst)).toHaveValue("2027-01-01");
    for (const box of await page.locator("[name=aktivitet]").all()) await box.uncheck();
    for (const row of await inList(page, title).all()) await row.getByRole("checkbox").check();
    await expect(inList(page, title)).toHaveCount(5);
    await expect(inList(page, title).first()).toContainText("hver tirsdag kl. 10–12 fra 5. januar");
    await page.getByLabel(contact.seasonLast).fill("2027-04-30");
    await page.getByRole("button", { name: contact.seasonPublish }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(inList(page, title).first()).toContainText("til og med 30. april");
    await expectNoAxeProblems(page);
    await page.getByRole("button", { name: contact.seasonPublish }).click();
    await expect(inList(page, title)).toHaveCount(5);
    await page.goto("/forening/saeson");
    await expect(inList(page, title)).toHaveCount(0);
  });

  test("gets back what was typed after a closed tab and a lost connection, and may begin again", async ({
    page,
    context,
  }) => {
    const title = uniqueTitle();
    await startNew(page);
    const kept = page.waitForResponse(
      (response) => response.url().endsWith("/api/kladde") && response.status() === 204,
    );
    await page.getByLabel(contact.title).fill(title);
    await kept;
    await context.setOffline(true);
    await page.getByLabel(contact.contactName).fill("Lis uden net");
    await expect(page.locator("[data-unfinished-lost]")).toHaveText(contact.unfinished.lost, { timeout: 10_000 });
    await page.close();
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto("/forening/ny");
    await expect(again.getByText(contact.unfinished.kept)).toBeVisible();
    await expectNoAxeProblems(again);
    await again.getByRole("button", { name: contact.unfinished.get }).click();
    await expect(again.getByLabel(contact.title)).toHaveValue(title);
    await expect(again.getByLabel(contact.contactName)).toHaveValue("Lis uden net");
    await again.getByRole("button", { name: contact.unfinished.over }).click();
    await expect(again.getByLabel(contact.title)).toHaveValue("");
  });
});

async function startNew(page: Page): Promise<void> {
  await signInAs(page, "contact");
  await page.goto("/forening/ny");
  await expect(page.getByRole("heading", { level: 1, name: contact.new })).toBeVisible();
}

async function fillIn(page: Page, title: string, day = "tir"): Promise<void> {
  await page.getByLabel(contact.title).fill(title);
  await page.getByLabel(contact.description).fill("Vi strikker og drikker kaffe.");
  await page.locator("[name=themes][value=haandarbejde]").check();
  await page.locator("[name=w0day]").selectOption(day);
  await page.locator("[name=w0start]").fill("10:00");
  await page.locator("[name=w0end]").fill("12:00");
  await page.getByLabel(contact.placeName).fill("Biblioteket");
  await page.locator("[name=postcode]").selectOption("8260");
  await page.getByLabel(contact.free, { exact: true }).check();
  await page.getByLabel(contact.contactName).fill("Lis");
  await page.locator("[name=contactPhone]").fill("41 86 09 00");
}
