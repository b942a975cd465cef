import type { OpenDb } from "../../db/client.ts";
import type { SearchService } from "../../search/choose.ts";
import { fetchCalendars } from "./fetch-calendars.ts";
import { forgetWhatIsOver } from "./forget-arrivals.ts";
import { sendMonthlyMails } from "./monthly-mail.ts";
import { keepSeason } from "./season.ts";
import { sendWaitingMails } from "./send-mails.ts";
import { remindOfLateRequests } from "./late-requests.ts";
import { keepRetention } from "./retention.ts";
import { rollOccurrences } from "./roll-occurrences.ts";
import { type SearchTally, writeTally } from "../activities/search-stats.ts";
import type { Tally } from "../activities/trust/counts.ts";
import { openTransport } from "../mail/transport.ts";
import type { Config } from "../shared/config.ts";
import type { Log } from "../shared/log.ts";
import type { KeyRing } from "../shared/seal.ts";

interface Works {
  db: OpenDb;
  keys: KeyRing;
  config: Config;
  search: SearchService;
  tally: SearchTally;
  seen: Tally;
  log: Log;
  now(): number;
}

const MINUTE = 60_000;

/** Starts what runs by the clock. A job that fails is logged and runs again at its next hour; two runs of one job never overlap. */
export function startJobs({ db, keys, config, search, tally, seen, log, now }: Works) {
  const transport = openTransport(config);
  const timers: NodeJS.Timeout[] = [];
  const running = new Set<Promise<void>>();

  function every(ms: number, name: string, deed: () => Promise<void> | void): () => void {
    let busy = false;
    let again = false;
    const run = () => {
      if (busy) {
        again = true;
        return;
      }
      busy = true;
      const done = (async () => deed())()
        .catch((error: unknown) => log.error({ job: name, err: error }, "a job failed"))
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

  every(MINUTE, "search-statistics", () => writeTally(db, tally));
  every(MINUTE, "counts", () => seen.write(db));
  const box = { keys, siteUrl: config.siteUrl };
  every(60 * MINUTE, "season", async () => {
    if ((await keepSeason(db, box, now())) === 0) return;
    search.changed();
    sendMails();
  })();
  every(60 * MINUTE, "monthly-mail", async () => {
    if ((await sendMonthlyMails(db, box, now())) > 0) sendMails();
  })();
  every(30 * MINUTE, "fetch-calendars", async () => {
    if ((await fetchCalendars(db, now())) > 0) search.changed();
  });
  every(15 * MINUTE, "forget-arrivals", () => forgetWhatIsOver(db, now()))();
  const sendMails = every(MINUTE, "send-mails", () => sendWaitingMails(db, keys, transport, now(), log));
  every(15 * MINUTE, "roll-occurrences", async () => {
    if ((await rollOccurrences(db, now())) > 0) search.changed();
  })();
  every(30 * MINUTE, "late-requests", () => {
    if (remindOfLateRequests(db, keys, config, now()) > 0) sendMails();
  })();
  every(6 * 60 * MINUTE, "retention", () => keepRetention(db, now()))();
  sendMails();

  return {
    mailWaits: sendMails,
    async stop() {
      timers.forEach(clearInterval);
      await Promise.allSettled(running);
      writeTally(db, tally);
      seen.write(db);
    },
  };
}
