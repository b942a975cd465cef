import type { Page } from "@playwright/test";
import { board } from "../../src/texts/board.ts";
import { PUBLIC, goTo } from "./public-pages.ts";
import { expect, test } from "./support.ts";

const SEARCH = "/?q=strik&omraade=aarhus&side=2";
const back = (page: Page) => page.getByRole("link", { name: board.back });
const card = (page: Page, n: number) => page.locator("#resultater .card").nth(n);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`Whoever opens an activity, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });

    test("comes back to the same words, filters and page, at the same card", async ({ page }) => {
      await page.goto(SEARCH);
      const far = card(page, 9);
      const id = await far.getAttribute("data-id");
      await far.locator(".name a").click();
      await expect(page).toHaveURL(/\/aktiviteter\/[\w-]+$/);
      await expect(back(page)).toHaveAttribute("href", `${SEARCH}#a-${id}`);
      await back(page).click();
      await expect(page).toHaveURL((url) => url.pathname + url.search === SEARCH);
      await expect(far).toBeInViewport();
    });

    test("comes back to the week from the week", async ({ page }) => {
      await page.goto("/ugen?omraade=viby");
      await page.locator(".day li a").nth(7).click();
      await back(page).click();
      await expect(page).toHaveURL(/\/ugen\?omraade=viby(#a-\w+)?$/);
    });

    test("comes to the board when no search led there", async ({ page, request }) => {
      const [hit] = ((await (await request.get("/api/aktiviteter?q=kor")).json()) as { hits: { slug: string }[] }).hits;
      await page.goto(`/aktiviteter/${hit?.slug}`, { referer: "https://eksempel.dk/?q=strik" });
      await expect(back(page)).toHaveAttribute("href", "/");
    });
  });
}

test("two citizens who open one activity at once come back each to a search of their own", async ({ request }) => {
  const [hit] = ((await (await request.get("/api/aktiviteter?q=strik")).json()) as { hits: { slug: string }[] }).hits;
  const opened = async (search: string) => {
    const referer = `${new URL((await request.get(search)).url()).href}`;
    const answer = await request.get(`/aktiviteter/${hit?.slug}`, { headers: { referer } });
    expect(answer.headers()["vary"]).toMatch(/\breferer\b/i);
    return answer.text();
  };
  const [knitting, viby] = [await opened("/?q=strik"), await opened("/?omraade=viby")];
  expect(knitting).toContain('href="/?q=strik#a-');
  expect(viby).toContain('href="/?omraade=viby#a-');
  expect(viby).not.toContain("q=strik");
});

test("whoever looks at the number of an activity still finds back to the search", async ({ page }) => {
  await page.goto(SEARCH);
  await card(page, 3).locator(".name a").click();
  await page.waitForURL(/\/aktiviteter\//, { waitUntil: "load" });
  await page.getByRole("link", { name: board.showContact }).click();
  await expect(page).toHaveURL(/vis=kontakt/);
  await expect(back(page)).toHaveAttribute("href", /q=strik/);
  await back(page).click();
  await expect(page).toHaveURL((url) => url.pathname + url.search === SEARCH);
});

test("whoever presses a way out below the hits reads the new ones from their heading", async ({ page }) => {
  await page.goto("/?q=strik");
  await page.getByRole("link", { name: board.next, exact: true }).click();
  await expect(page).toHaveURL(/side=2/);
  await expect(page.locator("#antal")).toBeInViewport();
  await page.goto("/");
  await page.locator(".alive .themes a").first().click();
  await expect(page).toHaveURL(/tema=/);
  await expect(page.locator("#antal")).toBeInViewport();
});

test("the map that a phone asks for begins at its heading, and the list comes back @phone", async ({ page }) => {
  await page.goto("/?q=strik");
  await page.getByRole("link", { name: board.showMap }).click();
  await expect(page.locator("#kort .leaflet-marker-icon").first()).toBeInViewport();
  await expect(page.locator("#kort h2")).toBeInViewport();
  await page.getByRole("link", { name: board.showList }).click();
  await expect(page.locator("#antal")).toBeInViewport();
  await expect(card(page, 0)).toBeInViewport();
});

test("suggestions are gone once one searches", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("combobox", { name: board.searchLabel, exact: true });
  await field.pressSequentially("stri");
  await expect(page.getByRole("listbox")).toBeVisible();
  await field.press("Enter");
  await expect(page).toHaveURL(/q=stri/);
  await expect(page.locator("#antal")).toHaveText(/aktivitet/);
  await expect(page.getByRole("listbox")).toBeHidden();
});

test("a request for help says its number first, and shows the activity that one came from, to be struck", async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/?q=strik");
  const title = (await card(page, 0).locator(".name").textContent())?.trim() ?? "";
  await card(page, 0).locator(".name a").click();
  await page.locator(".site-head").getByRole("link", { name: board.help }).click();
  await expect(page.locator("form.sheet > p").first()).toContainText("86 00 00 00");
  await expect(page.locator(".call-first a")).toBeInViewport();
  const about = page.getByRole("checkbox", { name: title });
  await expect(about).toBeChecked();
  await about.uncheck();
  await expect(about).not.toBeChecked();
});

test("an address that leads nowhere has a field to search from", async ({ page }) => {
  await page.goto("/aktiviteter/findes-ikke");
  await page.getByRole("main").getByRole("searchbox").fill("strik");
  await page.getByRole("main").getByRole("button", { name: board.find }).click();
  await expect(page).toHaveURL("/?q=strik");
});

for (const width of [360, 1400])
  test(`at ${width} px *Få hjælp* and the number to call stand in the first view of every public page`, async ({
    page,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 740 });
    for (const path of PUBLIC) {
      await goTo(page, path);
      await expect(page.locator(".site-head").getByRole("link", { name: board.help }), path).toBeInViewport();
      const numbers = page.getByRole("link", { name: "86 00 00 00" });
      const seen = await numbers.evaluateAll((links) =>
        links.some((link) => {
          const { top, bottom, height } = link.getBoundingClientRect();
          return height > 0 && top >= 0 && bottom <= innerHeight;
        }),
      );
      expect(seen, path).toBe(true);
    }
  });
