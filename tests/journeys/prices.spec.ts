import { join } from "node:path";
import type { Page } from "@playwright/test";
import { connect } from "../../db/client.ts";
import { board } from "../../src/texts/board.ts";
import { contact } from "../../src/texts/contact.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { standingSaid } from "../../src/texts/standing.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

const MISSING = refusals["priceMissing"] ?? "";

for (const javaScriptEnabled of [true, false])
  test.describe(`A contact ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("finds no price chosen, cannot publish before one is stated, and finds the way to it @phone", async ({
      page,
    }) => {
      await startNew(page);
      await fillIn(page, uniqueTitle());
      await expect(page.locator("[name=price]:checked")).toHaveCount(0);
      await expect(page.getByLabel(contact.kroner)).toBeHidden();
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await expect(page.getByText(board.askPrice).first()).toBeVisible();
      await expect(page.getByRole("button", { name: contact.publish, exact: true })).toHaveCount(0);
      await page.getByRole("link", { name: MISSING }).click();
      await expect(page.getByLabel(contact.unknownPrice)).toBeChecked();
      await expect(page.locator("#f-price")).toBeInViewport();
      if (javaScriptEnabled) await expectNoAxeProblems(page);
      await page.getByLabel(contact.paid).check();
      await page.getByLabel(contact.kroner).fill("20");
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await page.getByRole("button", { name: contact.publish, exact: true }).click();
      await expect(page.locator("#status")).toHaveText(standingSaid.on);
      await expect(page.getByText("20 kr. pr. gang").first()).toBeVisible();
    });
  });

test("What nobody stated a price of says so on the board, is not free, and its contact is asked @phone", async ({
  page,
  request,
}) => {
  const title = uniqueTitle();
  const word = title.split(" ")[1] ?? "";
  await startNew(page);
  await fillIn(page, title);
  await page.getByLabel(contact.free, { exact: true }).check();
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await page.getByRole("button", { name: contact.publish, exact: true }).click();
  const found = async (more = "") =>
    (await (await request.get(`/api/aktiviteter?q=%22${word}%22${more}`)).json()) as {
      literal: number;
      hits: { slug: string; price: unknown }[];
    };
  await expect.poll(async () => (await found("&pris=gratis")).literal).toBe(1);
  unstate(title);
  await expect.poll(async () => (await found("&pris=gratis")).literal).toBe(0);
  expect((await found("&pris=999999")).literal).toBe(0);
  const { literal, hits } = await found();
  expect([literal, hits[0]?.price]).toEqual([1, null]);

  await page.goto(`/?q=%22${word}%22`);
  await expect(page.locator("main .card").first()).toContainText(board.askPrice);
  await page.goto(`/aktiviteter/${hits[0]?.slug}`);
  await expect(page.locator(".block")).toContainText(board.askPrice);
  await expectNoAxeProblems(page);

  await page.goto("/forening");
  await expect(page.locator("main")).toContainText(contact.unpricedText);
  await expectNoAxeProblems(page);
  await page.locator(".queue > li", { hasText: title }).getByRole("link", { name: contact.statePrice }).click();
  await expect(page.locator("#f-price")).toBeInViewport();
  await expect(page.locator("[name=price]:checked")).toHaveCount(0);
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await expect(page.locator("#f-price-error")).toHaveText(MISSING);
  await expect(page.getByLabel(contact.title)).toHaveValue(title);
  await expectNoAxeProblems(page);
  await page.getByLabel(contact.free, { exact: true }).check();
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await expect(page.getByText(board.freeWord, { exact: false }).first()).toBeVisible();
  await expect.poll(async () => (await found("&pris=gratis")).literal).toBe(1);
});

async function startNew(page: Page): Promise<void> {
  await signInAs(page, "contact");
  await page.getByRole("link", { name: contact.new }).first().click();
}

async function fillIn(page: Page, title: string): Promise<void> {
  await page.getByLabel(contact.title).fill(title);
  await page.getByLabel(contact.description).fill("Vi strikker og drikker kaffe.");
  await page.locator("[name=themes][value=haandarbejde]").check();
  await page.locator("[name=w0day]").selectOption("tir");
  await page.locator("[name=w0start]").fill("10:00");
  await page.locator("[name=w0end]").fill("12:00");
  await page.locator("[name=postcode]").selectOption("8260");
  await page.getByLabel(contact.contactName).fill("Lis");
  await page.locator("[name=contactPhone]").fill("41 86 09 00");
}

/** As a database from before a price had to be stated is after it was migrated. */
function unstate(title: string): void {
  const db = connect(join(process.env["E2E_DATA_DIR"] ?? "", "faellesbro.db"));
  const { id } = db.$client
    .prepare("UPDATE activities SET price_ore = NULL WHERE title = ? RETURNING id")
    .get(title) as { id: string };
  db.$client.prepare("INSERT INTO outbox_log (activity_id) VALUES (?)").run(id);
  db.$client.close();
}
