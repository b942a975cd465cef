/** What is missing on the board, as the brobyggere of a team note it: of nobody, and with the month alone. */
import type { Db } from "../../db/client.ts";
import { gaps } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import type { KeyRing } from "../shared/seal.ts";
import { localDate } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { caseFor } from "./deeds.ts";
import { homeIn, keepSheet, sheetOf } from "./talk/talk.ts";
import { gapsOf, keyOf } from "./talk/wished-gaps.ts";
import { wishesOf } from "./talk/wishes.ts";
import { caseKey } from "./vault.ts";

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
