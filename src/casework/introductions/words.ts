/** Whom a citizen was told of to, what was told and answered, and what was booked, in words: for the citizen's copy and on paper. */
import { clockInWords, longDate } from "../../danish/wording.ts";
import { localClock, localDate } from "../../shared/time.ts";
import { firstTimes as texts } from "../../texts/first-times.ts";
import type { IntroductionView } from "./view.ts";

/** Each introduction, the first first: what it is about, and all that is written of it. */
export function introductionsInWords(all: readonly IntroductionView[]): { label: string; text: string }[] {
  return all.toReversed().map(({ words, way, madeAt, answer, trials }) => {
    const day = longDate(localDate(madeAt));
    const { name, phone, email } = words.receiver;
    const receiver = [name || texts.who.toLowerCase(), phone, email].filter(Boolean).join(", ");
    const said = [
      way === "self" ? texts.toldSelf(day) : texts.told(receiver, day),
      words.agreed,
      answer && `${texts.answered}: ${texts.answers[answer].toLowerCase()}`,
      ...trials.map(trialInWords),
    ];
    return { label: words.title, text: said.flatMap((one) => (one ? [one.replace(/[^.!?]$/, "$&.")] : [])).join(" ") };
  });
}

function trialInWords({ start, plan, company, outcome, again, why }: IntroductionView["trials"][number]): string {
  const when = `${longDate(localDate(start))} kl. ${clockInWords(localClock(start))}`;
  const said = [
    plan.meets,
    plan.bring,
    company && texts.companies[company],
    outcome && texts.outcomes[outcome],
    again && texts.agains[again],
    why && texts.whys[why],
  ];
  return `${texts.trial} ${[when, ...said].filter(Boolean).join(", ")}`;
}
