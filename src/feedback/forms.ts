import { z } from "zod";
import { LONGEST } from "../casework/forms.ts";
import { required } from "../shared/forms.ts";
import { isDate } from "../shared/time.ts";
import { says } from "../texts/refusal.ts";
import { VISITS } from "./outreach.ts";

export const visitForm = z.object({
  unitId: required(40),
  kind: z.enum(VISITS, says("chooseVisit")),
  on: required(10).refine(isDate, says("date")),
});
export const oneTeamForm = z.object({ teamId: required(40) });
export const yearForm = z.object({ teamId: required(40), text: required(LONGEST) });
