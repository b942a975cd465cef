import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { create, extract, list } from "tar";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { connect } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { copyDatabase, openReader } from "../../db/sqlite.ts";
import { DATABASE } from "../../src/commands/backup/manifest.ts";
import { gather } from "../../src/commands/backup/gather.ts";
import { pack, unpack } from "../../src/commands/backup/archive.ts";
import { problemsOf } from "../../src/commands/backup/examine.ts";
import { putInPlace } from "../../src/commands/backup/place.ts";
import { openDataFolder } from "../../src/shared/own-files.ts";
import { runCommand, startCommand } from "../harness/command.ts";
import { ROOT } from "../harness/root.ts";
import { temporaryFolder } from "../harness/server.ts";
import { NOW } from "../world.ts";
import { addPicture, missingPictures, openSite, openToOthers, openUp } from "./support.ts";

const TIMEOUT = 120_000;

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;
let file: string;
let db: OpenDb;
beforeEach(() => {
  folder = temporaryFolder("backup");
  dataDir = join(folder.path, "data");
  file = join(folder.path, "copy.tar.gz");
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
const silently = () => undefined;
/** As the command does. */
async function backUp(): Promise<void> {
  const work = join(folder.path, "work");
  mkdirSync(work);
  await pack(work, await gather(dataDir, work, { root: ROOT, version: "1", now: NOW }, silently), file, silently);
  rmSync(work, { recursive: true });
}
async function problemsIn(archive: string): Promise<string[]> {
  const work = join(folder.path, "tried");
  mkdirSync(work);
  const { manifest, damage } = await unpack(archive, work, (name) => name === DATABASE, silently);
  return problemsOf(work, manifest, damage, ROOT);
}
/** Takes the backup apart, lets somebody change it, and packs it again. */
async function tampered(change: (unpacked: string) => void): Promise<string> {
  const unpacked = join(folder.path, "unpacked");
  mkdirSync(unpacked);
  await extract({ file, cwd: unpacked });
  change(unpacked);
  const again = join(folder.path, "again.tar.gz");
  await create({ gzip: true, file: again, cwd: unpacked }, [
    "manifest.json",
    ...readdirSync(unpacked).filter((name) => name !== "manifest.json"),
  ]);
  return again;
}
function filler(rows: number): void {
  db.$client.exec("CREATE TABLE filler (id INTEGER PRIMARY KEY, text TEXT)");
  db.$client.exec(
    `INSERT INTO filler (text) SELECT hex(randomblob(500)) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i FROM n)`,
  );
}

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
    filler(20_000);
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
      await backUp();
      expect((await problemsIn(await tampered(change))).join("\n")).toContain(words);
    },
    TIMEOUT,
  );

  it(
    "is told when the file ends in the middle, and when it is no backup",
    async () => {
      filler(2_000);
      await backUp();
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
      await backUp();
      const { code, said } = await runCommand("verify", [file], dataDir);
      expect(said).toContain("nyere udgave af Fællesbro (fra 2031-05-01)");
      expect(code).toBe(1);
    },
    TIMEOUT,
  );
});

describe("Somebody who restores", () => {
  it(
    "an empty machine has everything again",
    async () => {
      addPicture(db, dataDir);
      writeMark(db, "proof", "kept");
      await backUp();
      const elsewhere = join(folder.path, "elsewhere");
      const { code, said } = await runCommand("restore", [file], elsewhere);
      expect(said).not.toContain("Slet mappen");
      expect(code).toBe(0);
      expect(readdirSync(elsewhere).sort()).toEqual(["faellesbro.db", "images"]);
      const restored = openSite(elsewhere);
      expect(readMark(restored, "proof")).toBe("kept");
      expect(missingPictures(restored, elsewhere)).toEqual([]);
      restored.$client.close();
      expect(openToOthers(elsewhere)).toEqual([]);
    },
    TIMEOUT,
  );

  it(
    "a stopped site goes back to the backup, and what was there is moved aside",
    async () => {
      const before = addPicture(db, dataDir);
      await backUp();
      const after = addPicture(db, dataDir);
      writeMark(db, "proof", "after the backup");
      db.$client.close();
      expect(await runCommand("restore", [file], dataDir)).toMatchObject({
        code: 0,
        said: expect.stringContaining("Slet mappen"),
      });
      const restored = connect(join(dataDir, "faellesbro.db"));
      expect(readMark(restored, "proof")).toBeNull();
      restored.$client.close();
      expect(readdirSync(join(dataDir, "images"))).toEqual([`${before}-1200.webp`, `${before}-480.webp`].sort());
      const aside = join(dataDir, readdirSync(dataDir).find((name) => name.startsWith("before-restore-")) ?? "");
      const old = connect(join(aside, "faellesbro.db"));
      expect(readMark(old, "proof")).toBe("after the backup");
      old.$client.close();
      expect(readdirSync(join(aside, "images"))).toEqual([`${after}-1200.webp`, `${after}-480.webp`].sort());
    },
    TIMEOUT,
  );

  it(
    "is refused while the site runs, also when nobody asks it anything, and nothing changes",
    async () => {
      await backUp();
      writeMark(db, "proof", "of the running site");
      const { code, said } = await runCommand("restore", [file], dataDir);
      expect(said).toContain("Siden kører");
      expect(code).toBe(1);
      expect(readMark(db, "proof")).toBe("of the running site");
      writeMark(db, "proof", "goes on");
    },
    TIMEOUT,
  );

  it(
    "what a killed site left in its log is in what is moved aside, and does not stand beside the backup",
    async () => {
      await backUp();
      writeMark(db, "proof", "in the log only");
      const killed = join(folder.path, "killed");
      mkdirSync(killed);
      for (const suffix of ["", "-wal"])
        writeFileSync(join(killed, `faellesbro.db${suffix}`), readFileSync(join(dataDir, `faellesbro.db${suffix}`)));
      expect(statSync(join(killed, "faellesbro.db-wal")).size).toBeGreaterThan(0);
      expect(await runCommand("restore", [file], killed)).toMatchObject({ code: 0 });
      const restored = connect(join(killed, "faellesbro.db"));
      expect(readMark(restored, "proof")).toBeNull();
      restored.$client.close();
      const aside = readdirSync(killed).find((name) => name.startsWith("before-restore-")) ?? "";
      const old = connect(join(killed, aside, "faellesbro.db"));
      expect(readMark(old, "proof")).toBe("in the log only");
      old.$client.close();
    },
    TIMEOUT,
  );

  it(
    "a damaged database is replaced only when somebody has said that the site is stopped",
    async () => {
      writeMark(db, "proof", "whole");
      await backUp();
      db.$client.close();
      writeFileSync(join(dataDir, "faellesbro.db"), "broken".repeat(2_000));
      writeFileSync(join(dataDir, "faellesbro.db-wal"), "of the broken one");
      expect(await runCommand("restore", [file], dataDir)).toMatchObject({
        code: 1,
        said: expect.stringContaining("--stopped"),
      });
      expect(await runCommand("restore", [file, "--stopped"], dataDir)).toMatchObject({ code: 0 });
      expect(existsSync(join(dataDir, "faellesbro.db-wal"))).toBe(false);
      const restored = connect(join(dataDir, "faellesbro.db"));
      expect(readMark(restored, "proof")).toBe("whole");
      restored.$client.close();
    },
    TIMEOUT,
  );

  it(
    "a bad backup changes nothing",
    async () => {
      addPicture(db, dataDir);
      await backUp();
      const bad = await tampered((at) =>
        writeFileSync(join(at, "images", readdirSync(join(at, "images"))[0]!), "another"),
      );
      writeMark(db, "proof", "still here");
      db.$client.close();
      expect(await runCommand("restore", [bad], dataDir)).toMatchObject({
        code: 1,
        said: expect.stringContaining("Intet er ændret"),
      });
      db = connect(join(dataDir, "faellesbro.db"));
      expect(readMark(db, "proof")).toBe("still here");
      expect(readdirSync(dataDir).filter((name) => /^(working|before)/.test(name))).toEqual([]);
    },
    TIMEOUT,
  );
});

describe("When the machine stops in the middle", () => {
  it(
    "of putting things in place, there is a whole database with all its pictures after every step, and doing it again ends it",
    async () => {
      addPicture(db, dataDir);
      await backUp();
      addPicture(db, dataDir);
      db.$client.close();
      for (let stopAfter = 1; ; stopAfter++) {
        const site = join(folder.path, `site-${stopAfter}`);
        mkdirSync(join(site, "images"), { recursive: true });
        for (const name of [
          "faellesbro.db",
          ...readdirSync(join(dataDir, "images")).map((picture) => `images/${picture}`),
        ])
          writeFileSync(join(site, name), readFileSync(join(dataDir, name)));
        const work = join(folder.path, `work-${stopAfter}`);
        mkdirSync(work);
        await unpack(
          file,
          work,
          () => true,
          () => undefined,
        );
        const steps = putInPlace(work, site, join(site, "before-restore-1"));
        let step: IteratorResult<string, boolean> | undefined;
        for (let n = 0; n < stopAfter; n++) step = steps.next();
        const halfway = openSite(site);
        expect(missingPictures(halfway, site)).toEqual([]);
        halfway.$client.close();
        const again = join(folder.path, `again-${stopAfter}`);
        mkdirSync(again);
        await unpack(file, again, () => true, silently);
        expect([...putInPlace(again, site, join(site, "before-restore-2"))].at(-1)).toBe("database");
        const restored = openSite(site);
        expect([missingPictures(restored, site), readdirSync(join(site, "images")).length]).toEqual([[], 2]);
        restored.$client.close();
        if (step?.done) break;
      }
    },
    TIMEOUT,
  );

  it(
    "of a backup, no file has the name, the site is as it was, and the next backup clears away what was half done",
    async () => {
      filler(15_000);
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

describe("An older program", () => {
  it("refuses a database that a newer one has changed, and leaves it as it is", () => {
    db.$client.exec(
      `INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', ${Date.parse("2031-05-01")})`,
    );
    db.$client.exec("DROP TABLE search_gaps");
    const before = db.$client.prepare("SELECT name FROM sqlite_master ORDER BY name").all();
    db.$client.close();
    expect(() => openSite(dataDir)).toThrow("changed on 2031-05-01 by a program newer than this one");
    db = connect(join(dataDir, "faellesbro.db"));
    expect(db.$client.prepare("SELECT name FROM sqlite_master ORDER BY name").all()).toEqual(before);
  });
});

describe("What the site writes", () => {
  it("is readable by its owner alone, also a database that an older version left open to others", () => {
    addPicture(db, dataDir);
    for (const suffix of ["", "-wal", "-shm"]) openUp(join(dataDir, `faellesbro.db${suffix}`));
    openDataFolder(dataDir);
    expect(openToOthers(dataDir)).toEqual([]);
  });
});
