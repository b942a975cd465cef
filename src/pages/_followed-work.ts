import { keyOfPeriod, periodIn, periodsBefore, spanOf } from "../figures/span.ts";
import { type FollowedWork, followedWork } from "../partners/page.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { runtime } from "../process/runtime.ts";

/** What a team shows of the period that an address names (`periode`), else of the newest; with the periods there are. */
export async function askedWork(teamId: string, asked: URLSearchParams) {
  const { db, work, now } = runtime();
  const at = now();
  const periods = periodsBefore(at);
  const names = vocabularyOf(db);
  const named = periods.find((one) => keyOfPeriod(one) === asked.get("periode"));
  const period = named ?? periodIn(asked.get("periode") ?? "", at) ?? periods[0]!;
  const sought = await work.do("soughtInVain", spanOf(period));
  const shown: FollowedWork | null = followedWork(db, { teamId, period, names, sought }, at);
  return { work: shown, periods, names };
}
