import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { connect } from "../../db/client.ts";
import { temporaryFolder } from "../harness/server.ts";
import { openSite, placesIn } from "../backup/support.ts";

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
