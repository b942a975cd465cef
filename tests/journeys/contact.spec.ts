import type { Page } from "@playwright/test";
import { signUpTexts } from "../../src/texts/accounts.ts";
import { board } from "../../src/texts/board.ts";
import { contact } from "../../src/texts/contact.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { knownTexts } from "../../src/texts/sign-up.ts";
import { standingNames, standingSaid } from "../../src/texts/standing.ts";
import { expect, expectNoAxeProblems, loginOf, mailsTo, signInAs, test, uniqueTitle } from "./support.ts";

const inList = (page: Page, title: string) => page.locator(".own > li", { hasText: title });

test.describe("A contact of an association", () => {
  test("writes an activity on a phone, sees it as others do, and publishes it @phone", async ({ page }) => {
    const title = uniqueTitle();
    await startNew(page);
    await expectNoAxeProblems(page);
    await fillIn(page, title);
    await page.getByRole("button", { name: contact.saveAndSee }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.locator(".understood li").first()).toHaveText(/^hver tirsdag kl\. 10–12$/);
    await expect(page.locator(".understood ul").last().locator("li")).toHaveCount(8);
    await expectNoAxeProblems(page);
    await page.getByRole("button", { name: contact.publish, exact: true }).click();
    await expect(page.locator("#status")).toHaveText(standingSaid.on);
    await page.getByRole("link", { name: contact.openPublic }).click();
    await expect(page).toHaveURL(/\/aktiviteter\//);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await page.goto("/forening");
    await expect(inList(page, title)).toContainText(standingNames.on);
    await expectNoAxeProblems(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test("saves with a title alone, is told what is missing, and finds the way to it", async ({ page }) => {
    await startNew(page);
    await page.getByLabel(contact.title).fill(uniqueTitle());
    await page.getByRole("button", { name: contact.saveDraft }).click();
    await expect(page.getByRole("status").first()).toBeVisible();
    await page.getByRole("link", { name: contact.see, exact: true }).click();
    await expect(page.getByRole("button", { name: contact.publish, exact: true })).toHaveCount(0);
    await page.getByRole("link", { name: refusals["contactWayMissing"] ?? "" }).click();
    await expect(page.getByLabel(contact.contactPhone)).toBeInViewport();
  });

  test("who types something wrong hears it beside the field and keeps all that was typed", async ({ page }) => {
    const title = uniqueTitle();
    await startNew(page);
    await fillIn(page, title);
    await page.locator("[name=w0start]").fill("");
    await page.locator("[name=price][value=paid]").check();
    await page.getByLabel(contact.kroner).fill("mange");
    await page.getByRole("button", { name: contact.saveAndSee }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.locator("#f-w0start-error")).toHaveText(refusals["clockMissing"] ?? "");
    await expect(page.locator("#f-kroner-error")).toHaveText(refusals["kroner"] ?? "");
    await expect(page.getByLabel(contact.title)).toHaveValue(title);
    await expect(page.locator("[name=w0day]")).toHaveValue("tir");
    await expect(page.locator("[name=themes][value=haandarbejde]")).toBeChecked();
    await expect(page.locator("[name=postcode]")).toHaveValue("8260");
    await expectNoAxeProblems(page);
  });

  test("moves the pin with the arrow keys, and the activity stands there", async ({ page }) => {
    await startNew(page);
    await fillIn(page, uniqueTitle());
    await page.getByText(contact.pin).click();
    const pin = page.locator(".pin-picker .leaflet-marker-icon.pin");
    await pin.focus();
    await page.keyboard.press("ArrowUp");
    await expect(page.locator("[name=lat]")).toHaveValue("56.12660");
    await expectNoAxeProblems(page);
    await page.locator("[name=postcode]").selectOption("8381");
    await expect(page.locator("[name=lat]")).toHaveValue("");
    await page.getByLabel(contact.lat).fill("56,1263");
    await page.getByLabel(contact.lng).fill("10,1528");
    await page.getByRole("button", { name: contact.saveDraft }).click();
    await page.getByText(contact.pin).click();
    await expect(page.locator("[name=lat]")).toHaveValue("56.1263");
  });

  test("calls off the next date in two taps, everybody sees it, and undoes it", async ({ page, browser }) => {
    const title = await published(page);
    const citizen = await (await browser.newContext()).newPage();
    await page.goto("/forening");
    await inList(page, title).getByRole("link", { name: contact.dates }).click();
    await expectNoAxeProblems(page);
    await page.getByRole("button", { name: contact.cancel }).first().click();
    const first = page.locator(".days > li").first();
    await expect(first).toContainText(contact.cancelled);
    const slug = await slugOf(page, title);
    await citizen.goto(`/aktiviteter/${slug}`);
    await expect(citizen.locator(".dates li").first()).toContainText(board.cancelled);
    await first.getByRole("button", { name: contact.undo }).click();
    await expect(first).not.toContainText(contact.cancelled);
    await citizen.reload();
    await expect(citizen.locator(".dates")).not.toContainText(board.cancelled);
  });

  test("lets an activity rest, takes it down after a question, and gets it back", async ({ page, request }) => {
    const title = await published(page);
    const word = title.split(" ")[1] ?? "";
    const found = async () =>
      ((await (await request.get(`/api/aktiviteter?q=%22${word}%22`)).json()) as { literal: number }).literal;
    expect(await found()).toBe(1);
    await page.getByRole("button", { name: contact.pause }).click();
    await expect(page.locator("#status")).toHaveText(standingSaid.paused);
    expect(await found()).toBe(0);
    await page.getByRole("button", { name: contact.resume }).click();
    expect(await found()).toBe(1);
    await page.getByRole("link", { name: contact.withdraw }).click();
    await page.getByRole("button", { name: contact.withdrawYes }).click();
    await expect(page.locator("#status")).toHaveText(standingSaid.down);
    expect(await found()).toBe(0);
    await page.getByRole("button", { name: contact.restore }).click();
    await expect(page.locator("#status")).toHaveText(standingSaid.paused);
  });

  test("cannot open what another association wrote", async ({ page, request }) => {
    const { hits } = (await (await request.get("/api/aktiviteter")).json()) as {
      hits: { id: string; organisation: string }[];
    };
    const other = hits.find(({ organisation }) => organisation !== "Viby Bibliotek");
    await signInAs(page, "contact");
    for (const path of ["", "/vis", "/datoer"])
      expect((await page.goto(`/forening/aktivitet/${other?.id}${path}`))?.status()).toBe(404);
  });
});

test.describe("A contact without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("adds a day, hears how it is understood, loses nothing, and publishes", async ({ page }) => {
    const title = uniqueTitle();
    await startNew(page);
    await fillIn(page, title);
    await page.locator("button[name=more][value=d]").click();
    await expect(page.getByLabel(contact.title)).toHaveValue(title);
    await page.locator("[name=d0date]").fill("2026-12-03");
    await page.locator("[name=d0start]").fill("17:00");
    await page.locator("[name=d0end]").fill("19:30");
    await page.getByRole("button", { name: contact.sayBack }).click();
    await expect(page.locator(".understood")).toContainText("hver tirsdag kl. 10–12");
    await expect(page.locator(".understood")).toContainText("torsdag den 3. december kl. 17–19.30");
    await expect(page.locator("[name=themes][value=haandarbejde]")).toBeChecked();
    await page.locator("button[name=remove][value=d0]").click();
    await expect(page.locator("[name=d0date]")).toHaveCount(0);
    await page.getByRole("button", { name: contact.saveAndSee }).click();
    await page.getByRole("button", { name: contact.publish, exact: true }).click();
    await expect(page.locator("#status")).toHaveText(standingSaid.on);
  });
});

test("Somebody whose association is here already keeps what was typed, asks to be let in, and a contact hears of it", async ({
  page,
}) => {
  await page.goto("/opret-forening");
  await page.getByLabel(signUpTexts.organisation).fill("viby bibliotek");
  await page.getByLabel(signUpTexts.name).fill("Bo Nielsen");
  await page.getByLabel(signUpTexts.email).fill("bo.nielsen@eksempel.dk");
  await page.getByRole("button", { name: signUpTexts.button }).click();
  await expect(page.getByRole("heading", { name: knownTexts.title })).toBeVisible();
  await expect(page.getByLabel(signUpTexts.name)).toHaveValue("Bo Nielsen");
  await expect(page.locator("main")).not.toContainText(loginOf("contact").email);
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: knownTexts.ask }).click();
  await expect(page.getByRole("heading", { name: knownTexts.askedTitle })).toBeVisible();
  await expect.poll(() => mailsTo(loginOf("contact").email).join("\n")).toContain("bo.nielsen@eksempel.dk");
});

async function startNew(page: Page): Promise<void> {
  await signInAs(page, "contact");
  await page.getByRole("link", { name: contact.new }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: contact.new })).toBeVisible();
}

async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel(contact.title).fill(title);
  await page.getByLabel(contact.description).fill("Vi strikker og drikker kaffe.");
  await page.locator("[name=themes][value=haandarbejde]").check();
  await page.locator("[name=w0day]").selectOption("tir");
  await page.locator("[name=w0start]").fill("10:00");
  await page.locator("[name=w0end]").fill("12:00");
  await page.getByLabel(contact.placeName).fill("Biblioteket");
  await page.locator("[name=postcode]").selectOption("8260");
  await page.getByLabel(contact.free, { exact: true }).check();
  await page.getByLabel(contact.contactName).fill("Lis");
  await page.locator("[name=contactPhone]").fill("41 86 09 00");
}

async function published(page: Page): Promise<string> {
  const title = uniqueTitle();
  await startNew(page);
  await fillIn(page, title);
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await page.getByRole("button", { name: contact.publish, exact: true }).click();
  await expect(page.locator("#status")).toHaveText(standingSaid.on);
  return title;
}

async function slugOf(page: Page, title: string): Promise<string> {
  const word = title.split(" ")[1] ?? "";
  const { hits } = (await (await page.request.get(`/api/aktiviteter?q=${word}`)).json()) as {
    hits: { slug: string }[];
  };
  return hits[0]?.slug ?? "";
}
