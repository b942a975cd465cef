import { DAY, NOW } from "../world.ts";
import { withDb } from "./database.ts";
import { type Hit, linkIn, mailAbout, mailsOf, ofTheLibrary, sayComing, welcomeArrivals } from "./library.ts";
import { expect, expectNoAxeProblems, signInAs, test } from "./support.ts";

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody says that she comes: the tovholder hears a first name, and it is gone when she takes it back or the day is over", async ({
    page,
    request,
  }) => {
    const activity = await ofTheLibrary(request, 4);
    await welcomeArrivals(page, activity);
    await sayComing(page, activity, "Karen Holm");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("ved, du kommer");
    const mail = await mailAbout("arrival", activity);
    expect(mail).toContain("Karen kommer");
    expect(mail).not.toContain("Holm");
    const own = page.url().replace(/\?.*/, "");
    await page.getByRole("button", { name: "Jeg kommer ikke" }).click();
    await expect(page.getByRole("status")).toContainText("slettet");
    expect((await page.goto(own))?.status()).toBe(404);

    await sayComing(page, activity, "Bent");
    const other = page.url().replace(/\?.*/, "");
    withDb((db) =>
      db.$client
        .prepare('UPDATE arrivals SET start = ?, "end" = ? WHERE activity_id = ?')
        .run(NOW - DAY, NOW - DAY / 2, activity.id),
    );
    expect((await page.goto(other))?.status()).toBe(404);
    await expect(page.locator("main")).not.toContainText("Bent");
  });

  test("nobody says so where the host has not agreed", async ({ page, request }) => {
    const activity = await ofTheLibrary(request, 5);
    await page.goto(`/aktiviteter/${activity.slug}`);
    await expect(page.getByText("Sig, at du kommer")).toHaveCount(0);
    const answer = await request.post(`/aktiviteter/${activity.slug}?_action=upkeep.come`, {
      form: { id: activity.id, fornavn: "Karen", gang: "1" },
    });
    expect(answer.status()).toBe(422);
    expect(
      withDb((db) => db.$client.prepare("SELECT count(*) AS n FROM arrivals WHERE activity_id = ?").get(activity.id)),
    ).toEqual({ n: 0 });
  });

  test("a question is answered from the mail for all, and an editor can hide it", async ({ page, request }) => {
    const activity = await ofTheLibrary(request, 6);
    const question = "Er der en elevator op til salen?";
    await page.goto(`/aktiviteter/${activity.slug}`);
    await page.getByLabel("Dit spørgsmål").fill("Mit nummer er 010190-1234");
    await page.getByRole("button", { name: "Spørg", exact: true }).click();
    await expect(page.getByRole("alert")).toContainText("CPR");
    await expect(page.getByLabel("Dit spørgsmål")).toHaveValue("Mit nummer er 010190-1234");
    await page.getByLabel("Dit spørgsmål").fill(question);
    await page.getByRole("button", { name: "Spørg", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("sendt");
    await expect(page.locator("main")).not.toContainText(question);
    await page.goto(linkIn(await mailAbout("question", activity)));
    await page.getByLabel("Dit svar").fill("Ja, ved bagdøren.");
    await page.getByRole("button", { name: "Svar alle" }).click();
    await page.goto(`/aktiviteter/${activity.slug}`);
    await expect(page.locator("main")).toContainText("Ja, ved bagdøren.");
    await signInAs(page, "editor");
    await page.goto("/redaktion/tavle/svar");
    await page.getByRole("button", { name: `Skjul: ${question}` }).click();
    await page.goto(`/aktiviteter/${activity.slug}`);
    await expect(page.locator("main")).not.toContainText("Ja, ved bagdøren.");
  });

  test("an editor merges two: the old address leads to the one that stays", async ({ page, request }) => {
    const { hits } = (await (await request.get("/api/aktiviteter?q=svømning")).json()) as { hits: Hit[] };
    const [keep, gone] = hits;
    if (!keep || !gone) throw new Error("the town has too few swimmers for this test");
    await signInAs(page, "editor");
    await page.goto("/redaktion/tavle/dubletter");
    await page.getByLabel("Den ene: adressen på siden").fill(`https://sted.example/aktiviteter/${keep.slug}?fra=mail`);
    await page.getByLabel("Den anden: adressen på siden").fill(gone.slug);
    await page.getByRole("button", { name: "Se på dem" }).click();
    await page
      .getByRole("button", { name: `Behold den her: ${keep.title} fra` })
      .first()
      .click();
    await expect(page.getByRole("status")).toContainText("lagt sammen");
    const answer = await request.get(`/aktiviteter/${gone.slug}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(301);
    expect(answer.headers()["location"]).toBe(`/aktiviteter/${keep.slug}`);
  });

  test("a wish from a search without hits reaches editors with contact and associations without", async ({ page }) => {
    await page.goto("/?q=faldskærmsudspring+i+måneskin&omraade=viby");
    await page.getByRole("link", { name: "Fortæl os, hvad du mangler" }).click();
    await expect(page.getByLabel("Hvor skal det være?")).toHaveValue("viby");
    await page.getByLabel("Hvad har du lyst til?").fill("En læsegruppe for nattevagter");
    await page.getByLabel("Din mail eller dit nummer").fill("nat@eksempel.dk");
    await page.getByRole("button", { name: "Send dit ønske" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Tak");
    await signInAs(page, "contact");
    await page.goto("/forening/savnes");
    const wish = page.locator(".wishes li", { hasText: "nattevagter" });
    await expect(wish).not.toContainText("nat@eksempel.dk");
    await wish.getByRole("button").click();
    await expect(page.locator(".wishes li", { hasText: "nattevagter" })).toContainText("Viby Bibliotek ser på det");
    await page.context().clearCookies();
    await signInAs(page, "editor");
    await page.goto("/redaktion/tavle/oensker");
    await expect(page.locator(".queue li", { hasText: "nattevagter" })).toContainText("nat@eksempel.dk");
  });
});

test("the pages of confirming, coming, asking and telling are free of axe problems @phone", async ({
  page,
  request,
}) => {
  test.slow();
  const activity = await ofTheLibrary(request, 3);
  await page.goto(`/aktiviteter/${activity.slug}`);
  await page.getByText("Er noget forkert?").click();
  await page.getByText("Er du tovholder her?").click();
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: "Send mig et link" }).click();
  await page.goto(linkIn(await mailAbout("host-link", activity)));
  await page.locator("summary").first().click();
  await expectNoAxeProblems(page);
  await page.goto(linkIn(mailsOf("confirm-season")[0] ?? ""));
  await expectNoAxeProblems(page);
  await page.goto("/foreslaa");
  await expectNoAxeProblems(page);
  await signInAs(page, "editor");
  for (const path of ["", "/ubekraeftet", "/svar", "/dubletter", "/oensker", "/ord", "/ferier", "/omraader"]) {
    await page.goto(`/redaktion/tavle${path}`);
    await expectNoAxeProblems(page);
  }
  for (const path of ["gaar", "historik"]) {
    await page.goto(`/forening/aktivitet/${activity.id}/${path}`);
    await expectNoAxeProblems(page);
  }
});
