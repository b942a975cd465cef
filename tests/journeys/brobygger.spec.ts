import type { Page } from "@playwright/test";
import { casework } from "../../src/texts/casework.ts";
import { help } from "../../src/texts/help.ts";
import { site } from "../../src/texts/site.ts";
import { demoPassword } from "../../db/demo/people.ts";
import { expect, expectNoAxeProblems, ownPhone, signInAs, test, uniqueTitle } from "./support.ts";

/** Asks for help as somebody whose first name no other test has; in a context of its own. */
async function newRequest(page: Page, phone = ownPhone()): Promise<string> {
  const name = uniqueTitle("B").replace(" ", "");
  await page.goto("/hjaelp?omraade=viby&tema=musik");
  await page.getByLabel(help.name).fill(`${name} Hansen`);
  await page.getByLabel(help.phone).fill(phone);
  await page.getByLabel(help.wishes).fill("Vil gerne synge");
  await page.getByRole("button", { name: help.send }).click();
  await expect(page).toHaveURL(/besked=/);
  return name;
}

async function openFromList(page: Page, list: string, name: string): Promise<void> {
  await page.goto(list);
  await page.getByRole("link", { name: casework.openNamed(`${name}, Viby`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

async function signInAsHassan(page: Page): Promise<void> {
  await page.goto("/log-ind");
  await page.locator("input[name=email]").fill("brobygger2@eksempel.dk");
  await page.locator("input[name=password]").fill(demoPassword);
  await page.locator("main form button").first().click();
  await expect(page).toHaveURL(/\/brobygger/);
}

test.describe("A brobygger", () => {
  test("sees at once whom to call first", async ({ page }) => {
    await signInAs(page, "brobygger");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tirsdag den 24. november");
    await expect(page.locator(".queue > li").first()).toHaveClass(/late/);
    await expect(page.locator(".queue > li").first()).toContainText(casework.tooLong);
  });

  for (const path of ["/brobygger", "/brobygger/nye", "/brobygger/mine", "/brobygger/ny"]) {
    test(`has a desk that everybody can use: ${path}`, async ({ page }) => {
      await signInAs(page, "brobygger");
      await page.goto(path);
      await expectNoAxeProblems(page);
    });
  }

  test("takes a request, calls, writes a note, closes it and opens it again", async ({ page, browser }) => {
    const citizen = await (await browser.newContext()).newPage();
    const name = await newRequest(citizen, "41 86 09 00");
    await signInAs(page, "brobygger");
    await openFromList(page, "/brobygger/nye", name);
    await expect(page.locator("main")).toContainText("Vil gerne synge");
    await expect(page.getByRole("link", { name: casework.reopenSearch })).toHaveAttribute(
      "href",
      "/?omraade=viby&tema=musik",
    );
    await page.getByRole("button", { name: casework.take }).click();
    await expect(page.getByRole("link", { name: "Ring 41 86 09 00" })).toHaveAttribute("href", "tel:+4541860900");
    await expectNoAxeProblems(page);

    await page.getByLabel(casework.results["not-reached"]).check();
    await page.getByRole("button", { name: casework.saveAttempt, exact: true }).click();
    await expect(page.locator(".events")).toContainText("ringede: ingen svarede");
    await citizen.reload();
    await expect(citizen.locator(".status")).toContainText("fik ikke fat i dig");

    await page.getByLabel(casework.noteLabel, { exact: true }).fill("Bor alene på 3. sal");
    await page.getByRole("button", { name: casework.saveNote }).click();
    await expect(page.locator(".events")).toContainText("Bor alene på 3. sal");

    await page.getByText(casework.closeTitle, { exact: true }).click();
    await page.getByRole("button", { name: casework.closeSend }).click();
    await expect(page.locator("#f-reason-error")).toBeVisible();
    await page.getByLabel(casework.reasons["outside-target-group"]).check();
    await page.getByRole("button", { name: casework.closeSend }).click();
    await expect(page.locator(".notice")).toContainText("afsluttet");
    await citizen.reload();
    await expect(citizen.locator("main")).toContainText("Frivilligcenter Aarhus");
    await page.getByRole("button", { name: casework.reopen }).click();
    await expect(page.getByRole("button", { name: casework.saveNote })).toBeVisible();
    await citizen.context().close();
  });

  test("who is second to take a request is told that a colleague has it", async ({ page, browser }) => {
    const [other, citizen] = await Promise.all([0, 1].map(async () => (await browser.newContext()).newPage()));
    if (!other || !citizen) throw new Error("no pages");
    const name = await newRequest(citizen);
    await signInAs(page, "brobygger");
    await signInAsHassan(other);
    await openFromList(page, "/brobygger/nye", name);
    await openFromList(other, "/brobygger/nye", name);
    await page.getByRole("button", { name: casework.take }).click();
    await other.getByRole("button", { name: casework.take }).click();
    await expect(other.getByRole("alert")).toContainText("En kollega har lige taget den");
    await expect(other.locator("main")).not.toContainText(name);
    await other.goto(page.url().split("?")[0] ?? "");
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(casework.notYours);
    await expectNoAxeProblems(other);
  });

  test("hands a case over, and can no longer read it", async ({ page, browser }) => {
    const [other, citizen] = await Promise.all([0, 1].map(async () => (await browser.newContext()).newPage()));
    if (!other || !citizen) throw new Error("no pages");
    const name = await newRequest(citizen);
    await signInAs(page, "brobygger");
    await openFromList(page, "/brobygger/nye", name);
    await page.getByRole("button", { name: casework.take }).click();
    await expect(page.locator(".notice")).toBeVisible();
    const address = page.url();
    await page.getByText(casework.handOverTitle, { exact: true }).click();
    await page.getByLabel(casework.handOverTo).selectOption({ label: "Hassan Vej" });
    await page.getByRole("button", { name: casework.handOverSend }).click();
    await expect(page).toHaveURL(/\/brobygger\/mine/);
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(casework.notYours);
    await signInAsHassan(other);
    await openFromList(other, "/brobygger/mine", name);
  });

  test("registers somebody who calls, and finds the case by the number the next time", async ({ page }) => {
    const name = uniqueTitle("C").replace(" ", "");
    const phone = `2${String(Date.now()).slice(-7)}`;
    await signInAs(page, "brobygger");
    await page.goto("/brobygger/ny");
    await page.getByLabel(casework.name).fill(name);
    await page.getByLabel(casework.phone, { exact: false }).fill(phone);
    await page.getByRole("button", { name: casework.registerSend, exact: true }).click();
    await expect(page.locator("#f-door-error")).toBeVisible();
    await page.getByLabel(casework.doorChoices.phone).check();
    await page.getByLabel(casework.saidYes).check();
    await page.getByRole("button", { name: casework.registerSend, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    await page.goto("/brobygger");
    await page.getByLabel(casework.findLabel).fill(phone);
    await page.getByRole("button", { name: casework.findSend }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    expect(page.url()).not.toContain(phone);
  });

  test("works on a phone too @phone", async ({ page }) => {
    await signInAs(page, "brobygger");
    for (const path of ["/brobygger", "/brobygger/nye", "/brobygger/mine", "/brobygger/ny"]) {
      await page.goto(path);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
    }
    await page.goto("/brobygger/nye");
    await page.locator(".queue a").first().click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

test("A lead gives a case to a brobygger without reading it", async ({ page, browser }) => {
  const citizen = await (await browser.newContext()).newPage();
  const name = await newRequest(citizen);
  const reference = /FB-[2-9A-Z]{5}/.exec((await citizen.locator("main").textContent()) ?? "")?.[0] ?? "";
  await signInAs(page, "lead");
  await page.goto("/brobygger/fordel");
  await expectNoAxeProblems(page);
  await expect(page.locator("main")).not.toContainText(name);
  while ((await page.getByLabel(casework.giveTo(reference)).count()) === 0)
    await page.getByRole("link", { name: site.nextPage }).click();
  await page.getByLabel(casework.giveTo(reference)).selectOption({ label: "Maria Bro" });
  await page.getByRole("button", { name: `${casework.give} ${reference}` }).click();
  await expect(page.locator(".queue > li", { hasText: reference })).toContainText("Maria Bro");
});

test("A brobygger has no desk for sharing cases", async ({ page }) => {
  await signInAs(page, "brobygger");
  const answer = await page.goto("/brobygger/fordel");
  expect(answer?.status()).toBe(403);
});
