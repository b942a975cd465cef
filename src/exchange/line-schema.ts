/** What a line may hold, part by part (docs/contract.md). */
import { z } from "zod";
import type { Audience } from "../../db/schema.ts";
import { isDate } from "../shared/time.ts";
import { lineFaults } from "../texts/activity.ts";
import { FACT_SLUGS } from "../shared/facts.ts";
import { PAUSE_KINDS } from "../schedule/pauses.ts";
import { numberOrText, text, maybe, place, schedule, price, usualIn } from "./line-parts.ts";

/** Ages beyond these are no bounds at all. */
export const YOUNGEST = 0;
/** The oldest that an age can mean. */
export const OLDEST = 120;

const AUDIENCES = ["all", "referred"] as const satisfies readonly Audience[];

const age = z.number().int().min(YOUNGEST).max(150);

/** A whole line. */
export const schema = z
  .object({
    id: numberOrText.nullish().transform((value) => value || null),
    organisation: text(200),
    title: text(200),
    summary: maybe(500),
    description: text(20_000),
    themes: z.array(z.string()).min(1, lineFaults.missing).max(20).transform(unique),
    place,
    schedule,
    pauses: z
      .array(z.enum(PAUSE_KINDS, lineFaults.pause))
      .nullish()
      .transform((kinds) => PAUSE_KINDS.filter((kind) => kinds?.includes(kind))),
    price,
    ...usualIn(""),
    facts: z
      .array(z.enum(FACT_SLUGS, lineFaults.fact))
      .nullish()
      .transform((value) => unique(value ?? [])),
    languages: z
      .array(z.string().regex(/^[a-z]{2,3}$/, lineFaults.language))
      .nullish()
      .transform((value) => unique(value ?? [])),
    transport: z.object(usualIn("transport")).nullish(),
    ages: z
      .tuple([age, age])
      .nullish()
      .refine((ages) => !ages || ages[0] <= ages[1], lineFaults.ages),
    contact: z.object({
      name: text(100),
      phone: maybe(40),
      email: z
        .string()
        .trim()
        .nullish()
        .transform((value) => value || null)
        .pipe(z.email(lineFaults.email).max(200).nullable()),
    }),
    url: z
      .string()
      .trim()
      .nullish()
      .transform((value) => value || null)
      .pipe(
        z
          .url({ protocol: /^https?$/, error: lineFaults.url })
          .max(500)
          .nullable(),
      ),
    audience: z
      .enum(AUDIENCES, lineFaults.oneOf(AUDIENCES))
      .nullish()
      .transform((value) => value ?? "all"),
    confirmed: z
      .string()
      .refine(isDate, lineFaults.schedule.badDate)
      .nullish()
      .transform((value) => value ?? null),
  })
  .superRefine(({ place, facts }, ctx) => {
    if (!facts.includes("online") && (!place || place.lat === null || place.lng === null)) {
      ctx.addIssue({
        code: "custom",
        path: place ? ["place", place.lat === null ? "lat" : "lng"] : ["place"],
        message: lineFaults.missing,
      });
    }
  });

/** A line that was read. */
export type Read = z.output<typeof schema>;

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
