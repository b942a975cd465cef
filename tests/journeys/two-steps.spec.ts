import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { connect } from "../../db/client.ts";
import { memberships, secondFactors, sessions, teams, users } from "../../db/schema.ts";
import { hashPassword } from "../../src/accounts/password.ts";
import { secondFactorTexts, secondStepTexts, signInTexts } from "../../src/texts/accounts.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { site } from "../../src/texts/site.ts";
import { expect, expectNoAxeProblems, test } from "./support.ts";

const PASSWORD = "cykel regnbue havn";
const STEP_MS = 30_000;

test("A brobygger lets her phone be the second step, and gets in with it", async ({ page }) => {
  const email = await newBrobygger();
  await signIn();
  await page.getByRole("link", { name: secondFactorTexts.link }).click();
  const secret = ((await page.locator("main code").textContent()) ?? "").replaceAll(" ", "");
  const ahead = clockAtSignIn(email) - Date.now();
  const codeFor = (steps: number) => generateHOTP(decodeBase32IgnorePadding(secret), BigInt(Math.floor((Date.now() + ahead) / STEP_MS) + steps), 6);
  await expectNoAxeProblems(page);
  await page.getByLabel(secondFactorTexts.code).fill("000000");
  await page.getByRole("button", { name: secondFactorTexts.turnOn }).click();
  await expect(page.getByText(refusals["wrongCode"] ?? "").first()).toBeVisible();
  expect(((await page.locator("main code").textContent()) ?? "").replaceAll(" ", "")).toBe(secret);
  await page.getByLabel(secondFactorTexts.code).fill(codeFor(0));
  await page.getByRole("button", { name: secondFactorTexts.turnOn }).click();
  await expect(page.getByText(secondFactorTexts.isOn)).toBeVisible();

  await page.goto("/brobygger");
  await page.getByRole("button", { name: site.signOut }).click();
  await signIn();
  await expect(page).toHaveURL(/\/log-ind\/kode/);
  await expectNoAxeProblems(page);
  expect((await page.request.get("/brobygger", { maxRedirects: 0 })).status()).toBe(303);
  const code = codeFor(1);
  await page.getByLabel(secondStepTexts.code).fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await page.getByRole("button", { name: secondStepTexts.button }).click();
  await expect(page).toHaveURL(/\/brobygger/);

  async function signIn(): Promise<void> {
    await page.goto("/log-ind");
    await page.getByLabel(signInTexts.email).fill(email);
    await page.getByLabel(signInTexts.password).fill(PASSWORD);
    await page.getByRole("button", { name: signInTexts.button }).click();
  }
});

async function newBrobygger(): Promise<string> {
  const email = "totrin@eksempel.dk";
  const passwordHash = await hashPassword(PASSWORD, email);
  withDb((db) => {
    const team = db.select().from(teams).limit(1).get();
    db.insert(users).values({ id: "totrin", email, name: "Tina Totrin", passwordHash, createdAt: 0 }).onConflictDoNothing().run();
    db.insert(memberships)
      .values({ userId: "totrin", role: "brobygger", scope: team?.id ?? "", createdAt: 0 })
      .onConflictDoNothing()
      .run();
    db.delete(sessions).where(eq(sessions.userId, "totrin")).run();
    db.delete(secondFactors).where(eq(secondFactors.userId, "totrin")).run();
  });
  return email;
}

/** The server's clock is not the machine's: a session says when it began. */
function clockAtSignIn(email: string): number {
  return withDb(
    (db) => db.select({ at: sessions.createdAt }).from(sessions).innerJoin(users, eq(users.id, sessions.userId)).where(eq(users.email, email)).get()?.at ?? 0,
  );
}

function withDb<Answer>(deed: (db: ReturnType<typeof connect>) => Answer): Answer {
  const db = connect(join(process.env["E2E_DATA_DIR"] ?? "", "faellesbro.db"));
  try {
    return deed(db);
  } finally {
    db.$client.close();
  }
}
