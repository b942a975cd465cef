/**
 * Everything that CASE_KEYS seals, in one list: what a start tries the keys on, and what `npm run keys -- rotate` seals
 * anew.
 */
import type { SqliteFile } from "../../db/sqlite.ts";
import { contextOf as keptFormOf } from "../accounts/kept-forms.ts";
import { contextOf as secondFactorOf } from "../accounts/second-factor.ts";
import { contextOf as arrivalOf } from "../upkeep/arrivals.ts";
import { contextOf as reportOf } from "../upkeep/reports.ts";
import { contextOf as suggestionOf } from "../upkeep/suggestions.ts";
import { contextOf as mailOf } from "../mail/outbox.ts";
import { CONTEXT as MAIL_QUOTA } from "../mail/quota.ts";
import { contextOf as unitLinkOf } from "../referrals/unit-links.ts";
import { contextOf as supervisionOf } from "../casework/supervision.ts";
import { contextOf as companionOf } from "../casework/companions.ts";
import { keyContext as caseOf, rewrapped } from "../casework/vault.ts";
import { type KeyRing, openWithRing, resealWithRing } from "../shared/seal.ts";

export type Row = Record<string, unknown>;

export interface SealedColumn {
  table: string;
  column: string;
  /** What the row's value is sealed for. */
  context(row: Row): string;
  /** The columns of a row as they are when the first key of the ring has sealed them. */
  renewed(keys: KeyRing, row: Row): Row;
  /** Columns that hold look-ups made with a key, its id in front of a colon. */
  indexes?: string[];
}

export const SEALED: readonly SealedColumn[] = [
  {
    ...column("cases", "wrapped_key", ({ id }) => caseOf(String(id))),
    renewed(keys, row) {
      const { wrappedKey, phoneIndex, mailIndex, codeIndex } = rewrapped(keys, {
        id: String(row["id"]),
        wrappedKey: bytesIn(row, "wrapped_key"),
        sealedPerson: row["sealed_person"] === null ? null : bytesIn(row, "sealed_person"),
      });
      return { wrapped_key: wrappedKey, phone_index: phoneIndex, mail_index: mailIndex, code_index: codeIndex };
    },
    indexes: ["phone_index", "mail_index", "code_index"],
  },
  column("second_factors", "secret", ({ user_id: id }) => secondFactorOf(String(id))),
  column("kept_forms", "sealed", ({ user_id: id }) => keptFormOf(String(id))),
  column("mails", "sealed", ({ kind }) => mailOf(String(kind))),
  column("mail_quotas", "sealed_address", () => MAIL_QUOTA),
  column("reports", "sealed_text", ({ id }) => reportOf(String(id))),
  column("arrivals", "sealed", ({ id }) => arrivalOf(String(id))),
  column("suggestions", "sealed_contact", ({ id }) => suggestionOf(String(id))),
  column("companions", "sealed_person", ({ id }) => companionOf(String(id))),
  column("supervision_questions", "sealed_question", ({ id }) => supervisionOf(String(id))),
  column("unit_links", "sealed_person", ({ id }) => unitLinkOf(String(id))),
];

/** Sealed by the key of their case, which is wrapped in `cases`: they are not touched when the keys are changed. */
export const UNDER_A_CASE: readonly string[] = [
  "cases.sealed_person",
  "case_events.sealed_text",
  "placements.sealed_offer",
  "talks.sealed_sheet",
  "listed_offers.sealed_offer",
  "introductions.sealed_words",
  "trials.sealed_plan",
  "who5.sealed_answers",
];

/** The id of the key that sealed a value: `seal.ts` writes its length and the id in front. */
export function keyIdSql(column: string): string {
  return `CAST(substr(${column}, 2, unicode(CAST(substr(${column}, 1, 1) AS TEXT))) AS TEXT)`;
}

/** How many values each key has sealed. */
export function keysInUse(client: SqliteFile): Map<string, number> {
  const uses = SEALED.flatMap(({ table, column, indexes = [] }) => [
    ...client
      .prepare<[], Use>(
        `SELECT ${keyIdSql(column)} AS id, count(*) AS count FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1`,
      )
      .all(),
    ...indexes.flatMap((index) =>
      client
        .prepare<[], Use>(
          `SELECT substr(${index}, 1, instr(${index}, ':') - 1) AS id, count(*) AS count FROM ${table} WHERE ${index} IS NOT NULL GROUP BY 1`,
        )
        .all(),
    ),
  ]);
  const sums = new Map<string, number>();
  for (const { id, count } of uses) sums.set(id, (sums.get(id) ?? 0) + count);
  return sums;
}

/**
 * Whether the ring opens what is stored: one value of each column and key is tried. `missing`: not on the ring;
 * `wrong`: another key has that id.
 */
export function tryKeys(client: SqliteFile, ring: KeyRing): { needed: string[]; missing: string[]; wrong: string[] } {
  const needed = new Set<string>();
  const missing = new Set<string>();
  const wrong = new Set<string>();
  for (const sealed of SEALED) {
    const { table, column } = sealed;
    const rows = client
      .prepare<[], { key_id: string; row_id: number }>(
        `SELECT ${keyIdSql(column)} AS key_id, max(rowid) AS row_id FROM ${table} WHERE ${column} IS NOT NULL GROUP BY 1`,
      )
      .all();
    const read = client.prepare<[number], Row>(`SELECT * FROM ${table} WHERE rowid = ?`);
    for (const { key_id: id, row_id: rowId } of rows) {
      needed.add(id);
      if (!ring.keys.some((key) => key.id === id)) missing.add(id);
      else if (!opens(ring, sealed, read.get(rowId) ?? {})) wrong.add(id);
    }
  }
  return { needed: [...needed].sort(), missing: [...missing].sort(), wrong: [...wrong].sort() };
}

interface Use {
  id: string;
  count: number;
}

/** Whether the ring opens what that row holds. */
export function opens(ring: KeyRing, { column, context }: SealedColumn, row: Row): boolean {
  try {
    openWithRing(ring, bytesIn(row, column), context(row));
    return true;
  } catch {
    return false;
  }
}

function column(table: string, name: string, context: (row: Row) => string): SealedColumn {
  return {
    table,
    column: name,
    context,
    renewed: (keys, row) => ({ [name]: resealWithRing(keys, bytesIn(row, name), context(row)) }),
  };
}

function bytesIn(row: Row, column: string): Buffer {
  const value = row[column];
  if (!Buffer.isBuffer(value)) throw new TypeError(`No bytes in ${column}`);
  return value;
}
