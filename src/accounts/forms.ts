import { z } from "zod";
import type { Role } from "../../db/schema.ts";
import { email, optional, personName, required } from "../shared/forms.ts";
import { says } from "../texts/refusal.ts";

/** Not trimmed: a space may be part of it. */
const password = z
  .string({ error: says("required") })
  .min(1, says("required"))
  .max(1000, says("tooLong"));

export const signInForm = z.object({ email, password, videre: optional(2000) });
export const askResetForm = z.object({ email });
export const newPasswordForm = z.object({ token: required(100), password });
export const acceptForm = z.object({ token: required(100), name: personName, password });

/** Spaces are how people read six digits aloud, dashes how a recovery code is printed. */
const code = z
  .string({ error: says("required") })
  .transform((typed) => typed.replace(/[\s-]/g, ""))
  .pipe(z.string().min(1, says("required")).max(20, says("wrongCode")));

export const secondStepForm = z.object({ code, videre: optional(2000) });
export const turnOnForm = z.object({ code, secret: required(100) });
export const turnOffForm = z.object({ code });
export const recoveryForm = z.object({ code });
export const changePasswordForm = z.object({ current: password, password });
export const sessionForm = z.object({ id: required(60) });
export const liftForm = z.object({ userId: required(40) });

/** Roles that an editor hands out. */
const INVITED_ROLES = ["contact", "brobygger", "lead", "editor", "data-officer"] as const satisfies readonly Role[];

/** `scope` is `contact:<organisation>`, `brobygger:<team>` …, or `editor`, `data-officer`: one list to choose from. */
export const inviteForm = z.object({ name: personName, email, access: required(100).transform(accessOf) });

export const proposalForm = z.object({ proposal: required(40) });

export const membershipForm = z.object({
  userId: required(40),
  role: z.enum(INVITED_ROLES, says("unknown")),
  scope: optional(40),
});

/** Which value of which claim of the municipality's sign-in gives what (no association: those are given by people). */
export const claimRuleForm = z.object({
  claim: required(200),
  value: required(200),
  access: required(100).transform(accessOf),
});
export const claimRuleIdForm = z.object({ id: z.coerce.number().int() });
/** A rule that makes leads, as it was read by who says yes or no to it. */
export const leadRuleForm = z.object({ claim: required(200), value: required(200), teamId: required(40) });
export const directoryPersonForm = z.object({ userId: required(40) });

/** Reads `role:scope`. */
function accessOf(text: string, check: z.RefinementCtx): { role: (typeof INVITED_ROLES)[number]; scope: string } {
  const [named = "", scope = ""] = text.split(":");
  const role = INVITED_ROLES.find((candidate) => candidate === named);
  if (role) return { role, scope };
  check.addIssue({ code: "custom", message: says("unknown") });
  return z.NEVER;
}

/**
 * Where to go after signing in: only a path of this site, else null. Read as a browser does, to whom `/\` and `/./` may
 * be `//`, another site.
 */
export function ownPath(text: string): string | null {
  if (!text.startsWith("/") || !URL.canParse(text, OWN)) return null;
  const url = new URL(text, OWN);
  const path = url.pathname + url.search + url.hash;
  return url.origin === OWN && !/^\/[/\\]/.test(path) ? path : null;
}

const OWN = "http://own.invalid";
