/** Whoever said that they come, and left a mail, hears when the day is called off, moved, or takes place elsewhere. */
import { and, eq, gt } from "drizzle-orm";
import { among } from "../../db/among.ts";
import type { Db } from "../../db/client.ts";
import { isOnBoard } from "../../db/on-board.ts";
import { activities, arrivals, occurrences, type OrganisationState, organisations } from "../../db/schema.ts";
import { dayAndHours } from "../danish/wording.ts";
import { changedDayMail } from "../mail/activities/changed-day.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { localDate } from "../shared/time.ts";
import { paths } from "../shared/paths.ts";
import type { Activity } from "../activities/activity.ts";
import { open, seal } from "./arrivals.ts";

type Day = Pick<Activity, "state" | "lapsedAt" | "audience" | "placeName" | "address" | "dayNotes"> & {
  /** Epoch ms, as `end`. */
  start: number;
  /** Null: nothing is planned then any more. */
  end: number | null;
  cancelled: boolean | null;
  organisation: { state: OrganisationState };
};

const OFF = "off";

/** What somebody who comes must know of a day, to compare: it is off, or when it ends and where it is. */
export function dayAsItIs(day: Day): string {
  if (!isOnBoard(day, day.organisation) || day.end === null || day.cancelled) return OFF;
  return JSON.stringify([day.end, placeOn(day)]);
}

/** Where it is that day. */
function placeOn({
  start,
  dayNotes,
  placeName,
  address,
}: Pick<Day, "start" | "dayNotes" | "placeName" | "address">): string {
  return dayNotes[localDate(start)]?.place ?? [placeName, address].filter(Boolean).join(", ");
}

/**
 * Writes to those whose day is another than they last heard, once for each change. `changed`: only of these activities;
 * null: of all. Answers how many mails.
 */
export function tellOfChangedDays(db: Db, box: MailBox, changed: readonly string[] | null, now: number): number {
  const coming = db
    .select({
      arrival: arrivals,
      activity: activities,
      organisation: { state: organisations.state },
      end: occurrences.end,
      cancelled: occurrences.cancelled,
    })
    .from(arrivals)
    .innerJoin(activities, eq(activities.id, arrivals.activityId))
    .innerJoin(organisations, eq(organisations.id, activities.organisationId))
    .leftJoin(occurrences, and(eq(occurrences.activityId, arrivals.activityId), eq(occurrences.start, arrivals.start)))
    .where(and(gt(arrivals.end, now), changed === null ? undefined : among(arrivals.activityId, [...changed])))
    .all();
  let told = 0;
  for (const { arrival, activity, organisation, end, cancelled } of coming) {
    const person = open(box.keys, arrival);
    const heard = dayAsItIs({ ...activity, organisation, start: arrival.start, end, cancelled });
    if (!person.email || person.heard === heard) continue;
    const letter = changedDayMail(box.siteUrl, {
      to: person.email,
      name: person.name,
      title: activity.title,
      when: dayAndHours({ start: arrival.start, end: end ?? arrival.end }),
      where: heard === OFF ? null : placeOn({ ...activity, start: arrival.start }),
      link: `${box.siteUrl}${paths.activity(activity.slug)}`,
    });
    queueMail(db, box.keys, letter, now);
    db.update(arrivals)
      .set({ sealed: seal(box.keys, arrival.id, { ...person, heard }) })
      .where(eq(arrivals.id, arrival.id))
      .run();
    told += 1;
  }
  return told;
}
