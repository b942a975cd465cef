/** The audit trail as a data officer reads it: who, when, what. */
import { keysOf } from "../shared/keys-of.ts";
import { and, asc, count, desc, eq, gte, inArray, lt, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import type { Store } from "../../db/write.ts";
import { audit, type AuditKind, type Role, teams, users } from "../../db/schema.ts";
import { type Setting, type SettingKey, SETTINGS } from "../../db/settings.ts";
import { addDays, instantOf, isDate, localClock, localDate } from "../shared/time.ts";
import { placeInWords } from "../texts/accounts.ts";
import { auditKinds, trail as texts } from "../texts/trail.ts";
import { scopeNameOf } from "./invitations.ts";
import { has, type Viewer } from "./roles.ts";

export const AUDIT_KINDS = keysOf(auditKinds);

/** What of the trail is asked for: `from` and `until` are dates, both included; null: all. */
export interface TrailFilter {
  kind: AuditKind | null;
  person: string | null;
  from: string | null;
  until: string | null;
}

/** One line in words. */
export interface TrailLine {
  /** `2026-11-24 09:00:12` on the wall in Copenhagen. */
  when: string;
  what: string;
  by: string;
  to: string;
  more: string;
}

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
  const rows = [texts.csvHead, ...lines.map(({ when, what, by, to, more }) => [when, what, by, to, more])];
  return `\uFEFF${rows.map((row) => row.map(cell).join(";")).join("\r\n")}\r\n`;
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

function linesOf(db: Db, filter: TrailFilter, limit: number, offset: number): TrailLine[] {
  const [actor, subject] = [alias(users, "actor"), alias(users, "subject")];
  const rows = db
    .select({ row: audit, actor: actor.name, subject: subject.name })
    .from(audit)
    .leftJoin(actor, eq(actor.id, audit.actorId))
    .leftJoin(subject, eq(subject.id, audit.subjectId))
    .where(matching(filter))
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(limit)
    .offset(offset)
    .all();
  const teamNames = new Map(
    db
      .select({ id: teams.id, name: teams.name })
      .from(teams)
      .all()
      .map(({ id, name }) => [id, name]),
  );
  return rows.map(({ row, actor: by, subject: to }) => ({
    when: `${localDate(row.at)} ${localClock(row.at)}`,
    what: auditKinds[row.kind],
    by:
      by ??
      (row.actorId
        ? texts.gone
        : row.kind === "command" || row.kind === "exported" || row.kind === "role-given"
          ? texts.command
          : texts.nobody),
    to: row.subjectId === row.actorId ? "" : (to ?? (row.subjectId ? texts.gone : "")),
    more: moreOf(db, row.kind, row.detail, teamNames),
  }));
}

function matching({ kind, person, from, until }: TrailFilter): SQL | undefined {
  return and(
    kind ? eq(audit.kind, kind) : undefined,
    person ? or(eq(audit.actorId, person), eq(audit.subjectId, person)) : undefined,
    from ? gte(audit.at, instantOf(from, "00:00")) : undefined,
    until ? lt(audit.at, instantOf(addDays(until, 1), "00:00")) : undefined,
  );
}

function moreOf(
  db: Db,
  kind: AuditKind,
  detail: Record<string, string | number | boolean | null>,
  teamNames: ReadonlyMap<string, string>,
): string {
  const text = (name: string) => String(detail[name] ?? "");
  const number = (name: string) => Number(detail[name] ?? 0);
  switch (kind) {
    case "signed-in":
      return detail["twoSteps"] ? `${text("device")}, ${texts.twoSteps}` : text("device");
    case "signed-out":
      return text("device");
    case "sign-in-failed":
      return texts.times(number("count"));
    case "sessions-ended":
      return texts.places(number("count"));
    case "recovery-code-used":
      return texts.left(number("left"));
    case "invited":
    case "role-given":
    case "role-taken":
      return placeInWords(text("role") as Role, scopeNameOf(db, text("role") as Role, text("scope")) ?? text("scope"));
    case "lead-asked":
    case "lead-declined":
      return placeInWords("lead", teamNames.get(text("scope")) ?? "");
    case "unit-link-given":
    case "unit-link-taken":
      return text("unit");
    case "cover-made":
    case "cover-ended":
      return teamNames.get(text("team")) ?? "";
    case "setting-changed":
      return changeInWords(detail, teamNames.get(text("team")));
    case "exported":
      return text("what") === "trail" ? texts.exportedTrail : texts.exportedActivities;
    case "command":
      return text("command");
    default:
      return "";
  }
}

function changeInWords(detail: Record<string, string | number | boolean | null>, team: string | undefined): string {
  const key = String(detail["key"]);
  const setting = SETTINGS[key as SettingKey] as Setting | undefined;
  const label = (team ? `${team}: ` : "") + (setting?.label ?? key);
  const stop = /[.?!:]$/.test(label) ? label : `${label}.`;
  if (!("from" in detail)) return texts.changedSecret(stop);
  const value = (name: string) => String(detail[name] ?? texts.inherited);
  return texts.changed(stop, value("from"), value("to"));
}

/** A cell that no spreadsheet takes for a formula (OWASP, CSV injection). */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
