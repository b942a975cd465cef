import { accountTexts } from "../../src/texts/accounts.ts";
import { casework } from "../../src/texts/casework.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { auditKinds, trail } from "../../src/texts/trail.ts";
import { beAway, newPerson, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, newestMailTo, test } from "./support.ts";

test("A brobygger whose session ends in the middle of a note gets it back after signing in again", async ({ page }) => {
  const noor = await newPerson("Noor Note", "brobygger");
  await signIn(page, noor);
  await page.goto("/brobygger/ny");
  await page.getByLabel(casework.doorChoices["drop-in"]).check();
  await page.getByLabel(casework.name, { exact: true }).fill("Inge Halv");
  await page.getByLabel(casework.phone).fill("20 30 40 51");
  await page.getByLabel(casework.saidYes).check();
  await page.getByRole("button", { name: casework.registerSend }).click();
  await expect(page).toHaveURL(/\/brobygger\/sag\//);
  const address = new URL(page.url()).pathname;

  await page.getByLabel(casework.noteLabel).fill("Inge vil gerne synge, men ikke alene.");
  beAway(noor, 31);
  await page.getByRole("button", { name: casework.saveNote }).click();
  await expect(page).toHaveURL(/\/log-ind\?/);
  await expect(page.getByText(notices["tekst-gemt"] ?? "")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await signIn(page, noor);
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByText(refusals["givenBack"] ?? "")).toBeVisible();
  await expect(page.getByLabel(casework.noteLabel)).toHaveValue("Inge vil gerne synge, men ikke alene.");
  await page.getByRole("button", { name: casework.saveNote }).click();
  await expect(page.getByText(notices["note-gemt"] ?? "")).toBeVisible();
  await expect(page.locator(".history").getByText("Inge vil gerne synge, men ikke alene.")).toBeVisible();
  await page.goto(address);
  await expect(page.getByLabel(casework.noteLabel)).toHaveValue("");
});

test("Somebody sees where they are signed in, logs out everywhere else, and hears of a new place by mail @phone", async ({
  page,
  browser,
}) => {
  const olga = await newPerson("Olga Overalt", "brobygger");
  await signIn(page, olga);
  const library = await browser.newContext();
  const other = await library.newPage();
  await signIn(other, olga);
  await expect(other).toHaveURL(/\/brobygger/);
  await expect
    .poll(async () => (await newestMailTo(olga.email)).replace(/\s+/g, " "))
    .toMatch(/nyt sted: Chrome på Windows/);
  await page.goto("/brobygger");
  await page.getByRole("link", { name: accountTexts.title }).click();
  await expect(page.locator(".places li")).toHaveCount(2);
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: accountTexts.endOthers }).click();
  await expect(page.locator(".places li")).toHaveCount(1);
  await other.goto("/brobygger");
  await expect(other).toHaveURL(/\/log-ind/);
  await library.close();
});

test("Somebody chooses a new password with the old one, and signs in with it", async ({ page }) => {
  const pia = await newPerson("Pia Kode", "contact");
  await signIn(page, pia);
  await page.goto("/konto");
  const change = async (current: string, next: string) => {
    await page.getByLabel(accountTexts.current).fill(current);
    await page.getByLabel(accountTexts.next).fill(next);
    await page.getByRole("button", { name: accountTexts.save }).click();
  };
  await change("ikke den rigtige", "stille vand dyb grund");
  await expect(page.getByText(refusals["wrongPassword"] ?? "").first()).toBeVisible();
  await change(pia.password, "Sommer2026!");
  await expect(page.getByText(refusals["passwordCommon"] ?? "").first()).toBeVisible();
  await expectNoAxeProblems(page);
  await change(pia.password, "stille vand dyb grund");
  await expect(page.getByText(notices["kode-gemt"] ?? "")).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, { ...pia, password: "stille vand dyb grund" });
  await expect(page).not.toHaveURL(/\/log-ind/);
});

test("A data officer reads who came in, finds one person, and takes it out as a sheet; an editor does not see it", async ({
  page,
  browser,
}) => {
  const dorte = await newPerson("Dorte Databeskytter", "data-officer");
  const rasmus = await newPerson("Rasmus Redaktør", "editor");
  const desk = await browser.newContext();
  const editor = await desk.newPage();
  await signIn(editor, rasmus);
  await expect(editor).toHaveURL(/\/redaktion/);
  expect((await editor.goto("/spor"))?.status()).toBe(403);
  expect((await editor.request.get("/spor/spor.csv")).status()).toBe(403);

  await signIn(page, dorte);
  await expect(page).toHaveURL(/\/spor$/);
  await expectNoAxeProblems(page);
  await page.getByLabel(trail.person).selectOption({ label: rasmus.name });
  await page.getByLabel(trail.kind).selectOption({ label: auditKinds["signed-in"] });
  await page.getByRole("button", { name: trail.find }).click();
  const rows = page.locator("tbody tr");
  await expect(rows.first()).toContainText("Rasmus Redaktør");
  await expect(rows.first()).toContainText("Chrome på Windows");
  const sheet = await (
    await page.request.get((await page.getByRole("link", { name: trail.csv }).getAttribute("href")) ?? "")
  ).text();
  expect(sheet.split("\r\n")[0]).toContain(trail.csvHead.join(";"));
  expect(sheet).toContain("Rasmus Redaktør");
  expect(sheet).not.toContain("Dorte");
  await page.goto("/spor");
  await expect(page.locator("tbody tr").first()).toContainText(trail.exportedTrail);
  await desk.close();
});
