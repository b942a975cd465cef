import { consentsForm, dropMailForm, newTeamForm, sendAgainForm, settingsForm, teamForm, themesForm } from "../editing/forms.ts";
import { saveConsents } from "../editing/consents.ts";
import { saveSettings } from "../editing/settings.ts";
import { makeTeam, saveTeam } from "../editing/teams.ts";
import { arrangeThemes } from "../editing/themes.ts";
import { dropUndelivered, sendAgain } from "../editing/undelivered.ts";
import { act } from "./act.ts";
import { onward } from "./onward.ts";

export const editor = {
  arrangeThemes: act({
    who: "editor",
    schema: themesForm,
    async run(themes, { runtime, viewer }) {
      await runtime.write((tx) => arrangeThemes(tx, viewer, themes));
      return "/redaktion/temaer?besked=themesSaved";
    },
  }),

  saveSettings: act({
    who: "editor",
    schema: settingsForm,
    async run(values, by) {
      const goOn = onward(by);
      await by.runtime.write((tx) => saveSettings(tx, by.viewer, values, by.now));
      return goOn("/redaktion/indstillinger", "settingsSaved");
    },
  }),

  saveConsents: act({
    who: "editor",
    schema: consentsForm,
    async run(words, by) {
      const goOn = onward(by);
      await by.runtime.write((tx) => saveConsents(tx, by.viewer, words, by.now));
      return goOn("/redaktion/samtykke", "consentsSaved");
    },
  }),

  makeTeam: act({
    who: "editor",
    schema: newTeamForm,
    async run(team, by) {
      const goOn = onward(by);
      const id = await by.runtime.write((tx) => makeTeam(tx, by.viewer, team, by.now));
      return goOn(`/redaktion/hold/${id}`, "teamMade");
    },
  }),

  sendAgain: act({
    who: "editor",
    schema: sendAgainForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((tx) => sendAgain(tx, viewer, id, now));
      return "/redaktion/mails?besked=mail-igen";
    },
  }),

  dropMail: act({
    who: "editor",
    schema: dropMailForm,
    async run({ id }, { runtime, viewer }) {
      await runtime.write((tx) => dropUndelivered(tx, viewer, id));
      return "/redaktion/mails?besked=mail-slettet";
    },
  }),

  saveTeam: act({
    who: "editor",
    schema: teamForm,
    async run(team, { runtime, viewer, now }) {
      await runtime.write((tx) => saveTeam(tx, viewer, team, now));
      return `/redaktion/hold/${team.id}?besked=settingsSaved`;
    },
  }),
};
