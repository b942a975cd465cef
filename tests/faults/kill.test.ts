import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { connect, type OpenDb } from "../../db/client.ts";
import { activities, cases, questions } from "../../db/schema.ts";
import { hashToken } from "../../src/shared/ids.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { visit } from "../harness/visitor.ts";
import { askForHelp, askQuestion, draft, newTitle, type Promised, signedIn, takeCase } from "./deeds.ts";

/** A quarter of them help requests, publications, questions, cases taken. */
const ROUNDS = process.env["LONG"] === "1" ? 200 : 4;
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
      const deeds = await [helpRequests, publications, questionsAsked, casesTaken][round % 4]!(server.address, round);
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
  const contact = await signedIn(address, "contact");
  const drafts = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, at) => draft(contact, newTitle(round * AT_ONCE + at))),
  );
  return drafts.map(({ publish }) => publish);
}

async function questionsAsked(address: string, round: number): Promise<Deed[]> {
  const { hits } = (await (await visit(address).get(`/api/aktiviteter?side=${1 + (round % 10)}`)).json()) as {
    hits: { slug: string }[];
  };
  return hits.slice(0, AT_ONCE).map(
    ({ slug }, at) =>
      () =>
        askQuestion(address, slug, round * AT_ONCE + at),
  );
}

async function casesTaken(address: string): Promise<Deed[]> {
  for (let n = 0; n < AT_ONCE; n++) await askForHelp(address);
  const brobygger = await signedIn(address, "brobygger");
  const list = await (await brobygger.get("/brobygger/nye")).text();
  const ids = [...list.matchAll(/\/brobygger\/sag\/([a-z0-9]+)/g)].map(([, id = ""]) => id);
  return ids.slice(0, AT_ONCE).map((id) => () => takeCase(brobygger, id));
}

/**
 * Does all at once and kills the server when the first is acknowledged; answers what was acknowledged before it died.
 */
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
  expect(promised.filter((promise) => !isStored(db, promise))).toEqual([]);
  db.$client.close();
}

/** A case that was asked for may have been taken in a later round. */
function isStored(db: OpenDb, promise: Promised): boolean {
  switch (promise.kind) {
    case "help":
      return (
        db
          .select()
          .from(cases)
          .where(eq(cases.tokenHash, hashToken(promise.token)))
          .get() !== undefined
      );
    case "published":
      return db.select().from(activities).where(eq(activities.id, promise.id)).get()?.state === "published";
    case "asked":
      return db.select().from(questions).where(eq(questions.question, promise.question)).get() !== undefined;
    case "taken":
      return db.select().from(cases).where(eq(cases.id, promise.id)).get()?.state === "taken";
  }
}

async function expectFound(address: string, promised: Promised[]): Promise<void> {
  const somebody = visit(address);
  for (const promise of promised) {
    if (promise.kind === "help")
      expect(await (await somebody.get(`/hjaelp/${promise.token}`)).text()).toMatch(/FB-[2-9A-Z]{5}/);
    if (promise.kind === "published") {
      const answer = (await (
        await somebody.get(`/api/aktiviteter?q=${encodeURIComponent(`"${promise.title}"`)}`)
      ).json()) as { hits: { title: string }[] };
      expect(answer.hits.map(({ title }) => title)).toContain(promise.title);
    }
  }
}
