import { beforeEach, describe, expect, it } from "vitest";
import { and, eq } from "drizzle-orm";
import type { OpenDb } from "../../db/client.ts";
import { consents, consentTexts, teamAreas, teams } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { currentConsent, shownAs, wordsOfTeams } from "../../src/casework/consent-words.ts";
import { noteYes } from "../../src/casework/consents.ts";
import { take } from "../../src/casework/deeds.ts";
import { handOver } from "../../src/casework/giving.ts";
import { lackingForHelp } from "../../src/casework/ready.ts";
import { openCase } from "../../src/casework/view.ts";
import { consentVersions, type ConsentWords, saveConsents, saveOwnConsents } from "../../src/editing/consents.ts";
import { removeController } from "../../src/editing/controllers.ts";
import { ownConsentsForm } from "../../src/editing/forms.ts";
import type { MailBox } from "../../src/mail/outbox.ts";
import { ownCase } from "../../src/referrals/citizen.ts";
import { suggestedConsents, suggestedSaid } from "../../src/texts/consents.ts";
import { addPerson, NOW, refusalOf, TEAM } from "../world.ts";
import { ask, openDesk } from "./support.ts";

const CENTRE = "frivilligcenter";
const OWN = "Når du trykker, ringer en frivillig til dig.";
let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let olga: Viewer;
let ellen: Viewer;
beforeEach(() => {
  ({ db, box, maria, stranger: olga } = openDesk());
  ellen = addPerson(db, "Ellen", "editor");
  db.insert(teamAreas).values({ teamId: "andre", area: "tilst" }).run();
});

const write = (words: Record<string, string>, at = NOW + 1) =>
  saveOwnConsents(db, ellen, CENTRE, ownConsentsForm.parse({ id: CENTRE, ...words }).words, at);
const callWords = (controllerId: string | null, way: "site" | "oral" = "site", at = NOW + 5) =>
  currentConsent(db, "call-and-store", at, controllerId, way)?.text;
const askCentre = (own: Parameters<typeof ask>[2] = {}, at = NOW + 5) =>
  ask(db, box, { search: { omraade: ["tilst"] }, ...own }, at);
const yesesOf = (id: string) => db.select().from(consents).where(eq(consents.caseId, id)).all();
const newestOf = (controllerId: string | null) =>
  consentVersions(db, controllerId).get("call-and-store")?.[0]?.version ?? 0;

describe("What a citizen says yes to", () => {
  it("stands in the words of whoever answers for the team, and elsewhere in the general ones", () => {
    write({ "call-and-store": OWN });
    expect([callWords(CENTRE), callWords(null), callWords("another")]).toEqual([
      OWN,
      suggestedConsents["call-and-store"],
      suggestedConsents["call-and-store"],
    ]);
    const [there, here] = [askCentre(), ask(db, box, {}, NOW + 5)];
    expect(yesesOf(there.id)).toMatchObject([{ kind: "call-and-store", version: 2 }]);
    expect(yesesOf(here.id)).toMatchObject([{ kind: "call-and-store", version: 1 }]);
    take(db, olga, there.id, NOW + 6);
    expect(openCase(db, box.keys, olga, there.id, NOW + 6)?.consents).toMatchObject([{ text: OWN }]);
    expect(ownCase(db, box.keys, there.token, NOW + 6)?.consents).toMatchObject([{ words: OWN }]);
  });

  it("holds from when it was saved, and not before", () => {
    write({ "call-and-store": OWN }, NOW + 10);
    expect(callWords(CENTRE, "site", NOW + 9)).toBe(suggestedConsents["call-and-store"]);
    expect(callWords(CENTRE, "site", NOW + 10)).toBe(OWN);
  });

  it("is said in a talk in the own words for that alone, where only those are own", () => {
    write({ said: "En frivillig må ringe til mig." });
    expect([callWords(CENTRE), callWords(CENTRE, "oral")]).toEqual([
      suggestedConsents["call-and-store"],
      "En frivillig må ringe til mig.",
    ]);
    write({ "call-and-store": OWN }, NOW + 2);
    expect([callWords(CENTRE), callWords(CENTRE, "oral")]).toEqual([OWN, suggestedSaid]);
  });

  it("is asked by a brobygger in the words of the team that has the case, also after it was passed on", () => {
    write({ "follow-up": "En frivillig må ringe igen.", "pass-on": "I må give mig til kommunen." });
    const { id } = askCentre();
    take(db, olga, id, NOW + 6);
    const asked = (viewer: Viewer) =>
      openCase(db, box.keys, viewer, id, NOW + 6)?.toAsk.find(({ kind }) => kind === "follow-up")?.text;
    expect(asked(olga)).toBe("En frivillig må ringe igen.");
    noteYes(db, box.keys, olga, id, { kind: "pass-on", how: "oral" }, NOW + 7);
    handOver(db, olga, id, TEAM, NOW + 8);
    take(db, maria, id, NOW + 9);
    expect(asked(maria)).toBe(suggestedConsents["follow-up"]);
    noteYes(db, box.keys, maria, id, { kind: "follow-up", how: "oral" }, NOW + 10);
    expect(openCase(db, box.keys, maria, id, NOW + 11)?.consents.map(({ text }) => text)).toEqual([
      suggestedConsents["call-and-store"],
      "I må give mig til kommunen.",
      suggestedConsents["follow-up"],
    ]);
  });

  it("falls back to the general words when the own ones are emptied, and who said yes before keeps theirs", () => {
    write({ "call-and-store": OWN });
    const before = askCentre();
    write({}, NOW + 6);
    expect(callWords(CENTRE, "site", NOW + 6)).toBe(suggestedConsents["call-and-store"]);
    const after = askCentre({ phone: "+4522334455" }, NOW + 7);
    expect(yesesOf(after.id)).toMatchObject([{ version: 1 }]);
    expect(ownCase(db, box.keys, before.token, NOW + 7)?.consents).toMatchObject([{ words: OWN }]);
  });
});

describe("A request for help", () => {
  const onlyGeneral = () => [shownAs("call-and-store", { version: newestOf(null) }), "message:1"];

  it("with a yes to other words than those of the team that gets it comes back to be read first", () => {
    write({ "call-and-store": OWN });
    expect(refusalOf(() => askCentre({ shown: onlyGeneral() }))).toBe("otherWords");
    expect(db.select().from(consents).all()).toEqual([]);
    const own = shownAs("call-and-store", { version: newestOf(CENTRE) });
    expect(askCentre({ shown: [own] }).reference).toMatch(/^FB-/);
    expect(refusalOf(() => ask(db, box, { shown: [own] }, NOW + 5))).toBe("otherWords");
  });

  it("is held to the words for a message only when one may be left", () => {
    write({ message: "I må lægge en besked hos naboen." });
    expect(refusalOf(() => askCentre({ shown: onlyGeneral(), mayLeaveMessage: true }))).toBe(
      "mayLeaveMessage: otherWords",
    );
    expect(askCentre({ shown: onlyGeneral() }).id).not.toBe("");
  });

  it("of a relative is no yes of the citizen, and needs no words over a button", () => {
    write({ "call-and-store": OWN });
    const { id } = askCentre({ shown: [], forWhom: "other", saidYes: true });
    expect(yesesOf(id)).toMatchObject([{ how: "relative", version: 2 }]);
  });

  it("comes back too when an editor has written since the form was opened", () => {
    const general = onlyGeneral();
    const words: ConsentWords[] = [{ kind: "call-and-store", text: "Nye ord.", said: null }];
    saveConsents(db, ellen, words, NOW + 1);
    expect(refusalOf(() => ask(db, box, { shown: general }, NOW + 5))).toBe("otherWords");
  });

  it("needs general words, since those of one controller are no words for all", () => {
    write({ "call-and-store": OWN });
    const isGeneral = and(eq(consentTexts.kind, "call-and-store"), eq(consentTexts.version, 1));
    db.delete(consentTexts).where(isGeneral).run();
    expect(lackingForHelp(db)).toEqual(["consents"]);
  });
});

describe("Where a citizen can choose between teams", () => {
  const town = { name: "Byen", controllerId: null };
  const centre = { name: "Centret", controllerId: CENTRE };

  it("the words of each stand under its name where they differ, and once where they are the same", () => {
    expect(wordsOfTeams(db, "call-and-store", [town, centre], "site", NOW + 5)).toEqual([
      { version: 1, text: suggestedConsents["call-and-store"], teams: [] },
    ]);
    write({ "call-and-store": OWN });
    expect(wordsOfTeams(db, "call-and-store", [town, centre], "site", NOW + 5)).toEqual([
      { version: 1, text: suggestedConsents["call-and-store"], teams: ["Byen"] },
      { version: 2, text: OWN, teams: ["Centret"] },
    ]);
  });
});

describe("A controller's own words", () => {
  it("are an editor's to write, for a controller that is there", () => {
    expect(refusalOf(() => saveOwnConsents(db, maria, CENTRE, [], NOW))).toBe("notYours");
    expect(refusalOf(() => saveOwnConsents(db, ellen, "findes-ikke", [], NOW))).toBe("unknown");
  });

  it("are counted with all others, change nothing when they are the same, and none is made of empty fields", () => {
    write({});
    expect(consentVersions(db, CENTRE).size).toBe(0);
    write({ "call-and-store": OWN });
    write({ "call-and-store": OWN }, NOW + 2);
    saveConsents(db, ellen, [{ kind: "call-and-store", text: "Nye ord.", said: null }], NOW + 3);
    write({}, NOW + 4);
    expect(consentVersions(db, CENTRE).get("call-and-store")).toMatchObject([
      { version: 4, text: "", said: null },
      { version: 2, text: OWN },
    ]);
    expect(
      consentVersions(db)
        .get("call-and-store")
        ?.map(({ version }) => version),
    ).toEqual([3, 1]);
    const noted = db.$client.prepare("SELECT detail FROM audit WHERE kind = 'setting-changed'").pluck().all();
    expect(noted.map((detail) => JSON.parse(String(detail)))).toMatchObject([
      { key: "consent", consent: "call-and-store", version: 2, controller: CENTRE },
      { key: "consent", consent: "call-and-store", version: 3 },
      { key: "consent", consent: "call-and-store", version: 4, controller: CENTRE },
    ]);
  });

  it("go with the controller, unless somebody's yes rests on them", () => {
    write({ "call-and-store": OWN });
    const { id } = askCentre();
    db.update(teams).set({ controllerId: null }).where(eq(teams.id, "andre")).run();
    expect(refusalOf(() => removeController(db, ellen, CENTRE))).toBe("controllerHasConsents");
    db.delete(consents).where(eq(consents.caseId, id)).run();
    removeController(db, ellen, CENTRE);
    expect(consentVersions(db).get("call-and-store")).toHaveLength(1);
    expect(db.select().from(consentTexts).where(eq(consentTexts.version, 2)).all()).toEqual([]);
  });
});
