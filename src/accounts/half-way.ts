import { eq, sql } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { accountTokens } from "../../db/schema.ts";
import type { Store } from "../../db/write.ts";
import type { MailBox } from "../mail/outbox.ts";
import { hashToken } from "../shared/ids.ts";
import { isRefusal } from "../texts/refusal.ts";
import { mails } from "../texts/mails.ts";
import { knowsDevice } from "./devices.ts";
import type { Limits } from "./limits.ts";
import { tellOwner } from "./news.ts";
import { useCode } from "./second-factor.ts";
import { dropToken, readToken } from "./tokens.ts";

const MOST_WRONG_CODES = 5;

/**
 * The way from the first step to the desk: uses a code and answers who it is and whether the first was the
 * municipality's sign-in, or `over` when the half done sign-in is too old, or ended by the
 * fifth wrong code, of which the owner is told. Refuses a wrong code before that.
 */
export async function passHalfWay(
  store: Store,
  box: MailBox,
  limits: Limits,
  { token, code, device }: { token: string; code: string; device: string | null },
  now: number,
): Promise<{ id: string; directory: boolean } | { over: "log-ind-igen" | "kode-forkert-fem" }> {
  const { db, write } = store;
  const fromDirectory = readToken(db, "directory-step", token, now);
  const owner = fromDirectory ?? readToken(db, "second-step", token, now);
  if (!owner) return { over: "log-ind-igen" };
  try {
    await useCode(store, box, limits, owner.id, code, now, device && knowsDevice(db, owner.id, device) ? device : "");
  } catch (thrown) {
    if (!isRefusal(thrown) || thrown.key !== "wrongCode") throw thrown;
    const wrong = await write((tx) => countWrongCode(tx, box, owner.id, token, now));
    if (wrong >= MOST_WRONG_CODES) return { over: "kode-forkert-fem" };
    throw thrown;
  }
  await write((tx) => dropToken(tx, token));
  return { id: owner.id, directory: fromDirectory !== null };
}

/** Counts a wrong code; the last one takes the half done sign-in away. Answers how many that were. */
function countWrongCode(db: Db, box: MailBox, userId: string, token: string, now: number): number {
  const isToken = eq(accountTokens.hash, hashToken(token));
  const counted = db
    .update(accountTokens)
    .set({ wrongCodes: sql`wrong_codes + 1` })
    .where(isToken)
    .returning()
    .get();
  if (!counted || counted.wrongCodes < MOST_WRONG_CODES) return counted?.wrongCodes ?? MOST_WRONG_CODES;
  dropToken(db, token);
  noteAudit(db, { kind: "wrong-codes", to: userId }, now);
  tellOwner(db, box, userId, mails.news.wrongCodes, now);
  return counted.wrongCodes;
}
