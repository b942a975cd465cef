import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { onBoard } from "../../db/on-board.ts";
import { allRows } from "../../db/statements.ts";
import type { FoundHit } from "../../search/engine.ts";
import { type Card, cardsOf } from "./cards.ts";
import { FROM } from "./board-row.ts";

/** What the page of an organisation shows. */
export interface OrganisationPage {
  name: string;
  slug: string;
  description: string;
  id: string;
  url: string | null;
  contact: { name: string | null; phone: string | null; email: string | null };
  /** What takes place next of each, and how it is shown. */
  next: FoundHit[];
  cards: Card[];
}

/** An approved organisation with what it offers now, by next date. */
export function organisationPage(db: Db, slug: string, now: number): OrganisationPage | null {
  const organisation = allRows<{
    id: string;
    name: string;
    slug: string;
    description: string;
    url: string | null;
    contact_name: string | null;
    phone: string | null;
    email: string | null;
  }>(
    db,
    sql`SELECT id, name, slug, description, url, contact_name, phone, email FROM organisations WHERE slug = ${slug} AND state = 'approved'`,
  )[0];
  if (!organisation) return null;
  const next = allRows<FoundHit>(
    db,
    sql`
    SELECT a.id, MIN(oc.start) AS next, NULL AS distance ${FROM} JOIN occurrences oc ON oc.activity_id = a.id
    WHERE a.organisation_id = ${organisation.id} AND ${onBoard} AND oc."end" > ${now} AND NOT oc.cancelled GROUP BY a.id ORDER BY next, a.id`,
  );
  const { contact_name: contactName, phone, email, ...shown } = organisation;
  return { ...shown, contact: { name: contactName, phone, email }, next, cards: cardsOf(db, next) };
}
