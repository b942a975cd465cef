import { find } from "../../src/casework/find.ts";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { remindOfLateRequests } from "../../src/jobs/late-requests.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { dueFigures, today } from "../../src/casework/today.ts";
import { deskFigures, leadOverview, newCases } from "../../src/casework/lists.ts";
import { requestBroom } from "../../src/casework/sweeping.ts";
import { newCaseKey, sealPerson } from "../../src/casework/vault.ts";
import { filterOf } from "../../src/sweeping/broom.ts";
import { DAY } from "../../src/shared/time.ts";
import { ask } from "./support.ts";
import { addPerson, newBox, NOW, openTown, TEAM } from "../world.ts";

const MANY = 33_000;

/** A database with one real request, and 33,000 that came in the night after. */
let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let lead: Viewer;
let real: string;
beforeAll(() => {
  db = openTown();
  box = newBox();
  maria = addPerson(db, "Maria");
  lead = addPerson(db, "Lone", "lead");
  real = ask(db, box).id;
  const rows = Array.from({ length: MANY }, (_, n) => nonsense(box, n));
  for (let at = 0; at < MANY; at += 1000)
    db.insert(cases)
      .values(rows.slice(at, at + 1000))
      .run();
  db.run(sql`INSERT INTO case_tasks (case_id, kind, team_id, starts_on, due_on, made_at)
    SELECT id, 'first-call', team_id, '2026-11-24', '2026-11-27', created_at FROM cases WHERE id <> ${real}`);
}, 120_000);

function nonsense({ keys }: MailBox, n: number): typeof cases.$inferInsert {
  const id = `n${n}`;
  const { key, wrapped } = newCaseKey(keys, id);
  const person = {
    name: `Xyz ${n}`,
    phone: null,
    email: null,
    whenToCall: null,
    mayLeaveMessage: false,
    wishes: "køb nu",
    words: "",
    relative: null,
  };
  const at = NOW + 1 + n;
  const coded = { teamId: TEAM, state: "new", door: "site", createdAt: at, dueAt: at + 5 * DAY } as const;
  return { ...coded, id, reference: `FB-${n}`, wrappedKey: wrapped, sealedPerson: sealPerson(key, id, person) };
}

/** The most of the processor that a page may take here; a tenth of it is usual. */
const LONG_MS = 1000;

function timed<T>(deed: () => T): T {
  const before = process.cpuUsage();
  const done = deed();
  const { user, system } = process.cpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(LONG_MS);
  return done;
}

describe("A desk with 33,000 requests", () => {
  it("shows one page at a time, the last where one asks for more, and logs as read what it shows alone", () => {
    const first = timed(() => leadOverview(db, lead, NOW));
    expect(first).toMatchObject({ page: 1, pages: 1321, total: MANY + 1 });
    expect(first.rows).toHaveLength(25);
    expect(timed(() => leadOverview(db, lead, NOW, 99_999)).rows).toHaveLength(1);
    expect(timed(() => newCases(db, box.keys, maria, NOW, 1321)).total).toBe(MANY + 1);
    expect(
      db.get<{ n: number }>(sql`SELECT count(*) AS n FROM case_events WHERE kind = 'read'`)?.n,
    ).toBeLessThanOrEqual(25);
  });

  it("counts, shows what is due, finds a number, and tells of those who wait too long", () => {
    expect(timed(() => deskFigures(db, maria))).toEqual({ waiting: MANY + 1, mine: 0 });
    expect(timed(() => dueFigures(db, maria, NOW + 30 * DAY))).toEqual({ due: MANY + 1, late: MANY + 1 });
    expect(timed(() => today(db, box.keys, maria, NOW)).due.total).toBe(MANY + 1);
    expect(timed(() => find(db, box.keys, maria, { contact: "+4541860900" }))).toEqual([{ id: real, readable: true }]);
    expect(remindOfLateRequests(db, box.keys, { siteUrl: box.siteUrl }, NOW + 30 * DAY)).toBe(1);
  });

  it("is swept by the hour that they came in, in steps, and the real one stays", async () => {
    const inTheHour = filterOf((name) => ({ dag: "2026-11-25", kl: "10" })[name] ?? null, NOW + DAY);
    const found = await requestBroom.find(db, box.keys, lead, { ...inTheHour, from: NOW + 1 });
    expect(found).toHaveLength(MANY);
    for (let at = 0; at < found.length; at += 100)
      timed(() => requestBroom.sweep(db, box.keys, lead, found.slice(at, at + 100), NOW + DAY));
    expect(leadOverview(db, lead, NOW + DAY).rows.map(({ id }) => id)).toEqual([real]);
  }, 60_000);
});
