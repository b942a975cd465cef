import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import { refuse } from "../shared/refusal.ts";
import type { Limits } from "./limits.ts";
import { isPassword } from "./password.ts";

/** The id of whoever has this e-mail and password. Refuses an unknown address and a wrong password in the same words and time, and too many tries. */
export async function signIn(db: Db, limits: Limits, typed: { email: string; password: string }, address: string): Promise<string> {
  if (!(await limits.trySignIn(typed.email, address))) refuse("tooManySignIns");
  const user = db.select({ id: users.id, passwordHash: users.passwordHash }).from(users).where(eq(users.email, typed.email)).get();
  const matches = await isPassword(typed.password, user?.passwordHash ?? null);
  if (!user || !matches) refuse("wrongSignIn");
  await limits.signedIn(typed.email, address);
  return user.id;
}
