import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import { organisationPage } from "../../src/board/organisation-page.ts";
import { ownActivities } from "../../src/activities/queries.ts";
import { undo } from "../../src/activities/undoing.ts";
import { writeOccurrences } from "../../src/schedule/occurrences.ts";
import { ROOT } from "../harness/root.ts";
import { activityOf, contactOf, noted, NOW, wholeFields } from "../world.ts";

const PRICES = "prices_nobody_stated";
const STATED = JSON.stringify({ price: [0, null, 0] });
const SILENT = JSON.stringify({ title: ["Strik"] });

interface Old {
  id: string;
  state?: string;
  price?: number;
  key?: string | null;
  imported?: string | null;
  words?: string;
  /** What the price was before, oldest first. */
  before?: number[];
}

/** What stood in a database before, and what its price is now. */
const ROWS: [string, Old, number | null][] = [
  ["a calendar that said nothing", { id: "silent", key: "ics:viby:1", imported: SILENT }, null],
  ["a sheet that said nothing", { id: "sheet", key: "csv:viby:1", imported: SILENT }, null],
  ["a calendar that said that it is free", { id: "said", key: "ics:viby:2", imported: STATED }, 0],
  [
    "a sheet whose words say it",
    { id: "words", key: "csv:viby:2", imported: SILENT, words: "Det er GRATIS at være med." },
    0,
  ],
  [
    "a sheet whose words name an amount",
    { id: "amount", key: "csv:viby:3", imported: SILENT, words: "Kaffe koster 20 kr." },
    null,
  ],
  [
    "somebody who first asked for money and then did not",
    { id: "chosen", key: "ics:viby:3", imported: SILENT, before: [0, 2000] },
    0,
  ],
  [
    "somebody who stated the price later",
    { id: "later", price: 2500, key: "ics:viby:4", imported: SILENT, before: [0] },
    2500,
  ],
  ["an import of lines, where a price is required", { id: "line", key: "id:vb-17", imported: STATED }, 0],
  ["somebody who published a form", { id: "form", key: null }, 0],
  ["a draft that nobody has published", { id: "draft", key: null, state: "draft" }, null],
  ["a draft of a text that says 0 kr", { id: "zero", key: null, state: "draft", words: "Pris: 0 kr. for alle" }, 0],
  ["a draft with an amount", { id: "paid", key: null, state: "draft", price: 500 }, 500],
];

describe("Prices of a database from before anybody had to state one", () => {
  const folder = mkdtempSync(join(tmpdir(), "prices-"));
  let db: OpenDb;

  beforeAll(() => {
    const file = join(folder, "old.sqlite");
    const old = openDb(file, rootBefore(PRICES, join(folder, "before")));
    old.$client.exec(
      `INSERT INTO areas (slug, number, name, lat, lng) VALUES ('viby', '12', 'Viby', 56.1263, 10.1528);
       INSERT INTO themes (slug, name, position) VALUES ('haandarbejde', 'Håndarbejde og krea', 0)`,
    );
    old.$client.exec(
      `INSERT INTO organisations (id, slug, name, state, created_at) VALUES ('viby', 'viby', 'Viby', 'approved', ${NOW})`,
    );
    for (const [, row] of ROWS) insertOld(old, row);
    writeOccurrences(old, [{ id: "silent", schedule: wholeFields().schedule }], NOW);
    old.$client.close();
    db = openDb(file, ROOT);
  });
  afterAll(() => {
    db.$client.close();
    rmSync(folder, { recursive: true });
  });

  it.each(ROWS)("%s", (_said, { id }, price) => {
    expect(activityOf(db, id).priceOre).toBe(price);
  });

  it("the search hears of every guess that was taken back", () => {
    expect(noted(db).sort()).toEqual(ROWS.flatMap(([, { id }, price]) => (price === null ? [id] : [])).sort());
  });

  it("what is on the board stays there with its dates, without a price, and its contact is asked on the desk", () => {
    expect(organisationPage(db, "viby", NOW)?.cards.map(({ slug, price }) => [slug, price])).toEqual([
      ["silent", null],
    ]);
    const own = ownActivities(db, contactOf(db, "viby"), "viby", NOW);
    expect(own.filter(({ warnings }) => warnings.includes("noPrice")).map(({ id }) => id)).toEqual([
      "amount",
      "sheet",
      "silent",
    ]);
  });

  it("an undo does not bring the guess back", () => {
    const version = db.$client.prepare("SELECT id FROM activity_versions WHERE activity_id = 'later'").get() as {
      id: number;
    };
    undo(db, contactOf(db, "viby"), "later", version.id, NOW);
    expect(activityOf(db, "later")).toMatchObject({ state: "published", priceOre: null, pricePer: null });
  });
});

/** A project folder whose migrations end before this one. */
function rootBefore(migration: string, root: string): string {
  const from = join(ROOT, "db/migrations");
  const to = join(root, "db/migrations");
  mkdirSync(join(to, "meta"), { recursive: true });
  cpSync(from, to, { recursive: true });
  const journal = JSON.parse(readFileSync(join(from, "meta/_journal.json"), "utf8")) as { entries: { tag: string }[] };
  const at = journal.entries.findIndex(({ tag }) => tag.endsWith(migration));
  expect(at).toBeGreaterThan(0);
  writeFileSync(join(to, "meta/_journal.json"), JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  return root;
}

function insertOld(
  db: OpenDb,
  { id, state = "published", price = 0, key = null, imported = null, words = "Vi strikker.", before = [] }: Old,
): void {
  const { themes, schedule, languages } = wholeFields();
  const published = state === "published" ? NOW : null;
  db.$client
    .prepare(
      `INSERT INTO activities (id, slug, organisation_id, state, title, description, themes, schedule, price_ore, price_per, facts, languages, contact_name, import_key, imported, published_at, created_at, updated_at)
       VALUES (?, ?, 'viby', ?, ?, ?, ?, ?, ?, ?, '[]', ?, 'Lis', ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      id,
      state,
      id,
      words,
      JSON.stringify(themes),
      JSON.stringify(schedule),
      price,
      price ? "gang" : null,
      JSON.stringify(languages),
      key,
      imported,
      published,
      NOW,
      NOW,
    );
  for (const priceOre of before) {
    const was = JSON.stringify({
      ...wholeFields(),
      state,
      priceOre,
      pricePer: priceOre ? "gang" : null,
      publishedAt: published,
    });
    db.$client
      .prepare("INSERT INTO activity_versions (activity_id, at, deed, before) VALUES (?, ?, 'edit', ?)")
      .run(id, NOW, was);
  }
}
