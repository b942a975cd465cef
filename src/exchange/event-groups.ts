/** Which events of a calendar belong together: a series with the changes of its dates. All pure. */
import { MOST_CHANGES } from "./event-series.ts";
import type { IcsEvent } from "./ics-event.ts";

/** An event, or a series with its changes. */
export interface EventGroup {
  /** As `baseOf` has it. */
  uid: string;
  master: IcsEvent;
  changes: IcsEvent[];
  /** Only changes of single dates, without what they change. */
  changesOnly: boolean;
  /** An older event of the same UID was there too. */
  twice: boolean;
}

/** A UID without what Google adds when all later dates change (`…_R20261208T090000@google.com`). */
export function baseOf(uid: string): string {
  return uid.replace(/_R\d{8}(?:T\d{6}Z?)?(?=@|$)/, "");
}

/** One for each UID, in the order of the file. */
export function groupsOf(events: readonly IcsEvent[]): EventGroup[] {
  const byUid = Map.groupBy(events, (event) => event.uid || `${event.title}|${event.start.date}|${event.start.clock}`);
  return [...byUid].map(([uid, all]) => {
    const masters = all
      .filter(({ of }) => !of)
      .sort((a, b) => b.sequence - a.sequence || Number(b.calledOff) - Number(a.calledOff));
    const changes = all
      .filter(({ of }) => of)
      .sort((a, b) => (a.of!.date < b.of!.date ? -1 : 1))
      .slice(-MOST_CHANGES)
      .sort((a, b) => a.sequence - b.sequence);
    return {
      uid: baseOf(uid),
      master: { ...(masters[0] ?? all[0]!), uid },
      changes,
      changesOnly: masters.length === 0,
      twice: masters.length > 1,
    };
  });
}
