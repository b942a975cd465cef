import { z } from "zod";
import { choice, many, optional, required, ticked } from "../../shared/forms.ts";
import { isDate } from "../../shared/time.ts";
import { says } from "../../texts/refusal.ts";
import { freeText } from "../forms.ts";
import { BARRIERS } from "../talk/sheet.ts";
import { EXPERIENCES, GAINS, NO_FOLLOW_UPS, OUTCOMES, PLANS } from "./rules.ts";

export const OWN_OUTCOMES = ["still-there", "elsewhere", "stopped"] as const;

export const followForm = z
  .object({
    id: required(40),
    followUp: optional(20),
    on: required(10).refine(isDate, says("date")),
    outcome: z.enum(OUTCOMES, says("chooseFollowOutcome")),
    mattered: choice(EXPERIENCES),
    received: choice(EXPERIENCES),
    gains: many(GAINS),
    barriers: many(BARRIERS),
    words: freeText,
    /** Typed from a card. */
    kort: ticked,
  })
  .transform(({ followUp, kort, ...said }) => ({
    ...said,
    byCitizen: kort,
    followUp: /^\d+$/.test(followUp) ? Number(followUp) : null,
  }));

export const planForm = z.object({
  id: required(40),
  plan: z.enum(PLANS, says("unknown")),
  why: choice(NO_FOLLOW_UPS),
});

const HOURS = /^\d{1,2}([,.]\d)?$/;
const MOST_HOURS = 60;

/** How one works in a team; an empty plan: as the team does, empty hours: not stated. */
export const ownWorkForm = z.object({
  team: required(40),
  plan: z.enum(["", ...PLANS.filter((plan) => plan !== "none")], says("unknown")).transform((plan) => plan || null),
  hours: optional(5)
    .refine((text) => text === "" || (HOURS.test(text) && hoursOf(text) <= MOST_HOURS), says("weeklyHours"))
    .transform((text) => (text === "" ? null : hoursOf(text))),
});

const hoursOf = (text: string) => Number(text.replace(",", "."));

export const ownFollowForm = z.object({
  token: required(200),
  outcome: z.enum(OWN_OUTCOMES, says("chooseFollowOutcome")),
  mattered: choice(EXPERIENCES),
  received: choice(EXPERIENCES),
  words: optional(1000),
});
