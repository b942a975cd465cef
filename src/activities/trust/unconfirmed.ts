import { sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { readSetting } from "../../../db/settings.ts";
import { has, type Viewer } from "../../accounts/roles.ts";
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

const ORDER = { off: 0, marked: 1, asked: 2 } as const;

/** For an editor, else none: what is off the board first, then what is marked, then what was asked about. */
export function listUnconfirmed(db: Db, viewer: Viewer | null, now: number): Unconfirmed[] {
  if (!has(viewer, "editor")) return [];
  const months = readSetting(db, "seasonMonths");
  const rows = db.all<Asked & Pick<Unconfirmed, "id" | "slug" | "title" | "organisation" | "contactName" | "contactPhone">>(sql`
    SELECT a.id, a.slug, a.title, o.name AS organisation, a.contact_name AS contactName, a.contact_phone AS contactPhone, a.confirmed_at AS confirmedAt,
      a.published_at AS publishedAt, a.created_at AS createdAt, a.confirm_asked_at AS confirmAskedAt, a.confirm_asks AS confirmAsks, a.lapsed_at AS lapsedAt
    FROM activities a JOIN organisations o ON o.id = a.organisation_id
    WHERE a.state = 'published' AND o.state = 'approved' AND (a.lapsed_at IS NOT NULL OR a.confirm_asks > 0) ORDER BY a.confirmed_at, a.title`);
  const hosts = hostsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows
    .map((row) => ({
      id: row.id,
      slug: row.slug,
      title: row.title,
      organisation: row.organisation,
      contactName: row.contactName,
      contactPhone: row.contactPhone,
      confirmedAt: row.confirmedAt,
      state: row.lapsedAt !== null ? ("off" as const) : isDoubted(row, months, now) ? ("marked" as const) : ("asked" as const),
      asks: asksOf(row, months),
      reachable: hosts.has(row.id),
    }))
    .filter(({ state, asks }) => state !== "asked" || asks > 0)
    .sort((a, b) => ORDER[a.state] - ORDER[b.state]);
}
