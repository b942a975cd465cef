import { monitorEventLoopDelay } from "node:perf_hooks";
import type { Beat } from "../jobs/protocol.ts";
import type { Answered } from "./requests.ts";

/** Upper bounds of how long answers took, in seconds. */
const BOUNDS = [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10];
const SAMPLE_MS = 20;

/** What is told of a process, read when somebody asks. */
export interface Facts {
  version: string;
  engine(): string;
  canWrite(): boolean;
  /** The last heartbeat of the jobs' thread. */
  beat(): Beat | null;
  /** What the workers have to do. */
  work(): { waiting: number; refused: number };
}

export interface Metrics {
  count(answered: Answered): void;
  /** All numbers in the text format of Prometheus; none of a person. */
  text(): Promise<{ type: string; body: string }>;
}

interface Answers {
  byStatus: Map<number, number>;
  /** How many took at most each of `BOUNDS`. */
  within: number[];
  seconds: number;
  count: number;
}

type Values = { labels?: Record<string, string | number>; value: number; metricName?: string }[];

/** Counts answers in plain numbers; the library that writes them down is loaded when somebody first asks. */
export function openMetrics({ version, engine, canWrite, beat, work }: Facts): Metrics {
  const answers = new Map<string, Answers>();
  const startedAt = Date.now() / 1_000;
  const delay = monitorEventLoopDelay({ resolution: SAMPLE_MS });
  delay.enable();

  const all: [name: string, type: "counter" | "gauge" | "histogram", help: string, values: () => Values][] = [
    ["faellesbro_requests_total", "counter", "Answers by route and status", requestCounts],
    ["faellesbro_request_seconds", "histogram", "How long answers took, by route", requestTimes],
    [
      "faellesbro_event_loop_delay_seconds",
      "gauge",
      "For how long the pages' thread answered nobody, since the last reading",
      loopDelay,
    ],
    [
      "faellesbro_info",
      "gauge",
      "The version, and the search engine that answers now",
      () => [{ labels: { version, engine: engine() }, value: 1 }],
    ],
    ["faellesbro_can_write", "gauge", "Whether a write would go through now", () => only(canWrite() ? 1 : 0)],
    [
      "faellesbro_heartbeat_timestamp_seconds",
      "gauge",
      "When the jobs' thread last wrote its heartbeat",
      () => beats(({ at }) => at / 1_000),
    ],
    [
      "faellesbro_disk_free_bytes",
      "gauge",
      "What is left on the disk of the data folder",
      () => beats(({ freeBytes }) => freeBytes),
    ],
    [
      "faellesbro_mails_waiting",
      "gauge",
      "Mails that wait to be sent",
      () => beats(({ queues }) => queues.mails.waiting),
    ],
    [
      "faellesbro_mail_oldest_seconds",
      "gauge",
      "How long the oldest of them has waited",
      () => beats(({ queues }) => queues.mails.oldestMs / 1_000),
    ],
    [
      "faellesbro_mails_given_up",
      "gauge",
      "Mails that could not be sent after all tries",
      () => beats(({ queues }) => queues.mails.givenUp),
    ],
    [
      "faellesbro_outbox_log_rows",
      "gauge",
      "Changes that not every search index has taken in",
      () => beats(({ queues }) => queues.outboxRows),
    ],
    [
      "faellesbro_cases_late",
      "gauge",
      "Help requests that nobody tried to reach within the promise",
      () => beats(({ queues }) => queues.late.cases),
    ],
    [
      "faellesbro_case_latest_seconds",
      "gauge",
      "How long the latest of them is over the promise",
      () => beats(({ queues }) => queues.late.mostMs / 1_000),
    ],
    [
      "faellesbro_job_last_success_timestamp_seconds",
      "gauge",
      "When each job last did well",
      () => ofJobs(({ succeededAt }) => succeededAt && succeededAt / 1_000),
    ],
    [
      "faellesbro_job_failures_total",
      "counter",
      "How often each job failed since the thread began",
      () => ofJobs(({ failures }) => failures),
    ],
    ["faellesbro_work_waiting", "gauge", "Orders that wait for a worker", () => only(work().waiting)],
    ["faellesbro_work_refused_total", "counter", "Orders that were turned away or cut off", () => only(work().refused)],
    ["process_resident_memory_bytes", "gauge", "Memory of the process", () => only(process.memoryUsage.rss())],
    ["process_start_time_seconds", "gauge", "When the process began", () => only(startedAt)],
  ];

  return {
    count({ route, status, seconds }) {
      const known = answers.get(route) ?? {
        byStatus: new Map<number, number>(),
        within: BOUNDS.map(() => 0),
        seconds: 0,
        count: 0,
      };
      answers.set(route, known);
      known.byStatus.set(status, (known.byStatus.get(status) ?? 0) + 1);
      known.count += 1;
      known.seconds += seconds;
      for (let at = BOUNDS.length - 1; at >= 0 && seconds <= BOUNDS[at]!; at--)
        known.within[at] = known.within[at]! + 1;
    },
    async text() {
      const { Registry } = await import("prom-client");
      const registry = new Registry();
      for (const [name, type, help, values] of all) {
        // A registry only asks a metric for its name and its values.
        registry.registerMetric({ name, get: () => Promise.resolve({ name, type, help, values: values() }) } as never);
      }
      return { type: registry.contentType, body: await registry.metrics() };
    },
  };

  function requestCounts(): Values {
    return [...answers].flatMap(([route, { byStatus }]) =>
      [...byStatus].map(([status, value]) => ({ labels: { route, status }, value })),
    );
  }

  function requestTimes(): Values {
    const metricName = "faellesbro_request_seconds";
    return [...answers].flatMap(([route, { within, seconds, count }]) => [
      ...[...BOUNDS, "+Inf"].map((le, at) => ({
        metricName: `${metricName}_bucket`,
        labels: { le, route },
        value: within[at] ?? count,
      })),
      { metricName: `${metricName}_sum`, labels: { route }, value: seconds },
      { metricName: `${metricName}_count`, labels: { route }, value: count },
    ]);
  }

  function loopDelay(): Values {
    const values = [50, 99, 100].map((percent) => {
      const ms = (percent === 100 ? delay.max : delay.percentile(percent)) / 1e6;
      return {
        labels: { quantile: percent / 100 },
        value: delay.count === 0 ? 0 : Math.max(0, ms - SAMPLE_MS) / 1_000,
      };
    });
    delay.reset();
    return values;
  }

  function beats(read: (last: Beat) => number): Values {
    const last = beat();
    return last ? only(read(last)) : [];
  }

  function ofJobs(read: (job: Beat["jobs"][string]) => number | null): Values {
    return Object.entries(beat()?.jobs ?? {}).flatMap(([job, told]) => {
      const value = read(told);
      return value === null ? [] : [{ labels: { job }, value }];
    });
  }
}

function only(value: number): Values {
  return [{ value }];
}
