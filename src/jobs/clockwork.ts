import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { OpenDb } from "../../db/client.ts";
import { emptyLog } from "../../db/erased.ts";
import { learnSizes } from "../../db/sqlite.ts";
import { letOthersWrite } from "../../db/write.ts";
import { openMeaningTable } from "../../search/meaning/table.ts";
import { dropPassed, forgetReader, passed } from "../../search/sync.ts";
import { mayActNow } from "./clock.ts";
import { BEAT_EVERY_MS, beat } from "./heartbeat.ts";
import type { FromJobs, JobRecord } from "./protocol.ts";
import { diskFault } from "./pulse.ts";
import { addCounted, type Counted, nothingCounted, writeCounts } from "./write-counts.ts";
import { sendEditorNews } from "./editor-news.ts";
import { endSilent } from "./end-silent.ts";
import { fetchCalendars } from "./fetch-calendars.ts";
import { forgetWhatIsOver } from "./forget-arrivals.ts";
import { tellOfHeldBack } from "./held-back.ts";
import { sendMonthlyMails } from "./monthly-mail.ts";
import { indexCaseMails } from "./index-case-mails.ts";
import { keepSeason } from "./season.ts";
import { sendWaitingMails } from "./send-mails.ts";
import { followChangedDays, followMovedDates } from "./moved-dates.ts";
import { sendReminders } from "./trial-reminders.ts";
import { remindOfLateRequests } from "./late-requests.ts";
import { keepRetention } from "./retention.ts";
import { refileAreas } from "./refile-areas.ts";
import { rollOccurrences } from "./roll-occurrences.ts";
import { sendUnmetWords } from "./unmet-words.ts";
import { openTransport } from "../mail/transport.ts";
import { freezeYears } from "../figures/frozen.ts";
import { tellTakenBack } from "../casework/introductions/telling-off.ts";
import { tellNamed } from "../upkeep/named.ts";
import { openPool } from "../work/pool.ts";
import type { Config } from "../shared/config.ts";
import type { Log } from "../shared/log.ts";
import { isClosed, type KeyRing } from "../shared/seal.ts";

interface Works {
  db: OpenDb;
  dbFile: string;
  /** The workers' file, relative to the root. */
  workWorker: string | undefined;
  keys: KeyRing;
  config: Config;
  log: Log;
  now(): number;
  /** Tells the pages' thread. */
  tell(message: FromJobs): void;
}

const MINUTE = 60_000;
/** A date that moves is a task within 5 s. */
const FOLLOW_EVERY_MS = 2_000;
/** The word vectors, relative to the root. */
const MEANING = "search/meaning/da64.bin";
/** A job that goes on for longer when the site stops is cut off: each is made for that. */
const LONGEST_STOPPING_MS = 1_000;

/**
 * Starts what runs by the clock. A job that fails is logged and runs again at its next hour; two runs of one job never
 * overlap.
 */
export function startJobs({ db, dbFile, workWorker, keys, config, log, now, tell }: Works) {
  const transport = openTransport(config);
  const pool = openPool({ dbFile, root: config.root, worker: workWorker, limits: { workers: 1 } });
  const searchChanged = () => tell({ kind: "searchChanged" });
  const waiting = nothingCounted();
  const reader = `embedded:${process.pid}`;
  let position: number | null = null;
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<void>>();
  const records: Record<string, JobRecord> = {};

  function every(ms: number, name: string, deed: () => Promise<void> | void): () => void {
    const record: JobRecord = { succeededAt: null, failures: 0 };
    records[name] = record;
    let busy = false;
    let again = false;
    const run = () => {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      const done = (async () => deed())()
        .then(
          () => {
            record.succeededAt = now();
          },
          (error: unknown) => {
            record.failures += 1;
            log.error({ job: name, err: error }, "a job failed");
          },
        )
        .finally(() => {
          busy = false;
          running.delete(done);
          if (again) {
            again = false;
            run();
          }
        });
      running.add(done);
    };
    const timer = setInterval(run, ms);
    timer.unref();
    timers.push(timer);
    return run;
  }

  every(BEAT_EVERY_MS, "heartbeat", async () => {
    try {
      tell({ kind: "beat", ...(await beat(db, config, now())), jobs: records });
    } catch (fault) {
      if (diskFault(fault)) tell({ kind: "cannotWrite" });
      throw fault;
    }
  })();
  const write = every(MINUTE, "counts", () => writeCounts(db, waiting));
  const report = every(MINUTE, "outbox-log", async () => {
    if (position !== null) passed(db.$client, reader, position, now());
    while (dropPassed(db.$client) > 0) await letOthersWrite();
  });
  const box = { keys, siteUrl: config.siteUrl };
  type Deed = () => Promise<void> | void;
  /** What erases waits for a clock that can be believed. A clock that was set (CLOCK) is. */
  const byTheClock = (deed: Deed) => () => (config.clock !== null || mayActNow(db, now()) ? deed() : undefined);
  /** What sends, for keys that fit as well. */
  const byClockAndKeys = (deed: Deed) => byTheClock(() => (isClosed(keys) ? undefined : deed()));
  every(
    60 * MINUTE,
    "season",
    byClockAndKeys(async () => {
      if ((await keepSeason(db, box, now())) === 0) return;
      searchChanged();
      sendMails();
    }),
  )();
  every(
    60 * MINUTE,
    "freeze-years",
    byTheClock(() => void freezeYears(db, now())),
  )();
  every(
    60 * MINUTE,
    "monthly-mail",
    byClockAndKeys(async () => {
      if ((await sendMonthlyMails(db, box, now())) > 0) sendMails();
    }),
  )();
  every(
    15 * MINUTE,
    "held-back",
    byClockAndKeys(async () => {
      if ((await tellOfHeldBack(db, box, now())) > 0) sendMails();
    }),
  );
  every(
    15 * MINUTE,
    "editor-news",
    byClockAndKeys(() => {
      if (sendEditorNews(db, box, now()) > 0) sendMails();
    }),
  );
  every(
    60 * MINUTE,
    "unmet-words",
    byClockAndKeys(() => {
      if (sendUnmetWords(db, box, () => openMeaningTable(join(config.root, MEANING)), now()) > 0) sendMails();
    }),
  );
  every(
    30 * MINUTE,
    "fetch-calendars",
    byClockAndKeys(async () => {
      if ((await fetchCalendars(db, box, (file) => pool.do("calendar", file), now())) === 0) return;
      searchChanged();
      sendMails();
    }),
  );
  every(
    15 * MINUTE,
    "forget-arrivals",
    byTheClock(() => forgetWhatIsOver(db, now())),
  )();
  const sendMails = every(
    MINUTE,
    "send-mails",
    byClockAndKeys(() => sendWaitingMails(db, keys, transport, now(), log)),
  );
  every(15 * MINUTE, "roll-occurrences", async () => {
    if ((await rollOccurrences(db, now())) > 0) searchChanged();
  })();
  every(
    30 * MINUTE,
    "late-requests",
    byClockAndKeys(() => {
      if (remindOfLateRequests(db, keys, config, now()) > 0) sendMails();
    }),
  )();
  every(
    MINUTE,
    "taken-back",
    byClockAndKeys(() => {
      while (tellTakenBack(db, box, now()) > 0) sendMails();
    }),
  )();
  every(FOLLOW_EVERY_MS, "moved-dates", () => void followMovedDates(db, now()))();
  every(
    FOLLOW_EVERY_MS,
    "changed-days",
    byClockAndKeys(() => {
      if (followChangedDays(db, box, now()) > 0) sendMails();
    }),
  )();
  every(
    60 * MINUTE,
    "named-hosts",
    byClockAndKeys(() => {
      if (tellNamed(db, box, now()) > 0) sendMails();
    }),
  )();
  every(
    15 * MINUTE,
    "trial-reminders",
    byClockAndKeys(async () => {
      if ((await sendReminders(db, box, now())) > 0) sendMails();
    }),
  )();
  every(
    6 * 60 * MINUTE,
    "end-silent",
    byClockAndKeys(async () => {
      if ((await endSilent(db, box, now())) > 0) sendMails();
    }),
  )();
  const refile = every(15 * MINUTE, "refile-areas", async () => {
    if ((await refileAreas(db)) > 0) searchChanged();
  });
  every(24 * 60 * MINUTE, "learn-sizes", () => learnSizes(db.$client, true));
  every(
    6 * 60 * MINUTE,
    "retention",
    byTheClock(() => keepRetention(db, now())),
  )();
  if (!isClosed(keys)) every(24 * 60 * MINUTE, "index-case-mails", () => indexCaseMails(db, keys))();
  every(MINUTE, "empty-log", () => void emptyLog(db))();
  sendMails();
  refile();

  return {
    mailWaits: sendMails,
    areasChanged: refile,
    counted(counted: Counted) {
      addCounted(waiting, counted);
      write();
    },
    indexReached(reached: number) {
      const isFirst = position === null;
      position = reached;
      if (isFirst) report();
    },
    async stop() {
      timers.forEach(clearInterval);
      await Promise.race([Promise.allSettled(running), pause(LONGEST_STOPPING_MS)]);
      await pool.close();
      await writeCounts(db, waiting);
      forgetReader(db.$client, reader);
    },
  };
}
