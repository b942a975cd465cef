import { lastDayInWords } from "../casework/promise.ts";
import { agoInWords } from "../danish/wording.ts";
import { ownPage } from "../texts/help.ts";
import type { OwnCase } from "./citizen.ts";

/** How far a request has come, in words to the citizen. `withdrawnDays`: when a no is erased. */
export function statusInWords(own: OwnCase, withdrawnDays: number, now: number): string {
  const { state, spoken, attempt, late, lastDay } = own;
  if (state === "withdrawn") return ownPage.withdrawn(withdrawnDays);
  if (state === "closed") return ownPage.closed;
  const day = lastDayInWords(lastDay, now);
  if (state === "new" || !own.brobygger) return late ? ownPage.newLate : ownPage.newUntil(day);
  if (spoken) return ownPage.spoken(own.brobygger);
  if (attempt)
    return (attempt.result === "message-left" ? ownPage.messageLeft : ownPage.notReached)(
      own.brobygger,
      agoInWords(attempt.at, now),
    );
  return late ? `${ownPage.taken(own.brobygger)} ${ownPage.newLate}` : ownPage.takenUntil(own.brobygger, day);
}
