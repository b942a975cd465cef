import { beforeEach, expect, test } from "vitest";
import { forgetAudit, noteAudit } from "../../db/audit.ts";
import type { OpenDb } from "../../db/client.ts";
import { audit } from "../../db/schema.ts";
import { openFailedSignIns, writeFailed } from "../../src/accounts/failed-sign-ins.ts";
import { invite } from "../../src/accounts/invitations.ts";
import { removeMembership } from "../../src/accounts/membership.ts";
import { has, type Viewer } from "../../src/accounts/roles.ts";
import { startSession } from "../../src/accounts/session.ts";
import { viewerOf } from "../../src/accounts/access.ts";
import { readTrail, trailFilterIn, trailPeople, trailSheet } from "../../src/accounts/trail.ts";
import { saveSettings } from "../../src/editing/settings.ts";
import { auditKinds } from "../../src/texts/trail.ts";
import { storeOf } from "../harness/store.ts";
import { addOrganisation, addPerson, DAY, newBox, NOW, openTown } from "../world.ts";

const ALL = trailFilterIn(new URLSearchParams());
let db: OpenDb;
let editor: Viewer;
let officer: Viewer;
beforeEach(() => {
  db = openTown();
  addOrganisation(db, "Ajax");
  editor = addPerson(db, "Rie", "editor");
  officer = addPerson(db, "Dorte", "data-officer");
});

const lines = (query = "") => readTrail(db, officer, trailFilterIn(new URLSearchParams(query)), 1).lines;
const said = () => lines().map(({ what, by, to, more }) => [what, by, to, more].filter(Boolean).join(" | "));

test("A data officer reads who was given and lost access, by whom, in words", () => {
  const lis = addPerson(db, "Lis", "contact", "ajax");
  invite(db, newBox(), editor, { email: lis.email, name: "Lis", role: "brobygger", scope: "folkesundhed" }, NOW);
  removeMembership(db, editor, { userId: lis.id, role: "contact", scope: "ajax" }, NOW + 1);
  removeMembership(db, editor, { userId: lis.id, role: "contact", scope: "ajax" }, NOW + 2);
  expect(said()).toEqual([
    "Adgang taget væk | Rie | Lis | kontaktperson for Ajax",
    "Adgang givet | Rie | Lis | brobygger for Folkesundhed Aarhus",
  ]);
});

test("A setting stands there as it was and as it is; of a key only that it changed, and nothing when it did not", () => {
  saveSettings(
    db,
    editor,
    [
      { key: "promiseDays", value: 5 },
      { key: "addressKey", value: "hemmelig-noegle" },
      { key: "deskHours", value: 12 },
    ],
    NOW,
  );
  expect(said()).toHaveLength(2);
  expect(said().join()).toContain("Vi ringer inden for så mange hverdage. Fra: 3. Til: 5.");
  expect(JSON.stringify(db.select().from(audit).all())).not.toContain("hemmelig-noegle");
});

test("A sign-in shows where; failures are counted, and an address that nobody has is not told", async () => {
  await startSession(
    storeOf(db),
    editor.id,
    { cookieHeader: null, userAgent: "Firefox/130 Windows", secondStep: true },
    false,
    NOW,
  );
  const failed = openFailedSignIns();
  for (let n = 0; n < 7; n++) failed.add(db, editor.email, NOW);
  for (let n = 0; n < 3; n++) failed.add(db, "fremmed@ukendt.example", NOW);
  writeFailed(db, failed.take());
  expect(failed.take().size).toBe(0);
  expect(said()).toEqual([
    "Kunne ikke logge ind | Ukendt | 3 gange",
    "Kunne ikke logge ind | Ukendt | Rie | 7 gange",
    "Logget ind | Rie | Firefox på Windows, i to trin",
  ]);
  expect(JSON.stringify(db.select().from(audit).all())).not.toContain("fremmed");
});

test("Nobody but a data officer reads it: not an editor, who stands in it, nor a lead", async () => {
  const lead = addPerson(db, "Bente", "lead", "folkesundhed");
  noteAudit(db, { kind: "signed-in", by: editor.id, to: editor.id }, NOW);
  for (const viewer of [editor, lead, null]) {
    expect(readTrail(db, viewer, ALL, 1)).toMatchObject({ lines: [], total: 0 });
    expect(trailPeople(db, viewer)).toEqual([]);
    expect(await trailSheet(storeOf(db), viewer, ALL, NOW)).toBeNull();
  }
});

test("An editor invites a data officer, and that stands in the trail that the editor cannot read", () => {
  invite(db, newBox(), editor, { email: "ny@bro.example", name: "Ny", role: "data-officer", scope: "" }, NOW);
  const [row] = db.select().from(audit).all();
  expect(has(viewerOf(db, row?.subjectId ?? ""), "data-officer")).toBe(true);
  expect(said()).toEqual(["Adgang givet | Rie | Ny | databeskyttelsesrådgiver"]);
});

test("The trail is filtered by kind, person and days, both included, and nonsense in the address asks for all", () => {
  noteAudit(db, { kind: "signed-in", by: editor.id, to: editor.id }, Date.UTC(2026, 10, 23, 22, 59));
  noteAudit(db, { kind: "signed-out", by: editor.id, to: editor.id }, Date.UTC(2026, 10, 23, 23));
  noteAudit(db, { kind: "second-factor-lifted", by: editor.id, to: officer.id }, Date.UTC(2026, 10, 24, 22, 59));
  noteAudit(db, { kind: "signed-in", by: officer.id, to: officer.id }, Date.UTC(2026, 10, 24, 23));
  expect(lines("fra=2026-11-24&til=2026-11-24").map(({ when }) => when)).toEqual([
    "2026-11-24 23:59",
    "2026-11-24 00:00",
  ]);
  expect(lines(`hvem=${officer.id}`)).toHaveLength(2);
  expect(lines("hvad=signed-in")).toHaveLength(2);
  expect(lines("hvad=x&fra=i+g%C3%A5r&til=2026-13-99")).toHaveLength(4);
  expect(trailPeople(db, officer).map(({ name }) => name)).toEqual(["Dorte", "Rie"]);
});

test("A long trail comes in pages, and beyond the last is the last", () => {
  for (let n = 0; n < 120; n++) noteAudit(db, { kind: "signed-in", by: editor.id }, NOW + n * 60_000);
  expect(readTrail(db, officer, ALL, 1)).toMatchObject({ total: 120, pages: 3 });
  expect(readTrail(db, officer, ALL, 99)).toMatchObject({ page: 3 });
  expect(readTrail(db, officer, ALL, 3).lines).toHaveLength(20);
});

test("As a sheet it runs no formula, and that it was taken out stands in it", async () => {
  noteAudit(db, { kind: "command", detail: { command: '=HYPERLINK("http://ond.example")' } }, NOW);
  const sheet = (await trailSheet(storeOf(db), officer, ALL, NOW)) ?? "";
  expect(sheet).toContain(`"'=HYPERLINK(""http://ond.example"")"`);
  expect(said()[0]).toBe("Data hentet ud | Dorte | Sporet som regneark");
});

test("Nobody can change the trail, nor take a line out of it before its time", async () => {
  noteAudit(db, { kind: "signed-in", by: editor.id }, NOW - 400 * DAY);
  noteAudit(db, { kind: "signed-in", by: editor.id }, NOW - 100 * DAY);
  noteAudit(db, { kind: "signed-in", by: editor.id }, NOW);
  expect(() => db.update(audit).set({ at: 0 }).run()).toThrow("never changed");
  expect(() => db.delete(audit).run()).toThrow("half a year");
  expect(db.select().from(audit).all()).toHaveLength(3);
});

test("What is older than the setting goes, and a setting that is too short takes no more than the half year allows", () => {
  for (const days of [800, 400, 200, 100, 0]) noteAudit(db, { kind: "signed-in", by: editor.id }, NOW - days * DAY);
  expect(forgetAudit(db, NOW - 720 * DAY)).toBe(1);
  expect(forgetAudit(db, NOW)).toBe(2);
  expect(lines()).toHaveLength(2);
});

test("Every kind has words of its own", () => {
  expect(new Set(Object.values(auditKinds)).size).toBe(Object.keys(auditKinds).length);
});
