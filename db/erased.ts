/**
 * What was erased must leave the write-ahead log too, also where another program reads the database all the time (a
 * replica, a backup that is under way).
 */
import { existsSync, openSync, readSync, closeSync, statSync } from "node:fs";
import type { OpenDb } from "./client.ts";
import { dropMark, readMark, writeMark } from "./marks.ts";
import type { SqliteFile } from "./sqlite.ts";

/**
 * Something was erased and may still be in the log. The value: which round of the log that was; empty until it is
 * known.
 */
const ERASED = "erased-in-log";
const FILLER = "log-filler";
/**
 * Of the log file (https://sqlite.org/fileformat2.html#walformat): its head, the salts in it that change with each
 * round, and the head of a frame.
 */
const LOG_HEAD = 32;
const SALTS = { at: 16, bytes: 8 };
const FRAME_HEAD = 24;
/** So much at a time that nobody waits for it. */
const PAGES_A_STEP = 200;

/** Notes, in the transaction that erases, that the log is to be emptied. */
export function noteErased(db: Pick<OpenDb, "insert">): void {
  writeMark(db as OpenDb, ERASED, "");
}

/**
 * Takes what was erased out of the log: cuts it to nothing, or, while somebody reads it, waits until it begins anew and
 * then writes over what is left behind. Never waits for anybody. Answers whether nothing erased is left in it; else it
 * is to be tried again.
 */
export function emptyLog(db: OpenDb): boolean {
  const round = readMark(db, ERASED);
  if (round === null) return true;
  if (!cutLog(db.$client)) {
    const { salts } = logOf(db.$client);
    if (round === "") writeMark(db, ERASED, salts);
    if (round === "" || round === salts) return false;
    if (!overwrite(db)) return false;
  }
  dropMark(db, ERASED);
  return true;
}

/** Whether the log could be cut to nothing. With a time-out it would keep all writers waiting for the readers. */
function cutLog(client: SqliteFile): boolean {
  const timeout = client.pragma("busy_timeout", { simple: true }) as number;
  client.pragma("busy_timeout = 0");
  try {
    const [{ busy } = { busy: 1 }] = client.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
    return busy === 0;
  } finally {
    client.pragma(`busy_timeout = ${timeout}`);
  }
}

/** Writes until this round of the log is as long as the file, in which older rounds may have left something behind. */
function overwrite(db: OpenDb): boolean {
  const client = db.$client;
  const page = client.pragma("page_size", { simple: true }) as number;
  const length = logOf(client).bytes;
  const frames = Math.ceil((length - LOG_HEAD) / (page + FRAME_HEAD));
  for (let step = 0; framesIn(client) < frames; step++) {
    if (step > 2 * (frames / PAGES_A_STEP) + 2) return false;
    writeMark(db, FILLER, String(step % 2).repeat(PAGES_A_STEP * page)); // another text each time: the same is not written
  }
  dropMark(db, FILLER);
  return true;
}

function framesIn(client: SqliteFile): number {
  const [{ log } = { log: 0 }] = client.pragma("wal_checkpoint(PASSIVE)") as { log: number }[];
  return log;
}

function logOf(client: SqliteFile): { salts: string; bytes: number } {
  const file = `${client.name}-wal`;
  if (!existsSync(file)) return { salts: "none", bytes: 0 };
  const handle = openSync(file, "r");
  const salts = Buffer.alloc(SALTS.bytes);
  readSync(handle, salts, 0, SALTS.bytes, SALTS.at);
  closeSync(handle);
  return { salts: salts.toString("hex"), bytes: statSync(file).size };
}
