import { z } from "zod";
import { readPhone } from "../danish/phone.ts";
import { choice, file, optional, personName, required, ticked } from "../shared/forms.ts";
import { readInto, readRows } from "../shared/row-forms.ts";
import { looksLikeCpr } from "../shared/cpr.ts";
import { isClock, isDate } from "../shared/time.ts";
import { CONSENT_KINDS } from "../texts/consents.ts";
import { says } from "../texts/refusal.ts";
import { COMPANION_KINDS } from "./companions.ts";
import { NOTED_WAYS } from "./consents.ts";
import type { Next } from "./next.ts";
import { ATTEMPTS, CLOSE_REASONS, CONTACT_WAYS, NO_STEPS, ONWARD_BY, ONWARD_TO, STAFF_DOORS, STEPS } from "./rules.ts";
import { NOTICE_WAYS } from "./notice.ts";
import { PERSON_REQUEST_NOS } from "./rights.ts";
import { WHEN_TO_CALL } from "./vault.ts";
import { WORRIES } from "./worry.ts";

/** More than any setting allows: what is longer is not read at all. */
export const LONGEST = 4000;

export const freeText = optional(LONGEST);

/** A phone number in E.164, or null when left out. */
export const phone = optional(40).transform((text, check): string | null => {
  if (!text) return null;
  const read = readPhone(text);
  if ("phone" in read) return read.phone;
  check.addIssue({ code: "custom", message: says(read.problem) });
  return z.NEVER;
});

/** An address in lower case, or null when left out. */
export const optionalEmail = optional(200)
  .transform((text) => text.toLowerCase() || null)
  .refine((text) => text === null || z.email().safeParse(text).success, says("email"));

export const caseForm = z.object({ id: required(40) });
const consentKind = z.enum(CONSENT_KINDS, says("chooseConsent"));
export const yesForm = z.object({
  id: required(40),
  kind: consentKind,
  how: choice(NOTED_WAYS).transform((way) => way ?? "oral"),
});
export const noForm = z.object({ id: required(40), kind: consentKind });
export const noteForm = z.object({ id: required(40), note: required(LONGEST) });
export const giveForm = z.object({ id: required(40), to: required(40) });
/** Whom a citizen goes on to, and with which yes: asked where somebody needs other help. */
export const closeForm = z
  .object({
    id: required(40),
    reason: z.enum(CLOSE_REASONS, says("chooseReason")),
    onwardTo: choice(ONWARD_TO),
    onwardBy: choice(ONWARD_BY),
    note: freeText,
  })
  .transform(({ onwardTo: to, onwardBy: by, ...end }, check) => {
    if (end.reason !== "needs-other-help") return end;
    if (to && by) return { ...end, onward: { to, by } };
    if (!to) check.addIssue({ code: "custom", path: ["onwardTo"], message: says("chooseOnward") });
    if (!by) check.addIssue({ code: "custom", path: ["onwardBy"], message: says("chooseOnwardBy") });
    return z.NEVER;
  });
export const questionForm = z.object({ question: required(2000) });
export const oneQuestionForm = z.object({ id: required(40) });
export const findForm = z.object({ sought: required(200) });
export const strikeForm = z.object({ id: required(40), event: z.coerce.number().int().positive() });
export const correctForm = z.object({
  id: required(40),
  name: personName,
  phone,
  email: optionalEmail,
  omraade: optional(80).transform((area) => area || null),
  whenToCall: choice(WHEN_TO_CALL),
  mayLeaveMessage: ticked,
});

const onADay = {
  /** Left out: the day that follows from the step. */
  on: optional(10).refine((date) => date === "" || isDate(date), says("date")),
  notBefore: optional(5).refine((clock) => clock === "" || isClock(clock), says("clock")),
};

/** The next step as it was chosen; null: nothing was. */
function nextOf({ next, on, notBefore }: { next: string | null; on: string; notBefore: string }): Next | null {
  if (next === null) return null;
  const none = NO_STEPS.find((why) => why === next);
  if (none) return { none };
  const step = STEPS.find((each) => each === next);
  return step ? { step, on, clock: notBefore || null } : null;
}

export const nextForm = z
  .object({ id: required(40), next: z.enum([...STEPS, ...NO_STEPS], says("chooseNext")), ...onADay })
  .transform(({ id, ...chosen }) => ({ id, next: nextOf(chosen) }));
export const taskForm = z.object({ task: z.coerce.number().int().positive() });

export const attemptForm = z
  .object({
    id: required(40),
    way: choice(CONTACT_WAYS).transform((way) => way ?? "phone"),
    next: choice([...STEPS, ...NO_STEPS]),
    ...onADay,
    /** Posted from the desk: one goes on there. */
    fromDesk: ticked,
    result: z.enum(ATTEMPTS, says("chooseResult")),
    note: freeText,
    informed: ticked,
    /** Left out: now. */
    date: optional(10).refine((date) => date === "" || isDate(date), says("date")),
    clock: optional(5).refine((clock) => clock === "" || isClock(clock), says("clock")),
  })
  .transform(({ next, on, notBefore, ...attempt }) => ({ ...attempt, next: nextOf({ next, on, notBefore }) }));

export const noticeForm = z.object({
  id: required(40),
  how: z.enum(NOTICE_WAYS, says("chooseNotice")),
  on: required(10).refine(isDate, says("date")),
});
export const deliverForm = z.object({ id: required(40), seen: z.coerce.number().int().positive() });
export const worryForm = z.object({
  id: required(40),
  did: z.enum(WORRIES, says("chooseWorry")),
  note: freeText,
});
export const placeForm = z.object({
  id: required(40),
  offer: required(200),
  startedOn: required(10).refine(isDate, says("date")),
});
export const endPlacementForm = z.object({
  id: required(40),
  placement: z.coerce.number().int().positive(),
  endedOn: required(10).refine(isDate, says("date")),
});
export const giveAllForm = z.object({ teamId: required(40), from: required(40), to: required(40) });
export const coverForm = z.object({
  teamId: required(40),
  awayId: required(40),
  coverId: required(40),
  fromOn: required(10).refine(isDate, says("date")),
  untilOn: required(10).refine(isDate, says("date")),
});
export const endCoverForm = z.object({ cover: required(40) });

const dayOrNone = optional(10)
  .refine((date) => date === "" || isDate(date), says("date"))
  .transform((date) => date || null);
const companion = {
  kind: z.enum(COMPANION_KINDS, says("chooseCompanion")),
  name: personName,
  phone,
  email: optionalEmail,
  secrecyOn: dayOrNone,
  recordSeenOn: dayOrNone,
};
const reachable = { path: ["phone"], message: says("phoneOrEmail"), when: () => true };
export const companionForm = z.object({ teamId: required(40), ...companion }).refine(isReachable, reachable);
export const changeCompanionForm = z.object({ id: required(40), ...companion }).refine(isReachable, reachable);
export const endCompanionForm = z.object({ id: required(40) });

/** Whether somebody can be reached; what came, even wrongly typed, is not missing too. */
export function isReachable(row: { phone?: unknown; email?: unknown }): boolean {
  return [row.phone, row.email].some((given) => typeof given === "string" && given !== "");
}

/** Whether nothing in a text field looks like a CPR number, so that all faults of a form are told at once. */
export function holdsNoCpr(field: string): (row: object) => boolean {
  return (row) => {
    const text: unknown = Reflect.get(row, field);
    return typeof text !== "string" || !looksLikeCpr(text);
  };
}

function isInOrder({ askedOn, talkedOn }: { askedOn?: unknown; talkedOn?: unknown }): boolean {
  return !talkedOn || !askedOn || String(talkedOn) >= String(askedOn);
}

/** The fields of a case of before, on a line of the sheet. */
const earlierRow = z
  .object({
    name: personName,
    phone,
    email: optionalEmail,
    area: optional(80).transform((area) => area || null),
    wishes: freeText,
    askedOn: optional(10).refine(isDate, says("dayGone")),
    talkedOn: onADay.on.transform((day) => day || null),
    doer: optional(40).transform((id) => id || null),
    step: z.enum([...STEPS, ...NO_STEPS], says("chooseNext")),
    on: onADay.on,
    again: ticked,
  })
  .refine(isReachable, { path: ["phone"], message: says("phoneOrEmailTheirs"), when: () => true })
  .refine(isInOrder, { path: ["talkedOn"], message: says("talkedAfterAsked"), when: () => true })
  .refine(holdsNoCpr("name"), { path: ["name"], message: says("cpr"), when: () => true })
  .refine(holdsNoCpr("wishes"), { path: ["wishes"], message: says("cpr"), when: () => true })
  .transform(({ step, on, ...row }) => ({ ...row, next: nextOf({ next: step, on, notBefore: "" }) }));

export const rightForm = z.object({
  id: required(40),
  right: z.enum(["copy", "erase"], says("chooseRight")),
});
export const erasureForm = z.object({ request: required(40) });
export const noErasureForm = z.object({
  request: required(40),
  why: z.enum(PERSON_REQUEST_NOS, says("chooseNo")),
});

export const caseSheetForm = z.object({ teamId: required(40), file });
export const bringInForm = z.record(z.string(), z.unknown()).transform((fields, check) => {
  const team = readInto(z.object({ teamId: required(40) }), fields, check);
  const rows = readRows(earlierRow, fields, (row) => row["take"] !== undefined, check);
  return team && rows ? { ...team, rows } : z.NEVER;
});

export const registerForm = z.object({
  teamId: required(40),
  door: z.enum(STAFF_DOORS, says("chooseDoor")),
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
