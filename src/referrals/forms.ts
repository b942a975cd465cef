import { z } from "zod";
import { choice, optional, optionalName, personName, required, ticked } from "../shared/forms.ts";
import { isClock, isDate } from "../shared/time.ts";
import { readPhone } from "../danish/phone.ts";
import { ATTEMPTS, CLOSE_REASONS, STAFF_DOORS } from "./referral.ts";
import { WHEN_TO_CALL } from "./vault.ts";

/** More than any setting allows: what is longer is not read at all. */
const LONGEST = 4000;
/** A form's own random id, 32 bytes in base64url. */
const FORM_ID = /^[\w-]{43}$/;

const freeText = optional(LONGEST);
const wish = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(80)).max(100, "tooLong"),
);

/** A phone number in E.164, or null when left out. */
const phone = optional(40).transform((text, check): string | null => {
  if (!text) return null;
  const read = readPhone(text);
  if ("phone" in read) return read.phone;
  check.addIssue({ code: "custom", message: read.problem });
  return z.NEVER;
});

const optionalEmail = optional(200)
  .transform((text) => text.toLowerCase() || null)
  .refine((text) => text === null || z.email().safeParse(text).success, "email");

export const askForm = z
  .object({
    formId: optional(200).transform((id) => (FORM_ID.test(id) ? id : "")),
    /** A field that people do not see: what fills it in is a machine. */
    telefax: optional(LONGEST).refine((text) => text === "", "trap"),
    forWhom: choice(["me", "other"]).transform((whom) => whom ?? "me"),
    name: personName,
    phone,
    email: optionalEmail,
    whenToCall: choice(WHEN_TO_CALL),
    mayLeaveMessage: ticked,
    wishes: freeText,
    takeWords: ticked,
    words: optional(1000),
    omraade: wish,
    dag: wish,
    tid: wish,
    tema: wish,
    fakta: wish,
    pris: optional(20),
    fundet: optional(20),
    /** Slug of the activity from whose page the citizen came: counted, never kept with the request. */
    aktivitet: optional(100),
    saidYes: ticked,
    relativeName: optionalName,
    relativeEmail: optionalEmail,
  })
  .refine((form) => reachable(form), { path: ["phone"], message: "phoneOrEmail", when: () => true });

export const ownNoteForm = z.object({ token: required(100), note: required(LONGEST) });
export const withdrawForm = z.object({ token: required(100) });

export const caseForm = z.object({ id: required(40) });
export const noteForm = z.object({ id: required(40), note: required(LONGEST) });
export const giveForm = z.object({ id: required(40), to: required(40) });
export const closeForm = z.object({
  id: required(40),
  reason: z
    .enum(CLOSE_REASONS as [string, ...string[]], "chooseReason")
    .transform((reason) => reason as (typeof CLOSE_REASONS)[number]),
  note: freeText,
});
export const findForm = z.object({ phone: phone.refine((number) => number !== null, "phoneNoDigits") });

export const attemptForm = z.object({
  id: required(40),
  result: z.enum(ATTEMPTS, "chooseResult"),
  note: freeText,
  /** Left out: now. */
  date: optional(10).refine((date) => date === "" || isDate(date), "date"),
  clock: optional(5).refine((clock) => clock === "" || isClock(clock), "clock"),
});

export const registerForm = z.object({
  teamId: required(40),
  door: z.enum(STAFF_DOORS, "chooseDoor"),
  name: personName,
  phone,
  email: optionalEmail,
  omraade: optional(80).transform((area) => area || null),
  whenToCall: choice(WHEN_TO_CALL),
  mayLeaveMessage: ticked,
  wishes: freeText,
  saidYes: ticked,
  keep: ticked,
});

/** A field that came, even wrongly typed, is not missing too. */
function reachable(form: { phone?: unknown; email?: unknown }): boolean {
  const given = (value: unknown) => typeof value === "string" && value !== "";
  return given(form.phone) || given(form.email);
}
