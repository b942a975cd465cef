import { z } from "zod";
import { oreTyped } from "../danish/reading.ts";
import { optional, required } from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";

/** What a year has cost, in kroner; empty takes it away. In øre. */
export const costForm = z.object({
  team: required(40),
  year: z.coerce.number().int().min(2000).max(2199),
  kroner: optional(14).transform((text, check): number | null => {
    const ore = text === "" ? null : oreTyped(text);
    if (text === "" || ore !== null) return ore;
    check.addIssue({ code: "custom", message: says("kroner") });
    return z.NEVER;
  }),
});
