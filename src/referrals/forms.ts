import { z } from "zod";
import { freeText, LONGEST, optionalEmail, phone } from "../casework/forms.ts";
import { WHEN_TO_CALL } from "../casework/vault.ts";
import { says } from "../texts/refusal.ts";
import { choice, optional, optionalName, personName, required, ticked } from "../shared/forms.ts";

/** A form's own random id, 32 bytes in base64url. */
const FORM_ID = /^[\w-]{43}$/;

const wish = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(80)).max(100, "tooLong"),
);

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
export const comeBackForm = z.object({
  phone: phone.refine((number) => number !== null, says("phoneNoDigits")),
  code: required(40)
    .transform((text) => text.replace(/[\s.-]/g, ""))
    .refine((code) => /^\d{6}$/.test(code), says("codeDigits")),
});
export const withdrawForm = z.object({ token: required(100) });

/** A field that came, even wrongly typed, is not missing too. */
function reachable(form: { phone?: unknown; email?: unknown }): boolean {
  const given = (value: unknown) => typeof value === "string" && value !== "";
  return given(form.phone) || given(form.email);
}
