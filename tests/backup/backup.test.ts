import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { list } from "tar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { writeMark } from "../../db/marks.ts";
import { copyDatabase, openReader } from "../../db/sqlite.ts";
import { runCommand, startCommand } from "../harness/command.ts";
import { temporaryFolder } from "../harness/server.ts";
import { addPicture, fill, openSite, placesIn } from "./support.ts";

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

const namesIn = async (archive: string) => {
  const names: string[] = [];
  await list({ file: archive, onReadEntry: ({ path }) => names.push(path) });
  return names;
};

describe("Somebody who takes a backup while the site runs", () => {
  it(
    "gets the database and every picture in it, readable by nobody else, without a key",
    async () => {
      const ids = [addPicture(db, dataDir), addPicture(db, dataDir)];
      writeFileSync(join(dataDir, "case-keys"), "demo:secret");
      writeMark(db, "proof", "in the log only");
      const { code, said } = await runCommand("backup", [file], dataDir);
      expect(said).toContain("Nøglerne i CASE_KEYS er ikke med");
      expect(code).toBe(0);
      const pictures = ids.flatMap((id) => [`images/${id}-1200.webp`, `images/${id}-480.webp`]).sort();
      expect(await namesIn(file)).toEqual(["manifest.json", "faellesbro.db", ...pictures]);
      expect(statSync(file).mode & 0o077).toBe(0);
      expect(readdirSync(folder.path).sort()).toEqual(["copy.tar.gz", "data"]);
      expect(readdirSync(dataDir).filter((name) => name.startsWith("working-"))).toEqual([]);
      expect(await runCommand("verify", [file], dataDir)).toMatchObject({
        code: 0,
        said: expect.stringContaining("Kopien er hel"),
      });
    },
    TIMEOUT,
  );

  it(
    "keeps the file that has the name already",
    async () => {
      writeFileSync(file, "yesterday's");
      const { code, said } = await runCommand("backup", [file], dataDir);
      expect(said).toContain("allerede en fil");
      expect(code).toBe(2);
      expect(readFileSync(file, "utf8")).toBe("yesterday's");
    },
    TIMEOUT,
  );

  it("gets all of it as it was at one instant, however much is written meanwhile", async () => {
    fill(db, 20_000);
    db.$client.exec("CREATE TABLE written (id INTEGER PRIMARY KEY); INSERT INTO written VALUES (0)");
    const insert = db.$client.prepare("INSERT INTO written DEFAULT VALUES");
    let steps = 0;
    const to = join(folder.path, "copied.db");
    await copyDatabase(join(dataDir, "faellesbro.db"), to, () => {
      insert.run();
      steps += 1;
    });
    expect(steps).toBeGreaterThan(1);
    const copy = openReader(to);
    expect(copy.prepare("SELECT count(*) FROM written").pluck().get()).toBe(1);
    expect(copy.pragma("integrity_check", { simple: true })).toBe("ok");
    copy.close();
  });
});

describe("When the machine stops in the middle", () => {
  it(
    "of a backup, no file has the name, the site is as it was, and the next backup clears away what was half done",
    async () => {
      fill(db, 15_000);
      const command = startCommand("backup", [file], dataDir);
      await command.saying(/Databasen tages over/);
      command.kill();
      await command.ended;
      expect(existsSync(file)).toBe(false);
      expect(readdirSync(dataDir).some((name) => name.startsWith("working-"))).toBe(true);
      writeMark(db, "proof", "goes on");
      expect(await runCommand("backup", [file], dataDir)).toMatchObject({ code: 0 });
      expect(readdirSync(dataDir).filter((name) => name.startsWith("working-"))).toEqual([]);
    },
    TIMEOUT,
  );
});
