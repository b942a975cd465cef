import { z } from "zod";
import { choice, line, nullable, optional, required, ticked } from "../shared/forms.ts";
import { isClock, isDate } from "../shared/time.ts";
import { WEEKDAYS } from "../shared/week.ts";
import { says } from "../texts/refusal.ts";

const AUDIENCES = ["all", "referred"] as const;
const clock = required(5).refine(isClock, says("clock"));
const day = required(10).refine(isDate, says("date"));
const audience = choice(AUDIENCES).transform((chosen, check) => {
  if (chosen) return chosen;
  check.addIssue({ code: "custom", message: says("chooseAudience") });
  return z.NEVER;
});

/** A new group from a gap; `gab` is the gap's key, as the page has it; `vaerksted`: it came of that. */
export const practiceForm = z
  .object({
    hold: required(40),
    gab: optional(200),
    vaerksted: optional(20).transform((id) => (/^\d+$/.test(id) ? Number(id) : undefined)),
    title: line(120),
    description: optional(20_000),
    weekday: choice(WEEKDAYS).transform((chosen, check) => {
      if (chosen) return chosen;
      check.addIssue({ code: "custom", message: says("chooseWeekday") });
      return z.NEVER;
    }),
    start: clock,
    end: clock,
    placeName: nullable(200),
    area: optional(80),
    theme: optional(80),
    audience,
    leadsTo: required(1000),
    stepsBackOn: day,
  })
  .refine(({ start, end }) => end > start, { path: ["end"], message: says("endsBefore") });
export const practiceDeed = z.object({ id: required(40) });
/** `sure`: whoever opens one to everybody says so twice. */
export const audienceForm = z.object({ id: required(40), audience, sure: ticked });
export const stepBackForm = z.object({ id: required(40), stepsBackOn: day });
