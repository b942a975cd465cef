/** What was answered, on paper and in the citizen's copy. */
import { longDate } from "../../danish/wording.ts";
import { who5Texts as texts } from "../../texts/who5.ts";
import { who5Wording as wording } from "../../texts/who5-wording.ts";
import type { Noted } from "./note.ts";
import { MOST } from "./rules.ts";

/** A line for each statement, and one with the score, of each time that somebody answered. */
export function wellbeingInWords(noted: readonly Noted[]): { label: string; text: string }[] {
  return noted.flatMap(({ phase, on, way, score, answers }) => [
    {
      label: `${texts.phases[phase]}, ${texts.on(longDate(on), texts.ways[way])}`,
      text: score === null ? texts.noScore : texts.score(score),
    },
    ...wording.items.map((item, at) => ({
      label: `${wording.begins} ${item}`,
      text: answerInWords(answers[at] ?? null),
    })),
  ]);
}

/** One answer, 0-5, as it is worded. */
export function answerInWords(answer: number | null): string {
  return (answer === null ? null : wording.answers[MOST - answer]) ?? texts.notAnswered;
}
