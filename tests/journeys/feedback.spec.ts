import { units, teams } from "../../db/schema.ts";
import { eq } from "drizzle-orm";
import { caseDeeds } from "../../src/texts/case-deeds.ts";
import { casework } from "../../src/texts/casework.ts";
import { consentPage } from "../../src/texts/consents.ts";
import { feedbackTexts, heardTexts, outreachTexts } from "../../src/texts/feedback.ts";
import { notices } from "../../src/texts/notices.ts";
import { referTexts } from "../../src/texts/units.ts";
import { inviteByLead, passCode } from "./colleague.ts";
import { withDb } from "./database.ts";
import { newPerson, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, newestMailTo, ownPhone, signInAs, test, uniqueTitle } from "./support.ts";

const unitNamed = (start: string) => {
  const unit = uniqueTitle(start);
  return { unit, email: `${unit.split(" ")[1]}@eksempel.dk` };
};

test("Who referred reads by the link how it goes, after the citizen's yes and not after its withdrawal", async ({
  page,
  browser,
}) => {
  test.setTimeout(150_000);
  const { unit, email } = unitNamed("Lægehuset");
  const first = uniqueTitle("K").replace(" ", "");
  const link = await inviteByLead(page, { unit, kind: "gp", name: "Anne Lind", email });
  const colleague = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await colleague.goto(`${link}/gaar`);
  await expect(colleague, "nobody reads before the code").toHaveURL(new RegExp(`${link}$`));
  await passCode(colleague, email, 1);
  await colleague.getByLabel(referTexts.name).fill(`${first} Holm`);
  await colleague.getByLabel(referTexts.phone).fill(ownPhone());
  await colleague.getByLabel(referTexts.reasons.loneliness).check();
  await colleague.getByRole("button", { name: referTexts.send }).click();
  await colleague.goto(link);
  await colleague.getByRole("link", { name: heardTexts.link }).click();
  await expect(colleague.locator("main")).toContainText(heardTexts.none);
  await expectNoAxeProblems(colleague);

  await page.context().clearCookies();
  await signIn(page, await newPerson(uniqueTitle("Vera"), "brobygger"));
  await page.goto("/brobygger/nye");
  await page
    .locator(".queue li")
    .filter({ hasText: casework.unitReferred(unit) })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: casework.take }).click();
  const main = page.locator("main");
  await expect(main).toContainText(feedbackTexts.noYes);
  await page.getByText(casework.yesNote).click();
  await page.getByLabel(casework.yesKind).selectOption({ label: consentPage.labels["feed-back"] });
  await page.getByRole("button", { name: casework.yesSave }).click();
  await expect(main).toContainText(feedbackTexts.byLink);
  await expectNoAxeProblems(page);

  const heard = colleague.locator(".heard li").filter({ hasText: first });
  await colleague.reload();
  await expect(heard).toContainText(feedbackTexts.steps.waiting);
  await expect(colleague.locator("main")).not.toContainText("Holm");
  await page.getByText(caseDeeds.placedAdd).click();
  await page.getByLabel(caseDeeds.placedOffer).fill("Kor i Åbyhøj");
  await page.getByRole("button", { name: caseDeeds.placedSave }).click();
  await colleague.reload();
  await expect(heard).toContainText(feedbackTexts.steps.started);
  await expect(colleague.locator("main"), "never where").not.toContainText("Kor");
  await expectNoAxeProblems(colleague);
  await page.reload();
  await expect(main, "told in the course").toContainText(`${feedbackTexts.reader} ${feedbackTexts.toldBy.link}`);

  await page.getByRole("button", { name: casework.takeBackNamed(consentPage.labels["feed-back"]) }).click();
  await expect(main).toContainText(feedbackTexts.noYes);
  await colleague.reload();
  await expect(heard).toHaveCount(0);
  await expect(colleague.locator("main")).toContainText(heardTexts.none);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("A unit that is silent is on the desk, and a visit is noted in two taps @phone", async ({ page }) => {
    const { unit } = unitNamed("Neurocentret");
    withDb((db) => {
      const team = db.select().from(teams).where(eq(teams.isDefault, true)).get();
      db.insert(units)
        .values({ id: unit, teamId: team?.id ?? "", name: unit, kind: "health-unit", createdAt: 0 })
        .run();
    });
    await signInAs(page, "brobygger");
    const line = page.locator("#besoeg li").filter({ hasText: unit });
    await expect(line).toContainText(outreachTexts.never);
    await line.locator("summary").click();
    await line.getByRole("button", { name: outreachTexts.kinds["staff-meeting"] }).click();
    await expect(page.locator(".notice")).toHaveText(notices["besoeg-skrevet"]);
    await expect(line).toHaveCount(0);
  });
});

test("A lead tells what went well in a year, and who refers reads it with totals", async ({ page, browser }) => {
  test.setTimeout(90_000);
  const { unit, email } = unitNamed("Jobcentret");
  const link = await inviteByLead(page, { unit, kind: "job-centre", name: "Bo Lind", email });
  await page.goto("/brobygger/henvisere");
  await page.getByRole("link", { name: outreachTexts.year }).click();
  await page.getByLabel(outreachTexts.yearText).fill("Mange går nu i kor sammen.");
  await page.getByRole("button", { name: outreachTexts.yearSave }).click();
  await expect(page.locator(".notice")).toHaveText(notices["aaret-gemt"]);
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: outreachTexts.yearMail }).click();
  await expect(page.locator(".notice")).toHaveText(notices["aaret-sendt"]);
  await expect.poll(() => newestMailTo(email)).toContain("Mange går nu i kor sammen.");

  const colleague = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await colleague.goto(link);
  await passCode(colleague, email, 2);
  await colleague.getByRole("link", { name: heardTexts.link }).click();
  await expect(colleague.locator("main")).toContainText(heardTexts.totals);
  await expect(colleague.locator("main")).toContainText("Mange går nu i kor sammen.");
  await expect(colleague.locator("table")).toContainText(heardTexts.counts.all);
  await expectNoAxeProblems(colleague);
});
