import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { ON_BOARD } from "../../db/on-board.ts";
import type { MeaningTable } from "../../search/meaning/table.ts";
import { missedWords } from "../board/search-statistics.ts";
import { hasMeaning } from "../editing/needs.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { type UnmetWord, unmetWordsMail } from "../mail/unmet-words.ts";
import { addDays, DAY, localClock, localDate, nextWeekday } from "../shared/time.ts";
import { editorsOf } from "../upkeep/hosts.ts";

const MARK = "unmet-words";
const FROM = "08:00";
/** A title that is nearer than this to a word may be what is meant. */
const NEAR = 0.35;
const MOST_GUESSED = 2;

/**
 * Writes to the editors, on Monday morning, which words at least five sought in the week without finding anything, and
 * what they may mean; only when there are some that no such mail told of and that nobody gave a meaning since. Answers
 * how many mails wait now.
 */
export function sendUnmetWords(db: Db, box: MailBox, openTable: () => MeaningTable, now: number): number {
  const turn = mondayOf(now);
  const [told, ...before] = (readMark(db, MARK) ?? "").split(" ");
  if (told === turn) return 0;
  const isKnown = hasMeaning(db);
  const missed = missedWords(db, now - 7 * DAY);
  const fresh = missed.filter(({ key }) => !before.includes(key) && !isKnown(key));
  const guess = fresh.length > 0 ? guesser(db, openTable()) : () => [];
  const words = fresh.map(({ key, count }): UnmetWord => ({ word: key, count, guesses: guess(key) }));
  return db.transaction((tx) => {
    writeMark(tx, MARK, [turn, ...missed.map(({ key }) => key)].join(" "));
    if (words.length === 0) return 0;
    const editors = editorsOf(tx);
    for (const to of editors) queueMail(tx, box.keys, unmetWordsMail(box.siteUrl, to, words), now);
    return editors.length;
  });
}

/** The Monday on which the last such mail was due. */
function mondayOf(now: number): string {
  const today = localDate(now);
  const monday = nextWeekday(today, "man");
  return monday === today && localClock(now) >= FROM ? today : addDays(monday, -7);
}

/** Finds the titles on the board that are nearest to a word in meaning. */
function guesser(db: Db, table: MeaningTable): (word: string) => string[] {
  const titles = db.all<{ title: string }>(
    sql`SELECT DISTINCT a.title FROM activities a JOIN organisations o ON o.id = a.organisation_id WHERE ${sql.raw(ON_BOARD)}`,
  );
  return (word) =>
    titles
      .map(({ title }) => ({ title, nearness: table.nearness(word, title) }))
      .filter(({ nearness }) => nearness >= NEAR)
      .sort((a, b) => b.nearness - a.nearness)
      .slice(0, MOST_GUESSED)
      .map(({ title }) => title);
}
