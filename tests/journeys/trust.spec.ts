import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { connect, type OpenDb } from "../../db/client.ts";
import { monthlyToken } from "../../src/upkeep/monthly.ts";
import { keepSeason } from "../../src/jobs/season.ts";
import { readKeys } from "../../src/shared/seal.ts";
import { DAY, NOW } from "../world.ts";
import { expect, expectNoAxeProblems, loginOf, signInAs, test } from "./support.ts";

const dataDir = process.env["E2E_DATA_DIR"] ?? "";

interface Hit {
  id: string;
  slug: string;
  title: string;
}

/** Activities of Viby Bibliotek, whose contact reads mails; each test takes one of its own. */
async function ofTheLibrary(request: APIRequestContext, which: number, query = ""): Promise<Hit> {
  const answer = await request.get(`/api/aktiviteter?q=${encodeURIComponent('"Viby Bibliotek"')}${query}`);
  const hits = ((await answer.json()) as { hits: (Hit & { organisation: string })[] }).hits.filter(
    ({ organisation }) => organisation === "Viby Bibliotek",
  );
  const hit = hits.toReversed()[which];
  if (!hit) throw new Error("the library has too few activities for this test");
  return hit;
}

function withDb<T>(deed: (db: OpenDb) => T): T {
  const db = connect(join(dataDir, "faellesbro.db"));
  const done = deed(db);
  if (done instanceof Promise) return done.finally(() => db.$client.close()) as T;
  db.$client.close();
  return done;
}

function mailsOf(kind: string): string[] {
  const folder = join(dataDir, "mails");
  const files = readdirSync(folder).filter((name) => name.endsWith(`-${kind}.eml`));
  return files.sort().map((name) => readFileSync(join(folder, name), "utf8"));
}

/** The newest mail of a kind about an activity; waits until it is there. */
async function mailAbout(kind: string, { title }: Hit): Promise<string> {
  const found = () => mailsOf(kind).filter((mail) => mail.replace(/\s+/g, " ").includes(title));
  await expect
    .poll(() => found().length, { message: `a ${kind} mail about ${title}`, timeout: 10_000 })
    .toBeGreaterThan(0);
  return found().at(-1) ?? "";
}

function linkIn(mail: string): string {
  return mail.match(/\/b\/[\w-]+/)?.[0] ?? "no link";
}

async function askForHostLink(page: Page, { slug }: Hit): Promise<void> {
  await page.goto(`/aktiviteter/${slug}`);
  await page.getByText("Er du tovholder her?").click();
  await page.getByRole("button", { name: "Send mig et link" }).click();
  await expect(page.getByRole("status")).toContainText("linket på vej");
}

/** The contact says that people may say that they come. */
async function welcomeArrivals(page: Page, { id }: Hit): Promise<void> {
  await signInAs(page, "contact");
  await page.goto(`/forening/aktivitet/${id}/gaar`);
  await page.getByLabel("Folk må sige, at de kommer").check();
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByRole("status")).toContainText("gemt");
  await page.context().clearCookies();
}

async function sayComing(page: Page, { slug }: Hit, name: string): Promise<void> {
  await page.goto(`/aktiviteter/${slug}`);
  await page.getByLabel("Dit fornavn").fill(name);
  await page.getByLabel("Jeg kommer alene").check();
  await page.getByRole("button", { name: "Jeg kommer" }).click();
}

test.describe("Without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a tovholder calls next Tuesday off from a mail, moves another day, and takes it back, without signing in", async ({
    page,
    request,
  }) => {
    const activity = await ofTheLibrary(request, 0, "&dag=tir");
    await askForHostLink(page, activity);
    await page.goto(linkIn(await mailAbout("host-link", activity)));
    const callOff = page.getByRole("button", { name: /^Aflys .*tirsdag/ }).first();
    const date =
      /tirsdag den \d+\. [a-z]+/.exec((await callOff.getAttribute("aria-label")) ?? (await callOff.innerText()))?.[0] ??
      "";
    const day = page.locator(".days li", { hasText: date });
    await callOff.click();
    await expect(page.getByRole("status")).toContainText("aflyst");
    await expect(day.locator(".tag.alert")).toBeVisible();
    const shown = await (await request.get(`/aktiviteter/${activity.slug}`)).text();
    expect(shown).toContain("Aflyst");

    await page.getByRole("button", { name: "Fortryd", exact: true }).click();
    await expect(page.getByRole("status")).toContainText("fortrudt");
    await expect(day.locator(".tag.alert")).toHaveCount(0);

    const first = page.locator(".days li", { hasNot: page.locator(".tag.alert") }).nth(1);
    await first.getByText("Flyt", { exact: true }).click();
    await first.getByLabel("Ny dag").fill("2026-01-01");
    await first.getByRole("button", { name: "Flyt dagen" }).click();
    await expect(page.getByRole("alert")).toContainText("Den dag er gået");
    await expect(page.getByLabel("Ny dag").locator("visible=true")).toHaveValue("2026-01-01");
    await page.getByLabel("Ny dag").locator("visible=true").fill("2026-12-23");
    await page.getByRole("button", { name: "Flyt dagen" }).locator("visible=true").click();
    await expect(page.getByRole("status")).toContainText("flyttet");
    await expect(page.locator(".days")).toContainText("23. december");
  });

  test("a scanner that opens every link of every mail changes nothing", async ({ page, request, baseURL }) => {
    test.slow();
    const activity = await ofTheLibrary(request, 1);
    await welcomeArrivals(page, activity);
    await askForHostLink(page, activity);
    await sayComing(page, activity, "Bodil");
    const coming = new URL(page.url()).pathname;
    await page.goto(`/aktiviteter/${activity.slug}`);
    await page.getByLabel("Dit spørgsmål").fill("Hvor mange kommer der?");
    await page.getByRole("button", { name: "Spørg", exact: true }).click();
    await page.getByText("Er noget forkert?").click();
    await page.getByLabel("Nummeret virker ikke").check();
    await page.getByRole("button", { name: "Send besked" }).click();
    await expect(page.getByRole("status")).toContainText("har fået besked");
    for (const kind of ["host-link", "arrival", "question", "report"]) await mailAbout(kind, activity);

    const mails = readdirSync(join(dataDir, "mails")).filter((name) => name.endsWith(".eml"));
    const links = mails.flatMap(
      (name) => readFileSync(join(dataDir, "mails", name), "utf8").match(/https?:\/\/\S+/g) ?? [],
    );
    expect(links.filter((link) => link.includes("/b/")).length).toBeGreaterThan(5);
    const before = withDb((db) => kept(db, activity.id));
    for (const link of new Set([...links, `${baseURL}${coming}`])) {
      for (const method of ["GET", "HEAD"]) {
        const answer = await fetch(link.replace(/^https?:\/\/[^/]+/, baseURL ?? ""), { method, redirect: "follow" });
        expect(answer.status, `${method} ${link}`).toBeLessThan(500);
        if (/\/(b|kommer)\//.test(link)) expect(answer.headers.get("cache-control")).toContain("no-store");
      }
    }
    expect(withDb((db) => kept(db, activity.id))).toEqual(before);
  });

  test("what nobody confirms leaves the board, and is back with one tap from the mail", async ({ page, request }) => {
    const activity = await ofTheLibrary(request, 2);
    const found = async () =>
      (await request.get(`/api/aktiviteter?q=${encodeURIComponent(activity.title)}`))
        .json()
        .then(({ hits }: { hits: Hit[] }) => hits.some(({ id }) => id === activity.id));
    expect(await found()).toBe(true);
    const keys = readKeys(readFileSync(join(dataDir, "case-keys"), "utf8").trim());
    await withDb((db) => {
      db.$client
        .prepare(
          "UPDATE activities SET confirmed_at = '2026-01-10', confirm_asks = 3, confirm_asked_at = ? WHERE id = ?",
        )
        .run(NOW - 29 * DAY, activity.id);
      return keepSeason(db, { keys, siteUrl: "http://localhost" }, NOW);
    });
    await expect.poll(found).toBe(false);
    await page.goto(`/aktiviteter/${activity.slug}`);
    await expect(page.locator("[data-doubted]")).toContainText("taget af tavlen");

    // Any mail that goes out takes the waiting ones along.
    await askForHostLink(page, await ofTheLibrary(request, 3));
    await page.goto(linkIn(await mailAbout("off-the-board", activity)));
    await expect(page.locator("main")).toContainText(activity.title);
    await page.getByRole("button", { name: "Ja, det passer stadig" }).click();
    await expect(page.getByRole("status")).toContainText("Tak");
    await expect.poll(found).toBe(true);
    await page.goto(`/aktiviteter/${activity.slug}`);
    await expect(page.locator("main")).toContainText("Bekræftet 24. november");

    await signInAs(page, "contact");
    await page.goto(`/forening/aktivitet/${activity.id}/historik`);
    await expect(page.locator(".changes li").first()).toContainText("Bekræftet");
    await expect(page.locator(".changes li").nth(1)).toContainText("Taget af tavlen");
  });

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
    await page.getByRole("link", { name: "Skriv, hvad du savner på tavlen" }).click();
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

test("a contact says no to the monthly mail from its link, and yes again at her own desk", async ({
  page,
  request,
}) => {
  await signInAs(page, "contact");
  const keys = readKeys(readFileSync(join(dataDir, "case-keys"), "utf8").trim());
  const [lis] = withDb((db) =>
    db.$client.prepare("SELECT id FROM users WHERE email = ?").all(loginOf("contact").email),
  ) as { id: string }[];
  const link = `/maanedsmail/${monthlyToken(keys, lis?.id ?? "")}`;
  await request.get(link);
  await page.goto(link);
  await expectNoAxeProblems(page);
  await page.getByRole("button", { name: "Nej tak til mailen" }).click();
  await expect(page.getByText("Du har sagt nej tak")).toBeVisible();
  await page.goto("/forening");
  await page.getByRole("button", { name: "Send mig den igen" }).click();
  await expect(page.getByRole("button", { name: "Nej tak til mailen" })).toBeVisible();
  expect((await request.get("/maanedsmail/noget-andet")).status()).toBe(404);
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

/**
 * Everything that a link could have changed of one activity, and the links to accounts. Views are counted without
 * persons, later.
 */
function kept(db: OpenDb, id: string): unknown {
  const rows = (table: string, column: string) =>
    db.$client.prepare(`SELECT * FROM ${table} WHERE ${column} = ? ORDER BY rowid`).all(id);
  return {
    activity: rows("activities", "id"),
    occurrences: db.$client.prepare("SELECT * FROM occurrences WHERE activity_id = ? ORDER BY start").all(id),
    versions: rows("activity_versions", "activity_id"),
    questions: rows("questions", "activity_id"),
    reports: rows("reports", "activity_id"),
    arrivals: rows("arrivals", "activity_id"),
    links: rows("activity_links", "activity_id"),
  };
}
