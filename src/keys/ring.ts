import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SqliteFile } from "../../db/sqlite.ts";
import type { Config } from "../shared/config.ts";
import type { Log } from "../shared/log.ts";
import { CLOSED, type KeyRing, readKeys } from "../shared/seal.ts";
import { tryKeys } from "./sealed.ts";

/** CASE_KEYS, or the key of its own that a machine made to try the site; null: there is neither. */
export function ringOf({ caseKeys, dataDir }: Pick<Config, "caseKeys" | "dataDir">): KeyRing | null {
  const own = ownKeyFile(dataDir);
  if (caseKeys) return readKeys(caseKeys);
  return existsSync(own) ? readKeys(readFileSync(own, "utf8").trim()) : null;
}

/** As `ringOf`; without either a key of this machine's own is made. */
export function readOrMakeRing(config: Config, log: Log): KeyRing {
  const there = ringOf(config);
  if (there) return there;
  const made = `demo:${randomBytes(32).toString("base64")}`;
  writeFileSync(ownKeyFile(config.dataDir), made, { mode: 0o600 });
  log.warn("CASE_KEYS is not set: made a key of its own beside the database, fit for trying out only");
  return readKeys(made);
}

/**
 * The ring, if it opens what the database holds; else a closed one, so that the board goes on and nothing is sealed
 * that cannot be opened with the rest.
 */
export function fittingRing(client: SqliteFile, ring: KeyRing, log: Log): KeyRing {
  const { needed, missing, wrong } = tryKeys(client, ring);
  if (missing.length === 0 && wrong.length === 0) return ring;
  log.error(
    { needed, given: ring.keys.map(({ id }) => id), missing, wrong },
    "CASE_KEYS does not open what the database holds: the desk and the help form are closed",
  );
  return CLOSED;
}

function ownKeyFile(dataDir: string): string {
  return join(dataDir, "case-keys");
}
