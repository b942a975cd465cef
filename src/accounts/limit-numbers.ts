/** What is limited, and how often it may be tried. */
import type { Db } from "../../db/client.ts";
import { readSettings, type SettingKey, type SettingValues } from "../../db/settings.ts";
import { DAY, HOUR } from "../shared/time.ts";

/**
 * What may be posted, by how often: requests for help, other forms, lists to point with. Each has a window, a number
 * for one address and one for the whole site.
 */
export const KINDS = {
  help: { window: HOUR, each: "helpPerHour", all: "helpPerHourSite", refusal: "helpLater" },
  form: { window: HOUR, each: "formsPerHour", all: "formsPerHourSite", refusal: "tryLater" },
  list: { window: DAY, each: "listsPerDay", all: "listsPerDaySite", refusal: "listsLater" },
} as const satisfies Record<string, { window: number; each: SettingKey; all: SettingKey; refusal: string }>;

/** Something that is limited. */
export type Limited = keyof typeof KINDS;

const NUMBERS = [
  "signInPerAccount",
  "signInPerAddress",
  "helpPerHour",
  "helpPerHourSite",
  "formsPerHour",
  "formsPerHourSite",
  "listsPerDay",
  "listsPerDaySite",
] as const satisfies readonly SettingKey[];

/** How often something may be tried (docs/contract.md, "Settings"). */
export type LimitNumbers = SettingValues<(typeof NUMBERS)[number]>;

/** What an editor decided, at this moment. */
export function limitsOf(db: Db): LimitNumbers {
  return readSettings(db, NUMBERS);
}
