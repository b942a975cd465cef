import { recoveryTexts, secondFactorTexts, secondStepTexts, signInTexts } from "../../src/texts/accounts.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { site } from "../../src/texts/site.ts";
import { appOf, newPerson, signIn, turnOnTwoSteps } from "./people.ts";
import { expect, expectNoAxeProblems, newestMailTo, test } from "./support.ts";

test("A brobygger lets her phone be the second step, and gets in with it", async ({ page }) => {
  const tina = await newPerson("Tina Totrin", "brobygger");
  await signIn(page, tina);
  await page.goto("/totrin");
  const code = await appOf(page, tina);
  const secret = await page.locator("main code").textContent();
  await expectNoAxeProblems(page);
  await page.getByLabel(secondFactorTexts.code).fill("000000");
  await page.getByRole("button", { name: secondFactorTexts.turnOn }).click();
  await expect(page.getByText(refusals["wrongCode"] ?? "").first()).toBeVisible();
  expect(await page.locator("main code").textContent()).toBe(secret);
  await page.getByLabel(secondFactorTexts.code).fill(code(0));
  await page.getByRole("button", { name: secondFactorTexts.turnOn }).click();
  await expect(page.getByText(secondFactorTexts.isOn)).toBeVisible();
  await expect(page.locator(".codes li")).toHaveCount(10);
  await expectNoAxeProblems(page);
  await page.getByRole("link", { name: recoveryTexts.kept }).click();
  await expect(page.getByText(recoveryTexts.left(10))).toBeVisible();
  await expectNoAxeProblems(page);

  await page.goto("/brobygger");
  await page.getByRole("button", { name: site.signOut }).click();
  await signIn(page, tina);
  await expect(page).toHaveURL(/\/log-ind\/kode/);
  await expectNoAxeProblems(page);
  expect((await page.request.get("/brobygger", { maxRedirects: 0 })).status()).toBe(303);
  const next = code(1);
  await page.getByLabel(secondStepTexts.code).fill(`${next.slice(0, 3)} ${next.slice(3)}`);
  await page.getByRole("button", { name: secondStepTexts.button }).click();
  await expect(page).toHaveURL(/\/brobygger/);
});

test("An old cookie opens nothing once its owner has turned two steps on", async ({ page, browser }) => {
  const gitte = await newPerson("Gitte Gammel", "brobygger");
  const library = await browser.newContext();
  const old = await library.newPage();
  await signIn(old, gitte);
  await expect(old).toHaveURL(/\/brobygger/);
  await signIn(page, gitte);
  await turnOnTwoSteps(page, gitte);
  await expect(page.locator(".codes li")).toHaveCount(10);
  await old.goto("/brobygger");
  await expect(old).toHaveURL(/\/log-ind/);
  await page.goto("/brobygger");
  await expect(page).toHaveURL(/\/brobygger/);
  await library.close();
});

test("Whoever has lost the phone gets in with a recovery code, once, and without a script @phone", async ({
  page,
  browser,
}) => {
  const nana = await newPerson("Nana Nødkode", "brobygger");
  await signIn(page, nana);
  await turnOnTwoSteps(page, nana);
  const [code = ""] = await page.locator(".codes code").allTextContents();
  const elsewhere = await browser.newContext({
    javaScriptEnabled: false,
    extraHTTPHeaders: { "x-forwarded-for": "10.9.8.7" },
  });
  const other = await elsewhere.newPage();
  for (const isFirst of [true, false]) {
    await signIn(other, nana);
    await other.getByRole("link", { name: secondStepTexts.noPhone }).click();
    await other.getByLabel(secondStepTexts.recoveryCode).fill(code.toLowerCase());
    await other.getByRole("button", { name: secondStepTexts.button }).click();
    if (isFirst) await expect(other).toHaveURL(/\/brobygger/);
    else await expect(other.getByText(refusals["wrongCode"] ?? "").first()).toBeVisible();
    if (isFirst) await other.getByRole("button", { name: site.signOut }).click();
  }
  await expect.poll(async () => (await newestMailTo(nana.email)).replace(/\s+/g, " ")).toMatch(/9 tilbage|et nyt sted/);
  await elsewhere.close();
});

test("Five wrong codes end what was half done, and the owner gets a mail", async ({ page, browser }) => {
  const frank = await newPerson("Frank Fem", "brobygger");
  await signIn(page, frank);
  await turnOnTwoSteps(page, frank);
  const elsewhere = await browser.newContext();
  const thief = await elsewhere.newPage();
  await signIn(thief, frank);
  for (let tries = 0; tries < 5; tries++) {
    await thief.getByLabel(secondStepTexts.code).fill("000000");
    await thief.getByRole("button", { name: secondStepTexts.button }).click();
  }
  await expect(thief).toHaveURL(/\/log-ind\?/);
  await expect(thief.getByText(notices["kode-forkert-fem"] ?? "")).toBeVisible();
  await expect(thief.getByLabel(signInTexts.password)).toBeVisible();
  await expect
    .poll(async () => (await newestMailTo(frank.email)).replace(/\s+/g, " "))
    .toContain("ikke koden fra din telefon");
  await elsewhere.close();
});
