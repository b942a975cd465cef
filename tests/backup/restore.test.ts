import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { connect } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { unpack } from "../../src/commands/backup/archive.ts";
import { putInPlace } from "../../src/commands/backup/place.ts";
import { runCommand } from "../harness/command.ts";
import { temporaryFolder } from "../harness/server.ts";
import {
  addPicture,
  backUp,
  missingPictures,
  openSite,
  openToOthers,
  placesIn,
  silently,
  tampered,
} from "./support.ts";

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

describe("Somebody who restores", () => {
  it(
    "an empty machine has everything again",
    async () => {
      addPicture(db, dataDir);
      writeMark(db, "proof", "kept");
      await backUp(folder.path);
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
      await backUp(folder.path);
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
      await backUp(folder.path);
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
      await backUp(folder.path);
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
      await backUp(folder.path);
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
      await backUp(folder.path);
      const bad = await tampered(folder.path, (at) =>
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
      await backUp(folder.path);
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
});
