/** Where the fields of the usual kinds stand in a line. */
import type { Activity, ActivityFields } from "../activities/activity.ts";
import { FIELDS } from "../shared/fields.ts";
import { USUAL_FIELDS, type UsualField } from "../shared/field-groups.ts";
import { recordOf } from "../shared/record.ts";

/** Fields of the usual kinds, and the way to each in a line. */
const USUAL = USUAL_FIELDS.map((name) => {
  const way = FIELDS[name].line.split(".");
  return { name, way, part: way.slice(0, -1).join("."), own: way.at(-1) ?? "" };
});

/** The fields of a part, as a line says them. */
export function usualOf(activity: Activity, part: string): Record<string, unknown> {
  return Object.fromEntries(usualAt(part).map(({ name, own }) => [own, activity[name] ?? undefined]));
}

/** Whether nothing was stated in a part. */
export function isEmptyIn(activity: Activity, part: string): boolean {
  return usualAt(part).every(({ name }) => activity[name] === FIELDS[name].empty);
}

/** Those that stand in a part of the line; `""` is the line itself. */
export function usualAt(part: string): typeof USUAL {
  return USUAL.filter((one) => one.part === part);
}

/** What a line says in the places of these fields; empty where it has no such part. */
export function usualFrom(line: object): Pick<ActivityFields, UsualField> {
  const said = (way: readonly string[]) => way.reduce<unknown>((part, own) => recordOf(part)[own], line);
  return Object.fromEntries(USUAL.map(({ name, way }) => [name, said(way) ?? FIELDS[name].empty])) as Pick<
    ActivityFields,
    UsualField
  >;
}
