/** What the parts of a line may hold: texts, place, schedule, price. */
import { z } from "zod";
import type { PricePer } from "../shared/price.ts";
import { unixBreaks } from "../shared/line-breaks.ts";
import { lineFaults } from "../texts/activity.ts";
import { PRICE_PER } from "../shared/price.ts";
import type { ActivityFields } from "../activities/activity.ts";
import { FIELDS, type Kind } from "../shared/fields.ts";
import type { ScheduleEntry } from "../shared/schedule-entry.ts";
import { checkSchedule } from "../schedule/check.ts";
import { tidySchedule, unknownKey } from "../schedule/tidy.ts";
import { usualAt } from "./line-places.ts";

/** A text that must be there. */
export const text = (max: number) =>
  z.string().trim().overwrite(unixBreaks).min(1, lineFaults.missing).max(max, lineFaults.tooManySigns(max));
/** A text, null when there is none. */
export const maybe = (max: number) =>
  z
    .string()
    .trim()
    .overwrite(unixBreaks)
    .max(max, lineFaults.tooManySigns(max))
    .nullish()
    .transform((value) => value || null);
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false);

/** Those that stand in a part of the line, by their name there; "" is the line itself. */
export function usualIn(part: string): object {
  return Object.fromEntries(usualAt(part).map(({ name, own }) => [own, readerOf(FIELDS[name].kind)]));
}

function readerOf(kind: Kind): z.ZodType {
  if ("text" in kind) return maybe(kind.text);
  if ("flag" in kind) return flag;
  if ("upTo" in kind)
    return z
      .number()
      .int()
      .min(1)
      .max(kind.upTo)
      .nullish()
      .transform((value) => value ?? null);
  return z
    .enum(kind.choice, lineFaults.oneOf(kind.choice))
    .nullish()
    .transform((value) => value ?? null);
}

/** What may be written as a number too: `8000`. */
export const numberOrText = z.union([z.string().trim(), z.number()], lineFaults.noText).transform(String);

/** Where it is; a pin is in Denmark. */
export const place = z
  .object({
    ...usualIn("place"),
    postcode: numberOrText
      .nullish()
      .transform((value) => value || null)
      .refine((value) => value === null || /^\d{4}$/.test(value), lineFaults.postcode),
    lat: z
      .number()
      .min(54.4, lineFaults.notInDenmark)
      .max(58, lineFaults.notInDenmark)
      .nullish()
      .transform((value) => value ?? null),
    lng: z
      .number()
      .min(7.8, lineFaults.notInDenmark)
      .max(15.3, lineFaults.notInDenmark)
      .nullish()
      .transform((value) => value ?? null),
  })
  .nullish();

/** When it is, as `checkSchedule` wants it. */
export const schedule = z.array(z.unknown()).transform((entries, ctx): ScheduleEntry[] => {
  const tidy = tidySchedule(entries as ScheduleEntry[]);
  const strange = unknownKey(entries);
  if (strange)
    ctx.issues.push({
      code: "custom",
      input: entries,
      path: [strange.index],
      message: lineFaults.unknownKey(strange.key),
    });
  const [problem] = checkSchedule(tidy);
  if (problem)
    ctx.issues.push({
      code: "custom",
      input: entries,
      path: problem.index < 0 ? [] : [problem.index, problem.field],
      message: lineFaults.schedule[problem.why],
    });
  return tidy;
});

/** What it costs: nothing, or so many øre for what. */
export const price = z
  .object({
    free: z.boolean().nullish(),
    ore: z.number().int(lineFaults.wholeOre).min(0).max(100_000_000).nullish(),
    per: z.enum(PRICE_PER, lineFaults.per).nullish(),
    firstFree: flag,
  })
  .transform(({ free, ore, per, firstFree }, ctx): Pick<ActivityFields, "priceOre" | "pricePer" | "firstFree"> => {
    const wrong = (path: string, message: string) =>
      ctx.issues.push({ code: "custom", input: { free, ore, per }, path: [path], message });
    if (free ? ore : ore === undefined || ore === null) wrong("free", lineFaults.freeOrOre);
    else if (ore && !per) wrong("per", lineFaults.per);
    return ore && per
      ? { priceOre: ore, pricePer: per satisfies PricePer, firstFree }
      : { priceOre: 0, pricePer: null, firstFree: false };
  });
