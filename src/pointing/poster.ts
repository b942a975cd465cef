import { and, ne } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import type { SearchEngine } from "../../search/engine.ts";
import { readQuery } from "../../search/query.ts";
import { vocabularyOf } from "../places/vocabulary.ts";
import { inList } from "../danish/wording.ts";
import { addDays, daysBetween, localDate, nextWeekday } from "../shared/time.ts";
import { placeLabel } from "../texts/labels.ts";
import { pointing } from "../texts/pointing.ts";
import { readHolidays } from "../schedule/occurrences.ts";
import { pausesOf, sayPauses } from "../schedule/pauses.ts";
import { type Card, cardsOf } from "../board/cards.ts";

/** Which week a poster is of: seen from today, its first day and its Sunday. */
export interface PosterWeek {
  is: "this" | "next" | "another";
  from: string;
  until: string;
}

export interface Poster extends PosterWeek {
  /** `Viby`, `Viby og Åby`, `hele Aarhus`. */
  where: string;
  themes: string;
  days: { date: string; cards: PosterCard[]; more: number }[];
  /** Those that do not fit on the paper. */
  more: number;
}

export interface PosterCard extends Card {
  /** `Holder fri i påsken`, when there is some of that between today and the date. */
  free: string | null;
}

/** Activities that fit on one A4 with seven days. */
const LINES = 14;
/** Enough of a day to choose from. */
const READ_A_DAY = 60;

/** What happens in the week that was asked for, as much of it as one A4 holds: every day gets its share. */
export async function findPoster(
  db: Db,
  search: Pick<SearchEngine, "search">,
  params: URLSearchParams,
  now: number,
): Promise<Poster> {
  const vocabulary = vocabularyOf(db);
  const { query } = readQuery(params, vocabulary, now);
  const { is, from, until } = weekAsked(query.fra, params.get("uge") === "naeste", localDate(now));
  const dates = Array.from({ length: daysBetween(from, until) + 1 }, (_, n) => addDays(from, n));
  const results = await Promise.all(
    dates.map((date) =>
      search.search(
        { ...query, fra: date, til: date, sort: "dato", side: 1, pageSize: READ_A_DAY, facets: false },
        now,
      ),
    ),
  );
  const full = results
    .map(({ total, hits }, i) => ({ date: dates[i]!, total, cards: cardsOf(db, hits) }))
    .filter(({ cards }) => cards.length > 0);
  const free = freeBefore(
    db,
    full.flatMap(({ cards }) => cards),
    now,
  );
  const days = daysThatFit(full, free);
  return {
    where: inList(query.omraade.map((place) => placeLabel(place, vocabulary))) || pointing.posterAll,
    themes: inList(query.tema.map((slug) => vocabulary.themes.find((theme) => theme.slug === slug)?.name ?? slug)),
    is,
    from,
    until,
    days,
    more: days.reduce((sum, day) => sum + day.more, 0),
  };
}

/**
 * The week of the first day that a search asks for, else the next one when that is wanted, else this one; what is over
 * of it is left out.
 */
export function weekAsked(asked: string | null, wantsNext: boolean, today: string): PosterWeek {
  const sunday = nextWeekday(today, "soen");
  const day = asked ?? (wantsNext ? addDays(sunday, 1) : today);
  if (day <= sunday) return { is: "this", from: today, until: sunday };
  const until = nextWeekday(day, "soen");
  return { is: until === addDays(sunday, 7) ? "next" : "another", from: addDays(until, -6), until };
}

/** As many of the days' activities as the paper holds: a line about holidays takes half the room of one. */
export function daysThatFit(
  full: readonly { date: string; total: number; cards: Card[] }[],
  free: ReadonlyMap<string, string>,
): Poster["days"] {
  for (let count = LINES; ; count -= 1) {
    const days = chosenDays(full, count).map((day) => ({
      ...day,
      cards: day.cards.map((card) => ({ ...card, free: free.get(card.id) ?? null })),
    }));
    const cards = days.flatMap((day) => day.cards);
    if (cards.length + cards.filter((card) => card.free).length / 2 <= LINES) return days;
  }
}

function chosenDays(full: readonly { date: string; total: number; cards: Card[] }[], count: number) {
  const shares = sharesOf(
    full.map(({ cards }) => cards.length),
    count,
  );
  const shown = new Set<string>();
  return full.map(({ date, total, cards }, i) => {
    const chosen = chosenOf(cards, shares[i]!, shown);
    for (const { id } of chosen) shown.add(id);
    return { date, cards: chosen, more: total - chosen.length };
  });
}

/** In words, of the activities that hold free on a day between today and their date, why nobody meets before. */
export function freeBefore(db: Db, cards: readonly Pick<Card, "id" | "next">[], now: number): Map<string, string> {
  const ids = cards.map(({ id }) => id);
  const pausing = db
    .select({ id: activities.id, pauses: activities.pauses })
    .from(activities)
    .where(and(among(activities.id, ids), ne(activities.pauses, [])))
    .all();
  if (pausing.length === 0) return new Map();
  const holidays = readHolidays(db);
  const pausesById = new Map(pausing.map(({ id, pauses }) => [id, pauses]));
  return new Map(
    cards.flatMap(({ id, next }): [string, string][] => {
      const kinds = (pausesById.get(id) ?? []).filter(
        (kind) => pausesOf([kind], holidays, localDate(now), localDate(next)).length > 0,
      );
      const said = sayPauses(kinds);
      return said ? [[id, said]] : [];
    }),
  );
}

/**
 * So many of a day's activities, spread over the day: first those that one can go to and that the poster does not show
 * already.
 */
export function chosenOf(cards: readonly Card[], count: number, shown: ReadonlySet<string>): Card[] {
  const rank = (card: Card): number => Number(card.online) * 2 + Number(shown.has(card.id));
  const groups = [0, 1, 2, 3].map((wanted) => cards.filter((card) => rank(card) === wanted));
  const chosen: Card[] = [];
  for (const group of groups) {
    const take = Math.min(count - chosen.length, group.length);
    for (let i = 0; i < take; i += 1) chosen.push(group[Math.floor((i * group.length) / take)]!);
  }
  return chosen.sort((a, b) => a.next - b.next);
}

/** Divides lines among days: one more for each day in turn, until all are shown or the lines are used up. */
export function sharesOf(wanted: readonly number[], lines: number): number[] {
  const shares = wanted.map(() => 0);
  for (let left = lines; left > 0;) {
    const before = left;
    for (const [i, want] of wanted.entries()) {
      if (left > 0 && shares[i]! < want) {
        shares[i] = shares[i]! + 1;
        left -= 1;
      }
    }
    if (left === before) break;
  }
  return shares;
}
