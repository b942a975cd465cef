import { beforeEach, describe, expect, it } from "vitest";
import { close } from "../../src/casework/deeds.ts";
import { place } from "../../src/casework/placements.ts";
import { eraseNow } from "../../src/casework/retention.ts";
import { mailYear, tellYear, yearNotesFor } from "../../src/feedback/year.ts";
import { addUnit } from "../../src/referrals/units.ts";
import { instantOf } from "../../src/shared/time.ts";
import { NOW, refusalOf, TEAM, waitingLetters } from "../world.ts";
import { openUnit } from "./support.ts";

const NEW_YEAR = instantOf("2027-01-04", "09:00");
const TEXT = "Seks kvinder fra Viby går nu i kor sammen.";

let unit: ReturnType<typeof openUnit>;
beforeEach(() => {
  unit = openUnit("job-centre");
});

const tell = (text = TEXT, now = NEW_YEAR, viewer = unit.lead) => tellYear(unit.db, viewer, TEAM, text, now);
const mail = (now = NEW_YEAR, viewer = unit.lead) => mailYear(unit.db, unit.box, viewer, TEAM, now);
const note = (now = NEW_YEAR) => yearNotesFor(unit.db, unit.lead, now)[0];

/** So many whom a unit refers and who get as far. */
function come(many: number, how: "referred" | "talked" | "started", by = unit.token): void {
  for (let n = 0; n < many; n++) {
    const id = unit.refer("Karen Holm", NOW, by);
    if (how !== "referred") unit.talk(id);
    if (how === "started")
      place(unit.db, unit.box.keys, unit.maria, id, { offer: "Kor", startedOn: "2026-11-24" }, NOW);
  }
}

describe("A lead who tells what went well in a year", () => {
  it("writes it when the year is over: those who refer read it with totals, nobody's name and nothing under five", () => {
    come(6, "talked");
    come(7, "started");
    const gp = unit.unitOf("gp", "Lægerne i Viby 2", { name: "Bo", email: "bo@laege.example" });
    come(5, "talked", gp.token);
    come(5, "started", gp.token);
    tell();
    const none = { notReached: null, stillActive: null };
    expect(unit.heard(NEW_YEAR)?.year).toMatchObject({
      year: 2026,
      text: TEXT,
      team: { ...none, started: 12, all: 23 },
      unit: { ...none, started: 7, all: 13 },
    });
    expect(unit.heard(NEW_YEAR, gp.token)?.year?.unit).toMatchObject({ ...none, started: 5, all: 10 });
  });

  it("tells no number of a few, and none from which it follows", () => {
    come(6, "started");
    const gp = unit.unitOf("gp", "Lægerne i Viby 2", { name: "Bo", email: "bo@laege.example" });
    come(3, "started", gp.token);
    tell();
    const own = unit.heard(NEW_YEAR)?.year;
    expect(unit.heard(NEW_YEAR, gp.token)?.year?.unit).toMatchObject({ started: null, all: null });
    const follows = own?.team.started != null && own.unit?.started != null;
    expect(follows).toBe(false);
  });

  it("changes no number by putting the text right, nor does an erased citizen or one who has started since", () => {
    come(6, "talked");
    come(6, "started");
    tell();
    const before = note();
    const all = unit.db.query.cases.findMany().sync();
    place(unit.db, unit.box.keys, unit.maria, all[0]!.id, { offer: "Kor", startedOn: "2027-01-02" }, NEW_YEAR);
    close(unit.db, unit.box.keys, unit.maria, all[7]!.id, { reason: "finished", note: "" }, NEW_YEAR);
    eraseNow(unit.db, [unit.db.query.cases.findMany().sync()[7]!], NEW_YEAR);
    tell("Bedre skrevet.");
    expect(note()).toEqual({ ...before, text: "Bedre skrevet." });
  });

  it("mails it once to everybody who has a link, with the text and nothing of anybody", () => {
    const gp = unit.unitOf("gp", "Lægerne i Viby 2", { name: "Bo", email: "bo@laege.example" });
    unit.linkTo(gp.unitId);
    expect(refusalOf(() => mail())).toBe("text: yearUntold");
    tell();
    expect(mail()).toBe(2);
    const letters = waitingLetters(unit.db, unit.box).filter(({ kind }) => kind === "year-note");
    expect(letters.map(({ to }) => to).sort()).toEqual(["anne@laegerne.example", "bo@laege.example"]);
    expect(letters[0]?.text).toContain(TEXT);
    expect(letters[0]?.subject).toBe("Det gik godt i 2026");
    expect(refusalOf(() => mail())).toBe("yearMailed");
  });

  it("tells it for the own team alone, and puts no CPR number in it", () => {
    for (const other of [unit.maria, unit.stranger]) {
      expect(refusalOf(() => tell(TEXT, NEW_YEAR, other))).toBe("notYours");
      expect(refusalOf(() => mail(NEW_YEAR, other))).toBe("notYours");
      expect(yearNotesFor(unit.db, other, NEW_YEAR)).toEqual([]);
    }
    expect(refusalOf(() => tell("Karen, 010150-1234, synger."))).toBe("text: cpr");
  });

  it("has nobody to mail to where nobody has a link", () => {
    const { db, lead, box } = openUnit();
    db.$client.exec("UPDATE unit_links SET revoked_at = 1");
    addUnit(db, lead, { teamId: TEAM, name: "3F", kind: "union" }, NOW);
    tellYear(db, lead, TEAM, TEXT, NEW_YEAR);
    expect(refusalOf(() => mailYear(db, box, lead, TEAM, NEW_YEAR))).toBe("noColleagues");
  });
});
