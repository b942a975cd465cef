import type { RefusedStatus } from "../shared/forms.ts";
import type { NoticeKey } from "./notices.ts";
import type { RefusalKey } from "./refusals.ts";

/** The message of a form's schema: the key of what is said where it refuses. */
export const says = (key: RefusalKey): RefusalKey => key;

const MARK = Symbol.for("faellesbro.refusal");

/**
 * A rule said no. `key` names what is said (at the municipality's sign-in a notice of the next page); `field` the form
 * field that it belongs to, if one.
 */
export interface Refusal extends Error {
  key: RefusalKey | NoticeKey;
  field: string | null;
  status: RefusedStatus;
  /** Seconds after which it will do; null where it does not come by itself. */
  retryAfter: number | null;
}

/** Throws a refusal; what is unexpected throws a plain Error instead. */
export function refuse(
  key: RefusalKey | NoticeKey,
  field: string | null = null,
  status: RefusedStatus = 422,
  retryAfter: number | null = null,
): never {
  throw Object.assign(new Error(`refused: ${key}`), { [MARK]: true, key, field, status, retryAfter });
}

/** Whether something thrown is a refusal (also one from another copy of this module). */
export function isRefusal(thrown: unknown): thrown is Refusal {
  return thrown instanceof Error && MARK in thrown;
}
