import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connect } from "../../db/client.ts";
import { writeSetting } from "../../db/settings.ts";
import { DAY } from "../../src/shared/time.ts";
import { type RunningServer, startServer, temporaryFolder } from "../harness/server.ts";
import { visit } from "../harness/visitor.ts";

const folder = temporaryFolder("security");
let server: RunningServer;
beforeAll(async () => {
  server = await startServer(folder.path);
});
afterAll(async () => {
  await server?.stop();
  folder.remove();
});

const asked = () => visit(server.address).get("/.well-known/security.txt");

it("Somebody who found a weakness is sent to nobody, until an editor has said who reads it", async () => {
  expect((await asked()).status).toBe(404);
  const db = connect(join(folder.path, "faellesbro.db"));
  writeSetting(db, "securityContact", "sikkerhed@kommune.example");
  const text = await (await asked()).text();
  expect(text).toContain("Contact: mailto:sikkerhed@kommune.example\n");
  const left = Date.parse(/^Expires: (.*)$/m.exec(text)?.[1] ?? "") - Date.now();
  expect(left).toBeGreaterThan(90 * DAY);
  expect(left).toBeLessThan(365 * DAY);
  writeSetting(db, "securityContact", "https://kommune.example/sikkerhed");
  expect(await (await asked()).text()).toContain("Contact: https://kommune.example/sikkerhed\n");
  writeSetting(db, "securityContact", "spørg i receptionen");
  expect((await asked()).status).toBe(404);
  db.$client.close();
});
