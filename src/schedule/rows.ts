/**
 * A schedule as rows of a form: each kind of row a few plain fields, numbered, so that it works without scripts. All
 * pure.
 */
import type { Typed } from "../shared/forms.ts";

/**
 * Every week, once a month, on certain dates; `kept` is a rule that the form has no fields for. Fields are named
 * `w0day`, `m1start`, `d2date`, `k3`.
 */
export type RowKind = "w" | "m" | "d";
export const ROW_KINDS: readonly RowKind[] = ["w", "m", "d"];

/** The form after one of its buttons: `more` adds an empty row of that kind, `remove` takes the named row away. */
export function withRows(typed: Typed): Typed {
  const removed = typed["remove"]?.[0];
  const kept = Object.fromEntries(
    Object.entries(typed).filter(([name]) => !removed || !new RegExp(`^${removed.replace(/\W/g, "")}\\D`).test(name)),
  );
  const more = ROW_KINDS.find((kind) => kind === typed["more"]?.[0]);
  return more ? { ...kept, [`${more}${(rowNumbers(kept, more).at(-1) ?? -1) + 1}start`]: [""] } : kept;
}

/** The numbers of the rows of one kind that a form holds, in order. */
export function rowNumbers(typed: Record<string, unknown>, kind: RowKind): number[] {
  const numbers = Object.keys(typed).flatMap(
    (name) => new RegExp(`^${kind}(\\d{1,3})(?:day|date|start)$`).exec(name)?.[1] ?? [],
  );
  return [...new Set(numbers.map(Number))].sort((a, b) => a - b);
}

/** Which of the stored rules, that the form has no fields for, were left ticked. */
export function keptRules(typed: Record<string, unknown>): number[] {
  return Object.keys(typed)
    .flatMap((name) => /^k(\d{1,3})$/.exec(name)?.[1] ?? [])
    .map(Number);
}
