import { createHash } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textOfPdf } from "../harness/pdf-text.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { demoEmail, visit, type Visitor } from "../harness/visitor.ts";
import { caseDeeds } from "../../src/texts/case-deeds.ts";
import { refusals } from "../../src/texts/refusals.ts";

const folder = temporaryFolder("course");
let server: RunningServer;
let maria: Visitor;
let id: string;
let reference: string;
beforeAll(async () => {
  server = await startServer(folder.path);
  ({ id, reference } = read<{ id: string; reference: string }>(
    `SELECT c.id, c.reference FROM cases c JOIN users u ON u.id = c.brobygger_id
     WHERE u.email = ? AND c.state = 'closed' AND c.wrapped_key IS NOT NULL AND c.delivered_at IS NULL`,
    demoEmail("brobygger"),
  ));
  maria = visit(server.address);
  await maria.signIn(demoEmail("brobygger"));
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

function read<Row>(sql: string, ...values: string[]): Row {
  const db = new Database(join(folder.path, "faellesbro.db"), { readonly: true });
  try {
    return db.prepare(sql).get(...values) as Row;
  } finally {
    db.close();
  }
}

const files = () => [`/brobygger/sag/${id}/forloeb.json`, `/brobygger/sag/${id}/forloeb.pdf`];
const bytesOf = async (path: string) => new Uint8Array(await (await maria.get(path)).arrayBuffer());
const readings = () => read<{ many: number }>("SELECT count(*) AS many FROM case_readings WHERE case_id = ?", id).many;

describe("A course as a file", () => {
  it("is fetched by whoever has the case, kept nowhere on the way, and each fetching is a reading", async () => {
    for (const [path, type] of [
      [files()[0], "application/json; charset=utf-8"],
      [files()[1], "application/pdf"],
    ]) {
      const before = readings();
      const answer = await maria.get(path ?? "");
      expect(answer.status).toBe(200);
      expect(answer.headers.get("content-type")).toBe(type);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("content-disposition")).toContain(`${reference}.`);
      expect(readings()).toBe(before + 1);
    }
    expect(textOfPdf(await bytesOf(files()[1] ?? ""))).toContain(`Forløb ${reference}`);
  });

  it.each(["nobody", "contact", "lead", "editor", "data-officer"])("is not for somebody else: %s", async (role) => {
    const visitor = visit(server.address);
    if (role !== "nobody") await visitor.signIn(demoEmail(role));
    const before = readings();
    for (const path of files()) expect((await visitor.get(path)).status).not.toBe(200);
    expect(readings()).toBe(before);
  });

  it("bears the digest that stands on the case's page once it was handed over", async () => {
    const [json = "", pdf = ""] = await Promise.all(
      files().map(async (path) =>
        createHash("sha256")
          .update(await bytesOf(path))
          .digest("hex"),
      ),
    );
    const page = `/brobygger/sag/${id}`;
    const form = await maria.form(page, "deliver");
    const late = await maria.send(form, { seen: "1" });
    expect(await late.text()).toContain(refusals.newInCase);
    expect((await maria.send(form, {})).status).toBe(303);
    const shown = await (await maria.get(page)).text();
    expect(shown).toContain(caseDeeds.receiptTitle);
    expect(shown).toContain(json);
    expect(shown).toContain(pdf);
  });
});
