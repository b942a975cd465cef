import type { Page } from "@playwright/test";
import { casework } from "../../src/texts/casework.ts";
import { contact } from "../../src/texts/contact.ts";
import { help } from "../../src/texts/help.ts";
import { standingSaid } from "../../src/texts/standing.ts";
import { expect, signInAs, test, uniqueTitle } from "./support.ts";

/** What the whole of the site is for, in one go: posted, found, asked for, called, closed. */
test("an activity is posted, found at once, and leads a citizen to somebody who calls", async ({ browser }) => {
  test.setTimeout(90_000);
  const title = uniqueTitle("Korsang");
  const words = title.split(" ")[1] ?? "";
  const [association, citizen, brobygger] = await Promise.all(
    [0, 1, 2].map(async () => (await browser.newContext()).newPage()),
  );
  if (!association || !citizen || !brobygger) throw new Error("no pages");

  await test.step("an association contact publishes an activity", async () => {
    await signInAs(association, "contact");
    await association.getByRole("link", { name: contact.new }).first().click();
    await fillIn(association, title);
    await association.getByRole("button", { name: contact.saveAndSee }).click();
    await expect(association.getByRole("heading", { name: title })).toBeVisible();
    await association.getByRole("button", { name: contact.publish, exact: true }).click();
    await expect(association.locator("main")).toContainText(standingSaid.on);
  });

  await test.step("a citizen finds it within a second: in the list, on the map, by place, day and theme", async () => {
    const started = Date.now();
    await citizen.goto(`/?q=${words}`);
    await expect(citizen.locator("#resultater .card h3")).toHaveText([title]);
    expect(Date.now() - started).toBeLessThan(5_000);
    await expect(citizen.locator("#kort .leaflet-marker-icon.pin")).toHaveAttribute("aria-label", new RegExp(title));
    await citizen.goto(`/?q=${words}&omraade=8260&dag=ons&tid=aften&tema=musik`);
    await expect(citizen.locator("#resultater .card h3")).toHaveText([title]);
    await citizen.goto(`/?q=${words}&dag=soen`);
    await expect(citizen.locator("#antal")).toHaveText("0 aktiviteter");
  });

  const name = `Borger ${words}`;
  await test.step("does not dare go alone, and asks for help from the search", async () => {
    await citizen.goto(`/?q=${words}&omraade=8260&dag=ons&tema=musik`);
    await citizen.locator("#resultater").getByRole("link", { name: "Få hjælp" }).click();
    await expect(citizen.locator("fieldset.carried")).toContainText(/onsdag/i);
    await citizen.locator("input[name=takeWords]").check();
    await citizen.getByLabel(help.name).fill(name);
    await citizen.getByLabel(help.phone).fill("20 77 88 99");
    await citizen.getByRole("button", { name: help.send }).click();
    await expect(citizen).toHaveURL(/\/hjaelp\/[\w-]{20,}/);
  });

  await test.step("a brobygger sees the request with the search in it, and takes it", async () => {
    await signInAs(brobygger, "brobygger");
    await brobygger.goto("/brobygger/nye");
    await brobygger.locator(".queue > li", { hasText: "Borger" }).last().getByRole("link").click();
    await expect(brobygger.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(brobygger.locator("main")).toContainText(casework.search);
    await expect(brobygger.locator("main")).toContainText(/onsdag/i);
    await expect(brobygger.locator("main")).toContainText(casework.searchWords(words));
    await brobygger.getByRole("button", { name: casework.take }).click();
    await expect(brobygger.locator(`main a.button[href^="tel:"]`)).toContainText(/20\s?77\s?88\s?99/);
  });

  await test.step("calls, and writes down how it went", async () => {
    await brobygger.getByRole("radio", { name: casework.results.reached }).check();
    await brobygger.getByLabel(casework.attemptNote).fill("Vi går derhen sammen på onsdag.");
    await brobygger.getByRole("button", { name: casework.saveAttempt, exact: true }).click();
    await expect(brobygger.locator("main")).toContainText("Vi går derhen sammen på onsdag.");
  });

  await test.step("closes it, and the citizen sees that on the own page", async () => {
    await brobygger.getByText(casework.closeTitle).click();
    await brobygger.getByRole("radio", { name: casework.reasons.finished }).check();
    await brobygger.getByRole("button", { name: casework.closeSend }).click();
    await expect(brobygger.locator("header .tag").first()).toHaveText(casework.states.closed);
    await citizen.reload();
    await expect(citizen.locator(".status")).toContainText(/slut/);
  });
});

async function fillIn(page: Page, title: string): Promise<void> {
  await page.locator("input[name=title]").fill(title);
  await page.locator("textarea[name=description]").fill("Vi synger sammen og drikker kaffe bagefter.");
  await page.locator("input[name=themes][value=musik]").check();
  await page.locator("input[name=placeName]").fill("Salen");
  await page.locator("input[name=address]").fill("Skanderborgvej 170");
  await page.locator("[name=postcode]").selectOption("8260");
  await page.locator("select[name=w0day]").selectOption("ons");
  await page.locator("input[name=w0start]").fill("19:00");
  await page.locator("input[name=w0end]").fill("21:00");
  await page.locator("input[name=price][value=free]").check();
  await page.locator("input[name=contactName]").fill("Lis");
  await page.locator("[name=contactPhone]").fill("41 86 09 00");
}
