import { z } from "zod";
import { required } from "../../shared/forms.ts";
import { isDate } from "../../shared/time.ts";
import { says } from "../../texts/refusal.ts";
import { PHASES, WAYS } from "./rules.ts";

/** 0-5, or null when it was left out. */
const item = z.preprocess(
  (value) => (value === "" || value === undefined ? null : value),
  z
    .string()
    .regex(/^[0-5]$/, says("unknown"))
    .transform(Number)
    .nullable(),
);

export const who5Form = z
  .object({
    id: required(40),
    phase: z.enum(PHASES, says("who5Phase")),
    answeredWay: z.enum(WAYS, says("who5Way")),
    answeredOn: required(10).refine(isDate, says("date")),
    item1: item,
    item2: item,
    item3: item,
    item4: item,
    item5: item,
  })
  .transform(({ id, phase, answeredOn, answeredWay, item1, item2, item3, item4, item5 }) => ({
    id,
    phase,
    on: answeredOn,
    way: answeredWay,
    answers: [item1, item2, item3, item4, item5],
  }));
