/** Taking back one change among several, as pure data: three states of the same value. */

/** That the value has been changed again since, in a way that cannot be told apart. */
export class ChangedSince extends Error {}

/**
 * What `now` is without the change from `before` to `after`. What was changed since and has nothing to do with it stays:
 * other dates of the same series, other facts of the same list. Throws `ChangedSince` where both touched the same.
 */
export function takeBack(before: unknown, after: unknown, now: unknown): unknown {
  if (same(before, after)) return now;
  if (same(now, after)) return before;
  if (same(now, before)) return now;
  if (isRecord(before) && isRecord(after) && isRecord(now)) return takeBackParts(before, after, now);
  const lists = [before ?? [], after ?? [], now ?? []];
  if (lists.every(isPlainList)) return takeBackMembers(lists[0] ?? [], lists[1] ?? [], lists[2] ?? []);
  if ([before, after, now].every(Array.isArray)) return takeBackEntries(before as [], after as [], now as []);
  throw new ChangedSince();
}

function takeBackParts(before: Parts, after: Parts, now: Parts): Parts {
  const names = new Set([before, after, now].flatMap(Object.keys));
  const parts = [...names].map((name) => [name, takeBack(before[name], after[name], now[name])] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

/** Of a set: what it added goes, what it took away comes back. */
function takeBackMembers(before: Plain[], after: Plain[], now: Plain[]): Plain[] {
  const kept = now.filter((one) => before.includes(one) || !after.includes(one));
  return [...kept, ...before.filter((one) => !after.includes(one) && !now.includes(one))];
}

/** Of entries that keep their places. */
function takeBackEntries(before: unknown[], after: unknown[], now: unknown[]): unknown[] {
  if (before.length !== after.length || after.length !== now.length) throw new ChangedSince();
  return now.map((entry, at) => takeBack(before[at], after[at], entry));
}

type Parts = Record<string, unknown>;
type Plain = string | number;

function isRecord(value: unknown): value is Parts {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPlainList(value: unknown): value is Plain[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string" || typeof one === "number");
}

/** Whether two values are the same as data: the order of an object's parts does not count, nor one that is undefined. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value ?? null;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => [name, sorted(part)]));
}
