import type { Db } from "#db/client.ts";
import { readSetting, readSettings, type SettingKey, SETTINGS } from "#db/settings.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { hasSecondFactor } from "../../accounts/second-factor.ts";
import { countPending, hasApproved } from "../../organisations/queries.ts";
import { lackingForHelp } from "../../casework/ready.ts";
import { defaultTeam } from "../../casework/routing.ts";
import { paths } from "../../shared/paths.ts";
import type { setUpTexts } from "../../texts/set-up.ts";

export interface Step {
  key: keyof typeof setUpTexts.steps;
  isDone: boolean;
  /** Where an editor does it, or changes it afterwards. */
  href: string;
}

/** What an editor has to have said of who they are before the first step is done. */
const SAYS_WHO: readonly SettingKey[] = ["controller", "employer", "phone"];

/** Whether a setting may stay empty on a site that is ready for people. */
export function mayStayEmpty(key: SettingKey): boolean {
  return SETTINGS[key].value === "" && !SAYS_WHO.includes(key);
}

/** What makes a new site ready for people, in the order in which an editor does it. */
export function setUpSteps(db: Db, viewer: Viewer | null): Step[] {
  const lacking = lackingForHelp(db);
  const team = defaultTeam(db);
  const saysWho = Object.values(readSettings(db, SAYS_WHO, team?.id)).every((said) => said !== "");
  return [
    { key: "who", isDone: saysWho, href: paths.editor.saysWho },
    { key: "team", isDone: team !== null, href: team ? paths.editor.team(team.id) : paths.editor.newTeam },
    {
      key: "member",
      isDone: !lacking.includes("member"),
      href: `${paths.editor.invite}${team ? `?adgang=brobygger:${team.id}` : ""}`,
    },
    { key: "consents", isDone: !lacking.includes("consents"), href: paths.editor.consents },
    { key: "association", isDone: hasApproved(db), href: countPending(db) > 0 ? paths.editor.desk : paths.signUp },
    {
      key: "twoSteps",
      isDone: usesTwoSteps(db, viewer) && readSetting(db, "secondFactor") === 1,
      href: paths.twoSteps,
    },
  ];
}

/** Whether the editor signs in with a code, and so can ask it of the others. */
export function usesTwoSteps(db: Db, viewer: Viewer | null): boolean {
  return viewer !== null && hasSecondFactor(db, viewer.id);
}
