import { z } from "zod";
import {
  choice,
  email,
  nullable,
  optional,
  optionalEmail,
  optionalName,
  organisationName,
  personName,
  required,
  webAddress,
} from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";
import { isCvr } from "./cvr.ts";

/** Written with spaces or dots or `DK` in front; eight digits after, null when left out. */
const cvr = optional(20)
  .transform((text) => text.replace(/^DK/i, "").replace(/[\s.-]/g, "") || null)
  .refine((digits) => digits === null || isCvr(digits), says("cvr"));

export const signUpForm = z.object({
  organisation: organisationName,
  cvr,
  name: personName,
  email,
  /** Hidden from people: whoever fills it in is a program. */
  website: optional(500),
  /** Of one that is here already: ask to be let in, or it is another of the same name. */
  valg: choice(["bed", "anden"]),
});

export const profileForm = z.object({
  id: required(40),
  name: organisationName,
  description: optional(2000),
  url: webAddress,
  contactName: optionalName.transform((name) => name || null),
  phone: nullable(40),
  email: optionalEmail,
});
/** What a rejected association writes back. */
export const appealForm = z.object({ id: required(40), svar: required(2000) });
/** One contact of one organisation. */
export const contactForm = z.object({ forening: required(40), person: required(40) });

export const approveForm = z.object({ id: required(40) });
export const rejectForm = z.object({ id: required(40), text: required(2000) });
export const colleagueForm = z.object({ organisationId: required(40), name: personName, email });
export const leaveForm = z.object({ forening: required(40) });
