import { and, between, count, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import { organisations, reports, suggestions } from "../../db/schema.ts";
import { editorsOf } from "../upkeep/hosts.ts";
import { editorNewsMail, type News } from "../mail/editor-news.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { DAY, localClock, localDate } from "../shared/time.ts";

/** Three times a day, so that what comes before 16 is heard of the same day. */
const TIMES = ["16:00", "12:00", "08:00"] as const;
const MARK = "editor-news";

/**
 * Writes to the editors, at most three times a day, how much has come in since and is still open: one mail, however
 * much it is. Answers how many mails wait now.
 */
export function sendEditorNews(db: Db, box: MailBox, now: number): number {
  const passed = TIMES.find((time) => time <= localClock(now));
  if (!passed) return 0;
  const turn = `${localDate(now)} ${passed}`;
  return db.transaction((tx) => {
    const [day, time, at] = (readMark(tx, MARK) ?? "").split(" ");
    if (`${day} ${time}` === turn) return 0;
    writeMark(tx, MARK, `${turn} ${now}`);
    const news = newsBetween(tx, at ? Number(at) + 1 : now - DAY, now);
    if (Object.values(news).every((many) => many === 0)) return 0;
    const editors = editorsOf(tx);
    for (const to of editors) queueMail(tx, box.keys, editorNewsMail(box.siteUrl, to, news), now);
    return editors.length;
  });
}

function newsBetween(db: Db, from: number, until: number): News {
  const pending = and(
    eq(organisations.state, "pending"),
    between(sql`coalesce(${organisations.answeredAt}, ${organisations.createdAt})`, from, until),
  );
  const open = and(isNull(reports.handledAt), between(reports.createdAt, from, until));
  const missed = and(isNull(suggestions.closedAt), between(suggestions.createdAt, from, until));
  return {
    organisations: db.select({ many: count() }).from(organisations).where(pending).get()?.many ?? 0,
    reports: db.select({ many: count() }).from(reports).where(open).get()?.many ?? 0,
    suggestions: db.select({ many: count() }).from(suggestions).where(missed).get()?.many ?? 0,
  };
}
