import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { activities, cases } from "../../db/schema.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { visit } from "../harness/visitor.ts";
import { askForHelp, draft, newTitle, type Promised, signedInContact } from "./deeds.ts";

/** Half of them help requests, half of them publications. */
const ROUNDS = process.env["LONG"] === "1" ? 50 : 4;
const AT_ONCE = 5;

const folder = temporaryFolder("kill");
afterAll(() => folder.remove());

describe("When the machine dies right after somebody was told that it is done", () => {
  it(`it is done, in the database and in the search, ${ROUNDS} times of ${ROUNDS}`, async () => {
    const promised: Promised[] = [];
    let last: Promised[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const server = await startServer(folder.path, { TRUST_PROXY: "1" });
      await expectFound(server.address, last);
      const deeds = await (round % 2 === 0 ? helpRequests(server.address) : publications(server.address, round));
      last = await killedAfterTheFirst(deeds, () => server.stop("SIGKILL"));
      promised.push(...last);
    }
    expectStored(promised);
    const server = await startServer(folder.path);
    await expectFound(server.address, promised);
    await server.stop();
    expect(promised.length).toBeGreaterThanOrEqual(ROUNDS);
  });
});

type Deed = () => Promise<Promised>;

async function helpRequests(address: string): Promise<Deed[]> {
  return Array.from({ length: AT_ONCE }, () => () => askForHelp(address));
}

async function publications(address: string, round: number): Promise<Deed[]> {
  const contact = await signedInContact(address);
  const drafts = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => draft(contact, newTitle(round * AT_ONCE + at))));
  return drafts.map(({ publish }) => publish);
}

/** Does all at once and kills the server when the first is acknowledged; answers what was acknowledged before it died. */
async function killedAfterTheFirst(deeds: Deed[], kill: () => Promise<unknown>): Promise<Promised[]> {
  const acknowledged: Promised[] = [];
  const done = deeds.map((deed) => deed().then((promise) => acknowledged.push(promise)));
  await Promise.any(done);
  await kill();
  await Promise.allSettled(done);
  return acknowledged;
}

function expectStored(promised: Promised[]): void {
  const db = connect(join(folder.path, "faellesbro.db"));
  for (const promise of promised) {
    if (promise.kind === "help")
      expect(
        db
          .select()
          .from(cases)
          .where(eq(cases.tokenHash, hashToken(promise.token)))
          .get()?.state,
      ).toBe("new");
    else expect(db.select().from(activities).where(eq(activities.id, promise.id)).get()?.state).toBe("published");
  }
  db.$client.close();
}

async function expectFound(address: string, promised: Promised[]): Promise<void> {
  const somebody = visit(address);
  for (const promise of promised) {
    if (promise.kind === "help") expect(await (await somebody.get(`/hjaelp/${promise.token}`)).text()).toMatch(/FB-[2-9A-Z]{5}/);
    else {
      const answer = (await (await somebody.get(`/api/aktiviteter?q=${encodeURIComponent(`"${promise.title}"`)}`)).json()) as { hits: { title: string }[] };
      expect(answer.hits.map(({ title }) => title)).toContain(promise.title);
    }
  }
}
