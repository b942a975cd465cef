import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { connect, type OpenDb } from "../../db/client.ts";
import { askForHelp } from "../../src/referrals/intake.ts";
import { type KeyRing, readKeys } from "../../src/shared/seal.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, visit, type Visitor } from "../harness/visitor.ts";
import { requestOf } from "./large-town.ts";
import { met } from "./pages.ts";

const CASES = 20_000;
const EVENTS_EACH = 20;
/** Open, and one brobygger's. */
const TAKEN = 300;
/** Closed so long ago that the first night erases them. */
const DUE = 5_000;
const FLOOR_MS = 50;
/** The figures of a year. */
const FIGURES_MS = 300;
const ROUNDS = 20;
const NIGHT_MS = 20_000;
const DAY = 86_400_000;

/** Prints how long the desk takes with 20,000 cases and 400,000 events, and what the night's erasing holds up. */
export async function measureDesk(): Promise<void> {
  const folder = temporaryFolder("desk");
  try {
    await (await startServer(folder.path)).stop();
    const db = connect(join(folder.path, "faellesbro.db"));
    fill(db, readKeys(readFileSync(join(folder.path, "case-keys"), "utf8").trim()), Date.now());
    db.$client.close();
    await measure(folder.path);
  } finally {
    folder.remove();
  }
}

function fill(db: OpenDb, keys: KeyRing, now: number): void {
  const mail = demoEmail("brobygger");
  db.transaction((tx) => {
    for (let n = 0; n < CASES; n++)
      askForHelp(tx, { keys, siteUrl: "https://bro.example" }, requestOf(n), now - DAY - (n * 400 * DAY) / CASES);
    const maria = sql`(SELECT id FROM users WHERE email = ${mail})`;
    tx.run(sql`UPDATE cases SET state = 'closed', close_reason = 'finished', brobygger_id = ${maria},
      first_attempt_at = created_at + ${DAY}, last_attempt_at = created_at + ${DAY}, first_contact_at = created_at + ${DAY},
      closed_at = created_at + ${2 * DAY} WHERE state = 'new' AND created_at < ${now - 3 * DAY}`);
    tx.run(
      sql`UPDATE cases SET closed_at = ${now - 400 * DAY} WHERE rowid IN (SELECT rowid FROM cases WHERE state = 'closed' LIMIT ${DUE})`,
    );
    tx.run(sql`UPDATE cases SET state = 'taken', closed_at = NULL, close_reason = NULL
      WHERE rowid IN (SELECT rowid FROM cases WHERE state = 'closed' AND closed_at > ${now - 300 * DAY} LIMIT ${TAKEN})`);
    tx.run(sql`UPDATE case_tasks SET done_at = made_at WHERE case_id IN (SELECT id FROM cases WHERE state = 'closed')`);
    tx.run(
      sql`UPDATE case_tasks SET kind = 'call', doer_id = ${maria} WHERE case_id IN (SELECT id FROM cases WHERE state = 'taken')`,
    );
    tx.run(sql`
      WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${EVENTS_EACH - 1})
      INSERT INTO case_events (case_id, kind, actor_id, team_id, brobygger_id, happened_at, recorded_at, detail)
      SELECT cases.id, 'attempt', brobygger_id, team_id, brobygger_id, cases.created_at + n * 3600000, cases.created_at + n * 3600000,
        '{"result":"not-reached","way":"phone"}' FROM cases, n WHERE brobygger_id IS NOT NULL`);
  });
}

async function measure(dataDir: string): Promise<void> {
  const server = await startServer(dataDir);
  try {
    console.info(
      `\nThe desk at 20,000 cases and 400,000 events (ready after ${server.readyAfter} ms), worst of ${ROUNDS}`,
    );
    const maria = visit(server.address);
    await maria.signIn(demoEmail("brobygger"));
    console.info(`  while the night erases ${DUE}: a page took at most ${await worstWhile(maria, NIGHT_MS)} ms`);
    const desk = await (await maria.get("/brobygger")).text();
    const [own = "/brobygger/mine"] = /\/brobygger\/sag\/[a-z0-9]+/.exec(desk) ?? [];
    const lead = visit(server.address);
    await lead.signIn(demoEmail("lead"));
    for (const [somebody, path, floor] of [
      [maria, "/brobygger", FLOOR_MS],
      [maria, own, FLOOR_MS],
      [maria, "/brobygger/mine", FLOOR_MS],
      [maria, "/brobygger/nye", FLOOR_MS],
      [lead, "/brobygger/fordel", FLOOR_MS],
      [lead, "/brobygger/tal", FIGURES_MS],
    ] as const) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round++) times.push(await timeOf(somebody, path));
      const worst = Math.max(...times);
      const middle = times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0;
      console.info(
        `  ${path.padEnd(34)} ${worst.toFixed(0).padStart(5)} ms  median ${middle.toFixed(0)}  ${met(worst <= floor)}`,
      );
    }
  } finally {
    await server.stop();
  }
}

async function timeOf(somebody: Visitor, path: string): Promise<number> {
  const started = performance.now();
  await (await somebody.get(path)).arrayBuffer();
  return performance.now() - started;
}

/** The longest that the desk took in so many milliseconds, asked again and again. */
async function worstWhile(somebody: Visitor, ms: number): Promise<number> {
  const until = performance.now() + ms;
  let worst = 0;
  while (performance.now() < until) worst = Math.max(worst, await timeOf(somebody, "/brobygger/nye"));
  return Math.round(worst);
}
