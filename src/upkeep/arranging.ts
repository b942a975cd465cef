import type { Db } from "../../db/client.ts";
import type { Viewer } from "../accounts/roles.ts";
import { change } from "../activities/change.ts";

/** What a host arranges beside the text: room, arrivals, and what volunteers are wanted for. */
export interface Arrangement {
  full: boolean;
  fullNote: string | null;
  arrivalsWelcome: boolean;
  volunteerTasks: string | null;
}

/**
 * Says whether there is room, whether people may say that they come, and what one can help with. A note without *Fuldt*
 * is kept for the next time.
 */
export function arrange(db: Db, viewer: Viewer | null, activityId: string, wanted: Arrangement, now: number): void {
  change(db, viewer, activityId, "arrange", now, ({ facts }) => ({
    ...wanted,
    facts: withVolunteers(facts, wanted.volunteerTasks !== null),
  }));
}

/** Whoever says what volunteers can do wants some: it is a filter of the board. */
function withVolunteers(facts: readonly string[], wanted: boolean): string[] {
  return wanted && !facts.includes("frivillige") ? [...facts, "frivillige"] : [...facts];
}
