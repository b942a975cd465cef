import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { audit, partnerLinks } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import {
  changeWorkshop,
  dropWorkshop,
  gapAnswersOf,
  holdWorkshop,
  mayMeet,
  sayWhatCame,
  workshopIfMine,
} from "../../src/partners/answers.ts";
import { changesOf, removeChange, retellChange, tellChange } from "../../src/partners/changes.ts";
import { giveLink, linksOf, takeLink, teamOfLink } from "../../src/partners/links.ts";
import { followedWork } from "../../src/partners/page.ts";
import { gapOfKey } from "../../src/casework/talk/wished-gaps.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { openDesk } from "../casework/support.ts";
import { addActivity, addOrganisation, NOW, refusalOf, TEAM } from "../world.ts";
import { noted } from "./support.ts";

let db: OpenDb;
let maria: Viewer;
let hassan: Viewer;
let lead: Viewer;
let stranger: Viewer;
beforeEach(() => {
  ({ db, maria, hassan, lead, stranger } = openDesk());
});

const TOLD = {
  who: "Idrætsforeningen i Viby",
  what: "De møder nye medlemmer i døren.",
  since: "2026-09",
  thanksTo: "En aftale med brobyggerne",
};
const KEY = "viby|haandarbejde|";
const WORKSHOP = { heldOn: "2026-12-08", place: "Viby Bibliotek", invited: "Borgere fra holdet og to foreninger" };
const plan = () => holdWorkshop(db, maria, { ...gapOfKey(KEY), teamId: TEAM }, WORKSHOP, NOW);

describe("What changed", () => {
  it("is written by a brobygger or the lead, put right and taken away by any of the team", () => {
    tellChange(db, maria, TEAM, TOLD, NOW);
    tellChange(db, lead, TEAM, { ...TOLD, since: "2026-10", who: "Sundhedshuset" }, NOW);
    const [latest, first] = changesOf(db, TEAM);
    expect([latest?.who, first?.who]).toEqual(["Sundhedshuset", "Idrætsforeningen i Viby"]);
    retellChange(db, hassan, first!.id, { ...TOLD, what: "De ringer til nye medlemmer." }, NOW);
    removeChange(db, lead, latest!.id);
    expect(changesOf(db, TEAM)).toMatchObject([{ what: "De ringer til nye medlemmer." }]);
  });

  it("is nothing for another team, and nothing to come", () => {
    tellChange(db, maria, TEAM, TOLD, NOW);
    const { id } = changesOf(db, TEAM)[0]!;
    for (const deed of [
      () => tellChange(db, stranger, TEAM, TOLD, NOW),
      () => retellChange(db, stranger, id, TOLD, NOW),
      () => removeChange(db, stranger, id),
    ])
      expect(refusalOf(deed)).toBe("notYours");
    expect(refusalOf(() => tellChange(db, maria, TEAM, { ...TOLD, since: "2026-12" }, NOW))).toBe("since: notYet");
  });

  it.each([
    ["ring til 86 00 00 00", "noPersonsHere"],
    ["skriv til lis@eksempel.dk", "noPersonsHere"],
    ["010150-1234", "cpr"],
  ])("leads to nobody: %j is refused", (what, key) => {
    expect(refusalOf(() => tellChange(db, maria, TEAM, { ...TOLD, what }, NOW))).toBe(`what: ${key}`);
  });

  it("may hold numbers that are nobody's", () => {
    tellChange(db, maria, TEAM, { ...TOLD, what: "20 hold siden 2024, hver uge kl. 10-12 i 8260 Viby" }, NOW);
    expect(changesOf(db, TEAM)).toHaveLength(1);
  });
});

describe("A link to the følgegruppe", () => {
  it("is given by the lead, opens the page of the team, and nothing once it is taken back", () => {
    const token = giveLink(db, lead, { teamId: TEAM, label: "Implementeringsgruppen" }, NOW);
    expect(teamOfLink(db, token)).toBe(TEAM);
    expect(db.select().from(partnerLinks).get()?.tokenHash).not.toContain(token);
    const [link] = linksOf(db, lead, TEAM);
    takeLink(db, lead, link!.id, NOW);
    expect([teamOfLink(db, token), linksOf(db, lead, TEAM)]).toEqual([null, []]);
    expect(
      db
        .select()
        .from(audit)
        .all()
        .map(({ kind }) => kind),
    ).toEqual(["partner-link-given", "partner-link-taken"]);
  });

  it("is for the lead alone to give, to see and to take back", () => {
    giveLink(db, lead, { teamId: TEAM, label: "Partnere" }, NOW);
    const [link] = linksOf(db, lead, TEAM);
    expect(linksOf(db, maria, TEAM)).toEqual([]);
    for (const viewer of [maria, stranger]) {
      expect(refusalOf(() => giveLink(db, viewer, { teamId: TEAM, label: "Mig" }, NOW))).toBe("notYours");
      expect(refusalOf(() => takeLink(db, viewer, link!.id, NOW))).toBe("notYours");
    }
    expect(refusalOf(() => giveLink(db, lead, { teamId: TEAM, label: "Bo, 20 30 40 50" }, NOW))).toBe(
      "label: noPersonsHere",
    );
    expect(teamOfLink(db, "gættet")).toBeNull();
  });
});

describe("A gap that becomes a workshop", () => {
  it("is a day, a place and who is invited, and says which activity came of it", () => {
    noted(db, KEY, 2);
    addOrganisation(db, "Viby Bibliotek");
    addActivity(db, { id: "strik", title: "Strik i fred", area: "viby" });
    const id = plan();
    changeWorkshop(db, hassan, id, { ...WORKSHOP, place: "Borgerhuset" });
    expect(workshopIfMine(db, hassan, id)).toMatchObject({ workshop: { place: "Borgerhuset" }, activity: null });
    expect(mayMeet(db, maria, gapOfKey(KEY))).toEqual([{ id: "strik", title: "Strik i fred" }]);
    expect(mayMeet(db, maria, gapOfKey("hasle|haandarbejde|"))).toEqual([]);
    expect(refusalOf(() => sayWhatCame(db, maria, id, { activity: "", address: "" }, NOW))).toBe(
      "activity: chooseActivity",
    );
    expect(refusalOf(() => sayWhatCame(db, maria, id, { activity: "", address: "nowhere" }, NOW))).toBe(
      "address: noSuchActivity",
    );
    sayWhatCame(db, maria, id, { activity: "", address: "https://bro.example/aktiviteter/strik" }, NOW);
    expect(gapAnswersOf(db, [TEAM])).toMatchObject([{ id, activity: { title: "Strik i fred", isPublic: true } }]);
    expect(refusalOf(() => dropWorkshop(db, maria, id))).toBe("workshopLedOn");
  });

  it("is the team's own, and can be taken away while nothing came of it", () => {
    const id = plan();
    expect(workshopIfMine(db, stranger, id)).toBeNull();
    for (const deed of [
      () => holdWorkshop(db, stranger, { ...gapOfKey(KEY), teamId: TEAM }, WORKSHOP, NOW),
      () => changeWorkshop(db, stranger, id, WORKSHOP),
      () => dropWorkshop(db, stranger, id),
      () => sayWhatCame(db, stranger, id, { activity: "", address: "" }, NOW),
    ])
      expect(refusalOf(deed)).toBe("notYours");
    expect(refusalOf(() => changeWorkshop(db, maria, id, { ...WORKSHOP, invited: "bo@eksempel.dk" }))).toBe(
      "invited: noPersonsHere",
    );
    dropWorkshop(db, maria, id);
    expect(gapAnswersOf(db, [TEAM])).toEqual([]);
  });
});

describe("The page of the følgegruppe", () => {
  const page = (teamId = TEAM) =>
    followedWork(db, { teamId, period: { year: 2026, quarter: 3 }, names: vocabularyOf(db), sought: [] }, NOW);

  it("shows what changed, what is missed, workshops and figures, of the one team", () => {
    tellChange(db, maria, TEAM, TOLD, NOW);
    noted(db, KEY, 7);
    plan();
    holdWorkshop(db, maria, { ...gapOfKey(KEY), teamId: TEAM }, { ...WORKSHOP, heldOn: "2026-11-03" }, NOW);
    expect(page()).toMatchObject({
      changes: [TOLD],
      missed: [{ area: "viby", atLeast: 5 }],
      ahead: [{ workshop: { heldOn: "2026-12-08" } }],
      held: [{ workshop: { heldOn: "2026-11-03" } }],
    });
    expect(page("andre")).toMatchObject({ changes: [], missed: [], ahead: [], held: [] });
    expect(page("findes-ikke")).toBeNull();
  });
});
