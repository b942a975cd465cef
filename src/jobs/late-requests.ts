import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { cases, memberships, users } from "../../db/schema.ts";
import { queueMail } from "../mail/outbox.ts";
import { lateMail, lateWithoutLeadMail } from "../casework/letters.ts";
import { isLeft, releaseSteps } from "../casework/leaving.ts";
import { lateBy, isOpenCase } from "../casework/open.ts";
import type { Config } from "../shared/config.ts";
import type { KeyRing } from "../shared/seal.ts";

/**
 * Tells each team's leads, once a case, of those that nobody has tried to reach within the promise, and of those whose
 * brobygger is gone; a team without a lead's, the editors. Answers how many mails wait.
 */
export function remindOfLateRequests(db: Db, keys: KeyRing, { siteUrl }: Pick<Config, "siteUrl">, now: number): number {
  return db.transaction((tx) => {
    releaseSteps(tx);
    const late = tx
      .select({ id: cases.id, teamId: cases.teamId })
      .from(cases)
      .where(and(isOpenCase, or(lateBy(now), isLeft), isNull(cases.lateToldAt)))
      .all();
    let mails = 0;
    for (const teamId of new Set(late.map((row) => row.teamId))) {
      const leads = leadsOf(tx, teamId);
      const told = leads.length > 0 ? leads : editorsOf(tx);
      const ids = late.filter((row) => row.teamId === teamId).map((row) => row.id);
      const mailTo = leads.length > 0 ? lateMail : lateWithoutLeadMail;
      for (const to of told) queueMail(tx, keys, mailTo(siteUrl, to, ids.length), now);
      if (told.length > 0) tx.update(cases).set({ lateToldAt: now }).where(among(cases.id, ids)).run();
      mails += told.length;
    }
    return mails;
  });
}

function leadsOf(db: Db, teamId: string): string[] {
  return mailsOf(db, and(eq(memberships.role, "lead"), eq(memberships.scope, teamId)));
}

function editorsOf(db: Db): string[] {
  return mailsOf(db, eq(memberships.role, "editor"));
}

function mailsOf(db: Db, held: SQL | undefined): string[] {
  return db
    .select({ email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(held)
    .all()
    .map((row) => row.email);
}
