import { demoColleague } from "../../db/demo/people.ts";
import { casework } from "../../src/texts/casework.ts";
import { help } from "../../src/texts/help.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { referTexts, unitTexts } from "../../src/texts/units.ts";
import { passCode } from "./colleague.ts";
import { expect, expectNoAxeProblems, newestMailTo, ownPhone, signInAs, test, uniqueTitle } from "./support.ts";

test.describe("A colleague of a unit", () => {
  test("is invited by a lead, refers a citizen within a minute, and the brobygger finds the case", async ({
    page,
    browser,
  }) => {
    test.setTimeout(120_000);
    const unit = uniqueTitle("Lægehuset");
    const email = `${unit.split(" ")[1]}@eksempel.dk`;
    const citizen = uniqueTitle("Karen");

    await signInAs(page, "lead");
    await page.goto("/brobygger");
    await page.getByRole("link", { name: unitTexts.title }).click();
    await expectNoAxeProblems(page);
    await page.getByLabel(unitTexts.name).fill(unit);
    await page.getByLabel(unitTexts.kinds.gp).check();
    await page.getByRole("button", { name: unitTexts.addButton }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(unit);
    await page.getByLabel(unitTexts.personName).fill("Anne Lind");
    await page.getByLabel(unitTexts.email).fill(email);
    await page.getByRole("button", { name: unitTexts.inviteButton }).click();
    await expect(page.locator(".colleagues")).toContainText(email);
    await expectNoAxeProblems(page);

    const context = await browser.newContext();
    const colleague = await context.newPage();
    const link = /\/henvis\/[\w-]{43}/.exec(await newestMailTo(email))?.[0] ?? "";
    await colleague.goto(link);
    await expect(colleague.locator("main")).not.toContainText("Anne");
    await expectNoAxeProblems(colleague);
    await passCode(colleague, email, 1);

    await expect(colleague.locator("main")).toContainText(referTexts.from("Anne Lind", unit));
    await expectNoAxeProblems(colleague);
    const started = Date.now();
    await colleague.getByLabel(referTexts.name).fill(citizen);
    await colleague.getByLabel(referTexts.phone).fill(ownPhone());
    await colleague.getByLabel(referTexts.reasons.loneliness).check();
    await colleague.getByLabel(referTexts.yesWays.oral).check();
    await colleague.getByLabel(referTexts.about).fill("Født 010190-1234");
    await colleague.getByRole("button", { name: referTexts.send }).click();
    await expect(colleague.locator("#f-whyOral-error")).toHaveText(refusals.whyOral);
    await expect(colleague.getByLabel(referTexts.name)).toHaveValue(citizen);
    await expect(colleague.getByLabel(referTexts.reasons.loneliness)).toBeChecked();
    await expectNoAxeProblems(colleague);
    await colleague.getByLabel(referTexts.whyOral).fill("Ser dårligt");
    await colleague.getByRole("button", { name: referTexts.send }).click();
    await expect(colleague.locator("#f-about-error")).toHaveText(refusals.cpr);
    await colleague.getByLabel(referTexts.about).fill("Vil gerne ud at gå");
    await colleague.getByRole("button", { name: referTexts.send }).click();
    await expect(colleague.locator(".aloud")).toContainText("senest fredag den 27. november");
    await expect(colleague.locator(".aloud")).toContainText(/FB-[2-9A-Z]{5}/);
    expect(Date.now() - started).toBeLessThan(60_000);
    await expectNoAxeProblems(colleague);

    await colleague.getByRole("link", { name: referTexts.oneMore }).click();
    await expect(colleague.getByLabel(referTexts.name)).toHaveValue("");
    await expect(colleague.locator("main")).not.toContainText(citizen);

    const other = await (await browser.newContext()).newPage();
    await other.goto(link);
    await expect(other.getByRole("button", { name: referTexts.sendCode })).toBeVisible();
    await expect(other.getByLabel(referTexts.name)).toHaveCount(0);

    await page.goto("/brobygger/nye");
    const line = page.locator(".queue li").filter({ hasText: casework.unitReferred(unit) });
    await line.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(citizen);
    const main = page.locator("main");
    for (const said of [unit, "Anne Lind", referTexts.reasons.loneliness, "Ser dårligt", casework.consentByReferrer])
      await expect(main).toContainText(said);
    await expectNoAxeProblems(page);

    await page.goto("/brobygger/henvisere");
    await page.getByRole("link", { name: unit }).click();
    await page.getByRole("button", { name: unitTexts.revokeNamed("Anne Lind") }).click();
    await expect(main).toContainText(unitTexts.noColleagues);
    const gone = await colleague.goto(link);
    expect(gone?.status()).toBe(404);
    await expectNoAxeProblems(colleague);
  });

  test("cannot be given a link at a union: the lead is told to hand out the card", async ({ page }) => {
    await signInAs(page, "lead");
    await page.goto("/brobygger/henvisere");
    await page.getByRole("link", { name: "Butiksansattes fagforening" }).click();
    await expect(page.locator("main")).toContainText(unitTexts.cardText);
    await expect(page.getByRole("button", { name: unitTexts.inviteButton })).toHaveCount(0);
    await expectNoAxeProblems(page);
  });

  test.describe("without JavaScript", () => {
    test.use({ javaScriptEnabled: false });

    test("refers by the demo's link @phone", async ({ page }) => {
      const answer = await page.goto(`/henvis/${demoColleague.token}`);
      expect(answer?.headers()).toMatchObject({
        "cache-control": "no-store",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex",
      });
      await passCode(page, demoColleague.email, 0);
      await page.getByLabel(referTexts.name).fill("Ole Uden Script");
      await page.getByLabel(referTexts.phone).fill(ownPhone());
      await page.getByLabel(referTexts.reasons.pain).check();
      await page.getByLabel(help.whens.afternoon).check();
      await page.getByRole("button", { name: referTexts.send }).click();
      await expect(page.locator(".aloud")).toContainText("senest fredag den 27. november");
    });
  });
});
