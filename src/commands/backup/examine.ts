import { join } from "node:path";
import { openDb } from "../../../db/client.ts";
import { openReader, type SqliteFile } from "../../../db/sqlite.ts";
import { NewerDatabase, refuseNewer } from "../../../db/versions.ts";
import { tryKeys } from "../../keys/sealed.ts";
import type { KeyRing } from "../../shared/seal.ts";
import { commands } from "../../texts/commands.ts";
import { countRows } from "./gather.ts";
import { DATABASE, type Manifest } from "./manifest.ts";
import type { Damage } from "./archive.ts";

const texts = commands.verify;
const MOST_TOLD = 3;

/**
 * What is wrong with an unpacked backup, a line each: damaged files, a broken database, one of a newer program. Empty:
 * nothing.
 */
export function problemsOf(unpacked: string, manifest: Manifest, damage: readonly Damage[], root: string): string[] {
  const said = damage.map(({ file, why }) => texts[why](file));
  if (damage.some(({ file }) => file === DATABASE)) return said;
  const client = openReader(join(unpacked, DATABASE));
  try {
    return [...said, ...integrityOf(client), ...ageOf(client, root), ...missingRows(client, manifest)];
  } catch (error) {
    return [...said, texts.unreadable(error instanceof Error ? error.message : String(error))];
  } finally {
    client.close();
  }
}

/**
 * Whether these keys open what the unpacked database, brought to the newest migration, has sealed: what is wrong, a
 * line each.
 */
export function keyProblemsOf(unpacked: string, ring: KeyRing, root: string): string[] {
  const { $client: client } = openDb(join(unpacked, DATABASE), root);
  const { missing, wrong } = tryKeys(client, ring);
  client.close();
  return [...missing.map(texts.keyMissing), ...wrong.map(texts.keyWrong)];
}

function integrityOf(client: SqliteFile): string[] {
  const found = client.prepare<[], { integrity_check: string }>("PRAGMA integrity_check").all();
  return found
    .filter(({ integrity_check: text }) => text !== "ok")
    .slice(0, MOST_TOLD)
    .map(({ integrity_check: text }) => texts.integrity(text));
}

function ageOf(client: SqliteFile, root: string): string[] {
  try {
    refuseNewer(client, root);
    return [];
  } catch (error) {
    if (error instanceof NewerDatabase) return [commands.newerDatabase(error.day)];
    throw error;
  }
}

function missingRows(client: SqliteFile, { rows }: Manifest): string[] {
  const found = countRows(client);
  return Object.entries(rows).flatMap(([table, count]) =>
    found[table] === count ? [] : [texts.rows(table, count, found[table] ?? 0)],
  );
}
