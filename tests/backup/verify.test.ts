import { mkdirSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { DATABASE } from "../../src/commands/backup/manifest.ts";
import { unpack } from "../../src/commands/backup/archive.ts";
import { problemsOf } from "../../src/commands/backup/examine.ts";
import { runCommand } from "../harness/command.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";
import { addPicture, backUp, fill, openSite, placesIn, silently, tampered } from "./support.ts";

const TIMEOUT = 120_000;

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;
let file: string;
let db: OpenDb;
beforeEach(() => {
  folder = temporaryFolder("backup");
  ({ dataDir, file } = placesIn(folder.path));
  db = openSite(dataDir);
});
afterEach(() => {
  if (db.$client.open) db.$client.close();
  folder.remove();
});

async function problemsIn(archive: string): Promise<string[]> {
  const work = join(folder.path, "tried");
  mkdirSync(work);
  const { manifest, damage } = await unpack(archive, work, (name) => name === DATABASE, silently);
  return problemsOf(work, manifest, damage, ROOT);
}

describe("Somebody who tries whether a backup is good", () => {
  it.each([
    [
      "a file was changed",
      (at: string) => writeFileSync(join(at, "images", readdirSync(join(at, "images"))[0]!), "another"),
      "er ikke den fil",
    ],
    ["a picture is missing", (at: string) => rmSync(join(at, "images"), { recursive: true }), "mangler i kopien"],
    ["something was put in", (at: string) => writeFileSync(join(at, "run-me.sh"), "…"), "hører ikke til"],
    [
      "the database is broken",
      (at: string) => truncateSync(join(at, "faellesbro.db"), 8192),
      "faellesbro.db er ikke den fil",
    ],
  ])(
    "is told when %s",
    async (_, change, words) => {
      addPicture(db, dataDir);
      await backUp(folder.path);
      expect((await problemsIn(await tampered(folder.path, change))).join("\n")).toContain(words);
    },
    TIMEOUT,
  );

  it(
    "is told when the file ends in the middle, and when it is no backup",
    async () => {
      fill(db, 2_000);
      await backUp(folder.path);
      truncateSync(file, Math.floor(statSync(file).size / 2));
      for (const bad of [file, join(dataDir, "faellesbro.db")]) {
        const { code, said } = await runCommand("verify", [bad], dataDir);
        expect(said).toContain("er ikke en kopi af Fællesbro, eller den er skadet");
        expect(code).toBe(2);
      }
    },
    TIMEOUT,
  );

  it(
    "is told when a newer program made it",
    async () => {
      db.$client.exec(
        `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', ${Date.parse("2031-05-01")})`,
      );
      await backUp(folder.path);
      const { code, said } = await runCommand("verify", [file], dataDir);
      expect(said).toContain("nyere udgave af Fællesbro (fra 2031-05-01)");
      expect(code).toBe(1);
    },
    TIMEOUT,
  );
});
