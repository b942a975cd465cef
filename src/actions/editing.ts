import { importBorders } from "../editing/borders.ts";
import { saveNicknames } from "../editing/areas.ts";
import { addHoliday, removeHoliday } from "../editing/holidays.ts";
import { addNeed, languageIn, placesIn, rowsIn, saveLexicon, saveNamedPlaces } from "../editing/needs.ts";
import { groupsIn, saveWordGroups } from "../editing/words.ts";
import {
  bordersForm,
  consentsForm,
  ownConsentsForm,
  dropMailForm,
  holidayDeed,
  holidayForm,
  newTeamForm,
  newThemeForm,
  nicknamesForm,
  sendAgainForm,
  settingsForm,
  controllerForm,
  newControllerForm,
  oneControllerForm,
  teamForm,
  themeDeed,
  themesForm,
  needForm,
  needsForm,
  placesForm,
  wordsForm,
} from "../editing/forms.ts";
import { saveConsents, saveOwnConsents } from "../editing/consents.ts";
import { saveSettings } from "../editing/settings.ts";
import { makeController, removeController, saveController } from "../editing/controllers.ts";
import { makeTeam, saveTeam } from "../editing/teams.ts";
import { addTheme, arrangeThemes, removeTheme } from "../editing/themes.ts";
import { dropUndelivered, sendAgain } from "../editing/undelivered.ts";
import { paths } from "../shared/paths.ts";
import { act } from "./act.ts";
import { onward } from "./onward.ts";
import { told } from "../texts/notices.ts";

export const editing = {
  arrangeThemes: act({
    who: "editor",
    schema: themesForm,
    async run(themes, { runtime, viewer }) {
      await runtime.write((tx) => arrangeThemes(tx, viewer, themes));
      return told(paths.editor.themes, "temaer-gemt");
    },
  }),

  addTheme: act({
    who: "editor",
    schema: newThemeForm,
    async run({ navn, farve }, { runtime, viewer }) {
      await runtime.write((tx) => addTheme(tx, viewer, { name: navn, hue: farve }));
      return told(paths.editor.themes, "tema-lavet");
    },
  }),

  removeTheme: act({
    who: "editor",
    schema: themeDeed,
    async run({ tema }, { runtime, viewer }) {
      await runtime.write((tx) => removeTheme(tx, viewer, tema));
      return told(paths.editor.themes, "tema-fjernet");
    },
  }),

  saveSettings: act({
    who: "editor",
    schema: settingsForm,
    async run(values, by) {
      const goOn = onward(by);
      await by.runtime.write((tx) => saveSettings(tx, by.viewer, values, by.now));
      return goOn(paths.editor.settings, "indstillinger-gemt");
    },
  }),

  saveConsents: act({
    who: "editor",
    schema: consentsForm,
    async run(words, by) {
      const goOn = onward(by);
      await by.runtime.write((tx) => saveConsents(tx, by.viewer, words, by.now));
      return goOn(paths.editor.consents, "samtykke-gemt");
    },
  }),

  saveOwnConsents: act({
    who: "editor",
    schema: ownConsentsForm,
    async run({ id, words }, { runtime, viewer, now }) {
      await runtime.write((tx) => saveOwnConsents(tx, viewer, id, words, now));
      return told(paths.editor.ownConsents(id), "samtykke-gemt");
    },
  }),

  makeTeam: act({
    who: "editor",
    schema: newTeamForm,
    async run(team, by) {
      const goOn = onward(by);
      const id = await by.runtime.write((tx) => makeTeam(tx, by.viewer, team, by.now));
      return goOn(paths.editor.team(id), "hold-lavet");
    },
  }),

  makeController: act({
    who: "editor",
    schema: newControllerForm,
    async run(controller, { runtime, viewer, now }) {
      const id = await runtime.write((tx) => makeController(tx, viewer, controller, now));
      return told(paths.editor.controller(id), "ansvarlig-lavet");
    },
  }),

  saveController: act({
    who: "editor",
    schema: controllerForm,
    async run(controller, { runtime, viewer, now }) {
      await runtime.write((tx) => saveController(tx, viewer, controller, now));
      return told(paths.editor.controller(controller.id), "indstillinger-gemt");
    },
  }),

  removeController: act({
    who: "editor",
    schema: oneControllerForm,
    async run({ id }, { runtime, viewer }) {
      await runtime.write((tx) => removeController(tx, viewer, id));
      return told(paths.editor.teams, "ansvarlig-fjernet");
    },
  }),

  sendAgain: act({
    who: "editor",
    schema: sendAgainForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((tx) => sendAgain(tx, viewer, id, now));
      return told(paths.editor.mails, "mail-igen");
    },
  }),

  dropMail: act({
    who: "editor",
    schema: dropMailForm,
    async run({ id }, { runtime, viewer }) {
      await runtime.write((tx) => dropUndelivered(tx, viewer, id));
      return told(paths.editor.mails, "mail-slettet");
    },
  }),

  saveTeam: act({
    who: "editor",
    schema: teamForm,
    async run(team, { runtime, viewer, now }) {
      await runtime.write((tx) => saveTeam(tx, viewer, team, now));
      return told(paths.editor.team(team.id), "indstillinger-gemt");
    },
  }),

  saveWords: act({
    who: "editor",
    schema: wordsForm,
    async run({ ord }, by) {
      await by.runtime.write((db) => saveWordGroups(db, by.viewer, groupsIn(ord)));
      return told(paths.editor.words, "ord-gemt");
    },
  }),
  saveNeeds: act({
    who: "editor",
    schema: needsForm,
    async run({ sprog, behov }, by) {
      const lang = languageIn(sprog);
      await by.runtime.write((db) => saveLexicon(db, by.viewer, lang, rowsIn(behov)));
      return told(`${paths.editor.words}?sprog=${lang}`, "ord-gemt");
    },
  }),
  addNeed: act({
    who: "editor",
    schema: needForm,
    async run({ nyt, finder }, by) {
      await by.runtime.write((db) =>
        addNeed(
          db,
          by.viewer,
          nyt,
          finder.split(/[,;]/).flatMap((part) => part.trim() || []),
        ),
      );
      return told(paths.editor.words, "ord-gemt");
    },
  }),
  saveNamedPlaces: act({
    who: "editor",
    schema: placesForm,
    async run({ steder }, by) {
      await by.runtime.write((db) => saveNamedPlaces(db, by.viewer, placesIn(steder)));
      return told(paths.editor.words, "ord-gemt");
    },
  }),
  addHoliday: act({
    who: "editor",
    schema: holidayForm,
    async run({ slags, navn, foerste, sidste }, by) {
      await by.runtime.write((db) =>
        addHoliday(db, by.viewer, { kind: slags, name: navn, from: foerste, until: sidste }),
      );
      return told(paths.editor.holidays, "ferie-gemt");
    },
  }),
  removeHoliday: act({
    who: "editor",
    schema: holidayDeed,
    async run({ id }, by) {
      await by.runtime.write((db) => removeHoliday(db, by.viewer, id));
      return told(paths.editor.holidays, "ferie-slettet");
    },
  }),
  importBorders: act({
    who: "editor",
    schema: bordersForm,
    async run({ fil }, by) {
      const borders = await by.runtime.work.do("borders", { file: await fil.bytes() });
      await by.runtime.write((db) => importBorders(db, by.viewer, borders));
      by.runtime.jobs.areasChanged();
      return told(paths.editor.areas, "graenser-gemt");
    },
  }),
  saveNicknames: act({
    who: "editor",
    schema: nicknamesForm,
    async run(wanted, by) {
      await by.runtime.write((db) => saveNicknames(db, by.viewer, wanted));
      return told(paths.editor.areas, "omraader-gemt");
    },
  }),
};
