import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { invite } from "../../src/accounts/invitations.ts";
import { listMembers, membershipFor, placesToInviteTo, removeMembership } from "../../src/accounts/members.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { viewerOf } from "../../src/accounts/session.ts";
import { addOrganisation, addPerson, newBox, NOW, openTown, refusalOf } from "./people.ts";

let db: OpenDb;
let editor: Viewer;
let lis: Viewer;
beforeEach(async () => {
  db = openTown();
  addOrganisation(db, "Ajax");
  editor = await addPerson(db, "Rie", "editor");
  lis = await addPerson(db, "Lis", "contact", "ajax");
});

test("An editor sees who has access to what, and who has not come in yet; nobody else does", () => {
  invite(db, newBox(), editor, { email: "bo@bro.example", name: "Bo", role: "brobygger", scope: "folkesundhed" }, NOW);
  expect(listMembers(db, editor)).toMatchObject([
    { name: "Bo", invited: true, memberships: [{ role: "brobygger", scopeName: "Folkesundhed Aarhus" }] },
    { name: "Lis", invited: false, memberships: [{ role: "contact", scopeName: "Ajax" }] },
    { name: "Rie", invited: false, memberships: [{ role: "editor", scopeName: "" }] },
  ]);
  expect(listMembers(db, lis)).toEqual([]);
  expect(membershipFor(db, lis, { userId: "rie", role: "editor", scope: "" })).toBeNull();
  expect(placesToInviteTo(db, lis)).toEqual([]);
});

test("A role that is taken away is gone at once; the person and other roles stay", () => {
  invite(db, newBox(), editor, { email: lis.email, name: "Lis", role: "brobygger", scope: "folkesundhed" }, NOW);
  removeMembership(db, editor, { userId: lis.id, role: "contact", scope: "ajax" }, NOW);
  expect(viewerOf(db, lis.id)?.memberships).toEqual([{ role: "brobygger", scope: "folkesundhed" }]);
});

test("The last editor stays editor; of two, one can go", async () => {
  const held = { userId: editor.id, role: "editor" as const, scope: "" };
  expect(await refusalOf(() => removeMembership(db, editor, held, NOW))).toBe("lastEditor");
  await addPerson(db, "Ida", "editor");
  removeMembership(db, editor, held, NOW);
  expect(viewerOf(db, editor.id)?.memberships).toEqual([]);
});

test("Nobody but an editor takes access away", async () => {
  expect(await refusalOf(() => removeMembership(db, lis, { userId: editor.id, role: "editor", scope: "" }, NOW))).toBe("notYours");
});
