import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { insertDefaults } from "../../db/defaults.ts";
import { outboxLog } from "../../db/schema.ts";
import { readSetting, SETTINGS } from "../../db/settings.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { settingsForm, teamForm, themesForm } from "../../src/organisations/board-forms.ts";
import { saveSettings } from "../../src/organisations/settings.ts";
import { saveTeam, teamFor } from "../../src/organisations/teams.ts";
import { arrangeThemes, listThemes, type Theme } from "../../src/organisations/themes.ts";
import { addPerson, NOW, openTown, refusalOf } from "../accounts/people.ts";

let db: OpenDb;
let editor: Viewer;
beforeEach(async () => {
  db = openTown();
  insertDefaults(db);
  editor = await addPerson(db, "Rie", "editor");
});

/** The form as it stands, with what the editor typed over it. */
const form = (typed: Record<string, Partial<Theme>> = {}) => listThemes(db).map((theme, at) => ({ ...theme, position: at + 1, ...typed[theme.slug] }));
const order = () => listThemes(db).map(({ slug }) => slug);

test("A theme that is given a place stands on it, moved up or down, and the others close ranks", () => {
  fc.assert(
    fc.property(fc.nat(11), fc.integer({ min: 1, max: 12 }), (which, place) => {
      const before = order();
      const moved = before[which] as string;
      arrangeThemes(db, editor, form({ [moved]: { position: place } }));
      expect(order().indexOf(moved)).toBe(place - 1);
      expect(order().filter((slug) => slug !== moved)).toEqual(before.filter((slug) => slug !== moved));
    }),
    { numRuns: 40 },
  );
});

test("A theme gets a new name, everywhere it is found; two may not share one", async () => {
  arrangeThemes(db, editor, form({ spil: { name: "Spil og leg" } }));
  expect(listThemes(db).find(({ slug }) => slug === "spil")?.name).toBe("Spil og leg");
  expect(await refusalOf(() => arrangeThemes(db, editor, form({ spil: { name: "mad og fællesspisning" } })))).toBe("themeTwice");
  expect(await refusalOf(() => arrangeThemes(db, editor, form({ spil: { name: "" } })))).toBe("required");
  expect(db.select().from(outboxLog).all()).toEqual([]);
});

test("A place that is no number comes back beside its field", () => {
  const read = themesForm.safeParse({ "navn-spil": "Spil", "plads-spil": "to" });
  expect(read.error?.issues).toMatchObject([{ path: ["plads-spil"], message: "wholeNumber" }]);
});

test("An editor changes a setting; what is set back to the default is no longer kept", () => {
  const save = (fields: Record<string, string>) => saveSettings(db, editor, settingsForm.parse(fields), NOW);
  save({ phone: "86 12 34 56", promiseDays: "5" });
  expect(readSetting(db, "phone")).toBe("86 12 34 56");
  expect(readSetting(db, "promiseDays")).toBe(5);
  save({ phone: SETTINGS.phone.value });
  expect(readSetting(db, "phone")).toBe(SETTINGS.phone.value);
  expect(readSetting(db, "promiseDays")).toBe(5);
});

test("Bad settings come back beside their fields", () => {
  const wrong = (fields: Record<string, unknown>) => settingsForm.safeParse(fields).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(wrong({ promiseDays: "0" })).toEqual([["promiseDays", "wholeNumber"]]);
  expect(wrong({ promiseDays: "2,5" })).toEqual([["promiseDays", "wholeNumber"]]);
  expect(wrong({ phone: "  " })).toEqual([["phone", "required"]]);
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
  expect(readSetting(db, "phone")).toBe(SETTINGS.phone.value);
  saveTeam(db, editor, teamForm.parse(team), NOW);
  expect(teamFor(db, editor, team.id)).toMatchObject({ isFull: false, hours: [] });
  expect(readSetting(db, "phone", team.id)).toBe(SETTINGS.phone.value);
});

test("Hours that cannot be come back beside the field", () => {
  const wrong = (fields: Record<string, string>) => teamForm.safeParse({ ...team, ...fields }).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(wrong(row(0, ["Åby", "ons", "12:00", "10:00"]))).toEqual([["til-0", "endsBefore"]]);
  expect(wrong(row(3, ["Åby", "onsdag", "25:00", ""]))).toEqual([
    ["ugedag-3", "unknown"],
    ["fra-3", "clock"],
    ["til-3", "clock"],
  ]);
  expect(wrong({ promiseDays: "mange" })).toEqual([["promiseDays", "wholeNumber"]]);
});

test("Nobody but an editor changes themes, settings and teams", async () => {
  const lis = await addPerson(db, "Lis", "lead", "folkesundhed");
  expect(await refusalOf(() => arrangeThemes(db, lis, form()))).toBe("notYours");
  expect(await refusalOf(() => saveTeam(db, lis, teamForm.parse(team), NOW))).toBe("notYours");
  expect(teamFor(db, lis, team.id)).toBeNull();
  expect(await refusalOf(() => saveTeam(db, editor, teamForm.parse({ ...team, id: "findes-ikke" }), NOW))).toBe("unknown");
  expect(await refusalOf(() => saveSettings(db, lis, [{ key: "phone", value: "1" }], NOW))).toBe("notYours");
});
