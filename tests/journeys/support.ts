import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { demoLogins, demoPassword } from "../../db/demo/people.ts";

export { expect };

/** Each test comes from an address of its own, as people do: limits by address do not add up. */
export const test = base.extend({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use, { workerIndex, testId }) => {
    const part = Number.parseInt(testId.replace(/[^0-9a-f]/g, "").slice(-6), 16) || 1;
    await use({ ...extraHTTPHeaders, "x-forwarded-for": `10.${workerIndex % 256}.${(part >> 8) % 256}.${part % 256}` });
  },
});

export type DemoRole = "brobygger" | "contact" | "data-officer" | "editor" | "lead";

/** Signs the demo's person of that role in and waits for the desk. */
export async function signInAs(page: Page, role: DemoRole): Promise<void> {
  await page.goto("/log-ind");
  await page.locator("input[name=email]").fill(loginOf(role).email);
  await page.locator("input[name=password]").fill(demoPassword);
  await page.locator("main form button").first().click();
  await expect(page).not.toHaveURL(/\/log-ind/);
}

export function loginOf(role: DemoRole): { email: string } {
  const login = demoLogins.find((each) => each.role === role);
  if (!login) throw new Error(`the demo has no login for ${role}`);
  return login;
}

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** WCAG 2.2 A and AA and good manners, as far as a program can tell; in dark colours only what depends on colours. */
export async function expectNoAxeProblems(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light" });
  expect.soft(await problemsIn(page, (axe) => axe.withTags(RULES)), `${page.url()} in light colours`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectContrast(page, "dark");
  await page.emulateMedia({ colorScheme: "light" });
}

/** In the few colours that somebody has chosen for everything (Windows' contrast themes). */
export async function expectNoAxeProblemsInForcedColours(page: Page): Promise<void> {
  await page.emulateMedia({ forcedColors: "active" });
  await page.evaluate(readPaintedColours);
  await expectContrast(page, "forced");
  await page.emulateMedia({ forcedColors: "none" });
}

async function expectContrast(page: Page, colours: string): Promise<void> {
  expect
    .soft(await problemsIn(page, (axe) => axe.withRules(["color-contrast"])), `${page.url()} in ${colours} colours`)
    .toEqual([]);
}

/** Axe reads `-webkit-text-fill-color`, which Chromium tells as it was before it forced `color`, the one it paints with. */
function readPaintedColours(): void {
  const read = CSSStyleDeclaration.prototype.getPropertyValue;
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return read.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
}

async function problemsIn(page: Page, choose: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  const { violations } = await choose(new AxeBuilder({ page })).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}  ${node.target.join(" ")}  ${node.failureSummary?.replace(/\s+/g, " ")}`),
  );
}

/** Mails that the site has written to an address so far, oldest first, headers and text decoded. */
export function mailsTo(address: string): string[] {
  const folder = join(process.env["E2E_DATA_DIR"] ?? "", "mails");
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  const mails = files.sort().map((name) => decoded(readFileSync(join(folder, name), "utf8")));
  return mails.filter((mail) => new RegExp(`^To:.*${RegExp.escape(address)}`, "im").test(mail));
}

/** The newest mail to an address; waits until there is one. */
export async function newestMailTo(address: string): Promise<string> {
  await expect.poll(() => mailsTo(address).length, { message: `a mail to ${address}` }).toBeGreaterThan(0);
  return mailsTo(address).at(-1) ?? "";
}

let made = 0;
/** A title that no other test uses, in words that the search can tell apart. */
export function uniqueTitle(start = "Prøvehold"): string {
  const letters = Array.from(randomBytes(12), (byte) => String.fromCharCode(97 + (byte % 26))).join("");
  return `${start} ${letters}`;
}

/** A number that no other test asks for help with: who asks again and again from one number is called once. */
export function ownPhone(): string {
  return `41 ${String(process.pid).padStart(4, "0").slice(-4).replace(/(..)$/, " $1")} ${String(made++).padStart(2, "0").slice(-2)}`;
}

/** Quoted-printable and base64 bodies in plain text (RFC 2045); a mail of ours has one part. */
function decoded(mail: string): string {
  const [head = "", ...rest] = mail.split(/\r?\n\r?\n/);
  const body = rest.join("\n\n");
  if (/^content-transfer-encoding:\s*base64/im.test(head))
    return `${head}\n\n${Buffer.from(body, "base64").toString("utf8")}`;
  if (!/^content-transfer-encoding:\s*quoted-printable/im.test(head)) return mail;
  const bytes = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, "latin1").toString("utf8")}`;
}

/** Ticks the first activities of a search, makes a list of them and answers their titles. */
export async function listOf(page: Page, search: string, count: number): Promise<string[]> {
  await page.goto(search);
  const titles = await page.locator(".card .name").allTextContents();
  for (let n = 0; n < count; n += 1) await page.locator(".pick input").nth(n).check();
  await page.getByRole("button", { name: "Lav en liste af det valgte" }).click();
  await expect(page).toHaveURL(/\/liste\/[2-9A-Z]{8}$/);
  return titles.slice(0, count);
}

/** How many a search has found, as its page says. */
export async function total(page: Page): Promise<number> {
  return Number(((await page.locator("#antal").textContent()) ?? "").replace(/\D/g, ""));
}
