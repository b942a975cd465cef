import type { Page } from "@playwright/test";
import { casework } from "../../src/texts/casework.ts";
import { consentPage } from "../../src/texts/consents.ts";
import { comeBack, help, nextPage, ownPage } from "../../src/texts/help.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { sendRequest, takeCase } from "./casework.ts";
import { expect, expectNoAxeProblems, ownPhone, signInAs, test, uniqueTitle } from "./support.ts";

/** Asks for help, and has the demo's brobygger take the request; leaves her on the case. */
async function takenCase(page: Page, citizen: Page, phone: string): Promise<void> {
  const { name } = await sendRequest(citizen, phone);
  await signInAs(page, "brobygger");
  await takeCase(page, name);
}

for (const javaScriptEnabled of [true, false])
  test(`A citizen with a phone alone comes back by the code that was read aloud${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    page,
    browser,
  }) => {
    const citizen = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const phone = ownPhone();
    await takenCase(page, citizen, phone);
    await page.getByText(casework.codeTitle, { exact: true }).click();
    await page.getByRole("button", { name: casework.codeMake }).click();
    const code = (await page.locator(".code").textContent()) ?? "";
    expect(code).toMatch(/^\d{3} \d{3}$/);
    await expectNoAxeProblems(page);
    await page.getByRole("link", { name: casework.codeDone }).click();
    await expect(page.locator("main")).not.toContainText(code);

    await citizen.goto("/hjaelp");
    await citizen.getByRole("link", { name: comeBack.title }).click();
    if (javaScriptEnabled) await expectNoAxeProblems(citizen);
    await citizen.getByLabel(comeBack.phone).fill(phone);
    await citizen.getByLabel(comeBack.code, { exact: true }).fill(code === "000 000" ? "000 001" : "000 000");
    await citizen.getByRole("button", { name: comeBack.send }).click();
    await expect(citizen.getByRole("alert")).toContainText(refusals.codeWrong);
    await expect(citizen.getByLabel(comeBack.phone)).toHaveValue(phone);
    await citizen.getByLabel(comeBack.code, { exact: true }).fill(code);
    await citizen.getByRole("button", { name: comeBack.send }).click();
    await expect(citizen.getByRole("heading", { level: 1 })).toHaveText(nextPage.title);
    await expect(citizen.locator(".status")).toContainText("ringer til dig");
    if (javaScriptEnabled) await expectNoAxeProblems(citizen);

    await citizen.getByLabel(ownPage.addLabel).fill("Jeg har fået nyt ur");
    await citizen.getByRole("button", { name: ownPage.addSend }).click();
    await expect(citizen.locator(".notice")).toBeVisible();
    await expect(citizen.locator("main")).not.toContainText("nyt ur");
    await page.reload();
    await expect(page.locator(".events")).toContainText("Jeg har fået nyt ur");

    await citizen.getByText(ownPage.stopOpen).click();
    await citizen.getByRole("button", { name: ownPage.stopSend }).click();
    await expect(citizen.locator(".status")).toContainText("Du har sagt nej tak");
    await citizen.context().close();
  });

test("A citizen takes back a yes that the brobygger noted", async ({ page, browser }) => {
  const citizen = await (await browser.newContext()).newPage();
  await takenCase(page, citizen, ownPhone());
  await page.getByText(casework.yesNote, { exact: true }).click();
  await page.getByLabel(casework.yesKind).selectOption({ label: consentPage.labels.message });
  await page.getByRole("button", { name: casework.yesSave }).click();
  await expect(page.locator("main")).toContainText(casework.mayLeave);
  await expectNoAxeProblems(page);

  await citizen.reload();
  await expectNoAxeProblems(citizen);
  await citizen.getByRole("button", { name: ownPage.takeBackNamed(ownPage.yesKinds.message) }).click();
  await expect(citizen.locator(".notice")).toBeVisible();
  await expect(citizen.locator("main")).not.toContainText(ownPage.yesKinds.message);
  await page.reload();
  await expect(page.locator("main")).toContainText(casework.mayNotLeave);
  await citizen.context().close();
});

test("Whom a relative wrote for is asked first, and is written about after the own yes", async ({ page, browser }) => {
  const relative = await (await browser.newContext()).newPage();
  const name = uniqueTitle("R").replace(" ", "");
  await relative.goto("/hjaelp?omraade=viby");
  await relative.getByLabel(help.forOther).check();
  await relative.getByLabel(help.saidYes).check();
  await relative.getByLabel(help.theirName).fill(`${name} Hansen`);
  await relative.getByLabel(help.theirPhone).fill(ownPhone());
  await relative.getByRole("button", { name: help.sendOther }).click();
  await expect(relative).toHaveURL(/tak/);
  await relative.context().close();
  await signInAs(page, "brobygger");
  await takeCase(page, name);
  await expect(page.locator("main")).toContainText(casework.yesMissing);
  await expectNoAxeProblems(page);
  await expect(page.getByRole("button", { name: casework.saveNote })).toHaveCount(0);
  await page.getByLabel(casework.results.reached).check();
  await page.getByLabel(casework.attemptNote).fill("Bor alene");
  await page.getByRole("button", { name: casework.saveAttempt, exact: true }).click();
  await expect(page.getByRole("alert")).toContainText(refusals.ownYesFirst);
  await expect(page.getByLabel(casework.attemptNote)).toHaveValue("Bor alene");
  await page.getByRole("button", { name: casework.yesNow }).click();
  await expect(page.locator("main")).not.toContainText(casework.yesMissing);
  await page.getByLabel(casework.noteLabel, { exact: true }).fill("Bor alene");
  await page.getByRole("button", { name: casework.saveNote }).click();
  await expect(page.locator(".events")).toContainText("Bor alene");
});
