import type { Browser, Page } from "@playwright/test";
import { caseDeeds } from "../../src/texts/case-deeds.ts";
import { casework } from "../../src/texts/casework.ts";
import { coverTexts, leadTexts, leavingTexts } from "../../src/texts/cover.ts";
import { inviteTexts, takeTexts } from "../../src/texts/people-desk.ts";
import { help } from "../../src/texts/help.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { newPerson, type Person, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, ownPhone, signInAs, test, uniqueTitle } from "./support.ts";

/** Somebody asks for help, and this brobygger takes it. Answers the citizen's first name. */
async function takeFrom(browser: Browser, brobygger: Page): Promise<string> {
  const citizen = await (await browser.newContext()).newPage();
  const name = uniqueTitle("C").replace(" ", "");
  await citizen.goto("/hjaelp?omraade=tilst");
  await citizen.getByLabel(help.name).fill(`${name} Hansen`);
  await citizen.getByLabel(help.phone).fill(ownPhone());
  await citizen.getByRole("button", { name: help.send }).click();
  await expect(citizen).toHaveURL(/besked=/);
  await citizen.context().close();
  await brobygger.goto("/brobygger/nye");
  await brobygger.getByRole("link", { name: casework.openNamed(`${name}, Tilst`) }).click();
  await brobygger.getByRole("button", { name: casework.take }).click();
  await expect(brobygger.locator(".notice")).toBeVisible();
  return name;
}

async function signedIn(browser: Browser, person: Person): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, person);
  await expect(page).not.toHaveURL(/log-ind/);
  return page;
}

test("A brobygger is away, and a colleague calls her citizens until she is back", async ({ browser }) => {
  const [bodil, kaj] = [await newPerson("Bodil Ferie", "brobygger"), await newPerson("Kaj Vikar", "brobygger")];
  const away = await signedIn(browser, bodil);
  const name = await takeFrom(browser, away);
  await away.goto("/brobygger/vikar");
  await expectNoAxeProblems(away);
  await away.getByLabel(coverTexts.cover).selectOption({ label: kaj.name });
  await away.getByLabel(coverTexts.from).fill("2026-11-26");
  await away.getByLabel(coverTexts.until).fill("2026-11-25");
  await away.getByRole("button", { name: coverTexts.save }).click();
  await expect(away.getByText(refusals.endsBeforeItBegins).first()).toBeVisible();
  await away.getByLabel(coverTexts.from).fill("2026-11-24");
  await away.getByLabel(coverTexts.until).fill("2026-11-30");
  await away.getByRole("button", { name: coverTexts.save }).click();
  await expect(away.locator(".notice")).toHaveText(notices["vikar-sat"]);

  const stand = await signedIn(browser, kaj);
  await stand.goto("/brobygger");
  await expect(stand.locator(".queue > li", { hasText: name })).toContainText(casework.insteadOf(bodil.name));
  await stand.getByRole("link", { name: `${name} Hansen, Tilst` }).click();
  await expect(stand.getByText(caseDeeds.standsInFor(bodil.name))).toBeVisible();
  await expectNoAxeProblems(stand);
  await stand.getByLabel(casework.results["not-reached"]).check();
  await stand.getByRole("button", { name: casework.saveAttempt, exact: true }).click();
  await expect(stand.locator(".events")).toContainText(`${kaj.name} ringede`);
  const address = stand.url();

  await away.goto("/brobygger/vikar");
  await away.getByRole("button", { name: coverTexts.endNamed(kaj.name, bodil.name) }).click();
  await expect(away.locator(".notice")).toHaveText(notices["vikar-slut"]);
  expect((await stand.goto(address))?.status()).toBe(404);
});

test("Somebody leaves: the cases go to a colleague first, and then the access is taken", async ({ browser, page }) => {
  const [grete, kim] = [await newPerson("Grete Farvel", "brobygger"), await newPerson("Kim Arvtager", "brobygger")];
  const name = await takeFrom(browser, await signedIn(browser, grete));

  await signInAs(page, "editor");
  const take = async () => {
    await page.goto(`/redaktion/mennesker?q=${encodeURIComponent(grete.name)}`);
    await page.locator(`a[href*="userId=${grete.id}"]`).click();
    await page.getByRole("button", { name: takeTexts.button }).click();
  };
  await take();
  await expect(page.getByText(refusals.handsOverFirst)).toBeVisible();

  const lead = await (await browser.newContext()).newPage();
  await signInAs(lead, "lead");
  await lead.goto("/brobygger/fordel");
  await lead.getByLabel(leavingTexts.from).selectOption({ label: leavingTexts.count(grete.name, 1) });
  await lead.getByLabel(leavingTexts.to).selectOption({ label: kim.name });
  await lead.getByRole("button", { name: leavingTexts.give }).click();
  await expect(lead.locator(".notice")).toHaveText(notices["sager-givet"]);

  await take();
  await expect(page.locator(".notice")).toHaveText(notices["adgang-fjernet"]);
  const heir = await signedIn(browser, kim);
  await heir.goto("/brobygger");
  await expect(heir.locator(".queue > li", { hasText: name }).first()).toBeVisible();
});

test("A lead reads somebody's case in an emergency, and whoever has it is told", async ({ browser, page }) => {
  const bente = await newPerson("Bente Noed", "brobygger");
  const owner = await signedIn(browser, bente);
  const name = await takeFrom(browser, owner);
  const id = new URL(owner.url()).pathname.split("/").at(-1) ?? "";

  await signInAs(page, "lead");
  await page.goto(`/brobygger/noed/${id}`);
  await expectNoAxeProblems(page);
  await page.getByLabel(casework.emergencyLabel).fill("Naboen ringer: der bliver ikke åbnet");
  await page.getByRole("button", { name: casework.emergencySend }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);

  await owner.goto("/brobygger");
  await expect(owner.locator(".queue > li", { hasText: casework.tasks.told })).toContainText(name);
});

test("An editor asks for a lead, and a lead says yes", async ({ browser, page }) => {
  await signInAs(page, "editor");
  await page.goto("/redaktion/mennesker/inviter?adgang=lead:folkesundhed");
  const name = `Ny Leder ${uniqueTitle("L")}`;
  await page.getByLabel(inviteTexts.name).fill(name);
  await page.getByLabel(inviteTexts.email).fill(`${uniqueTitle("l").replace(/\W/g, "").toLowerCase()}@eksempel.dk`);
  await page.getByRole("button", { name: inviteTexts.button }).click();
  await expect(page.locator(".notice")).toHaveText(notices["leder-foreslaaet"]);
  await expect(page.getByText(leadTexts.waits).first()).toBeVisible();

  const lead = await (await browser.newContext()).newPage();
  await signInAs(lead, "lead");
  await lead.goto("/brobygger/fordel");
  await lead.getByRole("button", { name: leadTexts.yesNamed(name) }).click();
  await expect(lead.locator(".notice")).toHaveText(notices["leder-givet"]);
});

test("A brobygger who is worried sees whom to call, and writes what was done", async ({ browser }) => {
  const owner = await signedIn(browser, await newPerson("Jens Bekymret", "brobygger"));
  await takeFrom(browser, owner);
  await owner.getByText(caseDeeds.worryTitle, { exact: true }).click();
  await expect(owner.getByRole("link", { name: "112" })).toHaveAttribute("href", "tel:112");
  await owner.getByRole("button", { name: caseDeeds.worrySave }).click();
  await expect(owner.getByText(refusals.chooseWorry).first()).toBeVisible();
  await owner.getByLabel(caseDeeds.worries["told-leader"]).check();
  await owner.getByRole("button", { name: caseDeeds.worrySave }).click();
  await expect(owner.locator(".events")).toContainText("var bekymret: jeg talte med min leder");
});
