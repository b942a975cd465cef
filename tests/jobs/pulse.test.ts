import { describe, expect, it } from "vitest";
import type { Beat } from "../../src/jobs/protocol.ts";
import { diskFault, openPulse } from "../../src/jobs/pulse.ts";

const SECOND = 1_000;
const ROOM: Beat = {
  at: 0,
  freeBytes: 10 ** 9,
  clockIsTrusted: true,
  queues: { mails: { waiting: 0, oldestMs: 0, givenUp: 0 }, outboxRows: 0, late: { cases: 0, mostMs: 0 } },
  jobs: {},
};

describe("Whether a write would go through", () => {
  it("is believed of a process that has just started, until heartbeats are missing", () => {
    const pulse = openPulse(0);
    expect(pulse.canWrite(89 * SECOND)).toBe(true);
    expect(pulse.canWrite(90 * SECOND)).toBe(false);
    pulse.beat(ROOM, 95 * SECOND);
    expect(pulse.canWrite(184 * SECOND)).toBe(true);
    expect(pulse.canWrite(185 * SECOND)).toBe(false);
  });

  it("is denied at once when a deed meets a full disk, until the next heartbeat is written", () => {
    const pulse = openPulse(0);
    pulse.beat(ROOM, 0);
    pulse.cannotWrite();
    expect(pulse.canWrite(1)).toBe(false);
    pulse.beat(ROOM, 30 * SECOND);
    expect(pulse.canWrite(31 * SECOND)).toBe(true);
  });

  it("is denied when hardly anything is left of the disk", () => {
    const pulse = openPulse(0);
    pulse.beat({ ...ROOM, freeBytes: 10 ** 6 }, 0);
    expect(pulse.canWrite(1)).toBe(false);
  });
});

it("A full disk is told from a lock that somebody holds, also behind another fault", () => {
  const fault = (code: string) => Object.assign(new Error("no"), { code });
  expect(diskFault(new Error("the deed failed", { cause: fault("SQLITE_IOERR_WRITE") }))).toBe("SQLITE_IOERR_WRITE");
  expect(diskFault(fault("SQLITE_BUSY"))).toBeNull();
  expect(diskFault("no")).toBeNull();
});
