/** Lines of the audit trail in words. */
import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Db } from "../../db/client.ts";
import { audit, type AuditKind, teams, users } from "../../db/schema.ts";
import { SETTINGS } from "../../db/settings.ts";
import { addDays, instantOf, localClock, localDate } from "../shared/time.ts";
import { placeInWords, roleNames } from "../texts/accounts.ts";
import { directoryTexts } from "../texts/people-desk.ts";
import { auditKinds, trail as texts } from "../texts/trail.ts";
import { scopeNameOf } from "./invitations.ts";
import { isKeyOf } from "../shared/keys-of.ts";

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

/** So many lines, the newest first. */
export function linesOf(db: Db, filter: TrailFilter, limit: number, offset: number): TrailLine[] {
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

/** The lines that are asked for. */
export function matching({ kind, person, from, until }: TrailFilter): SQL | undefined {
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
    case "role-taken": {
      const [role, scope] = [text("role"), text("scope")];
      return isKeyOf(roleNames, role) ? placeInWords(role, scopeNameOf(db, role, scope) ?? scope) : role;
    }
    case "lead-asked":
    case "lead-declined":
      return placeInWords("lead", teamNames.get(text("scope")) ?? "");
    case "lead-rule-asked":
    case "lead-rule-confirmed":
    case "lead-rule-declined": {
      const team = teamNames.get(text("scope")) ?? "";
      return directoryTexts.rule(text("claim"), text("value"), placeInWords("lead", team));
    }
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
    case "organisation-renamed":
      return `${text("from")} → ${text("to")}`;
    case "command":
      return text("command");
    default:
      return "";
  }
}

function changeInWords(detail: Record<string, string | number | boolean | null>, team: string | undefined): string {
  const key = String(detail["key"]);
  const setting = isKeyOf(SETTINGS, key) ? SETTINGS[key] : undefined;
  const label = (team ? `${team}: ` : "") + (setting?.label ?? key);
  const stop = /[.?!:]$/.test(label) ? label : `${label}.`;
  if (!("from" in detail)) return texts.changedSecret(stop);
  const value = (name: string) => String(detail[name] ?? texts.inherited);
  return texts.changed(stop, value("from"), value("to"));
}
