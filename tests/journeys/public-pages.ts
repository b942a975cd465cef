import type { Page, Response } from "@playwright/test";

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
