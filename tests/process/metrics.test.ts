import { expect, it } from "vitest";
import type { Beat } from "../../src/jobs/protocol.ts";
import { openMetrics } from "../../src/process/metrics.ts";

const beat: Beat = {
  at: 1_000_000,
  freeBytes: 5_000,
  clockIsTrusted: true,
  queues: { mails: { waiting: 3, oldestMs: 90_000, givenUp: 2 }, outboxRows: 7, late: { cases: 1, mostMs: 60_000 } },
  jobs: { "send-mails": { succeededAt: 900_000, failures: 4 }, season: { succeededAt: null, failures: 0 } },
};

async function told(last: Beat | null, canWrite = true): Promise<string[]> {
  const metrics = openMetrics({
    version: "1.2.3",
    engine: () => "embedded",
    canWrite: () => canWrite,
    beat: () => last,
    work: () => ({ waiting: 4, refused: 5 }),
  });
  for (const seconds of [0.004, 0.2]) metrics.count({ route: "/aktiviteter/[slug]", status: 200, seconds });
  metrics.count({ route: "/aktiviteter/[slug]", status: 404, seconds: 20 });
  const { type, body } = await metrics.text();
  expect(type).toContain("text/plain; version=0.0.4");
  return body.split("\n");
}

it("An operator reads how many answers there were and how long they took, by route", async () => {
  const lines = await told(beat);
  for (const line of [
    'faellesbro_requests_total{route="/aktiviteter/[slug]",status="200"} 2',
    'faellesbro_requests_total{route="/aktiviteter/[slug]",status="404"} 1',
    'faellesbro_request_seconds_bucket{le="0.005",route="/aktiviteter/[slug]"} 1',
    'faellesbro_request_seconds_bucket{le="0.1",route="/aktiviteter/[slug]"} 1',
    'faellesbro_request_seconds_bucket{le="0.3",route="/aktiviteter/[slug]"} 2',
    'faellesbro_request_seconds_bucket{le="10",route="/aktiviteter/[slug]"} 2',
    'faellesbro_request_seconds_bucket{le="+Inf",route="/aktiviteter/[slug]"} 3',
    'faellesbro_request_seconds_count{route="/aktiviteter/[slug]"} 3',
  ])
    expect(lines).toContain(line);
});

it("An operator reads what waits, what was given up, which jobs fail and whether a write goes through", async () => {
  const lines = await told(beat, false);
  for (const line of [
    'faellesbro_info{version="1.2.3",engine="embedded"} 1',
    "faellesbro_can_write 0",
    "faellesbro_heartbeat_timestamp_seconds 1000",
    "faellesbro_disk_free_bytes 5000",
    "faellesbro_mails_waiting 3",
    "faellesbro_mail_oldest_seconds 90",
    "faellesbro_mails_given_up 2",
    "faellesbro_outbox_log_rows 7",
    "faellesbro_work_waiting 4",
    "faellesbro_work_refused_total 5",
    "faellesbro_cases_late 1",
    "faellesbro_case_latest_seconds 60",
    'faellesbro_job_last_success_timestamp_seconds{job="send-mails"} 900',
    'faellesbro_job_failures_total{job="send-mails"} 4',
  ])
    expect(lines).toContain(line);
  expect(lines.some((line) => line.startsWith('faellesbro_event_loop_delay_seconds{quantile="0.99"}'))).toBe(true);
});

it("Before the first heartbeat nothing is invented", async () => {
  const lines = await told(null);
  expect(lines.filter((line) => /^faellesbro_(mails|cases|disk|heartbeat|job)/.test(line))).toEqual([]);
});
