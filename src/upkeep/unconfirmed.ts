import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { readSetting } from "../../db/settings.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { type Paged, pageOf } from "../shared/paging.ts";
import { type Asked, asksOf, isDoubted } from "./confirming.ts";
import { hostsOf } from "./hosts.ts";

/** What nobody has said yes to: asked about, marked, or off the board. */
export interface Unconfirmed {
  id: string;
  slug: string;
  title: string;
  organisation: string;
  contactName: string;
  contactPhone: string | null;
  confirmedAt: string | null;
  state: "asked" | "marked" | "off";
  asks: number;
  /** Whether there is somebody to write to. */
  reachable: boolean;
}

/**
 * Not counted are questions from before somebody confirmed it last. The same words as in the index, which holds all
 * that is asked here.
 */
const UNCONFIRMED =
  sql.raw(`activities a INDEXED BY activities_unconfirmed WHERE a.state = 'published' AND (a.lapsed_at IS NOT NULL OR a.confirm_asks > 0)
  AND (a.lapsed_at IS NOT NULL OR a.confirmed_at IS NULL OR date(a.confirm_asked_at / 1000, 'unixepoch') > a.confirmed_at)
  AND a.organisation_id NOT IN (SELECT id FROM organisations WHERE state IN ('pending', 'rejected'))`);
const IN_ORDER = sql.raw("a.lapsed_at IS NULL, a.confirm_asks DESC, a.confirm_asked_at, a.id");

/**
 * For an editor, else none, a page at a time: what is off the board first, then what is marked, then what was asked
 * about.
 */
export function listUnconfirmed(db: Db, viewer: Viewer | null, now: number, page = 1): Paged<Unconfirmed> {
  if (!has(viewer, "editor")) return pageOf(1, 0, () => []);
  const months = readSetting(db, "seasonMonths");
  const { total } = db.get<{ total: number }>(sql`SELECT count(*) AS total FROM ${UNCONFIRMED}`);
  return pageOf(page, total, (skip, take) => {
    const rows = db.all<
      Asked & Pick<Unconfirmed, "id" | "slug" | "title" | "organisation" | "contactName" | "contactPhone">
    >(sql`
      SELECT a.id, a.slug, a.title, o.name AS organisation, a.contact_name AS contactName, a.contact_phone AS contactPhone, a.confirmed_at AS confirmedAt,
        a.published_at AS publishedAt, a.created_at AS createdAt, a.confirm_asked_at AS confirmAskedAt, a.confirm_asks AS confirmAsks, a.lapsed_at AS lapsedAt
      FROM (SELECT a.id FROM ${UNCONFIRMED} ORDER BY ${IN_ORDER} LIMIT ${take} OFFSET ${skip}) w
        CROSS JOIN activities a ON a.id = w.id CROSS JOIN organisations o ON o.id = a.organisation_id
      ORDER BY ${IN_ORDER}`);
    const hosts = hostsOf(
      db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      id: row.id,
      slug: row.slug,
      title: row.title,
      organisation: row.organisation,
      contactName: row.contactName,
      contactPhone: row.contactPhone,
      confirmedAt: row.confirmedAt,
      state:
        row.lapsedAt !== null
          ? ("off" as const)
          : isDoubted(row, months, now)
            ? ("marked" as const)
            : ("asked" as const),
      asks: asksOf(row, months),
      reachable: hosts.has(row.id),
    }));
  });
}
