import { z } from "zod";
import { nullable, optional, optionalEmail, required, ticked } from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";
import { movedTo } from "../activities/forms.ts";
import { readFirstName } from "./coming.ts";
import { REASONS } from "./reports.ts";

/** Stays empty when a person fills the form in. */
const trap = { telefax: optional(500).refine((text) => text === "", says("trap")) };
const id = required(40);
const token = required(100);
const start = z.preprocess(Number, z.number(says("chooseDate")).int(says("chooseDate")).positive(says("chooseDate")));

// What anyone may post on the page of an activity.
export const reportForm = z.object({ id, hvad: z.enum(REASONS, says("unknown")), besked: optional(1000), ...trap });
export const questionForm = z.object({ id, spoergsmaal: required(300), ...trap });
export const comingForm = z.object({
  id,
  fornavn: required(60).refine((name) => readFirstName(name) !== null, says("firstName")),
  gang: start,
  alene: ticked,
  mail: optionalEmail,
  ...trap,
});
export const hostLinkForm = z.object({ id, ...trap });
export const suggestionForm = z.object({
  oenske: required(300),
  omraade: nullable(60),
  tema: nullable(60),
  kontakt: nullable(200),
  ...trap,
});

// What somebody with a link from a mail may post.
export const linkDeed = z.object({ token });
export const linkDate = z.object({ token, start });
export const linkMove = linkDate.extend(movedTo);
export const linkAnswer = z.object({ token, spoergsmaal: id, svar: required(1000) });
export const linkQuestion = z.object({ token, spoergsmaal: id });
export const linkReport = z.object({ token, besked: id });
export const linkUndo = z.object({ token, version: z.preprocess(Number, z.number().int()) });
export const monthlyForm = z.object({ token, vil: ticked });

// At the desks.
export const activityDeed = z.object({ id });
export const arrangeForm = z.object({
  id,
  full: ticked,
  fullNote: nullable(300),
  arrivalsWelcome: ticked,
  volunteerTasks: nullable(500),
});
export const answerForm = z.object({ id, spoergsmaal: id, svar: required(1000) });
export const hideForm = z.object({ spoergsmaal: id });
export const reportDeed = z.object({ besked: id });
export const mergeForm = z.object({ behold: id, fjern: id });
export const suggestionDeed = z.object({ oenske: id });
export const pickUpForm = z.object({ oenske: id, forening: id });
export const ownMonthlyForm = z.object({ vil: ticked });
