import type { Page } from "@playwright/test";
import { help } from "../../src/texts/help.ts";
import { goTo, OPEN, PUBLIC } from "./public-pages.ts";
import {
  type DemoRole,
  expect,
  expectNoAxeProblems,
  expectNoAxeProblemsInForcedColours,
  signInAs,
  test,
} from "./support.ts";

const DESKS: Record<DemoRole, string> = {
  contact: "/forening",
  brobygger: "/brobygger",
  lead: "/brobygger/fordel",
  editor: "/redaktion",
  "data-officer": "/spor",
};
/** What the desk does not link to, or only now and then. */
const BESIDE: Record<DemoRole, string[]> = {
  contact: ["/konto", "/totrin"],
  brobygger: ["/konto"],
  lead: ["/brobygger/ryd", "/brobygger/ryd?trin=se&alle=ja", "/konto"],
  editor: [
    "/redaktion/kom-i-gang",
    "/redaktion/kom-i-gang/hvem",
    "/redaktion/mails",
    "/redaktion/mennesker/kommune",
    "/redaktion/ryd",
    "/redaktion/ryd?slags=wishes&trin=se&alle=ja",
    "/konto",
  ],
  "data-officer": ["/spor?hvad=signed-in", "/konto"],
};
const MOST_PAGES = 40;

/** WCAG 2.2, 1.4.10: 1280 pixels wide at 400 % are 320. */
const NARROW = { width: 320, height: 256 };
/** WCAG 2.2, 2.5.8. */
const SMALLEST_TARGET = 24;

test.describe("Somebody with weak sight, an unsteady hand or a narrow screen", () => {
  for (const path of PUBLIC) {
    test(`can use ${path}`, async ({ page }) => {
      await goTo(page, path);
      await expectForEverybody(page);
      await expectNoAxeProblemsInForcedColours(page);
    });
  }

  for (const [what, open] of Object.entries(OPEN)) {
    test(`can use ${what}`, async ({ page }) => {
      await open(page);
      await expectNoAxeProblems(page);
      await expectNoAxeProblemsInForcedColours(page);
    });
  }

  test("can use a form that came back, and the receipt", async ({ page }) => {
    await page.goto("/hjaelp?q=strik&omraade=viby");
    await page.locator("form.sheet").evaluate((form) => form.setAttribute("novalidate", ""));
    await page.getByRole("button", { name: help.send }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expectForEverybody(page);
    await page.getByLabel(help.name).fill("Ida");
    await page.getByLabel(help.phone).fill("20 11 22 35");
    await page.getByRole("button", { name: help.send }).click();
    await expect(page).toHaveURL(/\/hjaelp\/[\w-]{20,}/);
    await expectForEverybody(page);
  });

  test("can read a shortlist, and the papers of it", async ({ page }) => {
    test.setTimeout(90_000);
    await page.goto("/?tema=musik");
    await page.locator("#peg summary").click();
    await page.getByRole("button", { name: "Brug hele søgningen" }).click();
    await expect(page).toHaveURL(/\/liste\/[2-9A-Z]{8}$/);
    const list = page.url();
    for (const paper of ["", "/hoejt", "/ark", "/oversigt", "/skaerm", "/postkort"]) {
      await page.goto(list + paper);
      await expectForEverybody(page);
    }
  });

  for (const role of Object.keys(DESKS) as DemoRole[]) {
    test(`can work as ${role}`, async ({ page }) => {
      test.setTimeout(240_000);
      await signInAs(page, role);
      for (const path of new Set([...(await deskPages(page, DESKS[role])), ...BESIDE[role]])) {
        expect.soft((await page.goto(path))?.status(), path).toBe(200);
        await expectForEverybody(page);
      }
    });
  }
});

test.describe("Somebody who zooms the text only", () => {
  test("loses nothing on the front page at 200 %", async ({ page }) => {
    await page.goto("/");
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await expectNoSidewaysScrolling(page);
  });

  test("scrolls no page sideways on a phone @phone", async ({ page }) => {
    for (const path of PUBLIC) {
      await goTo(page, path);
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      await expectNoSidewaysScrolling(page);
    }
  });
});

/** The desk and the pages that it links to, one of each kind: what differs only in an id is one kind. */
async function deskPages(page: Page, desk: string): Promise<string[]> {
  const kinds = new Map<string, string>([[desk, desk]]);
  const waiting = [desk];
  while (waiting.length && kinds.size < MOST_PAGES) {
    await page.goto(waiting.shift() ?? desk);
    const links = await page
      .locator(`main a[href^="${desk}/"]`)
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const link of links) {
      const kind = link.replace(/[?#].*$/, "").replace(/\/[a-z0-9]{12}(?=\/|$)/, "/…");
      if (kinds.has(kind) || kinds.size >= MOST_PAGES || /\.(ics|csv)(\?|$)/.test(link)) continue;
      kinds.set(kind, link);
      waiting.push(link);
    }
  }
  return [...kinds.values()];
}

async function expectForEverybody(page: Page): Promise<void> {
  const viewport = page.viewportSize();
  await expectNoAxeProblems(page);
  await page.setViewportSize(NARROW);
  await expectNoSidewaysScrolling(page);
  expect.soft(await smallTargets(page), `${page.url()}: too small to hit`).toEqual([]);
  if (viewport) await page.setViewportSize(viewport);
}

async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { wide, culprits } = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const beyond = [...document.querySelectorAll("main *, header *, footer *")].filter(
      (element) => element.getBoundingClientRect().right > width + 1,
    );
    return {
      wide: document.documentElement.scrollWidth - width,
      culprits: beyond
        .slice(0, 5)
        .map(
          (element) =>
            `${element.tagName.toLowerCase()}.${element.className} ${Math.round(element.getBoundingClientRect().right)}`,
        ),
    };
  });
  expect.soft(wide, `${page.url()} scrolls sideways: ${culprits.join(", ")}`).toBeLessThanOrEqual(0);
}

/** Links and fields smaller than WCAG asks for; those within a sentence are let be, as WCAG does. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((smallest) => {
    const seen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.getBoundingClientRect().width > 1;
    const inSentence = (element: Element) =>
      getComputedStyle(element).display === "inline" &&
      (element.parentElement?.textContent ?? "").trim().length > (element.textContent ?? "").trim().length;
    const target = (element: Element) =>
      element.matches("input[type=checkbox], input[type=radio]") ? (element.closest("label") ?? element) : element;
    return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
      .filter(
        (element) =>
          seen(element) && !inSentence(element) && !element.closest(".leaflet-control-attribution, [aria-hidden=true]"),
      )
      .map((element) => ({ element, box: target(element).getBoundingClientRect() }))
      .filter(({ box }) => box.width < smallest || box.height < smallest)
      .map(
        ({ element, box }) => `${element.outerHTML.slice(0, 80)} ${Math.round(box.width)}x${Math.round(box.height)}`,
      );
  }, SMALLEST_TARGET);
}

test("With colours of one's own, what is chosen shows by its edge", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/?q=strik");
  const edgeOf = (chip: string) =>
    page
      .locator(`#filtre .picks ${chip}`)
      .first()
      .evaluate((one) => Number.parseFloat(getComputedStyle(one).borderTopWidth));
  expect(await edgeOf(".chip.on")).toBeGreaterThan(2 * (await edgeOf(".chip:not(.on)")));
});
