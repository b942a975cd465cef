import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { audit, users } from "../../db/schema.ts";
import { readSetting, writeSetting } from "../../db/settings.ts";
import { leadTexts } from "../../src/texts/cover.ts";
import { notices } from "../../src/texts/notices.ts";
import { directoryTexts } from "../../src/texts/people-desk.ts";
import { CLIENT, type Municipality, openMunicipality } from "../harness/directory.ts";
import { freePort } from "../harness/port.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, plain, visit, type Visitor } from "../harness/visitor.ts";

const TABLE = "/redaktion/mennesker/kommune";
const folder = temporaryFolder("directory");
let municipality: Municipality;
let server: RunningServer;
let team: string;

beforeAll(async () => {
  const port = await freePort();
  municipality = await openMunicipality(`http://127.0.0.1:${port}/log-ind/kommune/svar`);
  const started = await startServer(folder.path, {
    PORT: String(port),
    OIDC_ISSUER: municipality.issuer,
    OIDC_SECOND_STEP: "mfa",
    ...CLIENT,
  });
  server = { ...started, address: `http://127.0.0.1:${port}` };
});
afterAll(async () => {
  await server?.stop();
  await municipality?.stop();
  folder.remove();
});

describe("When the municipality's sign-in is away", () => {
  it("the page says so kindly, and a password still opens the desk", async () => {
    const bo = visit(server.address);
    expect(await noticeOf(bo, "/log-ind/kommune?videre=/brobygger")).toBe(notices["kommune-svarer-ikke"]);
    await bo.signIn(demoEmail("brobygger"));
    expect((await bo.get("/brobygger")).status).toBe(200);
    await municipality.start();
  });
});

describe("Somebody of the municipality", () => {
  beforeEach(async () => {
    await municipality.stop();
    await municipality.start();
    municipality.people = {
      mette: {
        name: "Mette Holm",
        email: "mette@kommune.example",
        email_verified: true,
        groups: ["alle", "fb-brobygger"],
      },
      ole: { name: "Ole Bak", email: "ole@kommune.example", email_verified: true, groups: ["alle"] },
      ida: { name: "Ida Lund", email: "ida@kommune.example", groups: ["fb-brobygger"] },
      boss: { name: "En brobygger", email: demoEmail("brobygger"), email_verified: true, groups: ["fb-brobygger"] },
    };
    municipality.next = "mette";
  });

  it("finds the button, once an editor has written who gets what", async () => {
    const editor = visit(server.address);
    await editor.signIn(demoEmail("editor"));
    const table = await editor.form(TABLE, "addRule");
    const page = await (await editor.get(TABLE)).text();
    team = /value="brobygger:([^"]+)"/.exec(page)?.[1] ?? "";
    const missing = await editor.send(table, { claim: "groups", value: "", access: `brobygger:${team}` });
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('value="groups"');
    expect(
      (await editor.send(table, { claim: "groups", value: "fb-brobygger", access: `brobygger:${team}` })).status,
    ).toBe(303);
    expect(plain(await (await editor.get(TABLE)).text())).toContain("Når groups er fb-brobygger: brobygger for");
    expect(await (await visit(server.address).get("/log-ind?videre=/brobygger")).text()).toContain(
      'href="/log-ind/kommune?videre=%2Fbrobygger"',
    );
  });

  it("comes to the desk and to the page they wanted", async () => {
    const mette = visit(server.address);
    expect(await signIn(mette, "/brobygger/mine")).toBe("/brobygger/mine");
    expect(plain(await (await mette.get("/brobygger/mine")).text())).toContain("Mette Holm");
    expect((await mette.get("/redaktion")).status).toBe(403);
  });

  it("is never sent to another site", async () => {
    expect(await signIn(visit(server.address), "https://evil.example/")).toBe("/brobygger");
    expect(await signIn(visit(server.address), "//evil.example/")).toBe("/brobygger");
  });

  it("reads kindly that there is no access yet, when the table gives none", async () => {
    municipality.next = "ole";
    const ole = visit(server.address);
    expect(await noticeOf(ole, await answerFor(ole))).toBe(notices["kommune-ingen-adgang"]);
    expect((await ole.get("/brobygger")).status).toBe(303);
  });

  it("is not believed an address that the directory does not vouch for", async () => {
    municipality.next = "ida";
    const ida = visit(server.address);
    expect(await noticeOf(ida, await answerFor(ida))).toBe(notices["kommune-ingen-mail"]);
  });

  it("can change their mind there", async () => {
    municipality.next = null;
    const mette = visit(server.address);
    expect(await noticeOf(mette, await answerFor(mette))).toBe(notices["kommune-afbrudt"]);
  });

  it("gets an account of a password only after signing in to it", async () => {
    municipality.next = "boss";
    const stranger = visit(server.address);
    const answer = await answerFor(stranger);
    const back = await stranger.get(answer);
    expect(back.headers.get("location")).toBe("/log-ind?besked=kommune-har-kode&videre=%2Flog-ind%2Fkommune");
    expect((await stranger.get("/brobygger")).status).toBe(303);
    await stranger.signIn(demoEmail("brobygger"));
    expect(await signIn(stranger)).toBe("/brobygger");
    expect(await signIn(visit(server.address))).toBe("/brobygger");
  });

  it("comes in by an answer once, in the browser that asked, to the question that was asked", async () => {
    const mette = visit(server.address);
    const answer = await answerFor(mette);
    expect(await noticeOf(visit(server.address), answer)).toBe(notices["kommune-igen"]);
    const wrong = new URL(answer, server.address);
    wrong.searchParams.set("state", "another");
    const other = visit(server.address);
    await answerFor(other);
    expect(await noticeOf(other, wrong.pathname + wrong.search)).toBe(notices["kommune-igen"]);
    expect((await mette.get(answer)).headers.get("location")).toBe("/brobygger");
    expect(await noticeOf(mette, answer)).toBe(notices["kommune-igen"]);
  });

  it("cannot use an answer again even with the cookie of its question", async () => {
    const mette = visit(server.address);
    const begun = await mette.get("/log-ind/kommune");
    const cookie = begun.headers
      .getSetCookie()
      .map((each) => each.split(";")[0])
      .join("; ");
    const answer = await atTheMunicipality(begun.headers.get("location") ?? "");
    expect(
      (await fetch(server.address + answer, { headers: { cookie }, redirect: "manual" })).headers.get("location"),
    ).toBe("/brobygger");
    const again = await fetch(server.address + answer, { headers: { cookie }, redirect: "manual" });
    expect(again.headers.get("location")).toBe("/log-ind?besked=kommune-igen");
  });

  it("is asked for the second step, unless the directory says that it was passed there", async () => {
    const db = connect(join(folder.path, "faellesbro.db"));
    const before = readSetting(db, "secondFactor");
    writeSetting(db, "secondFactor", 1);
    try {
      expect(await signIn(visit(server.address))).toBe("/totrin");
      municipality.people["mette"] = { ...municipality.people["mette"], amr: ["pwd", "mfa"] };
      const mette = visit(server.address);
      expect(await signIn(mette)).toBe("/brobygger");
      expect((await mette.get("/brobygger")).status).toBe(200);
    } finally {
      writeSetting(db, "secondFactor", before);
      db.$client.close();
    }
  });

  it("who left the team has no desk from the next sign-in on, in any browser; who left the directory cannot sign in", async () => {
    const desk = visit(server.address);
    await signIn(desk);
    expect((await desk.get("/brobygger")).status).toBe(200);
    municipality.people["mette"] = { ...municipality.people["mette"], groups: ["alle"] };
    const home = visit(server.address);
    expect(await noticeOf(home, await answerFor(home))).toBe(notices["kommune-ingen-adgang"]);
    expect((await desk.get("/brobygger")).status).toBe(403);
    delete municipality.people["mette"];
    await expect(answerFor(visit(server.address))).rejects.toThrow("the municipality answered");
  });

  it("becomes no lead by an editor's rule alone, but when the team's lead has said yes to it", async () => {
    municipality.people["lone"] = {
      name: "Lone Bo",
      email: "lone@kommune.example",
      email_verified: true,
      groups: ["fb-leder"],
    };
    municipality.next = "lone";
    const editor = visit(server.address);
    await editor.signIn(demoEmail("editor"));
    const table = await editor.form(TABLE, "addRule");
    const rule = { claim: "groups", value: "fb-leder", access: `lead:${team}` };
    expect((await editor.send(table, rule)).headers.get("location")).toContain("besked=lederregel-foreslaaet");
    expect(plain(await (await editor.get(TABLE)).text())).toContain(directoryTexts.waits);
    for (const page of ["/redaktion", "/redaktion/mennesker", TABLE])
      expect(plain(await (await editor.get(page)).text()), page).toContain(leadTexts.waits);
    const own = await editor.form("/redaktion", "dropLeadRule");
    expect((await editor.post("/redaktion?_action=directory.confirmLeadRule", own.values)).status).toBe(422);
    const lone = visit(server.address);
    expect(await noticeOf(lone, await answerFor(lone))).toBe(notices["kommune-ingen-adgang"]);

    const lead = visit(server.address);
    await lead.signIn(demoEmail("lead"));
    const yes = await lead.send(await lead.form("/brobygger/fordel", "confirmLeadRule"), {});
    expect(yes.headers.get("location")).toContain("/brobygger/fordel?besked=lederregel-givet");
    expect(await signIn(visit(server.address))).toBe("/brobygger");
    const again = visit(server.address);
    await signIn(again);
    expect((await again.get("/brobygger/fordel")).status).toBe(200);
  });

  it("reads that it is away when it goes away on the way", async () => {
    const mette = visit(server.address);
    const answer = await answerFor(mette);
    await municipality.stop();
    expect(await noticeOf(mette, answer)).toBe(notices["kommune-svarer-ikke"]);
  });
});

it("Whoever could not come in from the municipality stands in the audit trail as a failed sign-in, without what the directory said of them", async () => {
  await server.stop();
  const db = connect(join(folder.path, "faellesbro.db"));
  const failures = db.select().from(audit).where(eq(audit.kind, "sign-in-failed")).all();
  const boss = db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.email, demoEmail("brobygger")))
    .get();
  db.$client.close();
  const countOf = (some: typeof failures) => some.reduce((sum, { detail }) => sum + Number(detail["count"]), 0);
  expect(countOf(failures)).toBe(11);
  expect(countOf(failures.filter(({ subjectId }) => subjectId === boss?.id))).toBe(1);
  expect(new Set(failures.flatMap(({ detail }) => Object.keys(detail)))).toEqual(new Set(["count"]));
});

/** Signs in by the municipality; answers where that leads. */
async function signIn(somebody: Visitor, wanted?: string): Promise<string | null> {
  return (await somebody.get(await answerFor(somebody, wanted))).headers.get("location");
}

/** Path and query with which the municipality sends somebody back. */
async function answerFor(somebody: Visitor, wanted = ""): Promise<string> {
  const begun = await somebody.get(`/log-ind/kommune${wanted ? `?videre=${encodeURIComponent(wanted)}` : ""}`);
  return atTheMunicipality(begun.headers.get("location") ?? "");
}

/** Follows the municipality's own pages in a browser that it does not know, until it sends back to the site. */
async function atTheMunicipality(address: string): Promise<string> {
  const there = visit(municipality.issuer);
  for (let at = new URL(address), steps = 0; steps < 10; steps++) {
    const page = await there.get(at.pathname + at.search);
    const location = page.headers.get("location");
    if (!location) throw new Error(`the municipality answered ${page.status}: ${(await page.text()).slice(0, 300)}`);
    at = new URL(location, municipality.issuer);
    if (at.origin === server.address) return at.pathname + at.search;
  }
  throw new Error("the municipality never sent back");
}

/** What the page says to which an address leads. */
async function noticeOf(somebody: Visitor, address: string): Promise<string | undefined> {
  const location = (await somebody.get(address)).headers.get("location") ?? "";
  const page = plain(await (await somebody.get(location)).text());
  return Object.values(notices).find((notice) => page.includes(notice));
}
