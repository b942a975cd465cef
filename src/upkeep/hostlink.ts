import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { isForAll } from "../../db/on-board.ts";
import { activities } from "../../db/schema.ts";
import { hostLinkMail } from "../mail/activities/host-link.ts";
import type { MailBox } from "../mail/outbox.ts";
import { queueForStranger } from "../mail/quota.ts";
import { hostsOf } from "./hosts.ts";
import { linkAddress, makeLink } from "./links.ts";

/** Writes to an activity's host: a link to call a date off or move it without signing in. Nobody learns the address. */
export function sendHostLink(db: Db, box: MailBox, activityId: string, now: number): void {
  db.transaction((tx) => {
    const activity = tx
      .select({ title: activities.title, state: activities.state, audience: activities.audience })
      .from(activities)
      .where(eq(activities.id, activityId))
      .get();
    if (activity?.state !== "published" || !isForAll(activity)) return;
    for (const to of hostsOf(tx, [activityId]).get(activityId) ?? []) {
      queueForStranger(
        tx,
        box.keys,
        hostLinkMail(box.siteUrl, {
          to,
          title: activity.title,
          link: linkAddress(box.siteUrl, makeLink(tx, "cancel", activityId, now)),
        }),
        now,
      );
    }
  });
}
