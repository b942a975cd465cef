import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { memberships, type Role } from "../../db/schema.ts";
import { invite } from "../../src/accounts/invitations.ts";
import { listMembers } from "../../src/accounts/members.ts";
import { membershipFor, removeMembership } from "../../src/accounts/membership.ts";
import { placesToInviteTo } from "../../src/accounts/places-to-invite.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { viewerOf } from "../../src/accounts/access.ts";
import { asContactOfTeam } from "../../src/organisations/of-team.ts";
import { addOrganisation, addPerson, newBox, NOW, openTown, refusalOf, TEAM } from "../world.ts";

let db: OpenDb;
let editor: Viewer;
let lis: Viewer;
beforeEach(() => {
  db = openTown();
  addOrganisation(db, "Ajax");
  editor = addPerson(db, "Rie", "editor");
  lis = addPerson(db, "Lis", "contact", "ajax");
});

test("An editor sees who has access to what, and who has not come in yet; nobody else does", () => {
  invite(db, newBox(), editor, { email: "bo@bro.example", name: "Bo", role: "brobygger", scope: "folkesundhed" }, NOW);
  expect(listMembers(db, editor).rows).toMatchObject([
    { name: "Bo", invited: true, memberships: [{ role: "brobygger", scopeName: "Folkesundhed Aarhus" }] },
    { name: "Lis", invited: false, memberships: [{ role: "contact", scopeName: "Ajax" }] },
    { name: "Rie", invited: false, memberships: [{ role: "editor", scopeName: "" }] },
    { name: "Vibeke", invited: false, memberships: [{ role: "brobygger", scopeName: "Folkesundhed Aarhus" }] },
  ]);
  expect(listMembers(db, lis)).toMatchObject({ rows: [], total: 0 });
  expect(membershipFor(db, lis, { userId: "rie", role: "editor", scope: "" })).toBeNull();
  expect(placesToInviteTo(db, lis).places).toEqual([]);
});

test("An editor finds a person by name, address, role or place, a page at a time", () => {
  for (let at = 10; at < 40; at++) addPerson(db, `Øjvind ${at}`, "contact", "ajax");
  const found = (sought: string, roles: Role[] = []) =>
    listMembers(db, editor, { sought, roles }).rows.map(({ name }) => name);
  expect(found("ØJVIND 3")).toHaveLength(10);
  expect(found("rie@bro")).toEqual(["Rie"]);
  expect(found("ajax")).toHaveLength(25);
  expect(found("redaktør", ["editor"])).toEqual(["Rie"]);
  expect(found("%")).toEqual([]);
  expect(listMembers(db, editor, { page: 2 })).toMatchObject({ page: 2, pages: 2, total: 33 });
  for (const page of [1, 2])
    expect(listMembers(db, editor, { sought: "øjvind", page })).toMatchObject({ page, pages: 2, total: 30 });
  expect(listMembers(db, editor, { sought: "øjvind", page: 9 }).rows.map(({ name }) => name)).toEqual(
    [35, 36, 37, 38, 39].map((at) => `Øjvind ${at}`),
  );
  expect(listMembers(db, editor, { sought: "ingen", page: 9 })).toMatchObject({
    rows: [],
    page: 1,
    pages: 1,
    total: 0,
  });
  expect(listMembers(db, editor, { page: 2 }).rows.at(-1)?.memberships).toMatchObject([
    { role: "contact", scopeName: "Ajax" },
  ]);
});

test("Of very many organisations an editor invites to the one she came from", () => {
  expect(placesToInviteTo(db, editor).places.filter(({ role }) => role === "contact")).toHaveLength(1);
  for (let at = 0; at < 300; at++) addOrganisation(db, `Klub ${at}`);
  const { places, isCut } = placesToInviteTo(db, editor, "ajax");
  expect(isCut).toBe(true);
  expect(places.filter(({ role }) => role === "contact")).toEqual([
    { role: "contact", scope: "ajax", scopeName: "Ajax" },
  ]);
});

test("A role that is taken away is gone at once; the person and other roles stay", () => {
  invite(db, newBox(), editor, { email: lis.email, name: "Lis", role: "brobygger", scope: "folkesundhed" }, NOW);
  removeMembership(db, editor, { userId: lis.id, role: "contact", scope: "ajax" }, NOW);
  expect(viewerOf(db, lis.id)?.memberships).toEqual([{ role: "brobygger", scope: "folkesundhed" }]);
});

test("The last editor stays editor; of two, one can go", () => {
  const held = { userId: editor.id, role: "editor" as const, scope: "" };
  expect(refusalOf(() => removeMembership(db, editor, held, NOW))).toBe("lastEditor");
  addPerson(db, "Ida", "editor");
  db.$client.prepare("UPDATE users SET password_hash = NULL WHERE id = 'ida'").run();
  expect(
    refusalOf(() => removeMembership(db, editor, held, NOW)),
    "Ida was only invited",
  ).toBe("lastEditor");
  db.$client.prepare("UPDATE users SET password_hash = 'x' WHERE id = 'ida'").run();
  removeMembership(db, editor, held, NOW);
  expect(viewerOf(db, editor.id)?.memberships).toEqual([]);
});

test("Nobody but an editor takes access away", () => {
  expect(refusalOf(() => removeMembership(db, lis, { userId: editor.id, role: "editor", scope: "" }, NOW))).toBe(
    "notYours",
  );
});

test("Who leaves a team leaves the desk of its own groups, but not while another role in it is held", () => {
  const held = (userId: string) =>
    viewerOf(db, userId)
      ?.memberships.map(({ role, scope }) => `${role} ${scope}`)
      .sort();
  const bo = addPerson(db, "Bo");
  addPerson(db, "Ida");
  for (const one of [bo, { ...bo, id: "ida" }]) asContactOfTeam(db, one, TEAM, NOW);
  db.insert(memberships).values({ userId: "bo", role: "lead", scope: TEAM, createdAt: NOW }).run();
  removeMembership(db, editor, { userId: "bo", role: "brobygger", scope: TEAM }, NOW);
  expect(held("bo")).toEqual([`contact hold-${TEAM}`, `lead ${TEAM}`]);
  removeMembership(db, editor, { userId: "bo", role: "lead", scope: TEAM }, NOW);
  expect(held("bo")).toEqual([]);
  expect(held("ida")).toEqual([`brobygger ${TEAM}`, `contact hold-${TEAM}`]);
});
