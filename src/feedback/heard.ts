/** What somebody of a unit reads behind the own link: how it goes with those whom they referred, who said yes to it. */
import { and, desc, eq, exists, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { cases, consents, type FeedbackStep } from "../../db/schema.ts";
import { isReferral } from "../casework/course/stand.ts";
import { hearsOf, stepIn, tell } from "../casework/feedback.ts";
import { openPerson } from "../casework/vault.ts";
import { isBoundTo, noteLinkUsed, readUnitLink, type UnitLink } from "../referrals/unit-links.ts";
import type { KeyRing } from "../shared/seal.ts";
import { toldOf, type YearTold } from "./year.ts";

/** A citizen of whom is told: by the first name, as the one who referred knows them, and the reference. */
export interface HeardOf {
  name: string;
  reference: string;
  referredAt: number;
  step: FeedbackStep;
}

export interface Heard {
  link: UnitLink;
  /** Null: the unit hears totals alone. The newest first. */
  citizens: HeardOf[] | null;
  /** What the team told of the last year that it wrote about. */
  year: YearTold | null;
}

/** So many are shown: who was referred longer ago is hardly asked for. */
const SHOWN = 100;

/**
 * What stands behind a link in the browser that it is bound to; null for any other. That somebody read how far it has gone
 * is written in each course, once for each step.
 */
export function readHeard(
  db: Db,
  keys: KeyRing,
  { token, browser }: { token: string; browser: string | null },
  now: number,
): Heard | null {
  return db.transaction((tx) => {
    const link = readUnitLink(tx, keys, token, now);
    if (!link || !isBoundTo(link, browser)) return null;
    noteLinkUsed(tx, link.id, now);
    const citizens = hearsOf(link.unit.kind) === "each" ? citizensOf(tx, keys, link, now) : null;
    return { link, citizens, year: toldOf(tx, link.unit) };
  });
}

function citizensOf(db: Db, keys: KeyRing, { id, unit }: UnitLink, now: number): HeardOf[] {
  const saidYes = db
    .select({ one: sql`1` })
    .from(consents)
    .where(and(eq(consents.caseId, cases.id), eq(consents.kind, "feed-back"), isNull(consents.withdrawnAt)));
  const rows = db
    .select()
    .from(cases)
    .where(
      and(
        eq(cases.unitId, unit.id),
        eq(cases.unitLinkId, id),
        isNotNull(cases.wrappedKey),
        ne(cases.state, "withdrawn"),
        exists(saidYes),
      ),
    )
    .orderBy(desc(cases.createdAt))
    .limit(SHOWN)
    .all();
  return rows.filter(isReferral).flatMap((row) => {
    const person = openPerson(keys, row);
    if (!person) return [];
    const step = stepIn(db, row, now);
    tell(db, row, { way: "link", step }, null, now);
    const [name = person.name] = person.name.split(" ");
    return [{ name, reference: row.reference, referredAt: row.createdAt, step }];
  });
}
