import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import { refuse } from "../texts/refusal.ts";
import { isKnown } from "./known.ts";
import type { Limits } from "./limits.ts";
import { isPassword } from "./password.ts";

/**
 * The id of whoever has this e-mail and password. Refuses an unknown address and a wrong password in the same words and
 * time, and too many tries.
 */
export async function signIn(
  db: Db,
  limits: Limits,
  typed: { email: string; password: string },
  address: string,
): Promise<string> {
  const id = await limits.guess({ account: typed.email, address }, () => ownerOf(db, typed));
  if (id === null) refuse("wrongSignIn");
  if (isKnown(db, id)) limits.vouch(id, address);
  return id;
}

async function ownerOf(db: Db, { email, password }: { email: string; password: string }): Promise<string | null> {
  const user = db
    .select({ id: users.id, passwordHash: users.passwordHash })
    .from(users)
    .where(eq(users.email, email))
    .get();
  const matches = await isPassword(password, user?.passwordHash ?? null);
  return user && matches ? user.id : null;
}
