import type { Db } from "../../db/client.ts";
import type { SearchEngine, Wishes } from "../../search/engine.ts";
import { type ReadQuery, readQuery } from "../../search/query.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { addDays, instantOf, localClock, localDate, timeOfDay, weekdayOf } from "../shared/time.ts";
import { type CrisisLine, crisisLines } from "./crisis-lines.ts";
import { isSilent } from "./find.ts";
import { calledOffCards, type Card, cardsOf } from "./cards.ts";

export interface Week {
  read: ReadQuery;
  vocabulary: Vocabulary;
  /** Where to call when the words say that somebody is in danger. */
  lines: CrisisLine[];
  /** The first of the seven days: `fra`, else today. */
  from: string;
  /** What takes place on each, and what was called off, marked so by `calledOff`: earliest first. */
  days: { date: string; total: number; cards: Card[] }[];
}

const SHOWN_A_DAY = 12;
/** What is called off is looked for among so many times, and so many hits. */
const MOST_CALLED_OFF = 200;
const MOST_HITS = 2_000;

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
  const calledOff = await calledOffIn(db, search, read, dates, now);
  const days = results.map(({ total, hits }, index) => {
    const off = calledOff.filter(({ next }) => localDate(next) === dates[index]);
    const cards = cardsOf(db, hits);
    return { date: dates[index]!, total, cards: off.length > 0 ? inOrder([...cards, ...off]) : cards };
  });
  return { read, vocabulary, lines: read.crisis ? crisisLines(db, read.crisis) : [], from, days };
}

/** Times of these days that were called off, of activities that meet the wishes at another time. */
async function calledOffIn(
  db: Db,
  search: Pick<SearchEngine, "search">,
  { query }: ReadQuery,
  dates: readonly string[],
  now: number,
): Promise<Card[]> {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = calledOffCards(db, instantOf(first, "00:00"), instantOf(addDays(last, 1), "00:00"), MOST_CALLED_OFF);
  const atThatTime = all.filter(({ next }) => meetsTimes(query, next));
  if (atThatTime.length === 0) return [];
  const { hits } = await search.search(
    { ...query, fra: null, til: null, sort: "dato", side: 1, pageSize: MOST_HITS, facets: false },
    now,
  );
  const meeting = new Set(hits.map(({ id }) => id));
  return atThatTime.filter(({ id }) => meeting.has(id));
}

function meetsTimes({ dag, tid }: Wishes, start: number): boolean {
  const isDay = dag.length === 0 || dag.includes(weekdayOf(localDate(start)));
  return isDay && (tid.length === 0 || tid.includes(timeOfDay(localClock(start))));
}

function inOrder(cards: Card[]): Card[] {
  return cards.sort((a, b) => a.next - b.next);
}
