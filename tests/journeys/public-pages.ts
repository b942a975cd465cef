import { expect, type Page, type Response } from "@playwright/test";

/** Every kind of page that anybody may open; two of them are found by a search. */
export const PUBLIC = [
  "/",
  "/?q=strik&dag=tir",
  "/?q=%22zzyzxqq%22",
  "/ugen",
  "an activity",
  "an organisation",
  "/hjaelp",
  "help about an activity",
  "/hjaelp?q=strik&omraade=viby&dag=tir",
  "/log-ind",
  "/glemt-kode",
  "/opret-forening",
  "/was",
  "/privatliv",
  "/foreslaa",
  "/plakat",
  "/plakat?omraade=viby",
  "/liste",
  "/findes-ikke",
];

export const PHONE = { width: 360, height: 740 };

/** What opens over a page, and how somebody opens it. */
export const OPEN: Record<string, (page: Page) => Promise<void>> = {
  "the suggestions while typing": async (page) => {
    await page.goto("/");
    await page.locator("#q").pressSequentially("strik", { delay: 20 });
    await expect(page.getByRole("listbox").getByRole("option").first()).toBeVisible();
  },
  "a popup of the map": async (page) => {
    await page.goto("/?q=strik");
    await page.locator("#kort .pin").first().focus();
    await page.keyboard.press("Enter");
    await expect(page.locator(".leaflet-popup a[href^='/aktiviteter/']").first()).toBeVisible();
  },
  "the filters of a phone": async (page) => {
    await page.setViewportSize(PHONE);
    await page.goto("/?q=strik");
    await page.getByText(/^Filtrér/).click();
    await expect(page.locator("#filtre > details")).toHaveAttribute("open");
  },
  "the menu of a phone": async (page) => {
    await page.setViewportSize(PHONE);
    await page.goto("/");
    await page.getByRole("button", { name: "Menu" }).click();
    await expect(page.getByRole("navigation", { name: "Hovedmenu" })).toBeVisible();
  },
};

/** Opens one of `PUBLIC`, and answers what the server sent. */
export async function goTo(page: Page, path: string): Promise<Response> {
  if (path.startsWith("/")) return open(page, path);
  await page.goto("/?q=strik");
  const activity = await follow(page, ".card h3 a");
  if (path === "an organisation") return follow(page, "article a[href^='/foreninger/']");
  return path === "help about an activity" ? follow(page, "main a.help") : activity;
}

async function follow(page: Page, link: string): Promise<Response> {
  return open(page, (await page.locator(link).first().getAttribute("href")) ?? "");
}

async function open(page: Page, path: string): Promise<Response> {
  const response = await page.goto(path);
  if (!response) throw new Error(`${path} is the page that was open already`);
  return response;
}
