import { setImmediate as breathe } from "node:timers/promises";
import { eq, inArray } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { noteChanged } from "../../db/outbox.ts";
import { activities } from "../../db/schema.ts";
import { readSetting } from "../../db/settings.ts";
import { asksOf, perhapsDue, type SeasonStep, seasonStep } from "../activities/trust/confirming.ts";
import { hostsOf } from "../activities/trust/hosts.ts";
import { linkAddress, makeLink } from "../activities/trust/links.ts";
import { remember } from "../activities/trust/versions.ts";
import { type AskedAbout, confirmSeasonMail, offTheBoardMail, reminderMail } from "../mail/activities/confirm-season.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";

const ACTIVITIES_A_TRANSACTION = 200;
const LETTERS = { ask: confirmSeasonMail, remind: reminderMail, lapse: offTheBoardMail } as const;

interface Due {
  id: string;
  step: SeasonStep;
  to: string[];
}

/**
 * Asks the hosts of everything that a season has gone by for, reminds, and takes off the board what nobody answered for.
 * One mail a host and step, written in the transaction that notes the question: killed in the middle it goes on with the rest.
 * What nobody can be asked about is marked in time and never taken off: an editor sees it. Answers how many activities had their turn.
 */
export async function keepSeason(db: Db, box: MailBox, now: number): Promise<number> {
  const months = readSetting(db, "seasonMonths");
  const groups = [...Map.groupBy(dueNow(db, months, now), ({ step, to }) => `${step} ${to.join()}`).values()];
  let done = 0;
  for (let at = 0; at < groups.length;) {
    const batch: Due[] = [];
    while (at < groups.length && (batch.length === 0 || batch.length + (groups[at]?.length ?? 0) <= ACTIVITIES_A_TRANSACTION))
      batch.push(...(groups[at++] ?? []));
    done += takeTurn(db, box, batch, months, now);
    await breathe();
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
  return due.map((one) => ({ ...one, to: hosts.get(one.id) ?? [] })).filter(({ step, to }) => step !== "lapse" || to.length > 0);
}

/** One transaction. What was confirmed since it was read is left alone. */
function takeTurn(db: Db, box: MailBox, batch: readonly Due[], months: number, now: number): number {
  return db.transaction(
    (tx) => {
      const rows = new Map(
        tx
          .select()
          .from(activities)
          .where(
            inArray(
              activities.id,
              batch.map(({ id }) => id),
            ),
          )
          .all()
          .map((row) => [row.id, row]),
      );
      const still = batch.filter(({ id, step }) => {
        const row = rows.get(id);
        return row?.state === "published" && seasonStep(row, months, now) === step;
      });
      const letters = new Map<string, { to: string; step: SeasonStep; about: AskedAbout[] }>();
      for (const { id, step, to } of still) {
        const row = rows.get(id);
        if (!row) continue;
        if (step === "lapse") remember(tx, id, null, "lapse", now);
        tx.update(activities)
          .set(step === "lapse" ? { lapsedAt: now } : { confirmAskedAt: now, confirmAsks: asksOf(row, months) + 1 })
          .where(eq(activities.id, id))
          .run();
        const link = to.length > 0 ? linkAddress(box.siteUrl, makeLink(tx, "confirm", id, now)) : "";
        for (const host of to) {
          const letter = letters.get(`${step} ${host}`) ?? { to: host, step, about: [] };
          letter.about.push({ title: row.title, link });
          letters.set(`${step} ${host}`, letter);
        }
      }
      for (const { to, step, about } of letters.values()) queueMail(tx, box.keys, LETTERS[step](box.siteUrl, to, about), now);
      noteChanged(
        tx,
        still.filter(({ step }) => step === "lapse").map(({ id }) => id),
      );
      return still.length;
    },
    { behavior: "immediate" },
  );
}
