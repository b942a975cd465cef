import { z } from "zod";
import { freeText, holdsNoCpr, isReachable, LONGEST, optionalEmail, phone } from "../casework/forms.ts";
import { WHEN_TO_CALL } from "../casework/vault.ts";
import { CONSENT_KINDS } from "../texts/consents.ts";
import { says } from "../texts/refusal.ts";
import { readInto, readRows } from "../shared/row-forms.ts";
import { choice, email, line, optional, optionalName, personName, required, ticked } from "../shared/forms.ts";
import { isDate } from "../shared/time.ts";
import { TELLERS } from "./meeting.ts";
import { REFERRAL_CHANNELS, REFERRAL_REASONS, YES_WAYS } from "./refer.ts";
import { UNIT_KINDS } from "./units.ts";

/** A form's own random id, 32 bytes in base64url. */
const FORM_ID = /^[\w-]{43}$/;

const wish = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat()),
  z.array(z.string().max(80)).max(100, says("tooLong")),
);

/** Which words stood on the form, as `shownAs` says them, with spaces between. */
const shown = optional(2000).transform((words) => words.split(" ").filter(Boolean));

const formId = optional(200).transform((id) => (FORM_ID.test(id) ? id : ""));

export const askForm = z
  .object({
    formId,
    /** A field that people do not see: what fills it in is a machine. */
    telefax: optional(LONGEST).refine((text) => text === "", says("trap")),
    forWhom: choice(["me", "other"]).transform((whom) => whom ?? "me"),
    name: personName,
    phone,
    email: optionalEmail,
    whenToCall: choice(WHEN_TO_CALL),
    mayLeaveMessage: ticked,
    wishes: freeText,
    shown,
    takeWords: ticked,
    words: optional(1000),
    omraade: wish,
    dag: wish,
    tid: wish,
    tema: wish,
    fakta: wish,
    pris: optional(20),
    fundet: optional(20),
    hold: optional(40),
    /** Slug of the activity from whose page the citizen came, unless it was struck. */
    aktivitet: optional(100),
    saidYes: ticked,
    relativeName: optionalName,
    relativeEmail: optionalEmail,
  })
  .refine(isReachable, { path: ["phone"], message: says("phoneOrEmail"), when: () => true });

export const ownNoteForm = z.object({ token: required(100), note: required(LONGEST) });
export const comeBackForm = z.object({
  phone: phone.refine((number) => number !== null, says("phoneNoDigits")),
  code: required(40)
    .transform((text) => text.replace(/[\s.-]/g, ""))
    .refine((code) => /^\d{6}$/.test(code), says("codeDigits")),
});
export const takeBackForm = z.object({ token: required(100), kind: z.enum(CONSENT_KINDS) });
export const takeBackOneForm = z.object({ token: required(200), introduction: z.coerce.number().int().positive() });
export const withdrawForm = z.object({ token: required(100) });

export const unitForm = z.object({
  teamId: required(40),
  name: line(120),
  kind: z.enum(UNIT_KINDS, says("chooseKind")),
});
export const renameUnitForm = z.object({ unitId: required(40), name: line(120) });
export const oneUnitForm = z.object({ unitId: required(40) });
export const colleagueForm = z.object({ unitId: required(40), name: personName, email });
export const oneLinkForm = z.object({ unitId: required(40), link: required(40) });

export const mailCodeForm = z.object({ token: required(100) });
export const codeForm = z.object({
  token: required(100),
  code: required(20).transform((code) => code.replace(/\s/g, "")),
});

export const referForm = z
  .object({
    token: required(100),
    formId,
    name: personName,
    phone,
    email: optionalEmail,
    omraade: optional(80).transform((area) => area || null),
    whenToCall: choice(WHEN_TO_CALL),
    mayLeaveMessage: ticked,
    reason: z.enum(REFERRAL_REASONS, says("chooseReferralReason")),
    channel: choice(REFERRAL_CHANNELS),
    shown,
    yes: z.enum(YES_WAYS, says("chooseYes")),
    whyOral: freeText,
    about: freeText,
  })
  .refine(isReachable, { path: ["phone"], message: says("phoneOrEmailTheirs"), when: () => true });

const meeting = z.object({
  teamId: required(40),
  told: z.enum(TELLERS, says("chooseTeller")),
  unit: optional(40).transform((id) => id || null),
  reason: choice(REFERRAL_REASONS),
  how: choice(YES_WAYS).transform((way) => way ?? "oral"),
  whyOral: freeText,
  keep: ticked,
  on: required(10).refine(isDate, says("date")),
});
const metCitizen = z
  .object({
    name: personName,
    phone,
    area: optional(80).transform((area) => area || null),
    wishes: freeText,
    saidYes: ticked,
    again: ticked,
  })
  .refine(({ saidYes }) => saidYes, { path: ["saidYes"], message: says("theirYes"), when: () => true })
  .refine(holdsNoCpr("name"), { path: ["name"], message: says("cpr"), when: () => true })
  .refine(holdsNoCpr("wishes"), { path: ["wishes"], message: says("cpr"), when: () => true });
export const meetingForm = z.record(z.string(), z.unknown()).transform((fields, check) => {
  const shared = readInto(meeting, fields, check);
  const isWritten = (row: Record<string, unknown>) => Boolean(row["name"] || row["phone"] || row["wishes"]);
  const rows = readRows(metCitizen, fields, isWritten, check);
  return shared && rows ? { ...shared, rows } : z.NEVER;
});
