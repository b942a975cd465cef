import type { Db } from "../../db/client.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { type ReadQuery, readQuery } from "../../search/query.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { addDays, localDate } from "../shared/time.ts";
import { type CrisisLine, crisisLines } from "./crisis-lines.ts";
import { isSilent } from "./find.ts";
import { type Card, cardsOf } from "./cards.ts";

export interface Week {
  read: ReadQuery;
  vocabulary: Vocabulary;
  /** Where to call when the words say that somebody is in danger. */
  lines: CrisisLine[];
  /** The first of the seven days: `fra`, else today. */
  from: string;
  days: { date: string; total: number; cards: Card[] }[];
}

const SHOWN_A_DAY = 12;

/** The hits of a search as a week: for each of seven days what starts on it, earliest first. */
export async function findWeek(
  db: Db,
  search: Pick<SearchEngine, "search">,
  params: URLSearchParams,
  now: number,
): Promise<Week> {
  const vocabulary = vocabularyOf(db);
  const read = readQuery(params, vocabulary, now);
  const today = localDate(now);
  const from = read.query.fra && read.query.fra > today ? read.query.fra : today;
  const dates = Array.from({ length: 7 }, (_, n) => addDays(from, n)).filter(
    (date) => !isSilent(read) && (!read.query.til || date <= read.query.til),
  );
  const results = await Promise.all(
    dates.map((date) =>
      search.search(
        { ...read.query, fra: date, til: date, sort: "dato", side: 1, pageSize: SHOWN_A_DAY, facets: false },
        now,
      ),
    ),
  );
  const days = results.map((result, index) => ({
    date: dates[index]!,
    total: result.total,
    cards: cardsOf(db, result.hits),
  }));
  return { read, vocabulary, lines: read.crisis ? crisisLines(db, read.crisis) : [], from, days };
}
