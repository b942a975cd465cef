import type { Page } from "@playwright/test";
import { help, ownPage } from "../../src/texts/help.ts";
import { expect, expectNoAxeProblems, newestMailTo, ownPhone, test } from "./support.ts";

const SEARCH = "/hjaelp?q=g%C3%A5+eller+strik&omraade=viby&dag=ons&tid=formiddag&pris=gratis&fundet=3";

async function askAs(page: Page, name: string, phone = ownPhone()): Promise<void> {
  await page.getByLabel(help.name).fill(name);
  await page.getByLabel(help.phone).fill(phone);
  await page.getByRole("button", { name: help.send }).click();
}

test.describe("A citizen who asks for help", () => {
  test("needs a name and a number, and is told when somebody calls", async ({ page }) => {
    await page.goto("/hjaelp");
    await askAs(page, "Kirsten");
    await expect(page).toHaveURL(/\/hjaelp\/[\w-]{43}\?/);
    await expect(page.locator(".notice")).toContainText("Vi har fået din besked");
    await expect(page.locator(".status")).toContainText("senest fredag den 27. november");
    await expect(page.locator("main")).toContainText(/FB-[2-9A-Z]{5}/);
    await expect(page.locator("main")).not.toContainText("Kirsten");
    await expectNoAxeProblems(page);
  });

  test("sees what comes along from the search, and can strike and add", async ({ page }) => {
    await page.goto(SEARCH);
    const carried = page.locator("fieldset.carried");
    for (const label of ["Onsdag", "Formiddag", "Viby", "Gratis"])
      await expect(carried.getByLabel(label, { exact: true })).toBeChecked();
    await expect(carried.getByLabel(/gå eller strik/)).not.toBeChecked();
    await carried.getByLabel("Gratis", { exact: true }).uncheck();
    await carried.getByText(help.changeCarried).click();
    await carried.getByLabel("Fredag", { exact: true }).check();
    await page.getByLabel(help.name).fill("Kirsten");
    await page.getByRole("button", { name: help.send }).click();
    await expect(carried.getByLabel("Fredag", { exact: true })).toBeChecked();
    await expect(carried.getByLabel("Onsdag", { exact: true })).toBeChecked();
    await expect(carried.getByLabel("Gratis", { exact: true })).toHaveCount(0);
  });

  test("is told beside the field what is wrong, with everything kept", async ({ page }) => {
    await page.goto("/hjaelp");
    await page.getByLabel(help.wishes).fill("Mit nummer er 010190-1234");
    await page.getByLabel(help.whens.morning).check();
    await askAs(page, "Kirsten", "41 86 09 0");
    await expect(page.locator("#f-phone-error")).toHaveText("Nummeret skal have 8 cifre. Der mangler ét.");
    await expect(page.getByLabel(help.name)).toHaveValue("Kirsten");
    await expect(page.getByLabel(help.whens.morning)).toBeChecked();
    await expectNoAxeProblems(page);
    await askAs(page, "Kirsten");
    await expect(page.locator("#f-wishes-error")).toContainText("CPR");
    await expect(page.getByLabel(help.wishes)).toHaveValue("Mit nummer er 010190-1234");
    await page.getByLabel(help.wishes).fill("Gå tur");
    await page.getByRole("button", { name: help.send }).click();
    await expect(page).toHaveURL(/besked=hjaelp-modtaget/);
  });

  test("who presses twice has asked once", async ({ page, context }) => {
    await page.goto("/hjaelp");
    const form = await page
      .locator("main form")
      .first()
      .evaluate((element) =>
        Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])),
      );
    const action = (await page.locator("main form").first().getAttribute("action")) ?? "";
    const post = async () =>
      (
        await context.request.post(action, { form: { ...form, name: "Ole", phone: "22334455" }, maxRedirects: 0 })
      ).headers()["location"];
    const [first, second] = await Promise.all([post(), post()]);
    expect(first).toMatch(/^\/hjaelp\/[\w-]{43}/);
    expect(second).toBe(first);
  });

  test("can add something, and say no again", async ({ page }) => {
    await page.goto("/hjaelp");
    await askAs(page, "Inger");
    await page.getByLabel(ownPage.addLabel).fill("Jeg kan ikke på torsdag");
    await page.getByRole("button", { name: ownPage.addSend }).click();
    await expect(page.locator("main")).toContainText("Jeg kan ikke på torsdag");
    await page.getByText(ownPage.stopOpen).click();
    await expect(page.getByText(ownPage.stopHow(7))).toBeVisible();
    await page.getByRole("button", { name: ownPage.stopSend }).click();
    await expect(page.locator(".status")).toContainText("Ingen ringer til dig");
    await expect(page.getByLabel(ownPage.addLabel)).toHaveCount(0);
    await expectNoAxeProblems(page);
  });

  test("gets a receipt by mail with a link and no name", async ({ page }) => {
    await page.goto("/hjaelp");
    await page.getByLabel(help.email).fill("gerda@modtager.example");
    await page.getByLabel(help.name).fill("Gerda Lund");
    await page.getByRole("button", { name: help.send }).click();
    const mail = await newestMailTo("gerda@modtager.example");
    expect(mail).not.toContain("Gerda Lund");
    await page.goto(new URL(/https?:\S+\/hjaelp\/\S+/.exec(mail)?.[0] ?? "/").pathname);
    await expect(page.locator(".status")).toContainText("senest");
  });

  test("for somebody else needs a yes, and gets no link to what is not theirs", async ({ page }) => {
    await page.goto("/hjaelp");
    await page.getByLabel(help.forOther).check();
    await page.getByLabel(help.theirName).fill("Jens");
    await page.getByLabel(help.theirPhone).fill("33445566");
    await page.getByRole("button", { name: help.sendOther }).click();
    await expect(page.locator("#f-saidYes-error")).toBeVisible();
    await expectNoAxeProblems(page);
    await page.getByLabel(help.saidYes).check();
    await page.getByRole("button", { name: help.sendOther }).click();
    await expect(page).toHaveURL(/\/hjaelp\/tak\?nr=FB-/);
    await expect(page.locator("main")).toContainText("Når vi har talt sammen");
    await expectNoAxeProblems(page);
  });

  test("sees whom to call at once, and where to read about privacy", async ({ page }) => {
    await page.goto("/hjaelp");
    for (const number of ["tel:112", "tel:70113131", "tel:70201201", "tel:86000000"])
      await expect(page.locator(`aside a[href="${number}"]`)).toBeVisible();
    await page.getByRole("link", { name: help.more }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Privatliv");
    await expect(page.locator("main")).toContainText("Datatilsynet");
    await expectNoAxeProblems(page);
  });

  test("with a link that does not work is told so, kindly", async ({ page }) => {
    const answer = await page.goto(`/hjaelp/${"x".repeat(43)}`);
    expect(answer?.status()).toBe(404);
    expect(answer?.headers()).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    });
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(ownPage.gone);
    await expectNoAxeProblems(page);
  });

  test("fits on a phone, search and errors and all @phone", async ({ page }) => {
    await page.goto(SEARCH);
    await page.getByText(help.changeCarried).click();
    await page.getByRole("button", { name: help.send }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
});

test("An area that was chosen in the form comes back as chosen there, not as something one has searched for", async ({
  page,
}) => {
  await page.goto("/hjaelp");
  await page.getByLabel(help.name).fill("Karen");
  await page.getByLabel(help.phone).fill("12");
  await page.getByLabel(help.area).selectOption({ label: "Viby" });
  await page.getByRole("button", { name: help.send }).click();
  await expect(page.locator("#f-phone-error")).toBeVisible();
  await expect(page.getByText(help.carriedTitle)).toHaveCount(0);
  await expect(page.getByLabel(help.area)).toHaveValue("viby");
});
