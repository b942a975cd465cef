import { z } from "zod";
import { nullable, optional, required } from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";
import { isClock, isDate } from "../shared/time.ts";

/** One deed on one activity, by its id. */
export const deed = z.object({ id: required(40) });
/** The same on one of its dates: `start` in epoch milliseconds. */
export const dateDeed = deed.extend({ start: z.preprocess(Number, z.number().int(says("notUnderstood"))) });
/** One on all activities of an organisation. */
export const organisationDeed = z.object({ organisation: required(40) });
/** Where a date is moved to. */
export const movedTo = {
  dato: optional(10).refine(isDate, says("dateMissing")),
  fra: optional(5).refine(isClock, says("clockMissing")),
  til: optional(5).refine(isClock, says("clockMissing")),
};
export const moveForm = dateDeed.extend({
  start: z.preprocess(Number, z.number(says("chooseDate")).int(says("chooseDate")).positive(says("chooseDate"))),
  ...movedTo,
});
/** What is said of one date. */
export const noteForm = dateDeed.extend({ sted: nullable(200), hvorfor: nullable(300) });
export const undoForm = deed.extend({ version: z.preprocess(Number, z.number().int()) });

const ids = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string().max(40)).max(200));
const day = optional(10).refine(isDate, says("seasonDates"));

/** The form that is forgotten, and the page of the desk to go on to. */
export const forgetForm = z.object({ kladde: required(80), til: optional(300) });

/** A new season of several activities; `vist` is the season whose days were shown before the button was pressed. */
export const seasonForm = z.object({ aktivitet: ids, foerste: day, sidste: day, vist: optional(30) });
