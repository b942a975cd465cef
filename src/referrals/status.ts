import { lastDayInWords } from "../casework/promise.ts";
import { agoInWords, clockInWords, dateInWords, dayAndMonth } from "../danish/wording.ts";
import { localDate } from "../shared/time.ts";
import { isOverdue } from "../casework/tasks.ts";
import { nextPage, ownPage } from "../texts/help.ts";
import type { NextCase, OwnCase } from "./citizen.ts";

/** How far a request has come, in words to the citizen. `withdrawnDays`: when a no is erased. */
export function statusInWords(own: OwnCase, withdrawnDays: number, now: number): string {
  const { state, spoken, attempt, late, lastDay } = own;
  if (state === "withdrawn") return ownPage.withdrawn(withdrawnDays);
  if (state === "closed") return own.closeReason === "silent" ? ownPage.closedSilent : ownPage.closed;
  if (own.closesOn) return ownPage.closesOn(dayAndMonth(own.closesOn));
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

/** What comes next, in words to a citizen who came back by a code. `withdrawnDays`: when a no is erased. */
export function nextInWords({ state, task, brobygger }: NextCase, withdrawnDays: number, now: number): string {
  if (state === "withdrawn") return ownPage.withdrawn(withdrawnDays);
  if (state === "closed" && task === null) return ownPage.closed;
  const who = brobygger ?? nextPage.somebody;
  if (task === null) return nextPage.nothing;
  if (task.kind !== "wait" && isOverdue(task, now)) return ownPage.newLate;
  const day = dateInWords(task.startsOn, localDate(now));
  const clock = task.clock && clockInWords(task.clock);
  switch (task.kind) {
    case "told":
    case "renew-consent":
    case "erased-soon":
    case "untouched":
    case "copy":
    case "tell-no":
    case "give-notice":
    case "no-answer":
      return nextPage.nothing;
    case "closes-soon":
      return ownPage.closesOn(dayAndMonth(task.dueOn));
    case "trial":
      return nextPage.trial(day, clock);
    case "wait":
      return nextPage.wait(who, day);
    case "first-call":
    case "answer":
    case "taken-over":
      return nextPage.callsBy(who, lastDayInWords(task.dueOn, now));
    case "call":
    case "after-first-time":
    case "follow-up":
    case "yes-taken-back":
    case "answered":
    case "date-off":
      return nextPage.calls(who, day, clock);
  }
}
