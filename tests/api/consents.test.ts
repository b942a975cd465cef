import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { refusals } from "../../src/texts/refusals.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, type Form, formsIn, plain, visit, type Visitor } from "../harness/visitor.ts";

const folder = temporaryFolder("consents");
const OWN = "Når du trykker, ringer en frivillig fra centret til dig.";
const GENERAL = "Når du trykker, siger du ja til, at en brobygger ringer";
let server: RunningServer;
let editor: Visitor;
let ownPage: string;

beforeAll(async () => {
  server = await startServer(folder.path);
  editor = visit(server.address);
  await editor.signIn(demoEmail("editor"));
  const teams = await (await editor.get("/redaktion/hold")).text();
  ownPage = `${/\/redaktion\/ansvarlig\/(?!ny)[\w-]+/.exec(teams)?.[0]}/samtykke`;
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const textOf = async (visitor: Visitor, path: string) => plain(await (await visitor.get(path)).text());
const helpForm = (html: string): Form => {
  const found = formsIn(html).find(({ action }) => action.includes("referrals.ask"));
  if (!found) throw new Error("no form for help");
  return found;
};
const someone = { name: "Kirsten Sørensen", phone: "20 30 40 51" };

/** Which wording each yes was given to: those of the newest case first. */
function versionsOfNewest(): string[] {
  const db = connect(join(folder.path, "faellesbro.db"));
  const said = db.$client
    .prepare(
      `SELECT t.text FROM consents c JOIN consent_texts t ON t.kind = c.kind AND t.version = c.version
       WHERE c.case_id = (SELECT id FROM cases ORDER BY created_at DESC, rowid DESC LIMIT 1)`,
    )
    .pluck()
    .all();
  db.$client.close();
  return said.map(String);
}

describe("An editor's page of one controller's words", () => {
  it("is reached from the controller, shows the general words where there are no own, and keeps what is typed", async () => {
    expect(await textOf(editor, ownPage.replace("/samtykke", ""))).toContain("Det siger borgeren ja til hos");
    const form = await editor.form(ownPage, "saveOwnConsents");
    expect(form.values["call-and-store"]).toEqual([""]);
    expect(await textOf(editor, ownPage)).toContain(`Ellers gælder: ${GENERAL}`);
    expect((await editor.send(form, { "call-and-store": "x".repeat(1001) })).status).toBe(422);
    expect((await editor.send(form, { "call-and-store": OWN })).status).toBe(303);
    expect((await editor.form(ownPage, "saveOwnConsents")).values["call-and-store"]).toEqual([OWN]);
    expect((await editor.form("/redaktion/samtykke", "saveConsents")).values["call-and-store"]?.[0]).toContain(GENERAL);
  });

  it("is not there for a controller that nobody wrote down, and not for others than editors", async () => {
    expect((await editor.get("/redaktion/ansvarlig/findes-ikke/samtykke")).status).toBe(404);
    const lead = visit(server.address);
    await lead.signIn(demoEmail("lead"));
    expect((await lead.get(ownPage)).status).toBe(403);
  });
});

describe("A citizen without JavaScript", () => {
  it("who chooses between two teams reads the words of each, and says yes to those of the one that is chosen", async () => {
    const citizen = visit(server.address);
    const page = await (await citizen.get("/hjaelp?omraade=hasle")).text();
    expect(plain(page)).toContain(OWN);
    expect(plain(page)).toContain(GENERAL);
    const form = helpForm(page);
    expect((await citizen.send(form, someone)).status).toBe(303);
    expect(versionsOfNewest()).toEqual([OWN]);
  });

  it("whose area sends the request to somebody else reads their words before the yes is taken", async () => {
    const citizen = visit(server.address);
    const first = await (await citizen.get("/hjaelp")).text();
    expect(plain(first)).not.toContain(OWN);
    const back = await citizen.send(helpForm(first), { ...someone, phone: "20 30 40 52", omraade: "hasle" });
    expect(back.status).toBe(422);
    const second = await back.text();
    expect(plain(second)).toContain(refusals.otherWords);
    expect(plain(second)).toContain(OWN);
    expect(helpForm(second).values["name"]).toEqual([someone.name]);
    expect((await citizen.send(helpForm(second), {})).status).toBe(303);
    expect(versionsOfNewest()).toEqual([OWN]);
  });

  it("reads the general words again when the own ones were emptied", async () => {
    const form = await editor.form(ownPage, "saveOwnConsents");
    expect((await editor.send(form, { "call-and-store": "" })).status).toBe(303);
    expect(await textOf(editor, ownPage)).toContain(OWN);
    const citizen = visit(server.address);
    const page = await (await citizen.get("/hjaelp?omraade=hasle")).text();
    expect(plain(page)).not.toContain(OWN);
    expect((await citizen.send(helpForm(page), { ...someone, phone: "20 30 40 53" })).status).toBe(303);
    expect(versionsOfNewest()[0]).toContain(GENERAL);
  });
});
