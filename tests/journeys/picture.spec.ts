import type { Page } from "@playwright/test";
import sharp from "sharp";
import { contact } from "../../src/texts/contact.ts";
import { takingIn } from "../../src/texts/exchange.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

const ALT = "Fem mennesker strikker om et bord";
const shownPicture = (page: Page) => page.getByRole("img", { name: ALT });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A contact, ${javaScriptEnabled ? "with" : "without"} JavaScript,`, () => {
    test.use({ javaScriptEnabled });

    test("adds a picture in the form itself, says what it shows, and takes it away again", async ({ page }) => {
      const title = await begun(page);
      await choose(page, await picture());
      await page.getByLabel(takingIn.pictureAlt).fill(ALT);
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(shownPicture(page)).toBeVisible();

      await page.getByRole("link", { name: contact.edit }).first().click();
      await expect(shownPicture(page)).toBeVisible();
      await expect(page.getByLabel(takingIn.pictureAlt)).toHaveValue(ALT);
      await page.getByLabel(takingIn.pictureRemove).check();
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
      await expect(shownPicture(page)).toHaveCount(0);
      await expect(page.locator(".drawing use")).toHaveAttribute("href", /#haandarbejde$/);
    });

    test("who chose a file that is no picture keeps all that was typed, and nothing is saved", async ({ page }) => {
      const title = await begun(page);
      await choose(page, Buffer.from("en indkøbsliste"));
      await page.getByLabel(takingIn.pictureAlt).fill(ALT);
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await expect(page.locator("#f-file-error")).toHaveText(refusals.pictureKind);
      await expect(page.getByLabel(contact.title)).toHaveValue(title);
      await expect(page.getByLabel(takingIn.pictureAlt)).toHaveValue(ALT);
      await page.goto("/forening");
      await expect(page.locator(".queue > li", { hasText: title })).toHaveCount(0);
    });

    test("who forgot something else is told to choose the picture again", async ({ page }) => {
      const title = await begun(page);
      await page.locator("[name=price][value=paid]").check();
      await page.getByLabel(contact.kroner).fill("mange");
      await choose(page, await picture());
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await expect(page.locator("#f-kroner-error")).toHaveText(refusals.kroner);
      await expect(page.locator("#f-file-error")).toHaveText(refusals.pictureAgain);
      await expect(page.locator("#f-alt-error")).toHaveText(refusals.pictureAlt);
      await expect(page.getByLabel(contact.title)).toHaveValue(title);
      await page.getByLabel(contact.kroner).fill("20");
      await page.getByLabel(takingIn.pictureAlt).fill(ALT);
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await expect(page.locator("#f-file-error")).toHaveText(refusals.pictureMissing);
      await choose(page, await picture());
      await page.getByRole("button", { name: contact.saveAndSee }).click();
      await expect(shownPicture(page)).toBeVisible();
    });
  });
}

test("who chose a picture that is too large is told at once, and sends nothing", async ({ page }) => {
  await begun(page);
  const said = await page.locator("#f-file").evaluate((element) => {
    const field = element as HTMLInputElement;
    const chosen = new DataTransfer();
    chosen.items.add(new File([new Uint8Array(11 * 1024 * 1024)], "bord.jpg"));
    field.files = chosen.files;
    field.dispatchEvent(new Event("change"));
    return field.validationMessage;
  });
  expect(said).toBe(refusals.pictureTooLarge);
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await expect(page).toHaveURL(/\/forening\/ny$/);
});

test("an activity without a picture has the drawing of its theme, in the form nothing is hidden from anybody", async ({
  page,
}) => {
  await page.goto("/?tema=musik");
  await page.locator("#resultater .card .name a").first().click();
  await expect(page.locator(".drawing")).toBeVisible();
  await expect(page.locator(".drawing use")).toHaveAttribute("href", /#\w+$/);
  await expectNoAxeProblems(page);
  await begun(page);
  await expectNoAxeProblems(page);
});

async function begun(page: Page): Promise<string> {
  const title = uniqueTitle();
  await signInAs(page, "contact");
  await page.goto("/forening/ny");
  await page.getByLabel(contact.title).fill(title);
  await page.locator("[name=themes][value=haandarbejde]").check();
  return title;
}

function choose(page: Page, buffer: Buffer): Promise<void> {
  return page.locator("#f-file").setInputFiles({ name: "bord.jpg", mimeType: "image/jpeg", buffer });
}

/** Larger than a form without a file may be. */
function picture(): Promise<Buffer> {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  return sharp({ create: { width: 1200, height: 900, channels: 3, background: "#7aa", noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
}
