/** What is missing on the board, as the brobyggere of a team have noted it: of nobody, and with the month alone. */
import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, gaps } from "../../db/schema.ts";
import { teamsOf, type Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { caseFor } from "./deeds.ts";
import { homeIn, keepSheet, sheetOf } from "./talk/talk.ts";
import { type Gap, gapsOf, keyOf } from "./talk/wished-gaps.ts";
import { wishesOf } from "./talk/wishes.ts";
import { caseKey } from "./vault.ts";

/** How often a team has noted a gap that nothing meets yet. */
export interface GapLine extends Gap {
  teamId: string;
  times: number;
  /** `YYYY-MM`: when it was noted last. */
  latest: string;
}

/** What was met, and by what. */
export interface MetGap extends Omit<GapLine, "latest"> {
  activityId: string;
  title: string;
}

const MOST_SHOWN = 200;

/**
 * Notes what the sheet of one's own case wishes as gaps of its team, each once a case; answers how many were new.
 * Refuses when nothing on it can be said in codes, and when all of it was noted.
 */
export function noteGaps(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  read: { vocabulary: Pick<Vocabulary, "areas" | "postcodes">; themeOf: (words: string) => string | null },
  now: number,
): number {
  return db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const key = caseKey(keys, stored) ?? refuse("notYourCase");
    const sheet = sheetOf(tx, keys, stored)?.sheet ?? refuse("noGap");
    const home = stored.area === null ? null : homeIn(tx, stored.area);
    const wishes = wishesOf(sheet, home, read.vocabulary).filter((wish) => !sheet.struck.includes(wish.key));
    const wished = gapsOf(wishes, stored.area, read.themeOf).filter(({ area }) => isPlace(area, read.vocabulary));
    if (wished.length === 0) refuse("noGap");
    const fresh = wished.filter((gap) => !sheet.gaps.includes(keyOf(gap)));
    if (fresh.length === 0) refuse("gapNoted");
    const month = localDate(now).slice(0, 7);
    for (const gap of fresh)
      tx.insert(gaps)
        .values({ ...gap, teamId: stored.teamId, month })
        .run();
    keepSheet(tx, key, id, { ...sheet, gaps: [...sheet.gaps, ...fresh.map(keyOf)] }, now);
    return fresh.length;
  });
}

/** No other word that somebody posted for a place is ever kept. */
function isPlace(area: string, { areas, postcodes }: Pick<Vocabulary, "areas" | "postcodes">): boolean {
  return area === "" || areas.some(({ slug }) => slug === area) || postcodes.some(({ code }) => code === area);
}

/** What the viewer's teams miss, what was noted most first. */
export function openGaps(db: Db, viewer: Viewer): GapLine[] {
  const { teamId, area, theme, time } = gaps;
  const times = sql<number>`count(*)`;
  const latest = sql<string>`max(${gaps.month})`;
  return db
    .select({ teamId, area, theme, time, times, latest })
    .from(gaps)
    .where(and(inArray(teamId, teamsOf(viewer)), isNull(gaps.metById)))
    .groupBy(teamId, area, theme, time)
    .orderBy(desc(times), desc(latest), area, theme, time)
    .limit(MOST_SHOWN)
    .all();
}

/** What of it a group of the team meets, the newest first. */
export function metGaps(db: Db, viewer: Viewer): MetGap[] {
  const { teamId, area, theme, time } = gaps;
  return db
    .select({
      teamId,
      area,
      theme,
      time,
      times: sql<number>`count(*)`,
      activityId: activities.id,
      title: activities.title,
    })
    .from(gaps)
    .innerJoin(activities, eq(activities.id, gaps.metById))
    .where(and(inArray(teamId, teamsOf(viewer)), isNotNull(gaps.metById)))
    .groupBy(teamId, area, theme, time, activities.id)
    .orderBy(desc(sql`max(${gaps.id})`))
    .limit(MOST_SHOWN)
    .all();
}
