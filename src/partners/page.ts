/** What whoever follows the work of a team may read of it: nothing of it names a person, and no number is of a few. */
import type { Db } from "../../db/client.ts";
import type { SoughtInVain } from "../board/search-statistics.ts";
import type { Names } from "../figures/figures.ts";
import { type Leaving, leavingOfTeam } from "../figures/leaving.ts";
import { type Period, spanOf } from "../figures/span.ts";
import { localDate } from "../shared/time.ts";
import { type GapAnswer, gapAnswersOf } from "./answers.ts";
import { type Change, changesOf } from "./changes.ts";
import { type MissedOutside, missedOutside } from "./register.ts";

export interface FollowedWork {
  team: string;
  period: Period;
  changes: Change[];
  /** What was missed in the period. */
  missed: MissedOutside[];
  /** Workshops to come, the soonest first, and those that were held, the newest first. */
  ahead: GapAnswer[];
  held: GapAnswer[];
  figures: Leaving;
}

/** What a team shows of a period that is over. `sought`: what was sought in vain in it. Null: there is no such team. */
export function followedWork(
  db: Db,
  { teamId, period, names, sought }: { teamId: string; period: Period; names: Names; sought: readonly SoughtInVain[] },
  now: number,
): FollowedWork | null {
  const figures = leavingOfTeam(db, teamId, period, names, now);
  if (!figures) return null;
  const today = localDate(now);
  const workshops = gapAnswersOf(db, [teamId]).filter(({ workshop }) => workshop !== null);
  const isAhead = ({ workshop }: GapAnswer) => (workshop?.heldOn ?? "") >= today;
  return {
    team: figures.team,
    period,
    changes: changesOf(db, teamId),
    missed: missedOutside(db, teamId, spanOf(period), sought),
    ahead: workshops.filter(isAhead).toReversed(),
    held: workshops.filter((one) => !isAhead(one)),
    figures,
  };
}
