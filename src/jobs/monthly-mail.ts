import { sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { readMark, writeMark } from "../../db/marks.ts";
import type { CountKind } from "../../db/schema.ts";
import { letOthersWrite } from "../../db/write.ts";
import { COUNT_KINDS, monthBefore, monthOf, sumsOf, TOLD_FROM } from "../upkeep/counts.ts";
import { monthlyToken } from "../upkeep/monthly.ts";
import { monthlyMail, type MonthOfActivity, type Unpriced } from "../mail/activities/monthly.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { monthName } from "../danish/wording.ts";

const MARK = "monthly-mail";
const ORGANISATIONS_A_TRANSACTION = 100;

/**
 * Writes once a month to the contacts, who have not said no, of every organisation that has something on the board:
 * what it did last month, without persons. How far it came is noted in the transaction that queues the mails. Answers
 * how many wait now.
 */
export async function sendMonthlyMails(db: Db, box: MailBox, now: number): Promise<number> {
  const month = monthBefore(monthOf(now));
  let [noted, last = ""] = (readMark(db, MARK) ?? "").split(" ");
  if (noted !== month) last = "";
  let mails = 0;
  for (;;) {
    const organisations = nextOrganisations(db, month, last);
    const newest = organisations.at(-1);
    if (!newest) break;
    mails += db.transaction((tx) => {
      const sent = organisations.reduce((sum, organisation) => sum + writeTo(tx, box, organisation, month, now), 0);
      writeMark(tx, MARK, `${month} ${newest.id}`);
      return sent;
    });
    last = newest.id;
    await letOthersWrite();
  }
  return mails;
}

function nextOrganisations(db: Db, month: string, after: string): { id: string; name: string }[] {
  return db.all(sql`
    SELECT DISTINCT o.id, o.name FROM organisations o JOIN activities a ON a.organisation_id = o.id AND a.state = 'published'
    JOIN activity_counts c ON c.activity_id = a.id AND c.month = ${month}
    WHERE o.state = 'approved' AND o.id > ${after} ORDER BY o.id LIMIT ${ORGANISATIONS_A_TRANSACTION}`);
}

function writeTo(tx: Db, box: MailBox, { id, name }: { id: string; name: string }, month: string, now: number): number {
  const contacts = tx.all<{ id: string; email: string; name: string }>(sql`
    SELECT u.id, u.email, u.name FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.role = 'contact' AND m.scope = ${id} AND u.password_hash IS NOT NULL AND u.monthly_mail`);
  if (contacts.length === 0) return 0;
  const activities = monthOfActivities(tx, id, month);
  const unpriced = unpricedOf(tx, id);
  const inWords = monthName(Number(month.slice(5)));
  for (const contact of contacts) {
    const person = { to: contact.email, name: contact.name, token: monthlyToken(box.keys, contact.id) };
    queueMail(
      tx,
      box.keys,
      monthlyMail(box.siteUrl, person, { organisation: name, month: inWords, activities, unpriced }),
      now,
    );
  }
  return contacts.length;
}

function unpricedOf(tx: Db, organisationId: string): Unpriced[] {
  return tx.all<Unpriced>(sql`
    SELECT id, title FROM activities WHERE organisation_id = ${organisationId} AND state = 'published' AND price_ore IS NULL ORDER BY title, id`);
}

function monthOfActivities(tx: Db, organisationId: string, month: string): MonthOfActivity[] {
  const rows = tx.all<{ id: string; title: string; kind: CountKind; count: number }>(sql`
    SELECT a.id, a.title, c.kind, c.count FROM activities a JOIN activity_counts c ON c.activity_id = a.id AND c.month = ${month}
    WHERE a.organisation_id = ${organisationId} AND a.state = 'published' ORDER BY a.title, a.id`);
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((counted) => {
    const sums = sumsOf(counted);
    const counts = COUNT_KINDS.filter((kind) => sums[kind] > 0).map((kind) => ({
      kind,
      count: sums[kind] < TOLD_FROM ? null : sums[kind],
    }));
    return { title: counted[0]?.title ?? "", counts };
  });
}
