import { dropMailForm, sendAgainForm, settingsForm, teamForm, themesForm } from "../organisations/board-forms.ts";
import { saveSettings } from "../organisations/settings.ts";
import { saveTeam } from "../organisations/teams.ts";
import { arrangeThemes } from "../organisations/themes.ts";
import { dropUndelivered, sendAgain } from "../organisations/undelivered.ts";
import { act } from "./act.ts";

export const editor = {
  arrangeThemes: act({
    who: "editor",
    schema: themesForm,
    async run(themes, { runtime, viewer }) {
      await runtime.write((tx) => arrangeThemes(tx, viewer, themes));
      runtime.search.changed();
      return "/redaktion/temaer?besked=themesSaved";
    },
  }),

  saveSettings: act({
    who: "editor",
    schema: settingsForm,
    async run(values, { runtime, viewer, now }) {
      await runtime.write((tx) => saveSettings(tx, viewer, values, now));
      return "/redaktion/indstillinger?besked=settingsSaved";
    },
  }),

  sendAgain: act({
    who: "editor",
    schema: sendAgainForm,
    async run({ id }, { runtime, viewer, now }) {
      await runtime.write((tx) => sendAgain(tx, viewer, id, now));
      runtime.mailWaits();
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
