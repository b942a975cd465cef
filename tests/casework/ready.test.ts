import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import { directoryPeople, users } from "../../db/schema.ts";
import { clearSetting, writeSetting } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { insertConsents } from "../../src/editing/consents.ts";
import { makeTeam } from "../../src/editing/teams.ts";
import { register } from "../../src/casework/register.ts";
import { helpInfo } from "../../src/referrals/info.ts";
import { type Effort, lackingForHelp, lackingIn, NEEDED } from "../../src/casework/ready.ts";
import { CONSENT_KINDS, suggestedConsents } from "../../src/texts/consents.ts";
import { ROOT } from "../harness/root.ts";
import { ask } from "./support.ts";
import { addPerson, newBox, NOW, openTown, refusalOf, TEAM } from "../world.ts";

const READY: Effort = {
  controller: "Kommunen",
  phone: "86 11 11 11",
  hasTeam: true,
  hasMember: true,
  consents: new Set(CONSENT_KINDS),
};
const EDITOR = {
  id: "rikke",
  name: "Rikke",
  email: "rikke@bro.example",
  memberships: [{ role: "editor" as const, scope: "" }],
};

describe("Before a site may take requests for help", () => {
  it("somebody is responsible, there is a number to call, a team, one who can sign in, and words to say yes to", () => {
    expect(lackingIn(READY)).toEqual([]);
    expect(lackingIn({ controller: "", phone: "", hasTeam: false, hasMember: false, consents: new Set() })).toEqual(
      NEEDED,
    );
    expect(lackingIn({ ...READY, hasMember: false })).toEqual(["member"]);
    expect(lackingIn({ ...READY, consents: new Set(CONSENT_KINDS.slice(1)) })).toEqual(["consents"]);
  });

  it("an editor can set up a new site step by step", () => {
    const db = openDb(":memory:", ROOT);
    expect(lackingForHelp(db)).toEqual(NEEDED);
    writeSetting(db, "controller", "Kommunen, Torvet 1");
    writeSetting(db, "phone", "86 11 11 11");
    const team = makeTeam(db, EDITOR, { name: "Brobyggerne", focus: "" }, NOW);
    expect(lackingForHelp(db)).toEqual(["member", "consents"]);
    const lis = addPerson(db, "Lis", "lead", team);
    choosePassword(db, lis, null);
    expect(lackingForHelp(db)).toContain("member");
    choosePassword(db, lis, "a hash");
    insertConsents(
      db,
      CONSENT_KINDS.map((kind) => ({ kind, text: suggestedConsents[kind], said: null })),
      NOW,
    );
    expect(lackingForHelp(db)).toEqual([]);
    expect(ask(db, newBox()).reference).toMatch(/^FB-/);
  });

  it("whoever comes by the municipality's sign-in can answer without a password", () => {
    const db = openDb(":memory:", ROOT);
    const lis = addPerson(db, "Lis", "lead", makeTeam(db, EDITOR, { name: "Brobyggerne", focus: "" }, NOW));
    choosePassword(db, lis, null);
    expect(lackingForHelp(db)).toContain("member");
    db.insert(directoryPeople)
      .values({ issuer: "https://id.bro.example", subject: "lis", userId: lis.id, lastSeenAt: NOW })
      .run();
    expect(lackingForHelp(db)).not.toContain("member");
  });

  it("a team's own number is enough, a contact of an association is no brobygger", () => {
    const db = openTown();
    clearSetting(db, "phone");
    expect(lackingForHelp(db)).toEqual(["phone"]);
    writeSetting(db, "phone", "86 22 22 22", TEAM);
    expect(lackingForHelp(db)).toEqual([]);
    const empty = openDb(":memory:", ROOT);
    const team = makeTeam(empty, EDITOR, { name: "Brobyggerne", focus: "" }, NOW);
    addPerson(empty, "Kim", "contact", team);
    expect(lackingForHelp(empty)).toContain("member");
  });
});

describe("A site where something is missing", () => {
  let db: OpenDb;
  beforeEach(() => {
    db = openTown();
    clearSetting(db, "controller");
  });

  it("takes no request, neither from a citizen nor from a brobygger", () => {
    const maria = addPerson(db, "Maria");
    expect(refusalOf(() => ask(db, newBox()))).toBe("notReadyForHelp");
    const person = {
      teamId: TEAM,
      door: "phone" as const,
      name: "Bent",
      phone: "+4520000052",
      email: null,
      area: null,
      wishes: "",
    };
    expect(
      refusalOf(() =>
        register(
          db,
          newBox(),
          maria,
          { ...person, whenToCall: null, mayLeaveMessage: false, saidYes: true, keep: true },
          NOW,
        ),
      ),
    ).toBe("notReadyForHelp");
  });

  it("gives whoever asked already the same answer when the form comes again", () => {
    writeSetting(db, "controller", "Kommunen");
    const box = newBox();
    const formId = "a".repeat(43);
    const first = ask(db, box, { formId });
    clearSetting(db, "controller");
    expect(ask(db, box, { formId })).toEqual(first);
  });

  it("can still show its pages", () => {
    expect(helpInfo(openDb(":memory:", ROOT))).toMatchObject({
      phone: "",
      employer: "",
      dropIn: [],
      crisisEmergency: "112",
      isFull: false,
    });
  });
});

/** An invited person has none before the invitation is accepted. */
function choosePassword(db: OpenDb, { id }: Viewer, passwordHash: string | null): void {
  db.update(users).set({ passwordHash }).where(eq(users.id, id)).run();
}
