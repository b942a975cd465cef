import { casework } from "../../src/texts/casework.ts";
import { notices } from "../../src/texts/notices.ts";
import { pointing } from "../../src/texts/pointing.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { caseSheetTexts, meetingTexts } from "../../src/texts/several.ts";
import { workbookOf } from "../sheets/workbook.ts";
import { newPerson, signIn } from "./people.ts";
import { expect, ownPhone, test, uniqueTitle } from "./support.ts";

test("A lead brings the team's Excel sheet in, mends the line that was wrong, and leaves one out", async ({ page }) => {
  await signIn(page, await newPerson("Lone Leder", "lead"));
  await page.goto("/brobygger/fordel");
  await page.getByRole("link", { name: caseSheetTexts.link }).click();
  const [one, two] = [uniqueTitle("A").replace(" ", ""), uniqueTitle("B").replace(" ", "")];
  const sheet = workbookOf([
    ["Vores sager"],
    ["Navn", "Tlf.", "Henvist", "Ansvarlig", "Plan"],
    [`${one} Hansen`, ownPhone(), { day: 46330 }, "Lone Leder", "ringe"],
    [`${two} Hansen`, 1234, "3. november", "", ""],
    ["Skal ikke med", "", "", "", ""],
  ]);
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  await page
    .getByLabel(caseSheetTexts.file)
    .setInputFiles({ name: "sager.xlsx", mimeType, buffer: Buffer.from(sheet) });
  await page.getByRole("button", { name: caseSheetTexts.look }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(caseSheetTexts.rowsTitle(3));
  await page.getByRole("group", { name: "Skal ikke med" }).getByLabel(caseSheetTexts.take).uncheck();
  await page.getByRole("button", { name: caseSheetTexts.send }).click();

  const second = page.getByRole("group", { name: two });
  await expect(second).toContainText(refusals.phoneTooShort);
  await second.getByLabel(casework.phone).fill(ownPhone());
  await page.getByRole("button", { name: caseSheetTexts.send }).click();
  await expect(page.locator(".notice")).toHaveText(notices["ark-hentet"]);
  await page.goto("/brobygger/mine");
  await expect(page.locator(".queue")).toContainText(one);
  await page.goto("/brobygger/nye");
  await expect(page.locator(".queue")).toContainText(two);
});

test("A brobygger who comes from a meeting writes two down, each with a case", async ({ page }) => {
  await signIn(page, await newPerson("Mads Moede", "brobygger"));
  await page.goto("/brobygger/ny");
  await page.getByRole("link", { name: meetingTexts.link }).click();
  await page.getByText(meetingTexts.tellers.themselves).click();
  const names = ["C", "D"].map((letter) => uniqueTitle(letter).replace(" ", ""));
  for (const [at, name] of names.entries()) {
    const row = page.getByRole("group", { name: meetingTexts.row(at + 1), exact: true });
    await row.getByLabel(casework.name).fill(`${name} Holm`);
    await row.getByLabel(casework.phone).fill(ownPhone());
    if (at === 0) await row.getByLabel(meetingTexts.saidYes).check();
  }
  await page.getByRole("button", { name: meetingTexts.send }).click();
  const second = page.getByRole("group", { name: meetingTexts.row(2), exact: true });
  await expect(second).toContainText(refusals.theirYes);
  await second.getByLabel(meetingTexts.saidYes).check();
  await page.getByRole("button", { name: meetingTexts.send }).click();
  await expect(page).toHaveURL(/\/brobygger\/mine/);
  for (const name of names) await expect(page.locator(".queue")).toContainText(name);
});

test("A brobygger shows a hold the board: each opens it from the code on the screen", async ({ browser, page }) => {
  await signIn(page, await newPerson("Hanne Hold", "brobygger"));
  await page.goto("/brobygger/flere");
  await page.getByRole("button", { name: meetingTexts.groupSend }).click();
  await expect(page.locator("#f-hold-error")).toHaveText(refusals.required);
  await page.getByLabel(meetingTexts.group).fill("Viby hjerte");
  await page.getByLabel(meetingTexts.groupArea).selectOption("viby");
  await page.getByRole("button", { name: meetingTexts.groupSend }).click();
  await expect(page).toHaveURL(/\/liste\/[2-9A-Z]{8}\/skaerm$/);
  await expect(page.getByRole("img", { name: pointing.qrAlt })).toBeVisible();
  const [, code = ""] = /liste\/(\w+)\//.exec(page.url()) ?? [];
  await expect(page.getByText(`/l/${code}`)).toBeVisible();

  const phone = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await phone.goto(`/l/${code}`);
  await expect(phone.locator(".shown > li").first()).toBeVisible();
  await expect(phone.locator("a", { hasText: /^Se alle/ })).toHaveAttribute("href", "/?omraade=viby");
  await phone.context().close();
});
