/** Whoever an activity names as its tovholder is told so, and can take the name away. */
import { eq, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { onBoard } from "../../db/on-board.ts";
import { namedHosts, organisations } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { change } from "../activities/change.ts";
import { namedHostMail, nameTakenMail } from "../mail/activities/named-host.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { linkAddress, makeLink } from "./links.ts";

/** So many addresses at a time: a site that has just been filled tells them hour by hour. */
const ADDRESSES_A_RUN = 50;
const ROWS_A_RUN = 2_000;

interface Named {
  id: string;
  title: string;
  organisation: string;
  address: string;
}

/**
 * Writes to those whom an activity on the board names by an address, once an address and activity, and not to the
 * association's own contacts, who wrote it. One mail an address; answers how many.
 */
export function tellNamed(db: Db, box: MailBox, now: number): number {
  return db.transaction((tx) => {
    tx.run(sql`
      DELETE FROM named_hosts WHERE NOT EXISTS
        (SELECT 1 FROM activities a WHERE a.id = named_hosts.activity_id AND lower(a.contact_email) = named_hosts.address)`);
    const byAddress = [...Map.groupBy(untold(tx), ({ address }) => address)].slice(0, ADDRESSES_A_RUN);
    for (const [to, named] of byAddress) {
      const about = named.map(({ id, title, organisation }) => ({
        title: `${title} (${organisation})`,
        link: linkAddress(box.siteUrl, makeLink(tx, "named", id, now)),
      }));
      queueMail(tx, box.keys, namedHostMail(box.siteUrl, to, about), now);
      noteTold(tx, named, now);
    }
    return byAddress.length;
  });
}

/** Notes that all who are named now know it. */
export function noteAllTold(db: Db, now: number): void {
  for (let some = untold(db); some.length > 0; some = untold(db)) noteTold(db, some, now);
}

/** Whether somebody whom the site told stands on an activity. */
export function isStillNamed(db: Db, activityId: string): boolean {
  return db.select().from(namedHosts).where(eq(namedHosts.activityId, activityId)).get() !== undefined;
}

/**
 * Takes the tovholder's name, number and address off an activity; the association's own stand there instead, and its
 * contacts are told.
 */
export function takeNameAway(db: Db, box: MailBox, holder: Viewer, activityId: string, now: number): void {
  db.transaction((tx) => {
    const { organisationId, title } = change(tx, holder, activityId, "edit", now, (activity) => {
      const { name, phone, email } = organisations;
      const own = tx
        .select({ name, phone, email })
        .from(organisations)
        .where(eq(organisations.id, activity.organisationId))
        .get();
      return { contactName: own?.name ?? "", contactPhone: own?.phone ?? null, contactEmail: own?.email ?? null };
    });
    tx.delete(namedHosts).where(eq(namedHosts.activityId, activityId)).run();
    const contacts = tx.all<{ email: string }>(sql`
      SELECT u.email FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.role = 'contact' AND m.scope = ${organisationId}`);
    for (const { email } of contacts)
      queueMail(tx, box.keys, nameTakenMail(box.siteUrl, email, { id: activityId, title }), now);
  });
}

function untold(db: Db): Named[] {
  return db.all<Named>(sql`
    SELECT a.id, a.title, o.name AS organisation, lower(a.contact_email) AS address
    FROM activities a JOIN organisations o ON o.id = a.organisation_id
    WHERE ${onBoard} AND a.contact_email LIKE '%@%'
      AND NOT EXISTS (SELECT 1 FROM named_hosts n WHERE n.activity_id = a.id AND n.address = lower(a.contact_email))
      AND NOT EXISTS (SELECT 1 FROM users u JOIN memberships m ON m.user_id = u.id
        WHERE u.email = lower(a.contact_email) AND m.role = 'contact' AND m.scope = a.organisation_id)
    ORDER BY address, a.title LIMIT ${ROWS_A_RUN}`);
}

function noteTold(db: Db, named: readonly Named[], now: number): void {
  for (const { id: activityId, address } of named)
    db.insert(namedHosts).values({ activityId, address, toldAt: now }).onConflictDoNothing().run();
}
