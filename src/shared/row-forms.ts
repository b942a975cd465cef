import type { z } from "zod";
import type { Returned } from "./forms.ts";

/** A row of a form with many, and its place in it: field `name` of it is posted as `name-0`, `name-1` … */
export type Placed<T> = T & { at: number };

/** Reads fields as the schema says; what is refused is noted in `check`, at the name that `posted` gives. Null then. */
export function readInto<S extends z.ZodType>(
  schema: S,
  fields: Record<string, unknown>,
  check: z.RefinementCtx,
  posted = (name: string) => name,
): z.output<S> | null {
  const read = schema.safeParse(fields);
  if (read.success) return read.data;
  for (const { message, path } of read.error.issues)
    check.addIssue({ code: "custom", message, path: [posted(String(path[0] ?? ""))] });
  return null;
}

/** The rows of a form that count, `counts` says which; null when something in one is refused. */
export function readRows<S extends z.ZodType<object>>(
  schema: S,
  fields: Record<string, unknown>,
  counts: (row: Record<string, unknown>) => boolean,
  check: z.RefinementCtx,
): Placed<z.output<S>>[] | null {
  const rows = new Map<number, Record<string, unknown>>();
  for (const [posted, value] of Object.entries(fields)) {
    const [, name, at] = /^(.+)-(\d{1,3})$/.exec(posted) ?? [];
    if (name && at) rows.set(Number(at), { ...rows.get(Number(at)), [name]: value });
  }
  const read = [...rows]
    .filter(([, row]) => counts(row))
    .map(([at, row]) => ({ at, row: readInto(schema, row, check, (name) => `${name}-${at}`) }));
  const good = read.flatMap(({ at, row }) => (row === null ? [] : [{ ...row, at }]));
  return good.length < read.length ? null : good;
}

/** The faults of a form with many rows, each with whose it is, to stand together at its top. */
export function namedFaults(form: Returned | undefined, nameOf: (at: number) => string): Returned | undefined {
  if (!form) return form;
  const named = Object.entries(form.errors).map(([field, message]) => {
    const at = /-(\d{1,3})$/.exec(field)?.[1];
    return [field, at === undefined ? message : `${nameOf(Number(at))}: ${message}`] as const;
  });
  return { ...form, errors: Object.fromEntries(named) };
}

/** The numbers of the rows that were posted, ascending. */
export function rowsTyped(typed: Record<string, unknown>): number[] {
  const numbers = Object.keys(typed).flatMap((posted) => /^name-(\d{1,3})$/.exec(posted)?.[1] ?? []);
  return numbers.map(Number).sort((a, b) => a - b);
}
