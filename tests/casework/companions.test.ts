import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { companions } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import {
  addCompanion,
  changeCompanion,
  companionFor,
  type CompanionFields,
  companionsOf,
  COMPANION_KINDS,
  endCompanion,
  mayWalk,
} from "../../src/casework/companions.ts";
import { deskNav } from "../../src/casework/desk.ts";
import { companionForm } from "../../src/casework/forms.ts";
import { keepRetention } from "../../src/jobs/retention.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { fieldsOf } from "../../src/shared/forms.ts";
import { addPerson, DAY, NOW, refusalOf, TEAM } from "../world.ts";
import { openDesk } from "./support.ts";

const INGE: CompanionFields = {
  kind: "volunteer",
  name: "Inge Holm",
  phone: "+4541860901",
  email: "inge@bro.example",
  secrecyOn: "2026-10-01",
  recordSeenOn: "2026-11-24",
};

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let lead: Viewer;
let stranger: Viewer;
beforeEach(() => {
  ({ db, box, maria, lead, stranger } = openDesk());
});
const add = (own: Partial<CompanionFields> = {}, by = lead, teamId = TEAM) =>
  addCompanion(db, box.keys, by, { ...INGE, ...own, teamId }, NOW);
const seen = (by: Viewer, teamId = TEAM) => companionsOf(db, box.keys, by, teamId);

describe("The list of companions", () => {
  it("is kept by a team's lead and read by its brobyggere, and by nobody else", () => {
    const id = add();
    expect(seen(maria)).toEqual([{ ...INGE, id, teamId: TEAM, endedAt: null }]);
    expect(seen(stranger)).toEqual([]);
    const other = addPerson(db, "Otto", "lead", "andre");
    for (const by of [maria, other]) {
      expect(refusalOf(() => add({}, by))).toBe("teamId: unknown");
      expect(refusalOf(() => changeCompanion(db, box.keys, by, id, INGE, NOW))).toBe("notYours");
      expect(refusalOf(() => endCompanion(db, by, id, NOW))).toBe("notYours");
      expect(companionFor(db, box.keys, by, id)).toBeNull();
    }
    expect(companionFor(db, box.keys, lead, id)?.name).toBe("Inge Holm");
    const leadsTo = (by: Viewer) => deskNav(db, by, "").some(({ href }) => href === "/brobygger/foelgesvende");
    expect([leadsTo(lead), leadsTo(maria)]).toEqual([true, false]);
  });

  it("names nobody in the file: who they are is sealed", () => {
    add();
    const stored = db.$client.prepare("SELECT hex(sealed_person) FROM companions").pluck().get();
    expect(stored).not.toContain(Buffer.from("Inge").toString("hex").toUpperCase());
    expect(db.select().from(companions).get()).toMatchObject({ kind: "volunteer", secrecyOn: "2026-10-01" });
  });

  it("is by name, those who have stopped last, and can be put right", () => {
    const id = add({ name: "Åse" });
    add({ name: "Bo" });
    const gone = add({ name: "Anne" });
    endCompanion(db, lead, gone, NOW);
    changeCompanion(db, box.keys, lead, id, { ...INGE, name: "Aase", kind: "mentor" }, NOW);
    // In Danish aa is å: the last letter.
    expect(seen(maria).map(({ name }) => name)).toEqual(["Bo", "Aase", "Anne"]);
    expect(refusalOf(() => changeCompanion(db, box.keys, lead, gone, INGE, NOW))).toBe("notYours");
    expect(refusalOf(() => endCompanion(db, lead, gone, NOW))).toBe("notYours");
  });

  it("takes no CPR number, no paper of a day to come, and nobody whom one cannot reach", () => {
    expect(refusalOf(() => add({ name: "Inge 010190-1234" }))).toBe("name: cpr");
    expect(refusalOf(() => add({ secrecyOn: "2026-11-25" }))).toBe("secrecyOn: notYet");
    expect(refusalOf(() => add({ recordSeenOn: "2026-11-31" }))).toBe("recordSeenOn: date");
    const form = new FormData();
    for (const [name, value] of Object.entries({ teamId: TEAM, kind: "peer", name: "Bo", phone: "", email: "" }))
      form.set(name, value);
    const read = companionForm.safeParse(fieldsOf(form));
    expect(read.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([["phone", "phoneOrEmail"]]);
    form.set("email", "bo@bro.example");
    expect(companionForm.safeParse(fieldsOf(form)).data).toMatchObject({ secrecyOn: null, phone: null });
    form.set("kind", "host");
    expect(companionForm.safeParse(fieldsOf(form)).success).toBe(false);
  });

  it("forgets who somebody was a year after they stopped, and not that somebody came along", async () => {
    const id = add();
    add({ name: "Bo" });
    endCompanion(db, lead, id, NOW);
    await keepRetention(db, NOW + 365 * DAY - 1);
    expect(seen(maria)).toHaveLength(2);
    await keepRetention(db, NOW + 365 * DAY);
    expect(seen(maria).map(({ name }) => name)).toEqual(["Bo"]);
    expect(companionFor(db, box.keys, lead, id)).toBeNull();
    expect(db.select().from(companions).all()).toMatchObject([
      { id, kind: "volunteer", sealedPerson: null, secrecyOn: null, recordSeenOn: null },
      { kind: "volunteer" },
    ]);
  });
});

describe("A citizen walks only with somebody", () => {
  const walks = (own: Partial<Parameters<typeof mayWalk>[0]>) =>
    mayWalk(
      { kind: "volunteer", secrecyOn: "2026-10-01", recordSeenOn: "2026-11-24", endedAt: null, ...own },
      "2026-11-24",
    );

  it("who has signed and whose record was seen, from that day on", () => {
    for (const kind of COMPANION_KINDS.filter((each) => each !== "social-sundhed")) {
      expect(walks({ kind })).toBe(true);
      expect(walks({ kind, secrecyOn: null })).toBe(false);
      expect(walks({ kind, recordSeenOn: null })).toBe(false);
      expect(walks({ kind, recordSeenOn: "2026-11-25" })).toBe(false);
    }
  });

  it("or whom Social Sundhed sends, which sees to its own", () => {
    expect(walks({ kind: "social-sundhed", secrecyOn: null, recordSeenOn: null })).toBe(true);
    const id = add({ kind: "social-sundhed", name: "Social Sundhed Aarhus" });
    expect(companionFor(db, box.keys, lead, id)).toMatchObject({ secrecyOn: null, recordSeenOn: null });
  });

  it("who has not stopped", () => {
    expect(walks({ endedAt: 1 })).toBe(false);
    expect(walks({ kind: "social-sundhed", endedAt: 1 })).toBe(false);
  });
});
