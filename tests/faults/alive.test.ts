import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { like } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities } from "../../db/schema.ts";
import { ROOT } from "../harness/root.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";

const COUNT = 1_000;
const WORD = "fløjtespilsprøve";
const CLIENTS = 4;
/** How long something may be found that is gone, or gone that is there. */
const STALE_MS = 2_000;

const folder = temporaryFolder("alive");
afterAll(() => folder.remove());

it(`while ${COUNT} activities come in and leave again no search fails, and what is found is true within two seconds`, async () => {
  const server = await startServer(folder.path);
  try {
    const searching = searchAllTheTime(server.address);
    await importFile(folder.path);
    await expectTotal(server.address, COUNT);
    withdrawAll(join(folder.path, "faellesbro.db"));
    await expectTotal(server.address, 0);
    const answers = await searching.stop();
    expect(answers.length).toBeGreaterThan(20);
    expect(new Set(answers)).toEqual(new Set([200]));
  } finally {
    await server.stop();
  }
});

function searchAllTheTime(address: string): { stop(): Promise<number[]> } {
  const answers: number[] = [];
  let isOver = false;
  const clients = Array.from({ length: CLIENTS }, async (_, client) => {
    for (let n = 0; !isOver; n++)
      answers.push((await fetch(`${address}/api/aktiviteter?q=kaffe&side=${1 + ((client + n) % 3)}`)).status);
  });
  return {
    async stop() {
      isOver = true;
      await Promise.all(clients);
      return answers;
    },
  };
}

/** As `npm run import` does: another process, the same database. */
async function importFile(dataDir: string): Promise<void> {
  const file = join(dataDir, "mange.jsonl");
  writeFileSync(file, Array.from({ length: COUNT }, (_, n) => JSON.stringify(lineOf(n))).join("\n"));
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["src/commands/import.ts", file], {
      cwd: ROOT,
      env: { ...process.env, DATA_DIR: dataDir, NODE_ENV: "test" },
      stdio: "ignore",
    });
    child.once("error", reject).once("close", resolve);
  });
  expect(code).toBe(0);
}

function lineOf(n: number) {
  return {
    id: `mange-${n}`,
    organisation: "Fløjteforeningen",
    title: `${WORD} ${n}`,
    description: "Vi spiller fløjte sammen.",
    themes: ["musik"],
    place: { name: "Salen", postcode: "8260", lat: 56.12 + n / 100_000, lng: 10.15 },
    schedule: [{ weekday: "ons", start: "19:00", end: "21:00", from: "2026-01-01" }],
    price: { free: true },
    contact: { name: "Lis" },
  };
}

function withdrawAll(file: string): void {
  const db = connect(file);
  db.transaction((tx) => {
    const gone = tx
      .update(activities)
      .set({ state: "withdrawn" })
      .where(like(activities.title, `${WORD}%`))
      .returning({ id: activities.id })
      .all();
    noteChanged(
      tx,
      gone.map(({ id }) => id),
    );
  });
  db.$client.close();
}

/** Of what holds the word: what is alike in meaning is found beside it at any time. */
async function expectTotal(address: string, total: number): Promise<void> {
  const ask = async () =>
    (
      (await (await fetch(`${address}/api/aktiviteter?q=%22${encodeURIComponent(WORD)}%22`)).json()) as {
        literal: number;
      }
    ).literal;
  await expect.poll(ask, { timeout: STALE_MS, interval: 50 }).toBe(total);
}
