import type { Page } from "@playwright/test";

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

/** Opens one of `PUBLIC`. */
export async function goTo(page: Page, path: string): Promise<void> {
  if (path.startsWith("/")) {
    await page.goto(path);
    return;
  }
  await page.goto("/?q=strik");
  await follow(page, ".card h3 a");
  if (path === "an organisation") await follow(page, "article a[href^='/foreninger/']");
  if (path === "help about an activity") await follow(page, "main a.help");
}

async function follow(page: Page, link: string): Promise<void> {
  await page.goto((await page.locator(link).first().getAttribute("href")) ?? "");
}
