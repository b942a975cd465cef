import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { writeSetting } from "../../db/settings.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, formsIn, visit } from "../harness/visitor.ts";
import { expectCalm } from "./answers.ts";
import { calendars } from "./calendars.ts";

import { sheets } from "./sheets.ts";
import { LONG, tries } from "./size.ts";

/** What is handed in where. One more kind of file is one more row. */
const FILES: { what: string; page: string; name: string; type: string; files: fc.Arbitrary<Buffer> }[] = [
  { what: "calendars", page: "/forening/hent/kalender", name: "a.ics", type: "text/calendar", files: calendars },
  { what: "sheets", page: "/forening/hent/regneark", name: "a.xlsx", type: "application/octet-stream", files: sheets },
];
/** In the long run 510 of each kind. */
const EACH = 17;
/** Workers and caches are there by then. */
const WARM_AFTER = LONG ? 50 : 8;
const MOST_MORE_MB = 64;

const folder = temporaryFolder("fuzz-files");
let server: RunningServer;

beforeAll(async () => {
  server = await startServer(folder.path, { TRUST_PROXY: "1" });
  const db = connect(join(folder.path, "faellesbro.db"));
  writeSetting(db, "formsPerHour", 200);
  writeSetting(db, "formsPerHourSite", 10_000);
  db.$client.close();
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

describe("Whoever hands in files as they come", () => {
  it.each(FILES)(
    "meets no fault with $what, and the site does not grow by them",
    async ({ page, name, type, files }) => {
      const visitor = visit(server.address);
      await visitor.signIn(demoEmail("contact"));
      const form = formsIn(await (await visitor.get(page)).text()).find(({ action }) => action.includes("lookAt"));
      let handed = 0;
      let read = 0;
      let warm = 0;
      let most = 0;
      await fc.assert(
        fc.asyncProperty(files, async (bytes) => {
          handed += 1;
          const typed = new FormData();
          for (const [field, [value = ""] = []] of Object.entries(form?.values ?? {})) typed.set(field, value);
          typed.set("file", new Blob([Uint8Array.from(bytes)], { type }), name);
          const answer = await visitor.post(form?.action ?? "", typed, { "x-forwarded-for": anAddress(handed) });
          expectCalm(answer, await answer.text());
          expect([303, 422]).toContain(answer.status);
          if (answer.status === 303) {
            read += 1;
            const shown = await visitor.get(`${page}?se=ja`);
            expectCalm(shown, await shown.text());
            expect(shown.status).toBe(200);
          }
          if (handed === WARM_AFTER) warm = memoryOf(server.pid);
          else if (handed > WARM_AFTER) most = Math.max(most, memoryOf(server.pid) - warm);
        }),
        tries(EACH),
      );
      console.info(`${handed} files handed in, ${read} of them read; at most ${Math.round(most)} MB more memory`);
      expect(read).toBeGreaterThan(handed / 3);
      expect(most).toBeLessThan(MOST_MORE_MB);
    },
  );
});

/** Resident memory in MB. */
function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

function anAddress(n: number): string {
  return `10.9.${(n >> 8) & 255}.${n & 255}`;
}
