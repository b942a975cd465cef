import { z } from "zod";
import { passNos } from "../texts/passes.ts";
import { oreTyped } from "../danish/reading.ts";
import { optional, required } from "../shared/forms.ts";
import { keysOf } from "../shared/keys-of.ts";
import { isDate } from "../shared/time.ts";
import { says } from "../texts/refusal.ts";

const rowId = z.coerce.number().int().positive();
/** In øre. */
const kroner = required(14).transform((text, check): number => {
  const ore = oreTyped(text);
  if (ore !== null) return ore;
  check.addIssue({ code: "custom", message: says("kroner") });
  return z.NEVER;
});

export const issuePassForm = z.object({ id: required(40) });
export const usePassForm = z.object({
  id: required(40),
  pass: rowId,
  chosen: optional(40),
  address: optional(400),
  kroner,
  usedOn: required(10).refine(isDate, says("date")),
});
export const takeBackUseForm = z.object({ id: required(40), use: rowId });
export const endPassForm = z.object({ id: required(40), pass: rowId });
export const refusePassForm = z.object({ id: required(40), why: z.enum(keysOf(passNos), says("unknown")) });
