import { and, eq, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { memberships, organisations, users } from "../../db/schema.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { organisationSignedUpMail } from "../mail/organisation-signed-up.ts";
import { freeSlug, newId } from "../shared/ids.ts";
import { refuse } from "../shared/refusal.ts";

/** Signs an organisation up: it waits for an editor, who is told by mail. Refuses a CVR number that is on the board or waits already. */
export function register(db: Db, box: MailBox, { name, cvr }: { name: string; cvr: string | null }, now: number): string {
  return db.transaction((tx) => {
    if (cvr && isKnown(tx, cvr)) refuse("cvrKnown", "cvr");
    const id = newId();
    const slug = freeSlug(name, (taken) => tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.slug, taken)).get() !== undefined);
    tx.insert(organisations).values({ id, slug, name, cvr, state: "pending", createdAt: now }).run();
    for (const editor of editorsOf(tx)) queueMail(tx, box.keys, organisationSignedUpMail(box.siteUrl, editor, name), now);
    return id;
  });
}

function isKnown(db: Db, cvr: string): boolean {
  const known = and(eq(organisations.cvr, cvr), ne(organisations.state, "rejected"));
  return db.select({ id: organisations.id }).from(organisations).where(known).get() !== undefined;
}

function editorsOf(db: Db): { to: string; name: string }[] {
  return db
    .select({ to: users.email, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(memberships.role, "editor"))
    .all();
}
