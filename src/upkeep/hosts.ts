import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";

/**
 * Whom one writes to about these activities: the contact's own address, else the accounts of the organisation's
 * contacts. Left out is an activity that nobody answers for, and one of an organisation that is not approved: whoever
 * signed it up may have named anybody's address.
 */
export function hostsOf(db: Db, activityIds: readonly string[]): Map<string, string[]> {
  const rows = db.all<{ id: string; email: string }>(sql`
    SELECT a.id, lower(coalesce(nullif(a.contact_email, ''), u.email)) AS email
    FROM json_each(${JSON.stringify(activityIds)}) w JOIN activities a ON a.id = w.value JOIN organisations o ON o.id = a.organisation_id AND o.state = 'approved'
    LEFT JOIN memberships m ON nullif(a.contact_email, '') IS NULL AND m.role = 'contact' AND m.scope = a.organisation_id
    LEFT JOIN users u ON u.id = m.user_id
    WHERE coalesce(nullif(a.contact_email, ''), u.email) IS NOT NULL
    ORDER BY a.id, email`);
  const hosts = new Map<string, string[]>();
  for (const { id, email } of rows) hosts.set(id, [...new Set([...(hosts.get(id) ?? []), email])]);
  return hosts;
}

/** The addresses of all editors. */
export function editorsOf(db: Db): string[] {
  return db
    .all<{ email: string }>(
      sql`SELECT DISTINCT u.email FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.role = 'editor' ORDER BY u.email`,
    )
    .map(({ email }) => email);
}
