/**
 * A way back for who has only a phone: a short code that the brobygger reads aloud. With the number it opens what comes
 * next, and nothing of before.
 */
import { randomInt } from "node:crypto";
import { and, desc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { hashToken, newToken } from "../shared/ids.ts";
import { type KeyRing, lookUpDigests } from "../shared/seal.ts";
import { DAY } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { caseFor } from "./deeds.ts";
import { addEvent, type CaseRow } from "./store.ts";
import { openPerson } from "./vault.ts";

const DIGITS = 6;
/** How long a code opens the case. */
export const CODE_DAYS = 14;

/**
 * Makes a code of 6 digits for the citizen of one's own case, and answers it: only its HMAC with the phone number is
 * kept. The one before ends, and so does the page that it opened.
 */
export function makeCode(db: Db, keys: KeyRing, viewer: Viewer, id: string, now: number): string {
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0");
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const phone = openPerson(keys, stored)?.phone ?? refuse("codeNeedsPhone");
    const [codeIndex = null] = codeIndexes(keys, phone, code);
    tx.update(cases)
      .set({ codeIndex, codeUntil: now + CODE_DAYS * DAY, nextTokenHash: null })
      .where(eq(cases.id, id))
      .run();
    addEvent(tx, { caseId: id, kind: "code-made", actorId: viewer.id }, now);
  });
  return code;
}

/**
 * What stands in a new link to what comes next, for who knows the number (E.164) and its code; null alike whether the
 * number, the code or the time is wrong. The link that the code gave before stops working.
 */
export function comeBack(db: Db, keys: KeyRing, phone: string, code: string, now: number): string | null {
  return db.transaction((tx) => {
    const opened = and(
      inArray(cases.codeIndex, codeIndexes(keys, phone, code)),
      gt(cases.codeUntil, now),
      isNotNull(cases.wrappedKey),
    );
    const stored = tx.select({ id: cases.id }).from(cases).where(opened).orderBy(desc(cases.codeUntil)).get();
    if (!stored) return null;
    const token = newToken();
    tx.update(cases)
      .set({ nextTokenHash: hashToken(token) })
      .where(eq(cases.id, stored.id))
      .run();
    return token;
  });
}

/** The case behind a link that a code gave; null for a link that does not work, or no longer. */
export function caseOfNextToken(db: Db, token: string): CaseRow | null {
  return (
    db
      .select()
      .from(cases)
      .where(eq(cases.nextTokenHash, hashToken(token)))
      .get() ?? null
  );
}

function codeIndexes(keys: KeyRing, phone: string, code: string): string[] {
  return lookUpDigests(keys, "case code", `${phone} ${code}`).map(({ id, digest }) => `${id}:${digest}`);
}
