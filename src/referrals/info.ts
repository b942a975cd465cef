import { asc, eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { dropInHours } from "../../db/schema.ts";
import { readSettings } from "../../db/settings.ts";
import { WEEKDAYS } from "../shared/week.ts";
import { hoursInWords, weekdayName } from "../danish/wording.ts";
import { defaultTeam } from "../casework/routing.ts";
export { telLink } from "../shared/tel-link.ts";

const SAID = [
  "employer",
  "phone",
  "phoneHours",
  "promiseDays",
  "full",
  "readAtNight",
  "crisisIntro",
  "crisisEmergency",
  "crisisDoctor",
  "crisisLifeline",
] as const;

/**
 * What stands beside the request for help: who calls, how else to reach them, and where to turn at once. What nobody
 * has written yet is empty. `team`: for whom the page speaks.
 */
export function helpInfo(db: Db, team = defaultTeam(db)) {
  return {
    ...readSettings(db, SAID, team?.id),
    isFull: team?.isFull ?? false,
    dropIn: team ? dropInOf(db, team.id) : [],
  };
}
export type HelpInfo = ReturnType<typeof helpInfo>;

/** When and where one can come by, through the week: `tirsdag kl. 10–12`. */
function dropInOf(db: Db, teamId: string): { when: string; place: string }[] {
  const rows = db
    .select()
    .from(dropInHours)
    .where(eq(dropInHours.teamId, teamId))
    .orderBy(asc(dropInHours.start))
    .all();
  return WEEKDAYS.flatMap((weekday) => rows.filter((row) => row.weekday === weekday)).map((row) => ({
    when: `${weekdayName(row.weekday as (typeof WEEKDAYS)[number])} kl. ${hoursInWords(row.start, row.end)}`,
    place: row.place,
  }));
}
