/** Saying that one comes, and taking it back. */
import { and, count, eq, gt } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { isForAll, stands } from "../../db/on-board.ts";
import { activities, arrivals, occurrences, organisations } from "../../db/schema.ts";
import { arrivalMail, arrivalTakenBackMail } from "../mail/activities/arrival.ts";
import type { MailBox } from "../mail/outbox.ts";
import { queueForStranger } from "../mail/quota.ts";
import { hashToken, newId, newToken } from "../shared/ids.ts";
import { refuse } from "../texts/refusal.ts";
import type { KeyRing } from "../shared/seal.ts";
import { dayAndHours } from "../danish/wording.ts";
import { hostsOf } from "./hosts.ts";
import { linkAddress, makeLink } from "./links.ts";
import { type Arrival, arrivalOf, datesToCome, open, seal } from "./arrivals.ts";
import { dayAsItIs } from "./changed-days.ts";

/** What the citizen's own page shows. */
export interface OwnArrival extends Arrival {
  title: string;
  slug: string;
  placeName: string | null;
  host: string;
  /** It was called off, moved or taken down since. */
  isOff: boolean;
}
/** More on one date are welcome without saying so. */
const MOST_ON_A_DATE = 25;

/**
 * Says that somebody comes; answers what stands in the link by which it is taken back. Refuses when the host has not
 * agreed, and a date that is not among the next.
 */
export function sayComing(
  db: Db,
  box: MailBox,
  activityId: string,
  { name, start, alone, email }: { name: string; start: number; alone: boolean; email?: string | null },
  now: number,
): string {
  const first = readFirstName(name) ?? refuse("firstName", "fornavn");
  return db.transaction((tx) => {
    const found = tx
      .select({ activity: activities, organisation: { state: organisations.state } })
      .from(activities)
      .innerJoin(organisations, eq(organisations.id, activities.organisationId))
      .where(eq(activities.id, activityId))
      .get();
    const { activity, organisation } = found ?? refuse("notAgreed");
    if (!stands(activity) || !activity.arrivalsWelcome) refuse("notAgreed");
    if (activity.full) refuse("isFull");
    const date = datesToCome(tx, activityId, now).find((one) => one.start === start) ?? refuse("chooseDate", "gang");
    const others =
      tx
        .select({ many: count() })
        .from(arrivals)
        .where(and(eq(arrivals.activityId, activityId), eq(arrivals.start, start)))
        .get()?.many ?? 0;
    if (others >= MOST_ON_A_DATE) refuse("manyCome", "gang");
    const id = newId();
    const token = newToken();
    const sealed = seal(box.keys, id, {
      name: first,
      alone,
      ...(email && { email, heard: dayAsItIs({ ...activity, organisation, ...date, cancelled: false }) }),
    });
    tx.insert(arrivals)
      .values({ id, activityId, ...date, sealed, tokenHash: hashToken(token), createdAt: now })
      .run();
    for (const to of hostsOf(tx, [activityId]).get(activityId) ?? []) {
      const link = linkAddress(box.siteUrl, makeLink(tx, "cancel", activityId, now));
      queueForStranger(
        tx,
        box.keys,
        arrivalMail(box.siteUrl, {
          to,
          title: activity.title,
          name: first,
          alone,
          when: dayAndHours(date),
          link,
        }),
        now,
      );
    }
    return token;
  });
}

/** Takes back that somebody comes, and tells the host. Doing it again changes nothing. */
export function takeBack(db: Db, box: MailBox, token: string, now: number): void {
  db.transaction((tx) => {
    const arrival = tx
      .select()
      .from(arrivals)
      .where(eq(arrivals.tokenHash, hashToken(token)))
      .get();
    if (!arrival) return;
    const { name } = open(box.keys, arrival);
    const title =
      tx.select({ title: activities.title }).from(activities).where(eq(activities.id, arrival.activityId)).get()
        ?.title ?? "";
    tx.delete(arrivals).where(eq(arrivals.id, arrival.id)).run();
    if (arrival.end <= now) return;
    for (const to of hostsOf(tx, [arrival.activityId]).get(arrival.activityId) ?? []) {
      queueForStranger(
        tx,
        box.keys,
        arrivalTakenBackMail(box.siteUrl, { to, title, name, when: dayAndHours(arrival) }),
        now,
      );
    }
  });
}

/** What somebody said, by the link; null when it was taken back, the date is over, or it is no longer for everybody. */
export function ownArrival(db: Db, keys: KeyRing, token: string, now: number): OwnArrival | null {
  const found = db
    .select({
      arrival: arrivals,
      title: activities.title,
      slug: activities.slug,
      placeName: activities.placeName,
      host: activities.contactName,
      state: activities.state,
      audience: activities.audience,
      cancelled: occurrences.cancelled,
    })
    .from(arrivals)
    .innerJoin(activities, eq(activities.id, arrivals.activityId))
    .leftJoin(occurrences, and(eq(occurrences.activityId, arrivals.activityId), eq(occurrences.start, arrivals.start)))
    .where(and(eq(arrivals.tokenHash, hashToken(token)), gt(arrivals.end, now)))
    .get();
  if (!found || !isForAll(found)) return null;
  const { arrival, title, slug, placeName, host, state, cancelled } = found;
  return {
    ...arrivalOf(keys, arrival),
    title,
    slug,
    placeName,
    host,
    isOff: state !== "published" || cancelled !== false,
  };
}

/** The first word of what was typed, with a capital: more is not asked for. Null when it is no name. */
export function readFirstName(typed: string): string | null {
  const first = typed.trim().split(/\s+/)[0] ?? "";
  if (!/^\p{L}[\p{L}'’-]{0,29}$/u.test(first)) return null;
  return first[0]?.toLocaleUpperCase("da") + first.slice(1);
}
