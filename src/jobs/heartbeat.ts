import { statfs } from "node:fs/promises";
import type { OpenDb } from "../../db/client.ts";
import { writeMark } from "../../db/marks.ts";
import type { Beat } from "./protocol.ts";
import { readQueues } from "./queues.ts";

/** Where the last heartbeat of any process stands (db/marks.ts), in epoch ms. */
export const HEARTBEAT = "heartbeat";
export const BEAT_EVERY_MS = 30_000;

/** Writes that the site lives and can write. Answers what it found. */
export async function beat(db: OpenDb, dataDir: string, now: number): Promise<Omit<Beat, "jobs">> {
  const { bavail, bsize } = await statfs(dataDir);
  writeMark(db, HEARTBEAT, String(now));
  return { at: now, freeBytes: bavail * bsize, queues: readQueues(db, now) };
}
