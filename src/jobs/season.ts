import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { letOthersWrite } from "../../db/write.ts";
import { type Asked, asksOf, perhapsDue, type SeasonStep, seasonStep } from "../upkeep/confirming.ts";
import { hostsOf } from "../upkeep/hosts.ts";
import { keepLinks, linkAddress } from "../upkeep/links.ts";
import { noteAsked } from "../activities/store.ts";
import {
  type AskedAbout,
  confirmSeasonMail,
  offTheBoardMail,
  reminderMail,
} from "../mail/activities/confirm-season.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { newToken } from "../shared/ids.ts";

const ACTIVITIES_A_TRANSACTION = 200;
const LETTERS = { ask: confirmSeasonMail, remind: reminderMail, lapse: offTheBoardMail } as const;

interface Due {
  id: string;
  step: SeasonStep;
  to: string[];
}

/** A step that is taken now. */
interface Turn extends Due {
  title: string;
  asks: number;
  token: string;
}

/**
 * Asks the hosts of everything that a season has gone by for, reminds, and takes off the board what nobody answered
 * for. One mail a host and step, written in the transaction that notes the question: killed in the middle it goes on
 * with the rest. What nobody can be asked about is marked in time and never taken off: an editor sees it. Answers how
 * many activities had their turn.
 */
export async function keepSeason(db: Db, box: MailBox, now: number): Promise<number> {
  const months = readSetting(db, "seasonMonths");
  const groups = [...Map.groupBy(dueNow(db, months, now), ({ step, to }) => `${step} ${to.join()}`).values()];
  let done = 0;
  for (let at = 0; at < groups.length;) {
    const batch: Due[] = [];
    while (
      at < groups.length &&
      (batch.length === 0 || batch.length + (groups[at]?.length ?? 0) <= ACTIVITIES_A_TRANSACTION)
    )
      batch.push(...(groups[at++] ?? []));
    done += takeTurn(db, box, batch, months, now);
    await letOthersWrite();
  }
  return done;
}

/** What has a step to take. One that has left nobody to write to is not taken off the board. */
function dueNow(db: Db, months: number, now: number): Due[] {
  const due = perhapsDue(db, months, now).flatMap((activity) => {
    const step = seasonStep(activity, months, now);
    return step ? [{ id: activity.id, step }] : [];
  });
  const hosts = hostsOf(
    db,
    due.map(({ id }) => id),
  );
  return due
    .map((one) => ({ ...one, to: hosts.get(one.id) ?? [] }))
    .filter(({ step, to }) => step !== "lapse" || to.length > 0);
}

/** One transaction. What was confirmed since it was read is left alone. */
function takeTurn(db: Db, box: MailBox, batch: readonly Due[], months: number, now: number): number {
  return db.transaction((tx) => {
    const rows = new Map(
      askedRows(
        tx,
        batch.map(({ id }) => id),
      ).map((row) => [row.id, row]),
    );
    const turns = batch.flatMap((due): Turn[] => {
      const row = rows.get(due.id);
      return row && seasonStep(row, months, now) === due.step
        ? [{ ...due, title: row.title, asks: asksOf(row, months) + 1, token: newToken() }]
        : [];
    });
    noteAsked(
      tx,
      turns.map(({ id, asks, step }) => ({ id, asks, lapses: step === "lapse" })),
      now,
    );
    keepLinks(
      tx,
      "confirm",
      turns.filter(({ to }) => to.length > 0).map(({ id, token }) => ({ activityId: id, token })),
      now,
    );
    for (const { to, step, about } of lettersOf(box, turns))
      queueMail(tx, box.keys, LETTERS[step](box.siteUrl, to, about), now);
    return turns.length;
  });
}

/** One letter a host and step. */
function lettersOf(box: MailBox, turns: readonly Turn[]): { to: string; step: SeasonStep; about: AskedAbout[] }[] {
  const letters = new Map<string, { to: string; step: SeasonStep; about: AskedAbout[] }>();
  for (const { title, step, to, token } of turns) {
    for (const host of to) {
      const letter = letters.get(`${step} ${host}`) ?? { to: host, step, about: [] };
      letter.about.push({ title, link: linkAddress(box.siteUrl, token) });
      letters.set(`${step} ${host}`, letter);
    }
  }
  return [...letters.values()];
}

function askedRows(tx: Db, ids: readonly string[]): ({ id: string; title: string } & Asked)[] {
  const { id, title, confirmedAt, publishedAt, createdAt, confirmAskedAt, confirmAsks, lapsedAt } = activities;
  return tx
    .select({ id, title, confirmedAt, publishedAt, createdAt, confirmAskedAt, confirmAsks, lapsedAt })
    .from(activities)
    .where(and(inArray(id, [...ids]), eq(activities.state, "published")))
    .all();
}
