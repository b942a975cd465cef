import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import { SETTINGS, writeSetting } from "../../db/settings.ts";
import { withdraw } from "../../src/referrals/citizen.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { readKeys } from "../../src/shared/seal.ts";
import { findLitestream, replicate } from "../harness/litestream.ts";
import { ROOT } from "../harness/root.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { visit } from "../harness/visitor.ts";
import { askForHelp } from "./deeds.ts";

const CONFIG = join(ROOT, "deploy/litestream.yml");
const CASE_KEYS = `k1:${Buffer.alloc(32, 7).toString("base64")}`;
const WRITING_MS = 15_000;
/** Some rounds of the log, and the retention of the replica. */
const ERASED_MS = 360_000;

const folder = temporaryFolder("litestream");
const program = process.env["LONG"] === "1" ? findLitestream(join(folder.path, "program")) : null;
afterAll(() => folder.remove());

describe.skipIf(program === null)("A site whose database streams to another disk", () => {
  it("goes on elsewhere after both were killed, and says how much of what it had acknowledged is lost", async () => {
    const { dataDir, env } = placesOf("first");
    const server = await startServer(dataDir, { CASE_KEYS, TRUST_PROXY: "1" });
    liftLimits(dataDir);
    const replica = await replicate(program!, CONFIG, env);
    const acknowledged: { token: string; at: number }[] = [];
    const until = Date.now() + WRITING_MS;
    while (Date.now() < until) {
      const promised = await askForHelp(server.address);
      if (promised.kind === "help") acknowledged.push({ token: promised.token, at: Date.now() });
    }
    const killedAt = Date.now();
    await Promise.all([server.stop("SIGKILL"), replica.kill()]);

    const elsewhere = join(folder.path, "elsewhere");
    execFileSync(
      program!,
      ["restore", "-config", CONFIG, "-o", join(elsewhere, "faellesbro.db"), join(dataDir, "faellesbro.db")],
      {
        env: { ...process.env, ...env },
        stdio: "ignore",
      },
    );
    const again = await startServer(elsewhere, { CASE_KEYS });
    const somebody = visit(again.address);
    const lost: number[] = [];
    for (const { token, at } of acknowledged)
      if (!/FB-[2-9A-Z]{5}/.test(await (await somebody.get(`/hjaelp/${token}`)).text())) lost.push(killedAt - at);
    console.info(
      `${acknowledged.length} acknowledged, ${lost.length} lost: the last ${(Math.max(0, ...lost) / 1000).toFixed(1)} s`,
    );
    expect(Math.max(0, ...lost)).toBeLessThan(5_000);
    expect(await (await somebody.get("/api/health")).json()).toMatchObject({ ok: true, keys: true });
    await again.stop();
  });

  it("keeps nothing of somebody who was erased: not in its log, and not in the replica when its time is over", async () => {
    const { dataDir, env } = placesOf("second");
    const quick = join(folder.path, "quick.yml");
    const quickly =
      "l0-retention: 10s\nl0-retention-check-interval: 5s\nsnapshot:\n  interval: 10s\n  retention: 20s\n";
    writeFileSync(quick, readFileSync(CONFIG, "utf8").replace(/snapshot:\n.*\n.*\n/, quickly));
    let server = await startServer(dataDir, { CASE_KEYS });
    const replica = await replicate(program!, quick, env);
    const promised = await askForHelp(server.address);
    const token = promised.kind === "help" ? promised.token : "";
    const db = connect(join(dataDir, "faellesbro.db"));
    const key = db
      .select({ key: cases.wrappedKey })
      .from(cases)
      .where(eq(cases.tokenHash, hashToken(token)))
      .get()!.key!;
    const places = [dataDir, env.REPLICA_DIR];
    await expect.poll(() => holding(places, key).length, { timeout: 20_000 }).toBeGreaterThan(1);
    writeSetting(db, "retentionWithdrawnDays", 0);
    withdraw(db, readKeys(CASE_KEYS), token, Date.now());
    await server.stop();
    server = await startServer(dataDir, { CASE_KEYS });
    await expect
      .poll(
        () =>
          db
            .select()
            .from(cases)
            .where(eq(cases.tokenHash, hashToken(token)))
            .get(),
        { timeout: 20_000 },
      )
      .toBeUndefined();
    const erased = Date.now();
    await expect.poll(() => holding(places, key), { timeout: ERASED_MS, interval: 1_000 }).toEqual([]);
    console.info(`out of the log and the replica ${((Date.now() - erased) / 1000).toFixed(0)} s after the erasure`);
    db.$client.close();
    await server.stop();
    await replica.kill();
  });
});

it("The replica forgets before the site has promised to", () => {
  const text = readFileSync(CONFIG, "utf8");
  const hours = (name: string) => Number(new RegExp(`^  ${name}: (\\d+)h$`, "m").exec(text)?.[1]);
  expect(hours("retention") + hours("interval")).toBeLessThan(SETTINGS.retentionWithdrawnDays.value * 24);
});

/** As many requests as one likes. */
function liftLimits(dataDir: string): void {
  const db = connect(join(dataDir, "faellesbro.db"));
  for (const key of ["helpPerHour", "helpPerHourSite"] as const) writeSetting(db, key, SETTINGS[key].max);
  db.$client.close();
}

function placesOf(name: string) {
  const dataDir = join(folder.path, name);
  return { dataDir, env: { DATA_DIR: dataDir, REPLICA_DIR: join(folder.path, `${name}-replica`) } };
}

/** The files under these folders in which these bytes stand. */
function holding(folders: readonly string[], bytes: Buffer): string[] {
  return folders.flatMap((path) =>
    readdirSync(path, { recursive: true, encoding: "utf8" })
      .map((name) => join(path, name))
      .filter((file) => {
        try {
          return statSync(file).isFile() && readFileSync(file).includes(bytes);
        } catch {
          return false; // gone since it was listed
        }
      }),
  );
}
