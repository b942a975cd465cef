/**
 * Two people, or two tabs, in the form of one activity. The form brings back what it showed, in short, so that a save
 * changes what its own hand changed and nothing else. All pure.
 */
import { createHash } from "node:crypto";
import { LINE_PLACES, type FieldName } from "../shared/field-groups.ts";
import type { Activity, ActivityFields } from "./activity.ts";

/** What is kept or changed together: the fields of one place of a line. */
type Part = string;

/** What came of two hands. */
export interface Joined {
  fields: ActivityFields;
  /** Fields that the other hand changed and this one did not: they stay as the other wrote them. */
  taken: FieldName[];
  /** Fields that both changed, each in its own way. */
  disputed: FieldName[];
}

/** What a form shows of an activity: a pin that is only about there is no pin of its own. */
export function shownFields(activity: Activity): ActivityFields {
  return activity.pointFrom === "postcode" ? { ...activity, lat: null, lng: null } : activity;
}

/** What a form shows, in short, for the form to bring back. */
export function seenIn(fields: ActivityFields): string {
  return JSON.stringify(Object.fromEntries([...LINE_PLACES.keys()].map((part) => [part, markOf(fields, part)])));
}

/** Joins what a form states with what stands there now; `seen` is what it brought back, "" when that is not known. */
export function joined(seen: string, mine: ActivityFields, activity: Activity): Joined {
  const marks = read(seen);
  const now = shownFields(activity);
  const result: Joined = { fields: { ...mine }, taken: [], disputed: [] };
  for (const [part, names] of LINE_PLACES) {
    const [before, stands, typed] = [marks[part], markOf(now, part), markOf(mine, part)];
    if (before === undefined || stands === before || stands === typed) continue;
    if (typed !== before) result.disputed.push(names[0]!);
    else {
      for (const name of names) Object.assign(result.fields, { [name]: now[name] });
      result.taken.push(names[0]!);
    }
  }
  return result;
}

/** What a form that comes back brings the next time: whoever has read what both changed may decide. */
export function seenAfter(seen: string, disputed: readonly FieldName[], activity: Activity): string {
  const now = shownFields(activity);
  const parts = [...LINE_PLACES].filter(([, names]) => disputed.includes(names[0]!)).map(([part]) => part);
  return JSON.stringify({ ...read(seen), ...Object.fromEntries(parts.map((part) => [part, markOf(now, part)])) });
}

/** The field of the form that asks for it. */
export function askedAs(name: FieldName): string {
  return name === "priceOre" ? "price" : name;
}

function markOf(fields: ActivityFields, part: Part): string {
  const values = (LINE_PLACES.get(part) ?? []).map((name) => inOrder(fields[name] ?? null));
  return createHash("sha256").update(JSON.stringify(values)).digest("base64url").slice(0, 8);
}

/** What was chosen is the same in any order. */
function inOrder(value: unknown): unknown {
  return Array.isArray(value) ? value.map((one) => JSON.stringify(one)).sort() : value;
}

function read(seen: string): Record<Part, string | undefined> {
  try {
    const marks: unknown = JSON.parse(seen);
    return typeof marks === "object" && marks !== null ? (marks as Record<Part, string>) : {};
  } catch {
    return {};
  }
}
