import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { memberships, users } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import type { DirectoryPerson } from "../../src/accounts/directory.ts";
import { addRule, removeRule, listRules, rolesOf } from "../../src/accounts/claim-rules.ts";
import { forgetPerson, recognise, takeBackUnseen, UNSEEN_DAYS } from "../../src/accounts/directory-people.ts";
import { invite } from "../../src/accounts/invitations.ts";
import { may, type Viewer } from "../../src/accounts/roles.ts";
import { readSession, startSession } from "../../src/accounts/session.ts";
import { viewerOf } from "../../src/accounts/access.ts";
import { storeOf } from "../harness/store.ts";
import { addPerson, DAY, newBox, NOW, openTown, refusalOf } from "../world.ts";

let db: OpenDb;
let editor: Viewer;
beforeEach(() => {
  db = openTown();
  editor = addPerson(db, "Rikke", "editor");
  addRule(db, editor, { claim: "groups", value: "fb-brobygger", role: "brobygger", scope: "folkesundhed" }, NOW);
});

const mette = (over: Partial<DirectoryPerson> = {}): DirectoryPerson => ({
  issuer: "https://login.kommune.example",
  subject: "mette-1",
  name: "Mette Holm",
  email: "mette@bro.example",
  claims: { groups: ["alle", "fb-brobygger"] },
  secondStep: false,
  ...over,
});
const nothing = { claims: { groups: ["alle"] } };
const BY_DIRECTORY = { secondStepAt: null, directory: true };
const comes = () => recognise(db, null, mette(), NOW) as string;
const rolesIn = (id: string, shown: { secondStepAt: number | null; directory: boolean } = BY_DIRECTORY) =>
  viewerOf(db, id, shown)?.memberships;

describe("Somebody who signs in at the municipality for the first time", () => {
  test("gets an account and what the editor's table gives for their group", () => {
    const id = comes();
    expect(viewerOf(db, id, BY_DIRECTORY)).toMatchObject({ name: "Mette Holm", email: "mette@bro.example" });
    expect(rolesIn(id)).toEqual([{ role: "brobygger", scope: "folkesundhed" }]);
    expect(recognise(db, null, mette({ email: "new@bro.example", name: "Mette Bang" }), NOW + DAY)).toBe(id);
  });

  test("gets no account when the table gives nothing, or when the directory vouches for no address", () => {
    expect(recognise(db, null, mette(nothing), NOW)).toBeNull();
    expect(refusalOf(() => recognise(db, null, mette({ email: null }), NOW))).toBe("kommune-ingen-mail");
    expect(db.select().from(users).where(eq(users.name, "Mette Holm")).all()).toEqual([]);
  });

  test("takes up the account that was waiting for them", () => {
    invite(db, newBox(), editor, { name: "Mette", email: "mette@bro.example", role: "editor", scope: "" }, NOW);
    const id = comes();
    expect(
      rolesIn(id)
        ?.map(({ role }) => role)
        .sort(),
    ).toEqual(["brobygger", "editor"]);
  });

  test("does not get the account of somebody with a password at the same address, until signed in to it", () => {
    const bo = addPerson(db, "Bo", "lead", "folkesundhed");
    const asBo = mette({ email: bo.email });
    expect(refusalOf(() => recognise(db, null, asBo, NOW))).toBe("kommune-har-kode");
    expect(refusalOf(() => recognise(db, editor, asBo, NOW))).toBe("kommune-har-kode");
    expect(recognise(db, bo, asBo, NOW)).toBe(bo.id);
    expect(recognise(db, null, asBo, NOW)).toBe(bo.id);
  });

  test("does not get the account of somebody else of the directory who had the address before", () => {
    const id = comes();
    expect(refusalOf(() => recognise(db, null, mette({ subject: "mette-2" }), NOW))).toBe("kommune-anden");
    forgetPerson(db, editor, id, NOW);
    expect(rolesIn(id)).toEqual([]);
    expect(recognise(db, null, mette({ subject: "mette-2" }), NOW)).toBe(id);
  });
});

describe("What the directory gives", () => {
  test("is set anew at each sign-in, and leaves alone what a person gave", async () => {
    const id = comes();
    db.insert(memberships).values({ userId: id, role: "contact", scope: "viby", createdAt: NOW }).run();
    recognise(db, null, mette(nothing), NOW + DAY);
    expect(rolesIn(id)).toEqual([{ role: "contact", scope: "viby" }]);
  });

  test("is gone at once when the directory gives it no more, and then there is no way in", async () => {
    const id = comes();
    const { cookies } = await startSession(
      storeOf(db),
      id,
      { cookieHeader: null, userAgent: null, secondStep: false, directory: true },
      false,
      NOW,
    );
    const header = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    expect(await readSession(storeOf(db), header, false, NOW)).toMatchObject({
      viewer: { memberships: [{ role: "brobygger" }] },
    });
    expect(recognise(db, null, mette(nothing), NOW + 1)).toBeNull();
    expect(await readSession(storeOf(db), header, false, NOW + 2)).toMatchObject({ viewer: { memberships: [] } });
  });

  test("becomes a person's gift when an editor invites to the same", () => {
    const id = comes();
    invite(
      db,
      newBox(),
      editor,
      { name: "Mette", email: "mette@bro.example", role: "brobygger", scope: "folkesundhed" },
      NOW,
    );
    recognise(db, null, mette(nothing), NOW + DAY);
    expect(rolesIn(id)).toEqual([{ role: "brobygger", scope: "folkesundhed" }]);
  });

  test("holds in sessions that began there, so that who left cannot come back with a password", () => {
    const id = comes();
    expect(may(viewerOf(db, id, BY_DIRECTORY), "brobygger")).toBe(true);
    expect(may(viewerOf(db, id), "brobygger")).toBe(false);
  });

  test("is taken back from whoever has not come for a month", () => {
    const id = comes();
    takeBackUnseen(db, NOW + UNSEEN_DAYS * DAY);
    expect(rolesIn(id)).toHaveLength(1);
    takeBackUnseen(db, NOW + UNSEEN_DAYS * DAY + 1);
    expect(rolesIn(id)).toEqual([]);
  });

  test("waits for the second step where an editor asks for one, unless it was passed there", () => {
    writeSetting(db, "secondFactor", 1);
    const id = comes();
    expect(viewerOf(db, id, BY_DIRECTORY)).toMatchObject({ memberships: [], awaitsSecondFactor: true });
    expect(rolesIn(id, { secondStepAt: NOW, directory: true })).toHaveLength(1);
  });
});

describe("The editor's table", () => {
  test("reads a claim as it is named, alone, in a list or within another, and compares it whole", () => {
    const roles = (claim: string, claims: Record<string, unknown>) =>
      rolesOf([{ claim, value: "fb", role: "editor", scope: "" }], claims).length === 1;
    expect(roles("groups", { groups: ["x", "fb"] })).toBe(true);
    expect(roles("groups", { groups: "fb" })).toBe(true);
    expect(roles("realm_access.roles", { realm_access: { roles: ["fb"] } })).toBe(true);
    expect(roles("https://kommune.example/roles", { "https://kommune.example/roles": ["fb"] })).toBe(true);
    for (const wrong of [
      {},
      { groups: null },
      { groups: ["fb2", "FB", " fb"] },
      { groups: { fb: true } },
      { groups: [["fb"]] },
    ])
      expect(roles("groups", wrong)).toBe(false);
  });

  test("takes at once what a line alone gave, and keeps what another line gives too", () => {
    addRule(db, editor, { claim: "titel", value: "Brobygger", role: "brobygger", scope: "folkesundhed" }, NOW);
    const id = comes();
    const [first, second] = listRules(db);
    removeRule(db, editor, first?.id ?? 0, NOW);
    expect(rolesIn(id)).toHaveLength(1);
    removeRule(db, editor, second?.id ?? 0, NOW);
    expect(rolesIn(id)).toEqual([]);
  });

  test("is an editor's alone, and gives no association and no team that is not there", () => {
    const bo = addPerson(db, "Bo", "lead", "folkesundhed");
    const rule = { claim: "groups", value: "x", role: "editor", scope: "" } as const;
    expect(refusalOf(() => addRule(db, bo, rule, NOW))).toBe("notYours");
    expect(refusalOf(() => removeRule(db, bo, 1, NOW))).toBe("notYours");
    expect(refusalOf(() => forgetPerson(db, bo, bo.id, NOW))).toBe("notYours");
    expect(refusalOf(() => addRule(db, editor, { ...rule, role: "contact", scope: "viby" }, NOW))).toBe(
      "access: unknown",
    );
    expect(refusalOf(() => addRule(db, editor, { ...rule, role: "brobygger", scope: "nowhere" }, NOW))).toBe(
      "access: unknown",
    );
  });
});
