import { and, eq, isNull } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, memberships, users } from "../../db/schema.ts";
import { queueMail } from "../mail/outbox.ts";
import { lateMail } from "../casework/letters.ts";
import { lateBy, isOpenCase } from "../casework/open.ts";
import type { Config } from "../shared/config.ts";
import type { KeyRing } from "../shared/seal.ts";

/**
 * Tells each team's leads, once a case, of those that nobody has tried to reach within the promise. Answers how many
 * mails wait.
 */
export function remindOfLateRequests(db: Db, keys: KeyRing, { siteUrl }: Pick<Config, "siteUrl">, now: number): number {
  return db.transaction((tx) => {
    const late = tx
      .select({ id: cases.id, teamId: cases.teamId })
      .from(cases)
      .where(and(isOpenCase, lateBy(now), isNull(cases.lateToldAt)))
      .all();
    let mails = 0;
    for (const teamId of new Set(late.map((row) => row.teamId))) {
      const leads = leadsOf(tx, teamId);
      const ids = late.filter((row) => row.teamId === teamId).map((row) => row.id);
      for (const to of leads) queueMail(tx, keys, lateMail(siteUrl, to, ids.length), now);
      if (leads.length > 0) tx.update(cases).set({ lateToldAt: now }).where(among(cases.id, ids)).run();
      mails += leads.length;
    }
    return mails;
  });
}

function leadsOf(db: Db, teamId: string): string[] {
  return db
    .select({ email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.role, "lead"), eq(memberships.scope, teamId)))
    .all()
    .map((row) => row.email);
}
