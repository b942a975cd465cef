import type { Browser, Page } from "@playwright/test";
import { invitationTexts, signUpTexts } from "../../src/texts/accounts.ts";
import { contact } from "../../src/texts/contact.ts";
import { organisationTexts } from "../../src/texts/editor.ts";
import { expect, newestMailTo, signInAs, test, uniqueTitle } from "./support.ts";

const PASSWORD = "cykel regnbue havn";

test("A new association comes from its invitation to the board on a phone, holds free at Christmas, and an editor lets it in @phone", async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(90_000);
  const { organisation, email } = await signUp(page);
  const title = uniqueTitle("Læseaften");
  await page.goto("/forening/ny");
  await fillIn(page, title);
  await page.getByLabel(contact.pauseKinds.christmas).check();
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await expect(page.getByRole("table", { name: contact.monthCalendar("december 2026") }).locator("td.on b")).toHaveText(
    ["3", "10", "17"],
  );
  await page.getByRole("button", { name: contact.publish, exact: true }).click();
  expect(await found(request, title)).toEqual([]);

  await asEditor(browser, organisation, (editor) =>
    editor.getByRole("button", { name: organisationTexts.approve }).click(),
  );
  await expect.poll(() => found(request, title)).toHaveLength(1);
  await expect.poll(async () => (await newestMailTo(email)).replace(/\s+/g, " ")).toContain(organisation);
  const [slug = ""] = await found(request, title);
  await page.goto(`/aktiviteter/${slug}`);
  await expect(page.locator(".dates li").first()).toContainText("26. november");
  await expect(page.locator(".dates")).toContainText("17. december");
  await expect(page.locator(".dates")).not.toContainText("24. december");
  const onChristmasEve = (await (
    await request.get(`/api/aktiviteter?q=${wordOf(title)}&fra=2026-12-24&til=2026-12-24`)
  ).json()) as { literal: number };
  expect(onChristmasEve.literal).toBe(0);
});

test("An editor says no with a kind word: the association reads it, and nothing of it is on the board", async ({
  page,
  browser,
  request,
}) => {
  const { organisation, email } = await signUp(page);
  const title = uniqueTitle("Salgsaften");
  await page.goto("/forening/ny");
  await fillIn(page, title);
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await page.getByRole("button", { name: contact.publish, exact: true }).click();
  const reason = "Det ligner et salgsmøde. Skriv igen, når alle kan være med uden at købe noget.";
  await asEditor(browser, organisation, async (editor) => {
    await editor.getByText(organisationTexts.reject, { exact: true }).first().click();
    await editor.getByLabel(organisationTexts.rejectText).fill(reason);
    await editor.getByRole("button", { name: organisationTexts.reject }).click();
  });
  await expect.poll(async () => (await newestMailTo(email)).replace(/\s+/g, " ")).toContain("Det ligner et salgsmøde.");
  expect(await found(request, title)).toEqual([]);
  await page.goto("/forening");
  await expect(page.locator("main")).toContainText(title);
});

/** Signs an association up, and its contact in by the link of the mail. */
async function signUp(page: Page): Promise<{ organisation: string; email: string }> {
  const organisation = uniqueTitle("Foreningen");
  const email = `${wordOf(organisation)}@eksempel.dk`;
  await page.goto("/opret-forening");
  await page.getByLabel(signUpTexts.organisation).fill(organisation);
  await page.getByLabel(signUpTexts.name).fill("Ny Kontakt");
  await page.getByLabel(signUpTexts.email).fill(email);
  await page.getByRole("button", { name: signUpTexts.button }).click();
  const [, path = ""] = /https?:\/\/[^/\s]+(\/invitation\/\S+)/.exec(await newestMailTo(email)) ?? [];
  await page.goto(path);
  await page.getByLabel(invitationTexts.password).fill(PASSWORD);
  await page.getByRole("button", { name: invitationTexts.button }).click();
  await expect(page).toHaveURL(/\/forening/);
  return { organisation, email };
}

async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel(contact.title).fill(title);
  await page.getByLabel(contact.description).fill("Vi læser højt og drikker te.");
  await page.locator("[name=themes][value=kunst]").check();
  await page.locator("[name=w0day]").selectOption("tor");
  await page.locator("[name=w0start]").fill("19:00");
  await page.locator("[name=w0end]").fill("21:00");
  await page.getByLabel(contact.placeName).fill("Kælderen");
  await page.locator("[name=postcode]").selectOption("8260");
  await page.getByLabel(contact.free, { exact: true }).check();
  await page.getByLabel(contact.contactName).fill("Ny");
  await page.locator("[name=contactPhone]").fill("41 86 09 00");
}

async function asEditor(
  browser: Browser,
  organisation: string,
  decide: (editor: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext();
  const editor = await context.newPage();
  await signInAs(editor, "editor");
  await editor.goto("/redaktion");
  await editor.locator("li", { hasText: organisation }).getByRole("link").first().click();
  await expect(editor.getByRole("heading", { level: 1, name: organisation })).toBeVisible();
  await decide(editor);
  await expect(editor.locator(".notice")).toBeVisible();
  await context.close();
}

async function found(request: Page["request"], title: string): Promise<string[]> {
  const { hits } = (await (await request.get(`/api/aktiviteter?q=${wordOf(title)}`)).json()) as {
    hits: { slug: string; by: string }[];
  };
  return hits.filter(({ by }) => by === "literal").map(({ slug }) => slug);
}

function wordOf(title: string): string {
  return title.split(" ").at(-1) ?? "";
}
