import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect, type OpenDb } from "../../db/client.ts";
import { cases } from "../../db/schema.ts";
import { keysInUse } from "../../src/keys/sealed.ts";
import { insertCase } from "../../src/casework/store.ts";
import { readKeys } from "../../src/shared/seal.ts";
import { runCommand, startCommand } from "../harness/command.ts";
import { startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, visit } from "../harness/visitor.ts";
import { KIRSTEN } from "../casework/support.ts";
import { askForHelp } from "./deeds.ts";

const keyOf = (id: string) => `${id}:${randomBytes(32).toString("base64")}`;
const OLD = keyOf("k1");
const NEW = keyOf("k2");
const MANY = process.env["LONG"] === "1" ? 20_000 : 2_000;

const folder = temporaryFolder("keys");
let token = "";
beforeAll(async () => {
  const server = await startServer(folder.path, { CASE_KEYS: OLD });
  const promised = await askForHelp(server.address);
  token = promised.kind === "help" ? promised.token : "";
  await server.stop();
});
afterAll(() => folder.remove());

describe("When the keys are lost, or others", () => {
  it.each([
    ["another key", NEW],
    ["another key under the old one's name", keyOf("k1")],
  ])(
    "with %s the board goes on, the desk and the help form say where to call, and nothing is taken",
    async (_, given) => {
      const server = await startServer(folder.path, { CASE_KEYS: given });
      try {
        const somebody = visit(server.address);
        for (const page of ["/", "/?q=strik", "/ugen", "/privatliv", "/log-ind"])
          expect((await somebody.get(page)).status, page).toBe(200);
        expect(await (await somebody.get("/api/health")).json()).toMatchObject({ ok: true, keys: false });

        const help = await somebody.get("/hjaelp");
        const words = await help.text();
        expect([
          help.status,
          words.includes("Ring til os i stedet"),
          /href="tel:\d+/.test(words),
          words.includes("<form"),
        ]).toEqual([503, true, true, false]);
        const own = await somebody.get(`/hjaelp/${token}`);
        expect([own.status, (await own.text()).includes("Intet er slettet")]).toEqual([503, true]);

        const before = casesIn(folder.path);
        const posted = await somebody.post("/hjaelp?_action=referrals.ask", {
          formId: "x",
          forWhom: "me",
          name: "Inge",
          phone: "20 30 40 50",
          telefax: "",
        });
        const answer = await posted.text();
        expect(answer).toContain("Vi kan ikke tage imod det lige nu");
        expect(answer).toContain('value="Inge"');
        expect(casesIn(folder.path)).toBe(before);

        const bo = visit(server.address);
        await bo.signIn(demoEmail("brobygger"));
        const desk = await bo.get("/brobygger");
        expect([desk.status, (await desk.text()).includes("CASE_KEYS")]).toEqual([503, true]);

        expect(server.output()).toContain('"needed":["k1"]');
        for (const key of [OLD, given]) expect(server.output()).not.toContain(key.slice(3, 20));
      } finally {
        await server.stop();
      }
      const again = await startServer(folder.path, { CASE_KEYS: OLD });
      expect(await (await visit(again.address).get(`/hjaelp/${token}`)).text()).toMatch(/FB-[2-9A-Z]{5}/);
      await again.stop();
    },
  );
});

describe("When the keys are changed while the site runs", () => {
  it(`${MANY} cases are sealed anew though the command is killed again and again, people write meanwhile, and the old key can go`, async () => {
    const db = connect(join(folder.path, "faellesbro.db"));
    addCases(db, MANY);
    const server = await startServer(folder.path, { CASE_KEYS: `${NEW},${OLD}` });
    try {
      for (let killed = 0; killed < 5; killed++) {
        const rotating = startCommand("keys", ["rotate"], folder.path, { CASE_KEYS: `${NEW},${OLD}` });
        await rotating.saying(new RegExp(`${(killed + 1) * 50}`));
        rotating.kill();
        await rotating.ended;
        expect((await visit(server.address).get(`/hjaelp/${token}`)).status).toBe(200);
        await askForHelp(server.address);
      }
      const { code, said } = await runCommand("keys", ["rotate"], folder.path, { CASE_KEYS: `${NEW},${OLD}` });
      expect(said).toContain("k1: bruges ikke mere");
      expect(code).toBe(0);
      expect([...keysInUse(db.$client).keys()]).toEqual(["k2"]);
    } finally {
      await server.stop();
      db.$client.close();
    }
    const again = await startServer(folder.path, { CASE_KEYS: NEW });
    expect(await (await visit(again.address).get("/api/health")).json()).toMatchObject({ ok: true, keys: true });
    expect(await (await visit(again.address).get(`/hjaelp/${token}`)).text()).toMatch(/FB-[2-9A-Z]{5}/);
    console.info(`started with ${MANY} cases after ${again.readyAfter} ms`);
    await again.stop();
  });
});

describe("When the keys are lost for good", () => {
  it("nothing is given up before somebody has said so, and then the desk and the help form open with a new one", async () => {
    const lost = keyOf("k3");
    const asked = await runCommand("keys", ["give-up"], folder.path, { CASE_KEYS: lost });
    expect(asked.code).toBe(2);
    expect(asked.said).toContain("npm run keys -- give-up --lost-for-good");
    const stopped = await startServer(folder.path, { CASE_KEYS: lost });
    expect(await (await visit(stopped.address).get("/api/health")).json()).toMatchObject({ keys: false });
    await stopped.stop();
    expect(await runCommand("keys", ["give-up", "--lost-for-good"], folder.path, { CASE_KEYS: lost })).toMatchObject({
      code: 0,
    });
    const server = await startServer(folder.path, { CASE_KEYS: lost });
    try {
      expect(await (await visit(server.address).get("/api/health")).json()).toMatchObject({ ok: true, keys: true });
      expect((await visit(server.address).get(`/hjaelp/${token}`)).status).toBe(404);
      await askForHelp(server.address);
      const bo = visit(server.address);
      await bo.signIn(demoEmail("brobygger"));
      expect((await bo.get("/brobygger")).status).toBe(200);
    } finally {
      await server.stop();
    }
  });
});

function casesIn(dataDir: string): number {
  const db = connect(join(dataDir, "faellesbro.db"));
  const count = db.select().from(cases).all().length;
  db.$client.close();
  return count;
}

function addCases(db: OpenDb, many: number): void {
  const { name, phone, email, whenToCall, mayLeaveMessage, wishes, words } = KIRSTEN;
  const person = { name, phone, email, whenToCall, mayLeaveMessage, wishes, words, relative: null };
  db.transaction((tx) => {
    for (let n = 0; n < many; n++)
      insertCase(
        tx,
        readKeys(OLD),
        { teamId: "folkesundhed", door: "site", area: null, search: null, person, token: null, actorId: null },
        1_700_000_000_000,
      );
  });
}
