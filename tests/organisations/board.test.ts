import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { type OpenDb, openDb } from "../../db/client.ts";
import { settings } from "../../db/schema.ts";
import { readSetting, readSettings } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { consentsForm, newTeamForm, settingsForm, teamForm, controllerForm } from "../../src/editing/forms.ts";
import { consentVersions, saveConsents } from "../../src/editing/consents.ts";
import { makeController, otherControllers, removeController, saveController } from "../../src/editing/controllers.ts";
import { saveSettings } from "../../src/editing/settings.ts";
import { listTeams, makeTeam, saveTeam, teamFor } from "../../src/editing/teams.ts";
import { CONSENT_KINDS, suggestedConsents, suggestedSaid } from "../../src/texts/consents.ts";
import { ask } from "../casework/support.ts";
import { addPerson, newBox, NOW, openTown, refusalOf } from "../world.ts";
import { ROOT } from "../harness/root.ts";

let db: OpenDb;
let editor: Viewer;
beforeEach(() => {
  db = openTown();
  editor = addPerson(db, "Rie", "editor");
});

test("An editor changes a setting; what is set back to the default is no longer kept", () => {
  const save = (fields: Record<string, string>) => saveSettings(db, editor, settingsForm.parse(fields), NOW);
  save({ phone: "86 12 34 56", promiseDays: "5" });
  expect(readSetting(db, "phone")).toBe("86 12 34 56");
  expect(readSetting(db, "promiseDays")).toBe(5);
  save({ promiseDays: "3" });
  expect(db.select().from(settings).where(eq(settings.key, "promiseDays")).all()).toEqual([]);
  expect(readSetting(db, "phone")).toBe("86 12 34 56");
});

test("An editor takes back what only the site can know: it stands nowhere then", () => {
  saveSettings(db, editor, settingsForm.parse({ phone: " ", employer: "" }), NOW);
  expect(readSettings(db, ["phone", "employer"])).toEqual({ phone: "", employer: "" });
});

test("Bad settings come back beside their fields", () => {
  const wrong = (fields: Record<string, unknown>) =>
    settingsForm.safeParse(fields).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(wrong({ promiseDays: "0" })).toEqual([["promiseDays", "wholeNumber"]]);
  expect(wrong({ promiseDays: "2,5" })).toEqual([["promiseDays", "wholeNumber"]]);
  expect(wrong({ crisisEmergency: "  " })).toEqual([["crisisEmergency", "required"]]);
  expect(wrong({ phone: "ingen" })).toEqual([["phone", "phoneNoDigits"]]);
  expect(wrong({ legalBasis: "x".repeat(4001) })).toEqual([["legalBasis", "tooLong"]]);
  expect(settingsForm.parse({ "mark.demo": "x", phone: ["1", "2"] })).toEqual([]);
});

const team = { id: "folkesundhed", name: "Folkesundhed" };
const row = (at: number, [place, weekday, start, end]: [string, string, string, string]) => ({
  [`sted-${at}`]: place,
  [`ugedag-${at}`]: weekday,
  [`fra-${at}`]: start,
  [`til-${at}`]: end,
});

test("An editor says when a team can be met, that it is full, and what holds for it alone", () => {
  const fields = {
    ...team,
    isFull: "ja",
    phone: "86 11 11 11",
    promiseDays: "2",
    ...row(0, ["Åby Bibliotek", "ons", "10:00", "12:00"]),
    ...row(1, ["", "tir", "", ""]),
  };
  saveTeam(db, editor, teamForm.parse(fields), NOW);
  expect(teamFor(db, editor, team.id)).toMatchObject({
    name: "Folkesundhed",
    isFull: true,
    hours: [{ place: "Åby Bibliotek", weekday: "ons", start: "10:00", end: "12:00" }],
  });
  expect(readSetting(db, "phone", team.id)).toBe("86 11 11 11");
  expect(readSetting(db, "promiseDays", team.id)).toBe(2);
  const site = readSetting(db, "phone");
  expect(site).not.toBe("86 11 11 11");
  saveTeam(db, editor, teamForm.parse(team), NOW);
  expect(teamFor(db, editor, team.id)).toMatchObject({ isFull: false, hours: [] });
  expect(readSetting(db, "phone", team.id)).toBe(site);
});

test("An editor writes down who else answers for citizens, and gives it a team that has no cases yet", () => {
  const id = makeController(db, editor, { name: "Frivilligcenter Bro" }, NOW);
  expect(refusalOf(() => makeController(db, editor, { name: "FRIVILLIGCENTER bro" }, NOW))).toBe(
    "name: controllerTwice",
  );
  saveController(
    db,
    editor,
    controllerForm.parse({ id, name: "Frivilligcenter Bro", controller: "Torvet 2", retentionClosedMonths: "6" }),
    NOW,
  );
  const teamId = makeTeam(db, editor, { name: "Sociale brobyggere", focus: "" }, NOW);
  saveTeam(db, editor, teamForm.parse({ id: teamId, name: "Sociale", controllerId: id, areas: ["viby"] }), NOW);
  expect(teamFor(db, editor, teamId)).toMatchObject({ controllerId: id, areas: ["viby"] });
  for (const wrong of [{ areas: ["atlantis"] }, { controllerId: "ingen" }]) {
    const posted = teamForm.parse({ id: teamId, name: "Sociale", ...wrong });
    expect(refusalOf(() => saveTeam(db, editor, posted, NOW))).toMatch(/^(areas|controllerId): unknown$/);
  }
  expect(readSetting(db, "retentionClosedMonths", teamId)).toBe(6);
  expect(otherControllers(db)).toMatchObject([{ name: "Frivilligcenter Bro", controller: "Torvet 2" }]);
  expect(refusalOf(() => removeController(db, editor, id))).toBe("controllerHasTeams");
  ask(db, newBox());
  const [team] = listTeams(db).filter(({ isDefault }) => isDefault);
  const given = { id: team?.id, name: "Folkesundhed", controllerId: id };
  expect(refusalOf(() => saveTeam(db, editor, teamForm.parse(given), NOW))).toBe("controllerId: controllerHasCases");
  saveTeam(db, editor, teamForm.parse({ id: teamId, name: "Sociale" }), NOW);
  removeController(db, editor, id);
  expect(otherControllers(db)).toEqual([]);
});

test("An editor makes teams; the first gets what no other shall have, and no two have one name", () => {
  const empty = openDb(":memory:", ROOT);
  makeTeam(empty, editor, newTeamForm.parse({ name: "Brobyggerne", focus: "" }), NOW);
  makeTeam(empty, editor, newTeamForm.parse({ name: "Unge", focus: "unge" }), NOW);
  expect(listTeams(empty)).toMatchObject([
    { name: "Brobyggerne", isDefault: true },
    { name: "Unge", isDefault: false, focus: "unge" },
  ]);
  expect(refusalOf(() => makeTeam(empty, editor, { name: "BROBYGGERNE", focus: "" }, NOW))).toBe("name: teamTwice");
});

test("New words to say yes to are a new version; the old ones stay, and the same words again change nothing", () => {
  const texts = Object.fromEntries(CONSENT_KINDS.map((kind) => [kind, suggestedConsents[kind]]));
  const save = (changed: Record<string, string>) =>
    saveConsents(db, editor, consentsForm.parse({ said: suggestedSaid, ...texts, ...changed }), NOW + 1);
  save({});
  save({ message: "I må lægge en besked på min telefon." });
  const versions = consentVersions(db);
  expect(versions.get("message")).toMatchObject([
    { version: 2, text: "I må lægge en besked på min telefon.", validFrom: NOW + 1 },
    { version: 1, text: suggestedConsents.message, validFrom: NOW },
  ]);
  expect(versions.get("follow-up")).toHaveLength(1);
  expect(consentsForm.safeParse({ said: suggestedSaid, ...texts, message: " " }).error?.issues).toMatchObject([
    { path: ["message"], message: "required" },
  ]);
});

test("Hours that cannot be come back beside the field", () => {
  const wrong = (fields: Record<string, string>) =>
    teamForm.safeParse({ ...team, ...fields }).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(wrong(row(0, ["Åby", "ons", "12:00", "10:00"]))).toEqual([["til-0", "endsBefore"]]);
  expect(wrong(row(3, ["Åby", "onsdag", "25:00", ""]))).toEqual([
    ["ugedag-3", "unknown"],
    ["fra-3", "clock"],
    ["til-3", "clock"],
  ]);
  expect(wrong({ promiseDays: "mange" })).toEqual([["promiseDays", "wholeNumber"]]);
});

test("Nobody but an editor changes settings and teams", () => {
  const lis = addPerson(db, "Lis", "lead", "folkesundhed");
  expect(refusalOf(() => saveTeam(db, lis, teamForm.parse(team), NOW))).toBe("notYours");
  expect(teamFor(db, lis, team.id)).toBeNull();
  expect(refusalOf(() => saveTeam(db, editor, teamForm.parse({ ...team, id: "findes-ikke" }), NOW))).toBe("unknown");
  expect(refusalOf(() => saveSettings(db, lis, [{ key: "phone", value: "1" }], NOW))).toBe("notYours");
  expect(refusalOf(() => makeTeam(db, lis, { name: "Nyt", focus: "" }, NOW))).toBe("notYours");
  expect(refusalOf(() => saveConsents(db, lis, [], NOW))).toBe("notYours");
});
