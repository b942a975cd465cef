import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { memberships, organisations, type Role, users } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { organisationWantedMail } from "../mail/organisation-wanted.ts";
import type { MailBox } from "../mail/outbox.ts";
import { hasRoom, queueForStranger } from "../mail/quota.ts";
import { freeSlug, newId } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";

/**
 * An organisation as somebody who signs up names it. `isOther`: they say that it is not the one of that name which is
 * here.
 */
export interface Named {
  name: string;
  cvr: string | null;
  isOther?: boolean;
}

/**
 * Signs an organisation up: it waits for an editor. Refuses a CVR number or name that is on the board or waits already.
 */
export function register(db: Db, named: Named, now: number): string {
  return db.transaction((tx) => {
    const { name, cvr } = named;
    const known = knownOrganisation(tx, named);
    if (known) refuse("organisationKnown", cvr && known.cvr === cvr ? "cvr" : "organisation");
    const id = newId();
    const slug = freeSlug(name, takenSlugs(tx, organisations));
    tx.insert(organisations).values({ id, slug, name, cvr, state: "pending", createdAt: now }).run();
    return id;
  });
}

/** The organisation of that CVR number, else of that name in whatever capitals; one that was refused does not count. */
export function knownOrganisation(
  db: Db,
  { name, cvr, isOther = false }: Named,
): { id: string; cvr: string | null } | undefined {
  const here = db
    .select({ id: organisations.id, name: organisations.name, cvr: organisations.cvr })
    .from(organisations)
    .where(ne(organisations.state, "rejected"))
    .all();
  return (
    here.find((one) => cvr !== null && one.cvr === cvr) ??
    (isOther ? undefined : here.find((one) => plainName(one.name) === plainName(name)))
  );
}

/**
 * Writes to the contacts of an organisation, or to the editors when none of them can sign in, that somebody wants to be
 * let in. Tells nobody who they are. Refuses when they have had enough for today: nothing else says what would be held
 * back.
 */
export function askToJoin(
  db: Db,
  box: MailBox,
  organisationId: string,
  person: { name: string; email: string },
  now: number,
): void {
  const organisation =
    db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId)).get() ??
    refuse("unknown");
  const contacts = peopleOf(db, "contact", organisationId);
  const able = (contacts.length > 0 ? contacts : peopleOf(db, "editor", "")).filter(({ to }) =>
    hasRoom(db, box.keys, to, now),
  );
  if (able.length === 0) refuse("askedMuchToday", null, 429);
  for (const to of able)
    queueForStranger(
      db,
      box.keys,
      organisationWantedMail(box.siteUrl, to, { id: organisationId, ...organisation }, person),
      now,
    );
}

/** A name as it is compared: whatever its capitals and spaces. */
export function plainName(name: string): string {
  return name.toLocaleLowerCase("da").replace(/\s+/g, " ").trim();
}

/** Those who can sign in. */
function peopleOf(db: Db, role: Role, scope: string): { to: string; name: string }[] {
  return db
    .select({ to: users.email, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.role, role), eq(memberships.scope, scope), isNotNull(users.passwordHash)))
    .all();
}
