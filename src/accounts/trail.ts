/** The audit trail as a data officer reads it: who, when, what. */
import { keysOf } from "../shared/keys-of.ts";
import { asc, count, inArray, or } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import type { Store } from "../../db/write.ts";
import { audit, users } from "../../db/schema.ts";
import { csvOf } from "../shared/csv.ts";
import { isDate } from "../shared/time.ts";
import { auditKinds, trail as texts } from "../texts/trail.ts";
import { has, type Viewer } from "./roles.ts";
import { type TrailFilter, type TrailLine, matching, linesOf } from "./trail-lines.ts";

export const AUDIT_KINDS = keysOf(auditKinds);

const LINES_A_PAGE = 50;
/** As many lines as a sheet takes. */
const MOST_LINES = 100_000;

/** Reads the filter from an address; what makes no sense is left out. */
export function trailFilterIn(query: URLSearchParams): TrailFilter {
  const date = (name: string) => {
    const text = query.get(name) ?? "";
    return isDate(text) ? text : null;
  };
  return {
    kind: AUDIT_KINDS.find((kind) => kind === query.get("hvad")) ?? null,
    person: query.get("hvem") || null,
    from: date("fra"),
    until: date("til"),
  };
}

/** A page of the trail, the newest first; beyond the last page is the last. Nothing for who is no data officer. */
export function readTrail(
  db: Db,
  viewer: Viewer | null,
  filter: TrailFilter,
  wanted: number,
): { lines: TrailLine[]; total: number; page: number; pages: number } {
  if (!has(viewer, "data-officer")) return { lines: [], total: 0, page: 1, pages: 1 };
  const total = db.select({ count: count() }).from(audit).where(matching(filter)).get()?.count ?? 0;
  const pages = Math.max(1, Math.ceil(total / LINES_A_PAGE));
  const page = Math.min(Math.max(1, wanted), pages);
  return { lines: linesOf(db, filter, LINES_A_PAGE, (page - 1) * LINES_A_PAGE), total, page, pages };
}

/**
 * The trail as a sheet (semicolons, as a Danish spreadsheet reads it); that it was taken out stands in the trail. Null
 * for who is no data officer.
 */
export async function trailSheet(
  { db, write }: Store,
  viewer: Viewer | null,
  filter: TrailFilter,
  now: number,
): Promise<string | null> {
  if (!viewer || !has(viewer, "data-officer")) return null;
  const lines = linesOf(db, filter, MOST_LINES, 0);
  await write((tx) =>
    noteAudit(tx, { kind: "exported", by: viewer.id, detail: { what: "trail", rows: lines.length } }, now),
  );
  return csvOf([texts.csvHead, ...lines.map(({ when, what, by, to, more }) => [when, what, by, to, more])]);
}

/** Everybody who stands in the trail, by name. */
export function trailPeople(db: Db, viewer: Viewer | null): { id: string; name: string }[] {
  if (!has(viewer, "data-officer")) return [];
  const named = db.selectDistinct({ id: audit.actorId }).from(audit);
  const concerned = db.selectDistinct({ id: audit.subjectId }).from(audit);
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(or(inArray(users.id, named), inArray(users.id, concerned)))
    .orderBy(asc(users.name))
    .all();
}
