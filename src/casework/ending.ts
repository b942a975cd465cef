/** The end of a course in words: how often one talked, and the letter that says what was agreed. Pure. */
import { longDate } from "../danish/wording.ts";
import { DAY } from "../shared/time.ts";
import { endingTexts as texts } from "../texts/ending.ts";
import { detailOf } from "./store.ts";
import { listedInWords } from "./talk/words.ts";
import type { CaseView } from "./view.ts";

/** How many talks there were, and in how many weeks, begun ones counted; a number, never a mark. */
export function talksOf({ events }: Pick<CaseView, "events">, now: number): { talks: number; weeks: number } {
  const reached = events.filter((event) => detailOf(event, "attempt")?.result === "reached");
  const first = Math.min(now, ...reached.map(({ happenedAt }) => happenedAt));
  return { talks: reached.length, weeks: Math.max(1, Math.ceil((now - first) / (7 * DAY))) };
}

/** The paragraphs of the letter; `months`: after so many what was written down is erased. */
export function closingLetter(
  view: Pick<CaseView, "person" | "placements" | "list" | "following" | "closeReason">,
  { from, months }: { from: string; months: number },
): string[] {
  const goesTo = view.placements
    .filter(({ endedOn, offer }) => endedOn === null && offer)
    .map(({ offer, startedOn }) => texts.goesTo(offer ?? "", startedOn && longDate(startedOn)));
  const planned = view.following.rows.find(({ doneOn }) => doneOn === null);
  return [
    texts.dear(view.person.name.split(" ")[0] ?? ""),
    [texts.thanks, goesTo.length + view.list.length > 0 && texts.agreed].filter(Boolean).join(" "),
    ...goesTo,
    ...(view.list.length > 0 ? [[texts.list, ...view.list.map((one) => `• ${listedInWords(one)}`)].join("\n")] : []),
    ...(view.closeReason === "finds-own-way" ? [texts.selfNow] : []),
    planned ? texts.stillCalls(longDate(planned.dueOn)) : texts.noCalls,
    texts.back,
    texts.erased(months),
    texts.greeting(from),
  ];
}
