import type { Browser, Page } from "@playwright/test";
import { casework } from "../../src/texts/casework.ts";
import { help } from "../../src/texts/help.ts";
import { talkTexts } from "../../src/texts/talk.ts";
import { expect, ownPhone, uniqueTitle } from "./support.ts";

/** Somebody in Viby asks for help on their phone; answers the first name and the link to the own page. */
export async function askForHelp(browser: Browser): Promise<{ name: string; link: string }> {
  const citizen = await (await browser.newContext()).newPage();
  const asked = await sendRequest(citizen, ownPhone());
  await citizen.context().close();
  return asked;
}

/** Fills in the request on a page that stays open. */
export async function sendRequest(citizen: Page, phone: string): Promise<{ name: string; link: string }> {
  const name = uniqueTitle("K").replace(" ", "");
  await citizen.goto("/hjaelp?omraade=viby");
  await citizen.getByLabel(help.name).fill(`${name} Holm`);
  await citizen.getByLabel(help.phone).fill(phone);
  await citizen.getByRole("button", { name: help.send }).click();
  await expect(citizen).toHaveURL(/besked=/);
  return { name, link: new URL(citizen.url()).pathname };
}

/** Whoever is signed in takes the request of that name; answers where the case is. */
export async function takeCase(page: Page, name: string): Promise<string> {
  await page.goto("/brobygger/nye");
  await page.getByRole("link", { name: casework.openNamed(`${name}, Viby`) }).click();
  await page.getByRole("button", { name: casework.take }).click();
  await expect(page.locator(".notice")).toBeVisible();
  return new URL(page.url()).pathname;
}

/** From the open case to the sheet of the talk; answers where that is. */
export async function openSheet(page: Page): Promise<string> {
  await page.getByRole("link", { name: talkTexts.toTalk }).click();
  await page.waitForURL(/\/samtale$/);
  return page.url();
}

/** The sheet says that it has been saved. */
export async function expectSheetSaved(page: Page): Promise<void> {
  await expect(page.locator("[data-talk-saved]")).toHaveText(/^Gemt kl\. /);
}
