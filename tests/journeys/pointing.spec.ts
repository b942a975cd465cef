import { join } from "node:path";
import type { Page } from "@playwright/test";
import ICAL from "ical.js";
import { eq } from "drizzle-orm";
import { connect } from "../../db/client.ts";
import { activities, shortlists, users } from "../../db/schema.ts";
import { pause } from "../../src/activities/publishing.ts";
import { NOW } from "../world.ts";
import { expect, expectNoAxeProblems, loginOf, test } from "./support.ts";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`A nurse in a corridor, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled });

    test("comes from a search to one A4 for each activity in less than a minute", async ({ page }) => {
      const began = Date.now();
      const titles = await listOf(page, "/?omraade=viby", 2);
      await page.getByRole("link", { name: "Ét ark pr. aktivitet" }).click();
      for (const title of titles) await expect(page.locator(".paper h1", { hasText: title })).toBeVisible();
      const paper = await page.pdf({ preferCSSPageSize: true });
      expect(Date.now() - began).toBeLessThan(60_000);
      expect(pagesOf(paper)).toEqual(["A4", "A4"]);
    });

    test("keeps a whole search, which finds what is new by itself", async ({ page }) => {
      await page.goto("/?tema=musik");
      await page.locator("#peg summary").click();
      await page.locator("#peg select").selectOption("moede");
      await page.getByRole("button", { name: "Brug hele søgningen" }).click();
      await expect(page).toHaveURL(/\/liste\/[2-9A-Z]{8}$/);
      await expect(page.getByText("Listen er en søgning.")).toBeVisible();
      expect(await page.locator(".shown > li").count()).toBe(20);
    });
  });
}

test.describe("Papers", () => {
  test("each fit on their A4, foot and code included", async ({ page }) => {
    await listOf(page, "/?tema=mad", 5);
    const list = page.url();
    await page.emulateMedia({ media: "print" });
    for (const [path, pages] of [
      ["/ark", 5],
      ["/oversigt", 1],
      ["/postkort", 2],
    ] as const) {
      await page.goto(list + path);
      expect(await spilling(page), path).toEqual([]);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), path).toHaveLength(pages);
    }
  });

  test("the poster of a week is one A4, for every area, for the whole town, and when nothing happens", async ({
    page,
  }) => {
    test.slow();
    await page.goto("/plakat");
    const areas = await page
      .locator("#omraade option")
      .evaluateAll((options) => options.map((option) => (option as HTMLOptionElement).value));
    await page.emulateMedia({ media: "print" });
    for (const query of ["q=%22zzyzxqq%22", "uge=naeste", ...areas.map((area) => `omraade=${area}`)]) {
      await page.goto(`/plakat?${query}`);
      expect(await spilling(page), query).toEqual([]);
      expect(pagesOf(await page.pdf({ preferCSSPageSize: true })), query).toEqual(["A4"]);
    }
  });

  test("the code on a poster leads to the same search", async ({ page }) => {
    await page.goto("/l/plakat?omraade=viby&tema=mad");
    await expect(page).toHaveURL("/?omraade=viby&tema=mad");
  });
});

test.describe("A list that was handed over", () => {
  test("says that an activity holds a pause since", async ({ page }) => {
    const [title = ""] = await listOf(page, "/?omraade=trige-spoerring", 1);
    const list = page.url();
    const slug = (await page.locator(".shown h2 a").first().getAttribute("href"))?.split("/").at(-1) ?? "";
    withDb((db) => {
      const editor = db
        .select()
        .from(users)
        .where(eq(users.email, loginOf("editor").email))
        .get();
      const activity = db.select({ id: activities.id }).from(activities).where(eq(activities.slug, slug)).get();
      pause(db, { ...editor!, memberships: [{ role: "editor", scope: "" }] }, activity!.id, NOW);
    });
    await page.goto(list.replace("/liste/", "/l/"));
    await expect(page).toHaveURL(list);
    await expect(page.locator(".shown li", { hasText: title })).toContainText("Holder pause");
    await page.goto(`${list}/hoejt`);
    await expect(page.getByText("Det holder pause lige nu.")).toBeVisible();
  });

  test("is found by its code, as somebody says it on the phone", async ({ page }) => {
    await listOf(page, "/?omraade=viby", 1);
    const code = (await page.locator("strong.code").textContent()) ?? "";
    await page.goto("/liste");
    await page.getByLabel("Skriv koden").fill(code.toLowerCase());
    await page.getByRole("button", { name: "Åbn listen" }).click();
    await expect(page.locator(".shown > li")).toHaveCount(1);
  });

  test("says kindly when it is too old, or never was, and shows a way on", async ({ page }) => {
    await listOf(page, "/?omraade=viby", 1);
    const list = page.url();
    withDb((db) =>
      db
        .update(shortlists)
        .set({ expiresAt: NOW - 1 })
        .where(eq(shortlists.code, list.split("/").at(-1) ?? ""))
        .run(),
    );
    for (const [address, status] of [
      [list, 410],
      [`${list}/ark`, 410],
      ["/liste/22222222", 404],
    ] as const) {
      expect((await page.goto(address))?.status()).toBe(status);
      await expect(page.getByRole("link", { name: "Find flere" })).toBeVisible();
    }
  });

  test("asks for a tick when there is none, and leads back to the search", async ({ page }) => {
    await page.goto("/?tema=mad");
    await page.getByRole("button", { name: "Lav en liste af det valgte" }).click();
    await expect(page.getByRole("alert")).toContainText("Sæt kryds");
    await page.getByRole("link", { name: "Tilbage til søgningen" }).click();
    await expect(page).toHaveURL(/tema=mad/);
  });
});

test.describe("A citizen's own list", () => {
  test("stays in the browser over searches and pages, until it is shared", async ({ page }) => {
    const posts: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posts.push(request.url()));
    await page.goto("/?omraade=viby");
    await page.locator(".pick input").first().check();
    await page.goto("/?tema=musik");
    await page.locator(".card .name a").first().click();
    await page.getByRole("button", { name: "Gem på min liste" }).click();
    await page.getByRole("link", { name: "Min liste (2)" }).first().click();
    await expect(page.locator(".mine li")).toHaveCount(2);
    await page.reload();
    await page
      .getByRole("button", { name: /^Tag af listen/ })
      .first()
      .click();
    await expect(page.locator(".mine li")).toHaveCount(1);
    expect(posts).toEqual([]);
    await page.getByRole("button", { name: "Del eller print listen" }).click();
    await expect(page.locator(".shown > li")).toHaveCount(1);
    expect(posts).toHaveLength(1);
  });

  test("without JavaScript is explained, and ticking still works", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
    const page = await context.newPage();
    await page.goto("/liste");
    await expect(page.locator("noscript p")).toBeVisible();
    await context.close();
  });
});

test.describe("Somebody who must not be seen reading", () => {
  for (const path of ["/hjaelp", "an activity about grief"]) {
    test(`leaves ${path} at once, and going back does not show it`, async ({ page }) => {
      await page.route("https://www.dmi.dk/**", (route) =>
        route.fulfill({ contentType: "text/html", body: "<h1>Vejret</h1>" }),
      );
      for (const leave of [
        () => page.getByRole("link", { name: "Forlad siden" }).click(),
        async () => {
          for (let n = 0; n < 3; n += 1) await page.keyboard.press("Escape");
        },
      ]) {
        await page.goto("/ugen");
        await goToSensitive(page, path);
        await leave();
        await expect(page.getByRole("heading", { name: "Vejret" })).toBeVisible();
        await page.goBack();
        await expect(page).not.toHaveURL(/hjaelp|aktiviteter/);
      }
    });
  }

  test("is not offered it where nothing is sensitive", async ({ page }) => {
    await page.goto("/?tema=motion&fakta=senior");
    await page.locator(".card .name a").first().click();
    await expect(page.getByRole("link", { name: "Forlad siden" })).toHaveCount(0);
  });
});

test.describe("Programs that follow the board", () => {
  test("read its feeds, its calendar and its map", async ({ page, request }) => {
    await page.goto("/was");
    for (const path of ["/tavle.rss?tema=mad", "/tavle.atom?tema=mad", "/sitemap.xml"]) {
      const answer = await request.get(path);
      const found = await page.evaluate(
        (text) => {
          const file = new DOMParser().parseFromString(text, "application/xml");
          return {
            broken: file.querySelectorAll("parsererror").length,
            items: file.querySelectorAll("item, entry, url").length,
          };
        },
        await answer.text(),
      );
      expect(found.broken, path).toBe(0);
      expect(found.items, path).toBeGreaterThan(10);
    }
    const calendar = await request.get("/tavle.ics?omraade=viby");
    expect(ICAL.Component.fromString(await calendar.text()).getAllSubcomponents("vevent").length).toBeGreaterThan(10);
    const again = await request.get("/tavle.ics?omraade=viby", {
      headers: { "if-none-match": calendar.headers()["etag"] ?? "" },
    });
    expect(again.status()).toBe(304);
    expect(await (await request.get("/robots.txt")).text()).toMatch(/^Sitemap: http.*\/sitemap\.xml$/m);
  });

  test("see an activity's picture and its dates, and the page stays within its rules", async ({ page, request }) => {
    const complaints: string[] = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    await page.goto("/?q=strik");
    await page.locator(".card .name a").first().click();
    const picture = new URL((await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "");
    const answer = await request.get(picture.pathname);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as {
      "@graph": { "@type": string }[];
    };
    expect(data["@graph"][0]?.["@type"]).toBe("Event");
    expect(complaints).toEqual([]);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`In ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("all pages for pointing are readable for everybody", async ({ page }) => {
      test.slow();
      await listOf(page, "/?omraade=viby", 3);
      const list = page.url();
      for (const path of [
        list,
        `${list}/ark`,
        `${list}/oversigt`,
        `${list}/postkort`,
        `${list}/hoejt`,
        "/liste",
        "/plakat?omraade=viby",
        "/liste/22222222",
      ]) {
        await page.goto(path);
        await expectNoAxeProblems(page);
        await page.setViewportSize({ width: 320, height: 640 });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          path,
        ).toBeLessThanOrEqual(0);
        await page.setViewportSize({ width: 1400, height: 900 });
      }
    });
  });
}

/** Ticks the first activities of a search, makes a list of them and answers their titles. */
async function listOf(page: Page, search: string, count: number): Promise<string[]> {
  await page.goto(search);
  const titles = await page.locator(".card .name").allTextContents();
  for (let n = 0; n < count; n += 1) await page.locator(".pick input").nth(n).check();
  await page.getByRole("button", { name: "Lav en liste af det valgte" }).click();
  await expect(page).toHaveURL(/\/liste\/[2-9A-Z]{8}$/);
  return titles.slice(0, count);
}

async function goToSensitive(page: Page, path: string): Promise<void> {
  if (path.startsWith("/")) return void (await page.goto(path));
  await page.goto("/?fakta=sorg");
  const address = (await page.locator(".card .name a").first().getAttribute("href")) ?? "";
  await page.goto("/ugen");
  await page.goto(address);
}

/** Papers, and postcards on them, whose content is cut off at their edge. */
function spilling(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".paper, .postcard")].flatMap((paper) => {
      const { bottom, right } = paper.getBoundingClientRect();
      const foot = [...paper.querySelectorAll<HTMLElement>(".foot, .end, h1, h2, .days section")].filter(
        (part) => part.getBoundingClientRect().bottom > bottom + 1 || part.getBoundingClientRect().right > right + 1,
      );
      const cut = [...paper.querySelectorAll<HTMLElement>(".days, .lines")].filter(
        (part) => part.scrollHeight > part.clientHeight + 2,
      );
      return [...foot, ...cut].map(
        (part) => `${part.className || part.tagName}: ${part.textContent?.trim().slice(0, 40)}`,
      );
    }),
  );
}

/** The pages of a PDF that Chromium printed, by their size in points. */
function pagesOf(pdf: Buffer): string[] {
  const boxes = [...pdf.toString("latin1").matchAll(/\/Type \/Page\b[\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return boxes.map(([, width, height]) =>
    Math.abs(Number(width) - 595) < 1.5 && Math.abs(Number(height) - 842) < 1.5 ? "A4" : `${width}x${height}`,
  );
}

function withDb(deed: (db: ReturnType<typeof connect>) => unknown): void {
  const db = connect(join(process.env["E2E_DATA_DIR"] ?? "", "faellesbro.db"));
  deed(db);
  db.$client.close();
}
