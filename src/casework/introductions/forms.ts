import { z } from "zod";
import { choice, email as emailField, nullable, optional, required, ticked } from "../../shared/forms.ts";
import { instantOf, isClock, isDate } from "../../shared/time.ts";
import { says } from "../../texts/refusal.ts";
import { MOST_A_WEEK } from "../agreements.ts";
import { NOTED_WAYS } from "../consents.ts";
import { freeText, LONGEST, optionalEmail, phone } from "../forms.ts";
import { LINK_ANSWERS, NOTED_ANSWERS } from "./rules.ts";

const WAYS = ["mail", "phone", "self"] as const;
export const COMPANIES = [
  "brobygger",
  "volunteer",
  "social-sundhed",
  "mentor",
  "peer",
  "motion-guide",
  "host",
] as const;
export const AGAINS = ["yes", "unsure", "no"] as const;
export const WHYS = ["ill", "dared-not", "transport", "forgot", "changed-mind", "association", "unknown"] as const;
const WENT = ["came", "missed"] as const;

const row = z.coerce.number().int().positive();
const day = optional(10).refine((date) => date === "" || isDate(date), says("date"));
const clock = optional(5).refine((hour) => hour === "" || isClock(hour), says("clock"));
const yesSaid = { yes: ticked, how: choice(NOTED_WAYS).transform((way) => way ?? "oral") };

export const contactForm = z
  .object({
    listed: row,
    way: z.enum(WAYS, says("chooseWay")),
    ...yesSaid,
    name: optional(120),
    phone,
    email: optionalEmail,
    agreed: freeText,
    answer: choice(LINK_ANSWERS),
  })
  .transform(({ yes, how, ...said }) => ({ ...said, yes: yes ? how : null }));

export const companionForm = z
  .object({
    id: required(40),
    companion: required(40),
    way: z.enum(["mail", "phone"], says("chooseWay")),
    ...yesSaid,
    agreed: freeText,
  })
  .transform(({ yes, how, ...said }) => ({ ...said, yes: yes ? how : null }));

export const notedAnswerForm = z.object({
  id: required(40),
  introduction: row,
  answer: z.enum(NOTED_ANSWERS, says("chooseAnswer")),
});

export const trialForm = z
  .object({
    id: required(40),
    introduction: row,
    /** One of the activity's dates; left out: the day and the hour that were typed. */
    start: optional(20),
    on: day,
    clock,
    meets: freeText,
    bring: freeText,
    company: choice(COMPANIES),
    companion: nullable(40),
    reminder: choice(["mail", "paper"]),
  })
  .transform(({ start, on, clock: hour, ...said }, check) => {
    const chosen = start === "" && on !== "" && hour !== "" ? instantOf(on, hour) : Number(start || Number.NaN);
    if (Number.isSafeInteger(chosen)) return { ...said, start: chosen };
    check.addIssue({ code: "custom", path: ["start"], message: says("chooseDay") });
    return z.NEVER;
  });

export const trialRowForm = z.object({ id: required(40), trial: row });

export const wentForm = z
  .object({
    id: required(40),
    trial: row,
    outcome: z.enum(WENT, says("chooseOutcome")),
    again: choice(AGAINS),
    why: choice(WHYS),
    accompanied: ticked,
  })
  .transform(({ outcome, again, why, accompanied, ...of }, check) => {
    if (outcome === "came" && again) return { ...of, went: { outcome, again, accompanied } };
    if (outcome === "missed" && why) return { ...of, went: { outcome, why } };
    const field = outcome === "came" ? "again" : "why";
    check.addIssue({ code: "custom", path: [field], message: says(field === "again" ? "chooseAgain" : "chooseWhy") });
    return z.NEVER;
  });

export const helpedForm = z.object({
  id: required(40),
  placement: row,
  signUp: ticked,
  pay: ticked,
  volunteer: ticked,
});

export const accompaniedForm = z.object({
  id: required(40),
  company: z.enum(COMPANIES, says("chooseCompany")),
  on: required(10).refine(isDate, says("date")),
});

const token = required(200);
export const linkForm = z.object({ token });
export const linkAnswerForm = z.object({
  token,
  answer: z.enum(LINK_ANSWERS, says("chooseAnswer")),
  words: optional(1000),
});

const newcomersAWeek = optional(3).transform((text, check): number | null => {
  if (text === "") return null;
  const many = Number(text);
  if (Number.isInteger(many) && many >= 0 && many <= MOST_A_WEEK) return many;
  check.addIssue({ code: "custom", message: says("number") });
  return z.NEVER;
});

export const roomForm = z.object({ organisation: required(80), newcomersAWeek, isFull: ticked });

export const agreementForm = z.object({
  organisation: required(80),
  municipality: optional(LONGEST),
  association: optional(LONGEST),
  brobygger: optional(LONGEST),
  contactName: optional(120),
  contactPhone: phone,
  contactEmail: z.union([z.literal("").transform(() => null), emailField]),
  untilOn: day.transform((date) => date || null),
  newcomersAWeek,
  isFull: ticked,
});

export const remarkForm = z.object({ listed: row, remark: optional(500) });
