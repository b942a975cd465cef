import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { and, count, eq, gte, isNull, like } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type OpenDb } from "../../db/client.ts";
import { activities, arrivals, cases, questions, reports, sessions, suggestions } from "../../db/schema.ts";
import { SETTINGS, writeSetting } from "../../db/settings.ts";
import { datesToCome } from "../../src/upkeep/arrivals.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { LONG } from "../fuzz/size.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, visit, type Visitor } from "../harness/visitor.ts";
import { askForHelp, draft, newTitle, signedIn } from "./deeds.ts";
import type { Written } from "./writer/steady.ts";

const FORMS = LONG ? 1_000 : 100;
/** So many people are at it at the same time. */
const AT_ONCE = 8;
const LOCK_WAIT_MS = 20;
const PLACES = 25;
const PROBES = ["attacks/held.ts", "writer/lock-waits.ts"];

/** What somebody posts; resolves when the site has said yes to it. */
interface Kind {
  name: string;
  post(number: number): Promise<unknown>;
  /** How many of those are in the database that were posted here. */
  kept(): number;
}

const folder = temporaryFolder("writer");
let server: RunningServer;
let db: OpenDb;
let writer: ChildProcess;
let contact: Visitor;
let slugs: string[];
const tokens: Record<"help" | "coming" | "session", string[]> = { help: [], coming: [], session: [] };
let begun = 0;

// Whether a thread waited is told by what only Linux says of it.
describe.skipIf(!existsSync("/proc/thread-self/status"))(
  "While another program writes to the database all the time",
  () => {
    beforeAll(async () => {
      server = await startServer(folder.path, {
        TRUST_PROXY: "1",
        NODE_OPTIONS: PROBES.map((file) => `--import ./tests/faults/${file}`).join(" "),
      });
      const file = join(folder.path, "faellesbro.db");
      db = connect(file);
      for (const key of ["helpPerHour", "helpPerHourSite", "formsPerHour", "formsPerHourSite"] as const)
        writeSetting(db, key, SETTINGS[key].max);
      slugs = whereAnyoneMayCome();
      contact = await signedIn(server.address, "contact");
      begun = Date.now();
      writer = fork(join(import.meta.dirname, "writer/steady.ts"), [file]);
      await once(writer, "message");
    });
    afterAll(async () => {
      writer?.kill();
      db?.$client.close();
      await server?.stop();
      folder.remove();
    });

    it(`${FORMS} forms are taken, none is refused, nobody waits for the lock on the pages' thread, and what was said yes to is there`, async () => {
      const kinds = kindsOfForms();
      await lockWaits();
      const waits: number[] = [];
      const failed: string[] = [];
      const taken = kinds.map(() => 0);
      let next = 0;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          for (let number = next++; number < FORMS; number = next++) {
            const at = number % kinds.length;
            const { name, post } = kinds[at]!;
            const asked = performance.now();
            await post(number).then(
              () => taken[at]!++,
              (error: unknown) => failed.push(`${name}: ${error instanceof Error ? error.message : String(error)}`),
            );
            waits.push(performance.now() - asked);
          }
        }),
      );
      const { transactions, held, ran } = await writerEnds();
      const { refused, longest, said } = await lockWaits();
      const sorted = waits.toSorted((a, b) => a - b);
      const ms = (share: number) =>
        Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
      console.info(
        `${FORMS} forms (page and post) in ${(ran / 1000).toFixed(1)} s beside ${transactions} transactions that held the lock ${Math.round((100 * held) / ran)} %: ` +
          `p50 ${ms(0.5)} p99 ${ms(0.99)} worst ${ms(1)} ms; ${said}`,
      );
      expect(failed).toEqual([]);
      expect(held / ran, "how much of the time the other program held the lock").toBeGreaterThan(0.5);
      expect(refused, "how often the site was refused the lock").toBeGreaterThan(0);
      expect(longest, "ms that a wait for the lock held the pages").toBeLessThanOrEqual(LOCK_WAIT_MS);
      expect(kinds.map(({ name, kept }) => `${name}: ${kept()}`)).toEqual(
        kinds.map(({ name }, at) => `${name}: ${taken[at]}`),
      );
      expect(server.output()).not.toContain('"level":50');
    });
  },
);

function kindsOfForms(): Kind[] {
  const { address } = server;
  const slugAt = (number: number) => slugs[number % slugs.length] ?? "";
  return [
    {
      name: "a request for help",
      async post() {
        const promised = await askForHelp(address);
        if (promised.kind === "help") tokens.help.push(hashToken(promised.token));
      },
      kept: () => tokens.help.filter((hash) => db.select().from(cases).where(eq(cases.tokenHash, hash)).get()).length,
    },
    {
      name: "a question",
      post: (number) =>
        postHere(number, `/aktiviteter/${slugAt(number)}`, "upkeep.ask", { spoergsmaal: `Er der kaffe? (${number})` }),
      kept: () => countOf(questions, like(questions.question, "Er der kaffe? (%")),
    },
    {
      name: "somebody who comes",
      async post(number) {
        const to = await postHere(number, `/aktiviteter/${slugAt(number)}`, "upkeep.come", { fornavn: "Karen" });
        tokens.coming.push(hashToken(/^\/kommer\/([\w-]+)/.exec(to)?.[1] ?? ""));
      },
      kept: () =>
        tokens.coming.filter((hash) => db.select().from(arrivals).where(eq(arrivals.tokenHash, hash)).get()).length,
    },
    {
      name: "something that is wrong",
      post: (number) => postHere(number, `/aktiviteter/${slugAt(number)}`, "upkeep.report", { hvad: "locked" }),
      kept: () => countOf(reports, and(gte(reports.createdAt, begun), isNull(reports.sealedText))),
    },
    {
      name: "a wish",
      post: (number) =>
        postHere(number, "/foreslaa", "upkeep.suggest", { oenske: `Et kor for bas ${number}`, kontakt: "20 30 40 50" }),
      kept: () => countOf(suggestions, like(suggestions.wish, "Et kor for bas %")),
    },
    {
      name: "a sign-in",
      async post() {
        const somebody = visit(address);
        await somebody.signIn(demoEmail("contact"));
        tokens.session.push(hashToken(/(?:^|; )faellesbro=([\w-]+)/.exec(somebody.cookie())?.[1] ?? ""));
      },
      kept: () => tokens.session.filter((hash) => db.select().from(sessions).where(eq(sessions.id, hash)).get()).length,
    },
    {
      name: "a contact's activity",
      post: (number) => draft(contact, newTitle(number)),
      kept: () => countOf(activities, like(activities.title, "Korprøve %xq")),
    },
  ];
}

/**
 * A stranger fills in the form of a page, from an address of their own; answers where the site sends them, throws when
 * it does not take it.
 */
async function postHere(number: number, page: string, action: string, values: Record<string, string>): Promise<string> {
  const stranger = visit(server.address);
  const form = await stranger.form(page, action);
  const answer = await stranger.post(
    form.action,
    { ...form.values, ...values },
    { "x-forwarded-for": `203.0.113.${number % 256}` },
  );
  if (answer.status !== 303) throw new Error(`${answer.status}`);
  return answer.headers.get("location") ?? "";
}

/** Activities whose hosts have agreed to hear who comes. */
function whereAnyoneMayCome(): string[] {
  const found = db
    .select({ id: activities.id, slug: activities.slug })
    .from(activities)
    .where(and(eq(activities.state, "published"), isNull(activities.lapsedAt), eq(activities.full, false)))
    .all()
    .filter(({ id }) => datesToCome(db, id, Date.now() + 3_600_000).length > 1)
    .slice(0, PLACES);
  for (const { id } of found) db.update(activities).set({ arrivalsWelcome: true }).where(eq(activities.id, id)).run();
  return found.map(({ slug }) => slug);
}

function countOf(
  table: typeof questions | typeof reports | typeof suggestions | typeof activities,
  where: ReturnType<typeof and>,
): number {
  return db.select({ many: count() }).from(table).where(where).get()?.many ?? 0;
}

async function writerEnds(): Promise<Written> {
  const ended = once(writer, "message") as Promise<[Written]>;
  writer.send("stop");
  return (await ended)[0];
}

/** How the pages' thread of the server has fared with the lock since this was asked last. */
async function lockWaits(): Promise<{ refused: number; longest: number; said: string }> {
  const lines = () => [
    ...server.output().matchAll(/asked for the lock \d+ times, refused (\d+), waited ([\d.]+) ms at most/g),
  ];
  const loops = () => [...server.output().matchAll(/the event loop was held.*/g)];
  const before = lines().length;
  process.kill(server.pid, "SIGUSR2");
  await expect.poll(() => Math.min(lines().length, loops().length), { timeout: 20_000, interval: 10 }).toBe(before + 1);
  const [lock, refused, longest] = lines().at(-1) ?? [];
  return { refused: Number(refused), longest: Number(longest), said: `${lock}; ${loops().at(-1)?.[0]}` };
}
