import { sql } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { importLines } from "../../src/exchange/import.ts";
import { askForHelp } from "../../src/referrals/intake.ts";
import type { KeyRing } from "../../src/shared/seal.ts";
import { lineOf } from "../harness/lines.ts";
import { corpus } from "./corpus.ts";

const ACTIVITIES = 100_000;
const ASSOCIATIONS = 33_000;
const REQUESTS = 33_000;
const DAY = 86_400_000;

/**
 * Fills the demo town up to a land of its own: 100,000 activities of 33,000 associations with a contact each, 33,000
 * requests, and what editors look after.
 */
export function fillLargeTown(db: OpenDb, keys: KeyRing, now: number): void {
  importLines(db, lines(), now);
  fillDesks(db, keys, now);
}

function fillDesks(db: OpenDb, keys: KeyRing, now: number): void {
  db.transaction((tx) => {
    const numbers = (most: number) =>
      sql`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${most})`;
    tx.run(sql`
      INSERT INTO users (id, email, name, password_hash, created_at)
      SELECT 'u' || rowid, 'kontakt' || rowid || '@eksempel.dk', 'Kontakt ' || rowid, 'x', ${now} FROM organisations`);
    tx.run(
      sql`INSERT INTO memberships (user_id, role, scope, created_at) SELECT 'u' || rowid, 'contact', id, ${now} FROM organisations`,
    );
    tx.run(sql`
      ${numbers(300)} INSERT INTO organisations (id, slug, name, description, state, created_at)
      SELECT 'venter' || n, 'venter-' || n, 'Den nye forening ' || n, '', 'pending', ${now} - n * 60000 FROM n`);
    tx.run(
      sql`UPDATE activities SET confirm_asks = 1, confirm_asked_at = ${now - 20 * DAY}, confirmed_at = '2025-11-01' WHERE rowid % 5 = 0`,
    );
    tx.run(sql`UPDATE activities SET lapsed_at = ${now - 2 * DAY} WHERE rowid % 50 = 0`);
    tx.run(sql`
      INSERT INTO reports (id, activity_id, reason, created_at) SELECT 'r' || rowid, id, 'over', ${now} - rowid * 1000 FROM activities WHERE rowid % 20 = 0`);
    tx.run(sql`
      INSERT INTO questions (id, activity_id, question, answer, state, asked_at, answered_at)
      SELECT 'q' || rowid, id, 'Må man tage en hund med?', 'Ja, hvis den er rolig.', 'answered', ${now - 2 * DAY}, ${now} - rowid * 1000 FROM activities WHERE rowid % 20 = 1`);
    tx.run(sql`
      ${numbers(5_000)} INSERT INTO suggestions (id, wish, created_at) SELECT 's' || n, 'Jeg savner et kor om formiddagen, ' || n, ${now} - n * 1000 FROM n`);
    tx.run(sql`
      ${numbers(300_000)} INSERT INTO search_counts (hour, kind, key, count)
      SELECT (${Math.floor(now / 3_600_000)} - n / 140) * 3600000, 'word', 'ord' || (n % 140), 1 + n % 7 FROM n`);
    tx.run(sql`
      INSERT INTO activity_versions (activity_id, at, deed, before) SELECT id, ${now - 30 * DAY}, 'edit', '{"title":"Før"}' FROM activities WHERE rowid % 2 = 0`);
    for (let n = 0; n < REQUESTS; n++)
      askForHelp(tx, { keys, siteUrl: "https://bro.example" }, requestOf(n), now - n * 60_000);
  });
}

function* lines(): Generator<string> {
  let n = 0;
  for (const document of corpus(ACTIVITIES)) {
    const line = lineOf(document);
    yield JSON.stringify({ ...line, organisation: `${line.organisation} ${n++ % ASSOCIATIONS}` });
  }
}

/** The n-th of many requests for help, each of another person. */
export function requestOf(n: number) {
  return {
    formId: "",
    forWhom: "me" as const,
    name: `Inge ${n}`,
    phone: `+4520${String(n).padStart(6, "0")}`,
    email: null,
    whenToCall: null,
    mayLeaveMessage: false,
    wishes: "Gerne noget med sang.",
    words: "",
    search: {},
    shown: ["call-and-store:1"],
    saidYes: false,
    relativeName: "",
    relativeEmail: null,
  };
}
