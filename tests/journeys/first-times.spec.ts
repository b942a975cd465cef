import type { Page } from "@playwright/test";
import { addDays } from "../../src/shared/time.ts";
import { caseDeeds } from "../../src/texts/case-deeds.ts";
import { casework } from "../../src/texts/casework.ts";
import { consentPage } from "../../src/texts/consents.ts";
import { followTexts } from "../../src/texts/following.ts";
import { firstTimes as texts } from "../../src/texts/first-times.ts";
import { ownPage } from "../../src/texts/help.ts";
import { notices } from "../../src/texts/notices.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { talkTexts } from "../../src/texts/talk.ts";
import { askForHelp, expectSheetSaved, openSheet, takeCase } from "./casework.ts";
import { withDb } from "./database.ts";
import { expect, expectNoAxeProblems, newestMailTo, signInAs, test, uniqueTitle } from "./support.ts";

// One after the other: what an association says holds for all who write to it.
test.describe.configure({ mode: "default" });

/** The brobygger takes the case, finds what fits *efter kl. 16, bus 4A, gratis*, or what one likes, and goes to the tovholder. */
async function toTheTovholder(page: Page, name: string, likes?: string): Promise<{ title: string; case_: string }> {
  const case_ = await takeCase(page, name);
  await openSheet(page);
  if (likes) await page.getByLabel(talkTexts.likes).fill(likes);
  else {
    await page.getByLabel(talkTexts.earliest).fill("16:00");
    await page.getByLabel(talkTexts.lines).fill("4A");
    await page.getByText(talkTexts.economies.free, { exact: true }).first().click();
  }
  await expectSheetSaved(page);
  const hit = page.locator("#match > .hits > .hit").first();
  await expect(hit.locator(".yes").first()).toBeVisible();
  const title = (await hit.locator("h3").textContent())?.trim() ?? "";
  await hit.getByRole("button", { name: texts.contactNamed(title) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.contactTitle(title));
  return { title, case_ };
}

async function writeTo(page: Page, email: string): Promise<void> {
  await page.getByText(texts.ways.mail).click();
  await page.getByText(texts.yes).click();
  await page.getByLabel(texts.agreed).fill("Vil gerne mødes ved døren.");
  await page.getByText(texts.otherReceiver).click();
  await page.getByRole("textbox", { name: texts.receiverEmail }).fill(email);
  await page.getByRole("button", { name: texts.send }).click();
  await expect(page.locator(".notice")).toHaveText(notices["tovholder-skrevet"]);
}

const linkIn = (mail: string) => /\/tovholder\/\S+/.exec(mail)?.[0] ?? "";
const onTheWay = (page: Page) => page.locator("#paa-vej");

/** As if the trial's hour had come and gone. */
function letItPass(case_: string): void {
  const id = case_.split("/").at(-1);
  withDb((db) =>
    db.$client.prepare("UPDATE trials SET start = start - 70 * 86400000 WHERE case_id = ? AND outcome IS NULL").run(id),
  );
}

test("Karen's way: the tovholder says welcome, she does not come, she comes again with company, and has started", async ({
  browser,
  page,
}) => {
  test.slow();
  await signInAs(page, "brobygger");
  const { name } = await askForHelp(browser);
  const { title, case_ } = await toTheTovholder(page, name);
  await expectNoAxeProblems(page);
  const tovholder = `${uniqueTitle("t").replace(" ", "")}@eksempel.dk`;
  await page.getByText(texts.ways.mail).click();
  await page.getByRole("button", { name: texts.send }).click();
  await expect(page.getByText(refusals.yesToReceiver).first()).toBeVisible();
  await writeTo(page, tovholder);
  await expect(onTheWay(page)).toContainText(texts.stands.notShown);

  const mail = await newestMailTo(tovholder);
  expect(mail).not.toContain(name);
  const lis = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await lis.goto(linkIn(mail));
  await expect(lis.getByText(name)).toHaveCount(0);
  await expectNoAxeProblems(lis);
  await lis.getByRole("button", { name: texts.linkShow }).click();
  await expect(lis.getByText(name)).toBeVisible();
  await expect(lis.getByText("Holm")).toHaveCount(0);
  await expect(lis.getByText("Vil gerne mødes ved døren.")).toBeVisible();
  await expectNoAxeProblems(lis);
  await lis.getByLabel(texts.linkWords).fill("Inge tager imod");
  await lis.getByRole("button", { name: texts.linkAnswers.welcome }).click();
  await expect(lis.locator(".notice")).toHaveText(notices["tovholder-svaret"]);
  await expect(lis.getByText(texts.linkAnswered(texts.linkAnswers.welcome))).toBeVisible();
  await lis.context().close();

  await page.goto(case_);
  await expect(onTheWay(page)).toContainText(texts.answers.welcome);
  await expect(onTheWay(page).getByText("Inge tager imod")).toBeVisible();
  await onTheWay(page).getByText(texts.book).click();
  await onTheWay(page).getByLabel(texts.meets).fill("Inge ved døren");
  await onTheWay(page).getByRole("button", { name: texts.bookSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["proevetime-aftalt"]);
  await page.getByRole("link", { name: texts.paper }).click();
  await expect(page.getByText("Inge ved døren")).toBeVisible();
  await expectNoAxeProblems(page);

  letItPass(case_);
  await page.goto(case_);
  await expectNoAxeProblems(page);
  await onTheWay(page).getByText(texts.missed).click();
  await expect(onTheWay(page).getByText(texts.agains.yes)).toBeHidden();
  await onTheWay(page).getByText(texts.whys["dared-not"]).click();
  await onTheWay(page).getByRole("button", { name: texts.wentSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["proevetime-noteret"]);

  await onTheWay(page).getByText(texts.book).click();
  const booking = onTheWay(page).locator("form", { has: page.getByRole("button", { name: texts.bookSave }) });
  await booking.getByText(texts.companies.brobygger, { exact: true }).click();
  await onTheWay(page).getByRole("button", { name: texts.bookSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["proevetime-aftalt"]);
  letItPass(case_);
  await page.goto(case_);
  const open = onTheWay(page).locator(".went").filter({ visible: true });
  await open.getByText(texts.came, { exact: true }).click();
  await open.getByText(texts.agains.yes).click();
  await open.getByRole("button", { name: texts.wentSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["proevetime-noteret"]);
  await expect(onTheWay(page).getByText(/^I gang siden/)).toBeVisible();
  await expect(page.getByText(texts.companyTimes(texts.companies.brobygger, 1))).toBeVisible();
  await expect(page.getByRole("link", { name: title }).first()).toBeVisible();
});

test("A citizen who takes the yes back in the middle: the link behind the mail shows nobody any more", async ({
  browser,
  page,
}) => {
  await signInAs(page, "brobygger");
  const { name, link } = await askForHelp(browser);
  const { case_ } = await toTheTovholder(page, name);
  const tovholder = `${uniqueTitle("t").replace(" ", "")}@eksempel.dk`;
  await writeTo(page, tovholder);
  const address = linkIn(await newestMailTo(tovholder));
  const karen = await (await browser.newContext()).newPage();
  await karen.goto(link);
  await karen.getByRole("button", { name: ownPage.takeBackNamed(ownPage.yesKinds["share-with-association"]) }).click();
  await karen.goto(address);
  await expect(karen.getByRole("heading", { name: texts.linkGone })).toBeVisible();
  await karen.context().close();
  await page.goto(case_);
  await expect(onTheWay(page)).toContainText(texts.answers["called-off"]);
});

test("An association that says that it is full is shown so beside the talk, and is not written to", async ({
  browser,
  page,
}) => {
  await signInAs(page, "brobygger");
  const { name } = await askForHelp(browser);
  // Another association than the other tests write to.
  await toTheTovholder(page, name, "petanque");
  await page
    .getByRole("link", { name: texts.makeAgreement })
    .or(page.getByRole("link", { name: texts.toAgreement }))
    .click();
  await expectNoAxeProblems(page);
  const association = page.url();
  await page.getByLabel(texts.brobygger).fill("Ringer efter første gang");
  await page.getByLabel(texts.newcomersAWeek).fill("1");
  await page.getByText(texts.isFull).click();
  await page.getByRole("button", { name: texts.agreementSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["aftale-gemt"]);
  await page.goBack();
  await page.goBack();
  await page.reload();
  await expect(page.getByText(texts.fullNow)).toBeVisible();
  await page.getByText(texts.ways.self).click();
  await page.getByRole("button", { name: texts.send }).click();
  await expect(page.getByText(refusals.associationFull).first()).toBeVisible();
  await page.goto(association);
  await page.getByText(texts.isFull).click();
  await page.getByLabel(texts.newcomersAWeek).fill("");
  await page.getByRole("button", { name: texts.agreementSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["aftale-gemt"]);
});

test.describe("At 360 px, without JavaScript", () => {
  test.use({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  test("from a hit to the tovholder it is three taps", async ({ browser, page }) => {
    await signInAs(page, "brobygger");
    const { name } = await askForHelp(browser);
    await takeCase(page, name);
    await page.getByRole("link", { name: talkTexts.toTalk }).click();
    await page.waitForURL(/\/samtale$/);
    await page.getByLabel(talkTexts.likes).fill("sang");
    await page.getByRole("button", { name: talkTexts.save, exact: true }).click();
    const hit = page.locator("#match > .hits > .hit").first();
    await hit.getByRole("button", { name: /^Kontakt tovholder/ }).click();
    await page.getByText(texts.ways.self).click();
    await page.getByRole("button", { name: texts.send }).click();
    await expect(page.locator(".notice")).toHaveText(notices["kontakt-noteret"]);
    await expect(onTheWay(page)).toContainText(texts.answers.self);
  });
});

test("Who has started is asked how it goes: the citizen answers on the own page, the brobygger in two taps", async ({
  browser,
  page,
}) => {
  await signInAs(page, "brobygger");
  const { name, link } = await askForHelp(browser);
  const case_ = await takeCase(page, name);
  await expect(page.locator("#opfoelgning")).toContainText(followTexts.noYes);
  await page.getByText(casework.yesNote).click();
  await page.getByLabel(casework.yesKind).selectOption({ label: consentPage.labels["follow-up"] });
  await page.getByRole("button", { name: casework.yesSave }).click();
  await page.getByText(caseDeeds.placedAdd).click();
  await page.getByLabel(caseDeeds.placedOffer).fill("Kor i Sognegården");
  const first = page.getByLabel(caseDeeds.placedFirst);
  const today = await first.inputValue();
  await first.fill(addDays(today, -21));
  await page.getByRole("button", { name: caseDeeds.placedSave }).click();
  await expect(page.locator("#opfoelgning")).toContainText(followTexts.rounds["months-6"]);
  await expectNoAxeProblems(page);

  const karen = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await karen.goto(link);
  await expectNoAxeProblems(karen);
  await karen.getByText(followTexts.ownOutcomes["still-there"]).click();
  await karen.getByLabel(followTexts.ownWords).fill("Det går godt");
  await karen.getByRole("button", { name: followTexts.ownSend }).click();
  await expect(karen.locator(".notice")).toHaveText(notices["eget-svar"]);
  await karen.context().close();

  await page.goto(case_);
  await expect(page.locator("#opfoelgning")).toContainText(followTexts.byCitizen);
  await expect(page.getByText("Det går godt").first()).toBeVisible();
  await page.locator("#opfoelgning").getByText(followTexts.noteNow).click();
  const now = page.locator("#opfoelgning form").filter({ visible: true });
  await now.getByText(followTexts.outcomes.elsewhere).click();
  await now.getByRole("button", { name: followTexts.save }).click();
  await expect(page.locator("#opfoelgning")).toContainText(followTexts.outcomes.elsewhere);
});

test("An association that is silent is a task on the second working day, and ends in an answer", async ({
  browser,
  page,
}) => {
  await signInAs(page, "brobygger");
  const { name } = await askForHelp(browser);
  const { case_ } = await toTheTovholder(page, name);
  await writeTo(page, `${uniqueTitle("t").replace(" ", "")}@eksempel.dk`);
  await page.goto("/brobygger");
  const line = page.locator("li", { hasText: casework.tasks["no-answer"] }).filter({ hasText: name });
  await expect(line, "not yet").not.toHaveClass(/due|late/);
  withDb((db) =>
    db.$client
      .prepare(
        "UPDATE case_tasks SET starts_on = '2026-01-05', due_on = '2026-01-05' WHERE kind = 'no-answer' AND case_id = ?",
      )
      .run(case_.split("/").at(-1)),
  );
  await page.goto("/brobygger");
  await expect(line).toHaveClass(/late/);
  await line.getByRole("link").first().click();
  await onTheWay(page).getByText(texts.noteAnswer).click();
  await onTheWay(page).getByText(texts.answers.silent, { exact: true }).click();
  await onTheWay(page).getByRole("button", { name: texts.noteAnswerSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["svar-noteret"]);
  await expect(onTheWay(page)).toContainText(texts.answers.silent);
});

test("By keyboard alone a brobygger writes a wish and comes from a hit to the tovholder", async ({ browser, page }) => {
  await signInAs(page, "brobygger");
  const { name } = await askForHelp(browser);
  await page.goto("/brobygger/nye");
  await page.getByRole("link", { name: casework.openNamed(`${name}, Viby`) }).press("Enter");
  await page.getByRole("button", { name: casework.take }).press("Enter");
  await page.getByRole("link", { name: talkTexts.toTalk }).press("Enter");
  await page.waitForURL(/\/samtale$/);
  await page.getByLabel(talkTexts.likes).focus();
  await page.keyboard.type("sang");
  const button = page.locator("#match > .hits > .hit button").first();
  await expect(button).toBeVisible();
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press("Tab");
    if (await button.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Tag kontakt: /);
});
