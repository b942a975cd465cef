import { settingsForm, teamForm, themesForm } from "../organisations/board-forms.ts";
import { saveSettings } from "../organisations/settings.ts";
import { saveTeam } from "../organisations/teams.ts";
import { arrangeThemes } from "../organisations/themes.ts";
import { act } from "./act.ts";

export const editor = {
  arrangeThemes: act({
    who: "editor",
    schema: themesForm,
    run(themes, { runtime, viewer }) {
      arrangeThemes(runtime.db, viewer, themes);
      runtime.search.changed();
      return "/redaktion/temaer?besked=themesSaved";
    },
  }),

  saveSettings: act({
    who: "editor",
    schema: settingsForm,
    run(values, { runtime, viewer, now }) {
      saveSettings(runtime.db, viewer, values, now);
      return "/redaktion/indstillinger?besked=settingsSaved";
    },
  }),

  saveTeam: act({
    who: "editor",
    schema: teamForm,
    run(team, { runtime, viewer, now }) {
      saveTeam(runtime.db, viewer, team, now);
      return `/redaktion/hold/${team.id}?besked=settingsSaved`;
    },
  }),
};
