/** The end of a course in words: how often one talked, and the letter that says what was agreed. Pure. */
import { longDate } from "../danish/wording.ts";
import type { Onward } from "../../db/schema.ts";
import { DAY, localDate } from "../shared/time.ts";
import { endingTexts as texts } from "../texts/ending.ts";
import { followTexts } from "../texts/following.ts";
import { detailOf } from "./store.ts";
import { listedInWords } from "./talk/words.ts";
import type { CaseView } from "./view.ts";

/** How many talks there were, and in how many weeks, begun ones counted; a number, never a mark. */
export function talksOf({ events }: Pick<CaseView, "events">, now: number): { talks: number; weeks: number } {
  const reached = events.filter((event) => detailOf(event, "attempt")?.result === "reached");
  const first = Math.min(now, ...reached.map(({ happenedAt }) => happenedAt));
  return { talks: reached.length, weeks: Math.max(1, Math.ceil((now - first) / (7 * DAY))) };
}

/** What is agreed and falls away with the end: days on which the two talk, and trials. */
export function stillToCome(
  { following, introductions }: Pick<CaseView, "following" | "introductions">,
  now: number,
): string[] {
  const calls = following.rows
    .filter(({ doneOn }) => doneOn === null)
    .map(({ round, dueOn }) => texts.comingCall(followTexts.rounds[round], longDate(dueOn)));
  const trials = introductions.flatMap(({ words, trials: booked }) =>
    booked
      .filter(({ outcome, start }) => outcome === null && start >= now)
      .map(({ start }) => texts.comingTrial(words.title, longDate(localDate(start)))),
  );
  return [...trials, ...calls];
}

/** To whom the citizen goes on whose course has ended so; null: to nobody. */
function onwardOf({ closeReason, events }: Pick<CaseView, "closeReason" | "events">): Onward | null {
  const end = events.map((event) => detailOf(event, "closed")).find((closed) => closed !== null);
  return (closeReason !== null && end?.reason === closeReason && end.onward) || null;
}

/** The paragraphs of the letter; `months`: after so many what was written down is erased. */
export function closingLetter(
  view: Pick<CaseView, "person" | "placements" | "list" | "following" | "closeReason" | "events">,
  { from, months }: { from: string; months: number },
): string[] {
  const goesTo = view.placements
    .filter(({ endedOn, offer }) => endedOn === null && offer)
    .map(({ offer, startedOn, asVolunteer }) =>
      [texts.goesTo(offer ?? "", startedOn && longDate(startedOn)), asVolunteer && texts.asVolunteer]
        .filter(Boolean)
        .join(" "),
    );
  const onward = onwardOf(view);
  const planned = view.following.rows.find(({ doneOn }) => doneOn === null);
  return [
    texts.dear(view.person.name.split(" ")[0] ?? ""),
    [texts.thanks, goesTo.length + view.list.length > 0 && texts.agreed].filter(Boolean).join(" "),
    ...goesTo,
    ...(view.list.length > 0 ? [[texts.list, ...view.list.map((one) => `• ${listedInWords(one)}`)].join("\n")] : []),
    ...(onward ? [`${texts.goesOn(texts.onwards[onward.to])} ${texts.goesOnBy[onward.by]}`] : []),
    ...(view.closeReason === "finds-own-way" ? [texts.selfNow] : []),
    planned ? texts.stillCalls(longDate(planned.dueOn)) : texts.noCalls,
    texts.back,
    texts.erased(months),
    texts.greeting(from),
  ];
}
