import type { Db } from "../../../db/client.ts";
import type { SearchEngine } from "../../../search/engine.ts";
import { withParam } from "../../../search/query.ts";
import { addDays, localDate, nextWeekday } from "../../shared/time.ts";
import { placeLabel } from "../../texts/labels.ts";
import { pointing } from "../../texts/pointing.ts";
import type { Card } from "../public.ts";
import { findWeek } from "../week.ts";

export interface Poster {
  /** `Viby`, `Viby og Åby`, `hele Aarhus`. */
  where: string;
  themes: string;
  from: string;
  until: string;
  days: { date: string; cards: Card[]; more: number }[];
  total: number;
  /** Those that do not fit on the paper. */
  more: number;
}

/** Lines that fit on one A4 beside a heading a day. */
const LINES = 18;

/** What happens from today to Sunday, or next Monday to Sunday, as much of it as one A4 holds: every day gets its share. */
export async function findPoster(db: Db, search: Pick<SearchEngine, "search">, params: URLSearchParams, isNextWeek: boolean, now: number): Promise<Poster> {
  const today = localDate(now);
  const sunday = nextWeekday(today, "soen");
  const [from, until] = isNextWeek ? [addDays(sunday, 1), addDays(sunday, 7)] : [today, sunday];
  const week = await findWeek(db, search, withParam(withParam(params, "fra", from), "til", until), now);
  const full = week.days.filter(({ total }) => total > 0);
  const shares = sharesOf(full.map(({ cards }) => cards.length), LINES);
  const days = full.map(({ date, total, cards }, i) => ({ date, cards: cards.slice(0, shares[i]), more: total - Math.min(cards.length, shares[i] ?? 0) }));
  const total = full.reduce((sum, day) => sum + day.total, 0);
  return {
    where: joined(week.read.query.omraade.map((place) => placeLabel(place, week.vocabulary))) || pointing.posterAll,
    themes: joined(week.read.query.tema.map((slug) => week.vocabulary.themes.find((theme) => theme.slug === slug)?.name ?? slug)),
    from,
    until,
    days,
    total,
    more: days.reduce((sum, day) => sum + day.more, 0),
  };
}

/** Divides lines among days: one more for each day in turn, until all are shown or the lines are used up. */
export function sharesOf(wanted: readonly number[], lines: number): number[] {
  const shares = wanted.map(() => 0);
  for (let left = lines; left > 0; ) {
    const before = left;
    for (const [i, want] of wanted.entries()) {
      if (left > 0 && (shares[i] as number) < want) {
        shares[i] = (shares[i] as number) + 1;
        left -= 1;
      }
    }
    if (left === before) break;
  }
  return shares;
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} og ${words.at(-1)}`;
}
