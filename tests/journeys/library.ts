import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { APIRequestContext, Page } from "@playwright/test";
import { expect, signInAs } from "./support.ts";

const dataDir = process.env["E2E_DATA_DIR"] ?? "";

/** An activity as a search answers it. */
export interface Hit {
  id: string;
  slug: string;
  title: string;
}

/** Activities of Viby Bibliotek, whose contact reads mails; each test takes one of its own. */
export async function ofTheLibrary(request: APIRequestContext, which: number, query = ""): Promise<Hit> {
  const answer = await request.get(`/api/aktiviteter?q=${encodeURIComponent('"Viby Bibliotek"')}${query}`);
  const hits = ((await answer.json()) as { hits: (Hit & { organisation: string })[] }).hits.filter(
    ({ organisation }) => organisation === "Viby Bibliotek",
  );
  const hit = hits.toReversed()[which];
  if (!hit) throw new Error("the library has too few activities for this test");
  return hit;
}

/** The mails of a kind that the site has written, oldest first. */
export function mailsOf(kind: string): string[] {
  const folder = join(dataDir, "mails");
  const files = readdirSync(folder).filter((name) => name.endsWith(`-${kind}.eml`));
  return files.sort().map((name) => readFileSync(join(folder, name), "utf8"));
}

/** The newest mail of a kind about an activity; waits until it is there. */
export async function mailAbout(kind: string, { title }: Hit): Promise<string> {
  const found = () => mailsOf(kind).filter((mail) => mail.replace(/\s+/g, " ").includes(title));
  await expect
    .poll(() => found().length, { message: `a ${kind} mail about ${title}`, timeout: 10_000 })
    .toBeGreaterThan(0);
  return found().at(-1) ?? "";
}

/** The way that a mail of these offers to its host. */
export function linkIn(mail: string): string {
  return mail.match(/\/b\/[\w-]+/)?.[0] ?? "no link";
}

/** A tovholder asks for a link in a mail. */
export async function askForHostLink(page: Page, { slug }: Hit): Promise<void> {
  await page.goto(`/aktiviteter/${slug}`);
  await page.getByText("Er du tovholder her?").click();
  await page.getByRole("button", { name: "Send mig et link" }).click();
  await expect(page.getByRole("status")).toContainText("linket på vej");
}

/** The contact says that people may say that they come. */
export async function welcomeArrivals(page: Page, { id }: Hit): Promise<void> {
  await signInAs(page, "contact");
  await page.goto(`/forening/aktivitet/${id}/gaar`);
  await page.getByLabel("Folk må sige, at de kommer").check();
  await page.getByRole("button", { name: "Gem" }).click();
  await expect(page.getByRole("status")).toContainText("gemt");
  await page.context().clearCookies();
}

/** Somebody says that they come, alone, the next time. */
export async function sayComing(page: Page, { slug }: Hit, name: string): Promise<void> {
  await page.goto(`/aktiviteter/${slug}`);
  await page.getByLabel("Dit fornavn").fill(name);
  await page.getByLabel("Jeg kommer alene").check();
  await page.getByRole("button", { name: "Jeg kommer" }).click();
}
