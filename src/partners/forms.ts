import { z } from "zod";
import { gapOfKey } from "../casework/talk/wished-gaps.ts";
import { line, optional, required } from "../shared/forms.ts";
import { isDate } from "../shared/time.ts";
import { says } from "../texts/refusal.ts";

/** A gap by its key, as the page has it, of a team. */
const gap = { hold: required(40), gab: required(200) };
const id = z.coerce.number().int().positive();
const workshop = {
  heldOn: required(10).refine(isDate, says("date")),
  place: line(200),
  invited: required(1000),
};
const chosen = { activity: optional(40), address: optional(400) };
const told = {
  who: line(200),
  what: required(1000),
  since: required(7).refine((month) => /^20\d\d-(0[1-9]|1[0-2])$/.test(month), says("chooseMonth")),
  thanksTo: required(1000),
};

export const metForm = z
  .object({ ...gap, ...chosen })
  .transform(({ hold, gab, ...rest }) => ({ gap: { ...gapOfKey(gab), teamId: hold }, chosen: rest }));
export const workshopForm = z
  .object({ ...gap, ...workshop })
  .transform(({ hold, gab, ...rest }) => ({ gap: { ...gapOfKey(gab), teamId: hold }, workshop: rest }));
export const changeWorkshopForm = z.object({ id, ...workshop });
export const cameForm = z.object({ id, ...chosen });
export const oneForm = z.object({ id });
export const tellForm = z.object({ hold: required(40), ...told });
export const retellForm = z.object({ hold: required(40), id, ...told });
export const removeChangeForm = z.object({ hold: required(40), id });
export const linkForm = z.object({ hold: required(40), label: line(120) });
export const takeLinkForm = z.object({ hold: required(40), id: required(40) });
