import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { memberships, recoveryCodes, type Role, secondFactors, sessions, teams, users } from "../../db/schema.ts";
import { hashPassword } from "../../src/accounts/password.ts";
import { slugOf } from "../../src/shared/ids.ts";
import { secondFactorTexts, signInTexts } from "../../src/texts/accounts.ts";
import { withDb } from "./database.ts";
import { expect } from "./support.ts";

const PASSWORD = "cykel regnbue havn";
const STEP_MS = 30_000;

/** Somebody whom no other test knows, with an account and a role. */
export interface Person {
  id: string;
  name: string;
  email: string;
  password: string;
}

/** Makes a person; what an earlier try of the same test left of them goes. */
export async function newPerson(name: string, role: Role): Promise<Person> {
  const id = slugOf(name);
  const person = { id, name, email: `${id}@eksempel.dk`, password: PASSWORD };
  const passwordHash = await hashPassword(PASSWORD, person.email);
  withDb((db) => {
    const team = db.select().from(teams).where(eq(teams.isDefault, true)).get();
    const scope = role === "brobygger" || role === "lead" ? (team?.id ?? "") : "";
    db.insert(users)
      .values({ id, email: person.email, name, passwordHash, createdAt: 0 })
      .onConflictDoUpdate({ target: users.id, set: { passwordHash } })
      .run();
    db.insert(memberships).values({ userId: id, role, scope, createdAt: 0 }).onConflictDoNothing().run();
    for (const table of [sessions, secondFactors, recoveryCodes]) db.delete(table).where(eq(table.userId, id)).run();
  });
  return person;
}

/** Types mail and password on the page of signing in that is open, or opens it. */
export async function signIn(page: Page, { email, password }: Person): Promise<void> {
  if (!page.url().includes("/log-ind")) await page.goto("/log-ind");
  await page.getByLabel(signInTexts.email).fill(email);
  await page.getByLabel(signInTexts.password).fill(password);
  await page.getByRole("button", { name: signInTexts.button }).click();
}

/**
 * Lets the phone be the second step; answers what the app shows, so many steps of 30 seconds from now, and leaves the
 * page with the recovery codes open.
 */
export async function turnOnTwoSteps(page: Page, person: Person): Promise<(steps: number) => string> {
  await page.goto("/totrin");
  const code = await appOf(page, person);
  await page.getByLabel(secondFactorTexts.code).fill(code(0));
  await page.getByRole("button", { name: secondFactorTexts.turnOn }).click();
  return code;
}

/** An app that has read the secret of the page. */
export async function appOf(page: Page, person: Person): Promise<(steps: number) => string> {
  const secret = ((await page.locator("main code").textContent()) ?? "").replaceAll(" ", "");
  const ahead = clockAhead(person);
  return (steps) =>
    generateHOTP(decodeBase32IgnorePadding(secret), BigInt(Math.floor((Date.now() + ahead) / STEP_MS) + steps), 6);
}

/** The person has been away for so many minutes. */
export function beAway(person: Person, minutes: number): void {
  withDb((db) => {
    const [session] = db.select().from(sessions).where(eq(sessions.userId, person.id)).all();
    expect(session).toBeDefined();
    db.update(sessions)
      .set({ lastSeenAt: (session?.lastSeenAt ?? 0) - minutes * 60_000 })
      .where(eq(sessions.userId, person.id))
      .run();
  });
}

/** The server's clock is not the machine's: a session says when it began. */
function clockAhead(person: Person): number {
  return (
    withDb(
      (db) => db.select({ at: sessions.createdAt }).from(sessions).where(eq(sessions.userId, person.id)).get()?.at ?? 0,
    ) - Date.now()
  );
}
