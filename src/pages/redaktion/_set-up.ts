import type { Db } from "#db/client.ts";
import { readSetting } from "#db/settings.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { hasSecondFactor } from "../../accounts/second-factor.ts";
import { countPending, hasApproved } from "../../organisations/queries.ts";
import { lackingForHelp } from "../../referrals/ready.ts";
import { defaultTeam } from "../../referrals/routing.ts";
import type { setUpTexts } from "../../texts/set-up.ts";

export interface Step {
  key: keyof typeof setUpTexts.steps;
  isDone: boolean;
  /** Where an editor does it, or changes it afterwards. */
  href: string;
}

/** What makes a new site ready for people, in the order in which an editor does it. */
export function setUpSteps(db: Db, viewer: Viewer | null): Step[] {
  const lacking = lackingForHelp(db);
  const team = defaultTeam(db);
  const saysWho = readSetting(db, "employer", team?.id) !== "" && !lacking.includes("controller") && !lacking.includes("phone");
  return [
    { key: "who", isDone: saysWho, href: "/redaktion/kom-i-gang/hvem" },
    { key: "team", isDone: team !== null, href: team ? `/redaktion/hold/${team.id}` : "/redaktion/hold/ny" },
    { key: "member", isDone: !lacking.includes("member"), href: `/redaktion/mennesker/inviter${team ? `?adgang=lead:${team.id}` : ""}` },
    { key: "consents", isDone: !lacking.includes("consents"), href: "/redaktion/samtykke" },
    { key: "association", isDone: hasApproved(db), href: countPending(db) > 0 ? "/redaktion" : "/opret-forening" },
    { key: "twoSteps", isDone: usesTwoSteps(db, viewer) && readSetting(db, "secondFactor") === 1, href: "/totrin" },
  ];
}

/** Whether the editor signs in with a code, and so can ask it of the others. */
export function usesTwoSteps(db: Db, viewer: Viewer | null): boolean {
  return viewer !== null && hasSecondFactor(db, viewer.id);
}
