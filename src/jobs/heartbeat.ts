import { statfs } from "node:fs/promises";
import type { OpenDb } from "../../db/client.ts";
import { writeMark } from "../../db/marks.ts";
import type { Config } from "../shared/config.ts";
import { keepClock } from "./clock.ts";
import type { Beat } from "./protocol.ts";
import { readQueues } from "./queues.ts";

/** Where the last heartbeat of any process stands (db/marks.ts), in epoch ms. */
export const HEARTBEAT = "heartbeat";
export const BEAT_EVERY_MS = 30_000;

/** Writes that the site lives and can write. Answers what it found. A clock that was set (CLOCK) is believed. */
export async function beat(
  db: OpenDb,
  { dataDir, clock }: Pick<Config, "dataDir" | "clock">,
  now: number,
): Promise<Omit<Beat, "jobs">> {
  const { bavail, bsize } = await statfs(dataDir);
  writeMark(db, HEARTBEAT, String(now));
  const clockIsTrusted = clock !== null || keepClock(db, now);
  return { at: now, freeBytes: bavail * bsize, clockIsTrusted, queues: readQueues(db, now) };
}
