import type { OpenDb } from "../../db/client.ts";
import { emptyLog, noteErased } from "../../db/erased.ts";
import type { SqliteFile } from "../../db/sqlite.ts";
import { letOthersWrite } from "../../db/write.ts";
import type { Viewer } from "../accounts/roles.ts";
import { liftSecondFactor } from "../accounts/second-factor.ts";
import type { MailBox } from "../mail/outbox.ts";
import { eraseUnreadable } from "../casework/retention.ts";
import type { KeyRing } from "../shared/seal.ts";
import { opens, type Row, SEALED, type SealedColumn } from "./sealed.ts";

const ROWS_A_STEP = 20;

/** How many values of each table no key of the ring opens; tables with none are left out. */
export function countLost(client: SqliteFile, ring: KeyRing): Map<string, number> {
  return new Map(
    SEALED.map((sealed): [string, number] => [sealed.table, lostRows(client, ring, sealed).length]).filter(
      ([, count]) => count > 0,
    ),
  );
}

/**
 * Lets go of everything that no key of the box opens, for good, so that the desk opens again: the persons of cases are
 * erased as when their time is up, second factors
 * are lifted and their owners written to, and of the rest the value goes, or the row where it is nothing without.
 * `told` hears how many are done.
 */
export async function giveUp(
  db: OpenDb,
  box: MailBox,
  by: Viewer,
  now: number,
  told: (rows: number) => void,
): Promise<void> {
  let done = 0;
  for (const sealed of SEALED) {
    const lost = lostRows(db.$client, box.keys, sealed);
    for (let at = 0; at < lost.length; at += ROWS_A_STEP) {
      const step = lost.slice(at, at + ROWS_A_STEP);
      db.transaction((tx) => {
        if (sealed.table === "cases")
          eraseUnreadable(
            tx,
            step.map((row) => String(row["id"])),
            now,
          );
        else if (sealed.table === "second_factors")
          for (const row of step) liftSecondFactor(tx, box, by, String(row["user_id"]), now);
        else drop(db.$client, sealed, step);
        noteErased(tx);
      });
      done += step.length;
      told(done);
      await letOthersWrite();
    }
  }
  emptyLog(db);
}

function lostRows(client: SqliteFile, ring: KeyRing, sealed: SealedColumn): Row[] {
  const lost: Row[] = [];
  const rows = client
    .prepare<[], Row>(`SELECT rowid AS row_id, * FROM ${sealed.table} WHERE ${sealed.column} IS NOT NULL`)
    .iterate();
  for (const row of rows)
    if (!opens(ring, sealed, row)) lost.push({ row_id: row["row_id"], id: row["id"], user_id: row["user_id"] });
  return lost;
}

function drop(client: SqliteFile, { table, column }: SealedColumn, rows: readonly Row[]): void {
  const mayBeEmpty =
    client.prepare('SELECT "notnull" = 0 FROM pragma_table_info(?) WHERE name = ?').pluck().get(table, column) === 1;
  const statement = client.prepare(
    `${mayBeEmpty ? `UPDATE ${table} SET ${column} = NULL` : `DELETE FROM ${table}`} WHERE rowid = ?`,
  );
  for (const row of rows) statement.run(row["row_id"]);
}
