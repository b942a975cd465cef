import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../../db/client.ts";
import { listedOffers, talks } from "../../../db/schema.ts";
import type { Viewer } from "../../../src/accounts/roles.ts";
import { paperOf } from "../../../src/casework/course-paper.ts";
import { close, take } from "../../../src/casework/deeds.ts";
import { caseAsFile, courseOf } from "../../../src/casework/delivery.ts";
import { forgetCitizens } from "../../../src/casework/forgetting.ts";
import { copyFor, pickedOf } from "../../../src/casework/person-copy.ts";
import { findCase } from "../../../src/casework/store.ts";
import { asSeen, talkForm } from "../../../src/casework/talk/forms.ts";
import { putOnList, takeOffList, writeOnList } from "../../../src/casework/talk/list.ts";
import { EMPTY, type Sheet } from "../../../src/casework/talk/sheet.ts";
import { openTalk, saveTalk } from "../../../src/casework/talk/talk.ts";
import { openCase } from "../../../src/casework/view.ts";
import type { MailBox } from "../../../src/mail/outbox.ts";
import { vocabularyOf } from "../../../src/places/vocabulary.ts";
import { addActivity, addOrganisation, addPerson, newBox, NOW, openTown, refusalOf } from "../../world.ts";
import { ask, openDesk } from "../support.ts";

let db: OpenDb;
let box: MailBox;
let maria: Viewer;
let hassan: Viewer;
let lead: Viewer;
let id: string;
beforeEach(() => {
  ({ db, box, maria, hassan, lead } = openDesk());
  ({ id } = ask(db, box));
  take(db, maria, id, NOW);
});

const OWN = { title: "Kaffe hos Inge", where: "Jægergårdsgade 9", when: "Hver fredag", call: "86 11 22 33", about: "" };
const SAID: Sheet = { ...EMPTY, likes: "pileflet", note: "Er enke", support: "hand-in-hand", barriers: ["shy"] };
const save = (sheet: Partial<Sheet>, by = maria) =>
  refusalOf(() => saveTalk(db, box.keys, by, id, { seen: EMPTY, sheet: { ...EMPTY, ...sheet } }, NOW));
const write = (by = maria) => refusalOf(() => writeOnList(db, box.keys, by, id, OWN, NOW));
const view = () => openCase(db, box.keys, maria, id, NOW)!;

describe("The sheet of a talk", () => {
  it("is written and read by whoever has the case, and by nobody else", () => {
    expect(save(SAID)).toBeNull();
    expect(openTalk(db, box.keys, maria, id, NOW)).toMatchObject({ sheet: SAID, savedAt: NOW, waitsFor: null });
    for (const other of [hassan, lead]) {
      expect(save({ note: "x" }, other)).toBe("notYourCase");
      expect(openTalk(db, box.keys, other, id, NOW)).toBeNull();
    }
    close(db, box.keys, maria, id, { reason: "finished", note: "" }, NOW);
    expect(save({ note: "x" })).toBe("notYourCase");
    expect(openTalk(db, box.keys, maria, id, NOW)).toBeNull();
  });

  it("holds no CPR number", () => {
    expect(save({ note: "010190-1234" })).toBe("note: cpr");
    expect(save({ lines: "010190-1234" })).toBe("lines: cpr");
    expect(db.select().from(talks).all()).toEqual([]);
  });

  it("waits until the citizen has said yes and knows that it is kept", () => {
    const other = ask(db, box, { forWhom: "other", phone: "+4522334455", relativeName: "Mette", saidYes: true }).id;
    take(db, maria, other, NOW);
    expect(openTalk(db, box.keys, maria, other, NOW)?.waitsFor).toBe("ownYesFirst");
    const saved = { seen: EMPTY, sheet: SAID };
    expect(refusalOf(() => saveTalk(db, box.keys, maria, other, saved, NOW))).toBe("ownYesFirst");
    expect(refusalOf(() => writeOnList(db, box.keys, maria, other, OWN, NOW))).toBe("ownYesFirst");
    db.$client.prepare("UPDATE cases SET informed_at = NULL WHERE id = ?").run(id);
    expect(openTalk(db, box.keys, maria, id, NOW)?.waitsFor).toBe("tellFirst");
    expect(save(SAID)).toBe("tellFirst");
  });

  it("is noted as a reading when it is opened, not at each key", () => {
    const readings = () => db.$client.prepare("SELECT count(*) FROM case_readings WHERE case_id = ?").pluck().get(id);
    openTalk(db, box.keys, maria, id, NOW);
    openTalk(db, box.keys, maria, id, NOW, false);
    expect(readings()).toBe(1);
  });

  it("comes out of a form as it went in, and a wish is struck and taken up again", () => {
    const sheet: Sheet = { ...SAID, pas: true, km: 2.5, times: ["tir-aften", "ons-aften"], needs: ["trinfri"] };
    const fields = (extra: object) => ({ ...sheet, pas: "ja", km: "2,5", most: "", seen: asSeen(sheet), id, ...extra });
    const read = talkForm.parse(fields({ strike: "price" }));
    expect(read).toMatchObject({ id, seen: sheet, sheet: { ...sheet, struck: ["price"] }, live: false });
    expect(talkForm.parse(fields({ struck: ["price", "lines"], take: "price" })).sheet.struck).toEqual(["lines"]);
    expect(talkForm.parse({ id, seen: "loneliness=nonsens" }).seen).toEqual(EMPTY);
    expect(talkForm.safeParse({ id, km: "99" }).error?.issues[0]?.path).toEqual(["km"]);
  });
});

describe("The list of a case", () => {
  it("takes an activity of the board once, and an offer outside it", () => {
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "strik-1" });
    for (const _ of [1, 2]) putOnList(db, box.keys, maria, id, "strik-1", NOW);
    expect(write()).toBeNull();
    expect(view().list).toMatchObject([
      { activityId: "strik-1", title: "Strik strik-1" },
      { activityId: null, ...OWN },
    ]);
    takeOffList(db, maria, id, view().list[0]!.id);
    expect(view().list).toMatchObject([OWN]);
  });

  it("is its brobygger's alone, and takes nothing that is not on the board", () => {
    write();
    expect(write(hassan)).toBe("notYourCase");
    expect(refusalOf(() => takeOffList(db, hassan, id, view().list[0]!.id))).toBe("notYourCase");
    expect(refusalOf(() => putOnList(db, box.keys, maria, id, "no-such", NOW))).toBe("notOnBoard");
    expect(refusalOf(() => writeOnList(db, box.keys, maria, id, { ...OWN, call: "010190-1234" }, NOW))).toBe(
      "call: cpr",
    );
  });

  it("takes thirty and no more", () => {
    for (let i = 0; i < 30; i++) expect(write()).toBeNull();
    expect(write()).toBe("listIsFull");
  });
});

describe("What was talked about", () => {
  it("goes along in the citizen's copy if it is picked, and in what is handed over", () => {
    save({ ...SAID, economy: "at-most", most: 50, pas: true, km: 2.5, areas: ["viby"] });
    write();
    const copy = (query: string) => copyFor(view(), pickedOf(new URLSearchParams(query)), vocabularyOf(db), String);
    expect(copy("samtale=ja").talk).toContainEqual({
      asked: "Hvad må det koste?",
      said: "Højst 50 kr., Aktivitetspas",
    });
    expect(copy("samtale=ja").list).toEqual(["Kaffe hos Inge, Jægergårdsgade 9, Hver fredag, 86 11 22 33"]);
    expect(JSON.stringify(copy(""))).not.toMatch(/pileflet|Inge/);
    expect(copy("").isLeftOut).toBe(true);
    expect(JSON.stringify(caseAsFile(view()))).toMatch(/pileflet.*Inge/);
    expect(JSON.stringify(paperOf(courseOf(view()), vocabularyOf(db)))).toMatch(/pileflet.*Inge/);
  });

  it("goes when the citizen is forgotten; what stays is coded, and of few not even how old they were", () => {
    save({ ...SAID, ageBand: "65-79" });
    write();
    forgetCitizens(db, [findCase(db, id)!], NOW);
    expect(db.select().from(listedOffers).all()).toEqual([]);
    const coded = { caseId: id, sealedSheet: null, savedAt: null, volunteer: null, support: "hand-in-hand" };
    expect(db.select().from(talks).all()).toEqual([{ ...coded, ageBand: null, barriers: null }]);
  });

  it("stays coded where five and more share where they came from", () => {
    for (let i = 0; i < 4; i++) ask(db, box, { phone: `+452233440${i}` });
    save({ ...SAID, ageBand: "65-79" });
    forgetCitizens(db, [findCase(db, id)!], NOW);
    expect(db.select().from(talks).get()).toMatchObject({ ageBand: "65-79", barriers: ["shy"], sealedSheet: null });
  });

  it("stands in no file of the database in clear", () => {
    const folder = mkdtempSync(join(tmpdir(), "talk-"));
    const file = join(folder, "site.db");
    const stored = openTown(file);
    const keys = newBox();
    const kaj = addPerson(stored, "Kaj");
    const other = ask(stored, keys).id;
    take(stored, kaj, other, NOW);
    const struck = ["words:pileflet"];
    saveTalk(stored, keys.keys, kaj, other, { seen: EMPTY, sheet: { ...SAID, note: "Kvidrefugl", struck } }, NOW);
    writeOnList(stored, keys.keys, kaj, other, OWN, NOW);
    const bytes = ["", "-wal"].map((end) => readFileSync(`${file}${end}`, "latin1")).join("");
    expect(bytes).toContain("hand-in-hand");
    for (const word of ["pileflet", "Kvidrefugl", "hos Inge", "86 11 22 33"]) expect(bytes).not.toContain(word);
    stored.$client.close();
    rmSync(folder, { recursive: true });
  });
});
