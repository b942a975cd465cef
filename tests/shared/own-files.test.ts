import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { openDataFolder } from "../../src/shared/own-files.ts";
import { temporaryFolder } from "../harness/server.ts";
import { addPicture, openSite, openToOthers, openUp, placesIn } from "../backup/support.ts";

let folder: ReturnType<typeof temporaryFolder>;
let dataDir: string;
let db: OpenDb;
beforeEach(() => {
  folder = temporaryFolder("backup");
  ({ dataDir } = placesIn(folder.path));
  db = openSite(dataDir);
});
afterEach(() => {
  if (db.$client.open) db.$client.close();
  folder.remove();
});

describe("What the site writes", () => {
  it("is readable by its owner alone, also a database that an older version left open to others", () => {
    addPicture(db, dataDir);
    for (const suffix of ["", "-wal", "-shm"]) openUp(join(dataDir, `faellesbro.db${suffix}`));
    openDataFolder(dataDir);
    expect(openToOthers(dataDir)).toEqual([]);
  });
});
