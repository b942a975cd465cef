import type { Page } from "@playwright/test";
import { referTexts, unitTexts } from "../../src/texts/units.ts";
import { expect, mailsTo, newestMailTo, signInAs } from "./support.ts";

/** A lead puts a unit of that kind on the list and gives somebody a link; answers the link. */
export async function inviteByLead(
  page: Page,
  { unit, kind, name, email }: { unit: string; kind: keyof typeof unitTexts.kinds; name: string; email: string },
): Promise<string> {
  await signInAs(page, "lead");
  await page.goto("/brobygger/henvisere");
  await page.getByLabel(unitTexts.name).fill(unit);
  await page.getByLabel(unitTexts.kinds[kind], { exact: true }).check();
  await page.getByRole("button", { name: unitTexts.addButton }).click();
  await page.getByLabel(unitTexts.personName).fill(name);
  await page.getByLabel(unitTexts.email).fill(email);
  await page.getByRole("button", { name: unitTexts.inviteButton }).click();
  await expect(page.locator(".colleagues")).toContainText(email);
  return /\/henvis\/[\w-]{43}/.exec(await newestMailTo(email))?.[0] ?? "";
}

/** Has a code mailed and types it in. `before`: how many mails the address had already. */
export async function passCode(page: Page, email: string, before: number): Promise<void> {
  await page.getByRole("button", { name: referTexts.sendCode }).click();
  await expect.poll(() => mailsTo(email).length).toBeGreaterThan(before);
  const code = /^\d{6}$/m.exec(mailsTo(email).at(-1) ?? "")?.[0] ?? "";
  await page.getByLabel(referTexts.code).fill(code);
  await page.getByRole("button", { name: referTexts.codeButton }).click();
}
