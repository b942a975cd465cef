import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { users } from "../../db/schema.ts";
import { type KeyRing, openWithRing, sealWithRing } from "../shared/seal.ts";

const CONTEXT = "monthly mail";

/** What stands in the link of a monthly mail: whose it is, sealed. It is kept nowhere and does not end. */
export function monthlyToken(keys: KeyRing, userId: string): string {
  return sealWithRing(keys, Buffer.from(userId), CONTEXT).toString("base64url");
}

/** Whose link it is, and whether they want the mail; null for what is no such link. Changes nothing. */
export function monthlyReader(db: Db, keys: KeyRing, token: string): { id: string; wanted: boolean } | null {
  const id = opened(keys, token);
  const user =
    id === null
      ? undefined
      : db.select({ id: users.id, wanted: users.monthlyMail }).from(users).where(eq(users.id, id)).get();
  return user ?? null;
}

/** Whether somebody gets the monthly mail. */
export function wantsMonthlyMail(db: Db, userId: string): boolean {
  return db.select({ wanted: users.monthlyMail }).from(users).where(eq(users.id, userId)).get()?.wanted ?? false;
}

/** Yes or no to the monthly mail. */
export function chooseMonthlyMail(db: Db, userId: string, wanted: boolean): void {
  db.update(users).set({ monthlyMail: wanted }).where(eq(users.id, userId)).run();
}

function opened(keys: KeyRing, token: string): string | null {
  try {
    return openWithRing(keys, Buffer.from(token, "base64url"), CONTEXT).toString();
  } catch {
    return null;
  }
}
