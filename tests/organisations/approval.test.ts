import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { memberships, organisations, outboxLog } from "../../db/schema.ts";
import { admit } from "../../src/accounts/invitations.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { approve, reject } from "../../src/organisations/approval.ts";
import { countOrganisations, listOrganisations, organisationFor } from "../../src/organisations/queries.ts";
import { askToJoin, knownOrganisation, register } from "../../src/organisations/sign-up.ts";
import { addActivity, addOrganisation, addPerson, newBox, NOW, openTown, refusalOf, waitingLetters } from "../world.ts";

let db: OpenDb;
let box: MailBox;
let editor: Viewer;
beforeEach(() => {
  db = openTown();
  box = newBox();
  editor = addPerson(db, "Rie", "editor");
});

const CVR = "55133018";
const stateOf = (id: string) => db.select().from(organisations).where(eq(organisations.id, id)).get();
const changed = () =>
  db
    .select()
    .from(outboxLog)
    .all()
    .map((row) => row.activityId);

test("An association that signs up waits for an editor; its contact gets a link in a mail that holds nothing of what was typed", () => {
  const id = db.transaction((tx) => {
    const registered = register(tx, { name: "Åby Gåklub", cvr: CVR }, NOW);
    admit(tx, box, { email: "bo@bro.example", name: "Bo", role: "contact", scope: registered }, "signed-up", NOW);
    return registered;
  });
  expect(stateOf(id)).toMatchObject({ slug: "aaby-gaaklub", state: "pending", cvr: CVR });
  const [letter, ...others] = waitingLetters(db, box);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({ to: "bo@bro.example", kind: "invitation" });
  expect(letter?.text).toContain("Tak, fordi I vil være med");
  expect(letter?.text).not.toMatch(/Åby|Bo\b/);
});

test("An association that is here already is told so, by name or CVR number, unless it says that it is another or we had said no", () => {
  const first = register(db, { name: "Gåklub", cvr: CVR }, NOW);
  expect(refusalOf(() => register(db, { name: " gåKLUB", cvr: null }, NOW))).toBe("organisation: organisationKnown");
  expect(stateOf(register(db, { name: "Gåklub", cvr: null, isOther: true }, NOW))?.slug).toBe("gaaklub-2");
  expect(refusalOf(() => register(db, { name: "Gåklub 3", cvr: CVR, isOther: true }, NOW))).toBe(
    "cvr: organisationKnown",
  );
  reject(db, box, editor, first, "Kom igen", NOW);
  expect(stateOf(register(db, { name: "Gåklub 3", cvr: CVR }, NOW))?.state).toBe("pending");
});

test("Somebody whose association is here asks to be let in: its contacts are written to, else the editors, each with the way to say yes", () => {
  const ajax = addOrganisation(db, "Ajax");
  const known = knownOrganisation(db, { name: "AJAX", cvr: null });
  expect(known?.id).toBe(ajax);
  askToJoin(db, box, ajax, { name: "Bo Nielsen", email: "bo@bro.example" }, NOW);
  admit(db, box, { email: "ny@bro.example", name: "Ny", role: "contact", scope: ajax }, "signed-up", NOW);
  addPerson(db, "Lis", "contact", ajax);
  askToJoin(db, box, ajax, { name: "Bo Nielsen", email: "bo@bro.example" }, NOW);
  const letters = waitingLetters(db, box).filter(({ kind }) => kind === "organisation-wanted");
  expect(letters.map(({ to }) => to)).toEqual(["rie@bro.example", "lis@bro.example"]);
  expect(letters[1]?.text).toContain("Bo Nielsen (bo@bro.example) vil gerne skrive aktiviteter for Ajax.");
  expect(letters[1]?.text).toContain(`https://bro.example/forening/kontakter/${ajax}`);
  expect(organisationFor(db, editor, ajax)?.contacts.map(({ name }) => name)).not.toContain("Bo Nielsen");
});

test("An editor approves: the activities go to the search, each contact gets one mail, and doing it again does nothing", () => {
  const id = addOrganisation(db, "Ajax", "pending");
  addPerson(db, "Lis", "contact", id);
  addPerson(db, "Bo", "contact", id);
  addActivity(db, { id: "a1", organisationId: id });
  addActivity(db, { id: "a2", organisationId: id });
  approve(db, box, editor, id, NOW);
  approve(db, box, editor, id, NOW + 1);
  expect(stateOf(id)).toMatchObject({ state: "approved", decidedBy: editor.id, decidedAt: NOW });
  expect(changed()).toEqual(["a1", "a2"]);
  expect(waitingLetters(db, box).map(({ to, kind }) => [to, kind])).toEqual([
    ["lis@bro.example", "organisation-approved"],
    ["bo@bro.example", "organisation-approved"],
  ]);
});

test("An editor says no in own words, which the contact reads; later it may still become a yes", () => {
  const id = addOrganisation(db, "Ajax", "pending");
  addPerson(db, "Lis", "contact", id);
  addActivity(db, { id: "a1", organisationId: id });
  reject(db, box, editor, id, "Vi mangler en kontaktperson.\nSkriv gerne igen.", NOW);
  expect(stateOf(id)).toMatchObject({
    state: "rejected",
    decisionText: "Vi mangler en kontaktperson.\nSkriv gerne igen.",
  });
  expect(waitingLetters(db, box)[0]?.text).toContain("Vi mangler en kontaktperson.\nSkriv gerne igen.");
  approve(db, box, editor, id, NOW);
  expect(stateOf(id)).toMatchObject({ state: "approved", decisionText: null });
  expect(changed()).toEqual(["a1", "a1"]);
});

test("Nobody but an editor decides, not even the organisation's own contact", () => {
  const id = addOrganisation(db, "Ajax", "pending");
  const lis = addPerson(db, "Lis", "contact", id);
  expect(refusalOf(() => approve(db, box, lis, id, NOW))).toBe("notYours");
  expect(refusalOf(() => reject(db, box, lis, id, "nej", NOW))).toBe("notYours");
  expect(refusalOf(() => approve(db, box, editor, "findes-ikke", NOW))).toBe("unknown");
  expect(stateOf(id)?.state).toBe("pending");
});

test("An editor sees all organisations, those that wait first, with counts; a contact sees only her own", () => {
  const ajax = addOrganisation(db, "Ajax");
  addOrganisation(db, "Åben Dør");
  addOrganisation(db, "Zebra", "pending");
  const lis = addPerson(db, "Lis", "contact", ajax);
  addActivity(db, { id: "a1", organisationId: ajax });
  addActivity(db, { id: "a2", organisationId: ajax, state: "draft" });
  const { rows } = listOrganisations(db, editor);
  expect(rows.map(({ name }) => name)).toEqual(["Zebra", "Ajax", "Åben Dør"]);
  expect(rows[1]).toMatchObject({ published: 1, activities: 2, contacts: 1 });
  expect(listOrganisations(db, editor, { state: "pending" }).rows.map(({ name }) => name)).toEqual(["Zebra"]);
  expect(listOrganisations(db, editor, { sought: "åben" }).rows.map(({ name }) => name)).toEqual(["Åben Dør"]);
  expect(countOrganisations(db)).toEqual({ pending: 1, approved: 2, rejected: 0 });
  expect(listOrganisations(db, lis)).toMatchObject({ rows: [], total: 0 });
  expect(organisationFor(db, lis, ajax)?.contacts).toMatchObject([{ name: "Lis" }]);
  expect(organisationFor(db, lis, "zebra")).toBeNull();
  expect(db.select().from(memberships).all()).toHaveLength(3);
});

test("Organisations come a page at a time: those that wait over all the first pages, then the others in the order of the Danish alphabet", () => {
  for (let at = 0; at < 30; at++) addOrganisation(db, `Venter ${String(at).padStart(2, "0")}`, "pending");
  for (const name of ["Østerbo", "Åbyhøj", "Ærø", "Zebra", "abe"]) addOrganisation(db, name);
  expect(listOrganisations(db, editor)).toMatchObject({ page: 1, pages: 2, total: 35 });
  const second = listOrganisations(db, editor, { page: 2 }).rows.map(({ name }) => name);
  expect(second).toEqual([
    "Venter 25",
    "Venter 26",
    "Venter 27",
    "Venter 28",
    "Venter 29",
    "abe",
    "Zebra",
    "Ærø",
    "Østerbo",
    "Åbyhøj",
  ]);
  expect(new Set([...listOrganisations(db, editor).rows.map(({ name }) => name), ...second]).size).toBe(35);
});
