import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { type OpenDb, openDb } from "../db/client.ts";
import { insertDefaults } from "../db/defaults.ts";
import { readMark } from "../db/marks.ts";
import {
  consentTexts,
  dropInHours,
  gapAnswers,
  settings,
  teams,
  themes,
  unfinishedForms,
  waitingFiles,
} from "../db/schema.ts";
import { readSettings } from "../db/settings.ts";
import { listThemes } from "../src/editing/themes.ts";
import { suggestedConsents } from "../src/texts/consents.ts";
import { read } from "./harness/imports.ts";
import { ROOT } from "./harness/root.ts";
import { temporaryFolder } from "./harness/server.ts";

const folder = temporaryFolder("migrations");
afterAll(() => folder.remove());

const HOURS = {
  id: 1,
  teamId: "folkesundhed",
  place: "Folkesundhed Aarhus, P.P. Ørums Gade 11",
  weekday: "tir",
  start: "10:00",
  end: "12:00",
};

it("A demo town of before still says what it said", () => {
  const db = upgraded("demo_says_who_it_is", "demo", (old) => {
    begin(old);
    old.exec(`INSERT INTO settings (key, value) VALUES ('mark.demo', '"2026-11-01T00:00:00Z"')`);
  });
  expect(readSettings(db, ["phone", "employer"])).toEqual({
    phone: "86 00 00 00",
    employer: "Brobyggerne er ansat i Folkesundhed Aarhus.",
  });
  expect(db.select().from(dropInHours).all()).toEqual([HOURS]);
});

it("A real site of before says no longer what nobody wrote, and keeps what an editor wrote", () => {
  const own = { ...HOURS, id: 2, place: "Borgerhuset" };
  const db = upgraded("demo_says_who_it_is", "real", (old) => {
    begin(old);
    old.exec("INSERT INTO drop_in_hours VALUES (2, 'folkesundhed', 'Borgerhuset', 'tir', '10:00', '12:00')");
  });
  expect(readSettings(db, ["phone", "controller"])).toEqual({ phone: "", controller: "" });
  expect(db.select().from(dropInHours).all()).toEqual([own]);
  expect(db.select().from(teams).all()).toMatchObject([{ id: "folkesundhed", isDefault: true }]);
});

it("A gap that a group met before still says by what, and since when", () => {
  const db = upgraded("partners_and_supervision", "gaps", (old) => {
    begin(old);
    old.exec(
      "INSERT INTO organisations (id, slug, name, state, created_at) VALUES ('hold', 'hold', 'Hold', 'approved', 1)",
    );
    old.exec(`INSERT INTO activities (id, slug, organisation_id, state, title, description, themes, schedule, facts,
      languages, contact_name, created_at, updated_at)
      VALUES ('strik', 'strik', 'hold', 'published', 'Strik', 'Vi strikker.', '[]', '[]', '[]', '[]', 'Lis', 1, 1)`);
    old.exec(
      "INSERT INTO practices (activity_id, team_id, steps_back_on, made_at) VALUES ('strik', 'folkesundhed', '2027-02-23', 7)",
    );
    for (const month of ["2026-09", "2026-10"])
      old.exec(
        `INSERT INTO gaps (team_id, month, area, theme, time, met_by_id) VALUES ('folkesundhed', '${month}', 'viby', 'haandarbejde', '', 'strik')`,
      );
  });
  expect(db.select().from(gapAnswers).all()).toMatchObject([
    { teamId: "folkesundhed", area: "viby", theme: "haandarbejde", activityId: "strik", metAt: 7 },
  ]);
});

it("Each theme of before keeps the colour that it was shown in", () => {
  const db = upgraded("themes_have_hues", "hues", (old) => {
    old.exec("INSERT INTO themes (slug, name, position) VALUES ('mad', 'Mad', 0), ('frivillig', 'Hjælp til', 1)");
  });
  expect(db.select().from(themes).all()).toEqual([
    { slug: "mad", name: "Mad", position: 0, hue: "tegl" },
    { slug: "frivillig", name: "Hjælp til", position: 1, hue: "gran" },
  ]);
});

it("A site of before keeps its marks, the form that a contact left and the file that waits for her yes", () => {
  const sheet = { organisation: ["kor"], file: ["TGlz"], from: ['{"url":null,"etag":null,"lastModified":null}'] };
  const calendar = {
    organisation: ["kor"],
    file: ["QkVHSU4="],
    from: ['{"url":"https://kor.example/k.ics","etag":"\\"1\\"","lastModified":null}'],
  };
  const db = upgraded("marks_and_waiting_files_apart", "apart", (old) => {
    old.exec(`INSERT INTO settings (key, value) VALUES ('mark.clock-seen', '"1795909257210"'),
        ('mark.meilisearch-indexer', '{"holder":"4-a","until":7}'), ('promiseDays', '3')`);
    old.exec("INSERT INTO users (id, email, name, created_at) VALUES ('lis', 'lis@kor.example', 'Lis', 1)");
    const keep = old.prepare("INSERT INTO form_drafts (user_id, form, typed, saved_at) VALUES ('lis', ?, ?, 5)");
    keep.run("ret-k3v9", JSON.stringify({ title: ["Strik"] }));
    keep.run("hent-regneark", JSON.stringify(sheet));
    keep.run("hent-kalender", JSON.stringify(calendar));
  });
  expect(readMark(db, "clock-seen")).toBe("1795909257210");
  expect(readMark(db, "meilisearch-indexer")).toBe('{"holder":"4-a","until":7}');
  expect(db.select().from(settings).all()).toMatchObject([{ key: "promiseDays", value: 3 }]);
  expect(db.select().from(unfinishedForms).all()).toEqual([
    { userId: "lis", form: "ret-k3v9", typed: { title: ["Strik"] }, savedAt: 5 },
  ]);
  const lis = { userId: "lis", organisationId: "kor", lastModified: null, report: null, savedAt: 5 };
  expect(db.select().from(waitingFiles).orderBy(waitingFiles.kind).all()).toEqual([
    { ...lis, kind: "calendar", file: "QkVHSU4=", url: "https://kor.example/k.ics", etag: '"1"' },
    { ...lis, kind: "sheet", file: "TGlz", url: null, etag: null },
  ]);
});

it("A site that has words for every yes gets words for the new ones, and goes on taking requests", () => {
  const kinds = ["call-and-store", "message", "share-with-association", "follow-up", "pass-on"];
  const db = upgraded("feedback_and_wellbeing", "consents", (old) => {
    const add = old.prepare("INSERT INTO consent_texts (kind, version, text, valid_from) VALUES (?, 1, 'Ja', 5)");
    for (const kind of kinds) add.run(kind);
  });
  const own = { version: 1, controllerId: null, said: null, validFrom: 5 };
  const rows = db.select().from(consentTexts).all();
  for (const kind of ["feed-back", "who-5"] as const)
    expect(rows.filter((row) => row.kind === kind)).toEqual([{ ...own, kind, text: suggestedConsents[kind] }]);
  expect(rows).toHaveLength(7);
  const empty = upgraded("feedback_and_wellbeing", "no-consents", () => undefined);
  expect(empty.select().from(consentTexts).all(), "an editor has yet to read them").toEqual([]);
});

it("The line that CONTRIBUTING gives for a new theme adds it to a site that is there, once, and not to one in the making", () => {
  const [line = "no such line"] = /INSERT INTO themes [^`]*/.exec(read("CONTRIBUTING.md")) ?? [];
  const db = openDb(":memory:", ROOT);
  db.$client.exec(line);
  expect(listThemes(db)).toEqual([]);
  insertDefaults(db);
  for (let time = 0; time < 2; time++) db.$client.exec(line);
  expect(listThemes(db).slice(12)).toEqual([{ slug: "roning", name: "Roning", position: 12, hue: "natblaa" }]);
});

/** What every new site began with. */
function begin(old: OpenDb["$client"]): void {
  old.exec("INSERT INTO teams (id, name, is_default) VALUES ('folkesundhed', 'Folkesundhed Aarhus', 1)");
  old.exec(
    "INSERT INTO drop_in_hours VALUES (1, 'folkesundhed', 'Folkesundhed Aarhus, P.P. Ørums Gade 11', 'tir', '10:00', '12:00')",
  );
}

/** A database as it stood before the migration of that name, filled, and then brought to the newest. */
function upgraded(migration: string, name: string, fill: (old: OpenDb["$client"]) => void): OpenDb {
  const before = join(folder.path, name);
  mkdirSync(before);
  cpSync(join(ROOT, "db/migrations"), join(before, "db/migrations"), { recursive: true });
  const journal = join(before, "db/migrations/meta/_journal.json");
  const read = JSON.parse(readFileSync(journal, "utf8")) as { entries: { tag: string }[] };
  const entries = read.entries.slice(
    0,
    read.entries.findIndex(({ tag }) => tag.endsWith(migration)),
  );
  writeFileSync(journal, JSON.stringify({ ...read, entries }));
  const file = join(before, "faellesbro.db");
  const old = openDb(file, before);
  fill(old.$client);
  old.$client.close();
  return openDb(file, ROOT);
}
