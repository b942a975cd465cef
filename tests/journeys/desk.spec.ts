import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { activities, memberships, organisations } from "../../db/schema.ts";
import { embedLines } from "../../src/pointing/embed.ts";
import { contact } from "../../src/texts/contact.ts";
import { organisationTexts } from "../../src/texts/editor.ts";
import { deskWaits } from "../../src/texts/host-desk.ts";
import { notices } from "../../src/texts/notices.ts";
import { profileTexts } from "../../src/texts/profile.ts";
import { standingNames, standingSaid } from "../../src/texts/standing.ts";
import { linkPage, onPage } from "../../src/texts/upkeep.ts";
import { withDb } from "./database.ts";
import { newPerson, type Person, signIn } from "./people.ts";
import { expect, expectNoAxeProblems, signInAs, test, uniqueTitle } from "./support.ts";

test("A new association's first post takes at most 12 inputs, and Udgiv is in sight without scrolling @phone", async ({
  page,
}) => {
  await contactOf(page, "pending");
  await page.goto("/forening/ny");
  const title = uniqueTitle();
  let inputs = 0;
  const input = async (deed: Promise<unknown>) => {
    await deed;
    inputs += 1;
  };
  await input(page.getByLabel(contact.title).fill(title));
  await input(page.getByLabel(contact.description).fill("Vi læser højt og drikker te."));
  await input(page.locator("[name=themes][value=kunst]").check());
  await input(page.locator("[name=w0day]").selectOption("tor"));
  await input(page.locator("[name=w0start]").fill("19:00"));
  await input(page.locator("[name=w0end]").fill("21:00"));
  await input(page.getByLabel(contact.placeName).fill("Kælderen"));
  await input(page.locator("[name=postcode]").selectOption("8260"));
  await input(page.getByLabel(contact.free, { exact: true }).check());
  await input(page.getByLabel(contact.contactPhone).fill("86 11 22 33"));
  await input(page.getByRole("button", { name: contact.saveAndSee }).click());
  await expect(page.getByRole("button", { name: contact.publish, exact: true })).toBeInViewport();
  await input(page.getByRole("button", { name: contact.publish, exact: true }).click());
  await expect(page.locator("#status")).toHaveText(standingSaid.waiting);
  expect(inputs).toBeLessThanOrEqual(12);
});

test("A contact answers a question and calls a day off from the desk's first page, and sees who comes @phone", async ({
  page,
  browser,
}) => {
  const { slug, title } = await published(page);
  await asCitizen(browser, async (citizen) => {
    await citizen.goto(`/aktiviteter/${slug}`);
    await citizen.getByLabel(onPage.firstName).fill("Karen");
    await citizen.locator("#kom [name=mail]").fill("karen@eksempel.dk");
    await citizen.getByRole("button", { name: onPage.sayIt }).click();
    await citizen.goto(`/aktiviteter/${slug}`);
    await citizen.getByLabel(onPage.question).fill("Er der en elevator?");
    await citizen.getByRole("button", { name: onPage.askIt, exact: true }).click();
    await expect(citizen.locator(".notice")).toHaveText(notices.spurgt);
  });
  await page.goto("/forening");
  await expect(page.getByRole("link", { name: deskWaits.questions(1) })).toBeInViewport();
  await expectNoAxeProblems(page);
  await page.getByLabel(linkPage.answer).fill("Ja, til højre.");
  await page.getByRole("button", { name: linkPage.sendAnswer }).click();
  await expect(page.locator(".notice")).toHaveText(notices.svaret);
  const coming = page.locator("#kommer li", { hasText: title });
  await expect(coming).toContainText("Karen");
  await expect(coming).toContainText(linkPage.willHear(1));
  await coming.getByRole("button", { name: contact.cancel }).click();
  await expect(page.locator(".notice")).toHaveText(notices["dato-aflyst"]);
  await expect(page.locator("main")).toContainText(linkPage.heard("Karen"));
  await page.goto(`/aktiviteter/${slug}`);
  await expect(page.locator("main")).toContainText("Ja, til højre.");
  await expect(page.locator(".dates .tag")).toHaveText("Aflyst");
});

test("A refused association writes back from its desk, and an editor lets it in @phone", async ({ page, browser }) => {
  const { organisation, title } = await published(page, "rejected");
  await page.goto("/forening");
  await expect(page.locator(".own li", { hasText: title })).toContainText(standingNames.rejected);
  await page.getByLabel(profileTexts.appeal).fill("Alle kan være med gratis nu.");
  await page.getByRole("button", { name: profileTexts.sendAppeal }).click();
  await expect(page.locator(".notice")).toHaveText(notices["svar-til-redaktionen"]);
  await expect(page.locator(".own li", { hasText: title })).toContainText(standingNames.waiting);
  const context = await browser.newContext();
  const editor = await context.newPage();
  await signInAs(editor, "editor");
  await editor.goto(`/redaktion/foreninger/${organisation.id}`);
  await expect(editor.locator("main")).toContainText("Alle kan være med gratis nu.");
  await editor.getByRole("button", { name: organisationTexts.approve }).click();
  await expect(editor.locator(".notice")).toBeVisible();
  await context.close();
  await page.goto("/forening");
  await expect(page.locator(".own li", { hasText: title })).toContainText(standingNames.on);
});

test("An association mends its name, is followed as a calendar, and stands on its own website @phone", async ({
  page,
  browser,
  request,
  baseURL,
}) => {
  const { organisation, title } = await published(page);
  await page.goto(`/forening/om/${organisation.id}`);
  await expectNoAxeProblems(page);
  const name = uniqueTitle("Rettet forening");
  await page.getByLabel(profileTexts.name).fill(name);
  await page.getByLabel(profileTexts.description).fill("Vi læser sammen.");
  await page.getByRole("button", { name: profileTexts.save }).click();
  await expect(page.locator(".notice")).toHaveText(notices["forening-gemt"]);
  await page.getByRole("link", { name: profileTexts.see }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await expectNoAxeProblems(page);
  expect(await (await request.get(`/foreninger/${organisation.slug}.ics`)).text()).toContain("BEGIN:VEVENT");
  expect(await (await request.get(`/foreninger/${organisation.slug}.rss`)).text()).toContain(title);

  const lines = embedLines(baseURL ?? "", organisation.slug);
  const foreign = createServer((_, answer) =>
    answer.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><h1>Vores egen side</h1>${lines}`),
  );
  await new Promise<void>((listening) => foreign.listen(0, "127.0.0.1", listening));
  // A stranger's browser, without the header by which the tests are told apart: it would be asked about first.
  const context = await browser.newContext({ extraHTTPHeaders: {} });
  const visitor = await context.newPage();
  await visitor.goto(`http://localhost:${(foreign.address() as AddressInfo).port}/`);
  await visitor.locator("#faellesbro").getByRole("link", { name: title }).click();
  await expect(visitor.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await context.close();
  foreign.close();
});

interface Written {
  organisation: { id: string; slug: string };
  title: string;
  slug: string;
}

/** A contact of an association that no other test knows, signed in. */
async function contactOf(page: Page, state: "approved" | "pending" | "rejected"): Promise<Written["organisation"]> {
  const name = uniqueTitle("Foreningen");
  const id = name.split(" ").at(-1) ?? "";
  const person: Person = await newPerson(`Kontakt ${id}`, "contact");
  withDb((db) => {
    db.insert(organisations)
      .values({ id, slug: id, name, state, decisionText: "Det ligner et salgsmøde.", createdAt: 0 })
      .run();
    db.update(memberships).set({ scope: id }).where(eq(memberships.userId, person.id)).run();
  });
  await signIn(page, person);
  await expect(page).not.toHaveURL(/log-ind/);
  return { id, slug: id };
}

/** The same with an activity that one may say that one comes to, written at the desk. */
async function published(page: Page, state: "approved" | "rejected" = "approved"): Promise<Written> {
  const organisation = await contactOf(page, state);
  const title = uniqueTitle();
  await page.goto("/forening/ny");
  await page.getByLabel(contact.title).fill(title);
  await page.getByLabel(contact.description).fill("Vi læser højt og drikker te.");
  await page.locator("[name=themes][value=kunst]").check();
  await page.locator("[name=w0day]").selectOption("tor");
  await page.locator("[name=w0start]").fill("19:00");
  await page.locator("[name=w0end]").fill("21:00");
  await page.getByLabel(contact.placeName).fill("Kælderen");
  await page.locator("[name=postcode]").selectOption("8260");
  await page.getByLabel(contact.free, { exact: true }).check();
  await page.getByLabel(contact.contactPhone).fill("86 11 22 33");
  await page.getByRole("button", { name: contact.saveAndSee }).click();
  await page.getByRole("button", { name: contact.publish, exact: true }).click();
  await expect(page.locator("#status")).toBeVisible();
  const slug = withDb((db) => {
    const own = eq(activities.organisationId, organisation.id);
    db.update(activities).set({ arrivalsWelcome: true }).where(own).run();
    return db.select({ slug: activities.slug }).from(activities).where(own).get()?.slug ?? "";
  });
  return { organisation, title, slug };
}

async function asCitizen(browser: Browser, deed: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  await deed(await context.newPage());
  await context.close();
}
