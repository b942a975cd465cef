/** What an import may change of an activity that a person may have edited since. All pure. */
import type { Activity } from "../activities/activity.ts";
import { LINE_PLACES } from "../shared/field-groups.ts";

type Column = keyof Activity;

/** The places of a line, and where each is stored: what stands together is kept or changed together. */
const COLUMNS: ReadonlyMap<string, readonly Column[]> = new Map<string, readonly Column[]>([
  ["organisation", ["organisationId"]],
  ...LINE_PLACES,
  ["confirmed", ["confirmedAt"]],
]);

/** All columns that an import writes. */
export const IMPORTED_COLUMNS: readonly Column[] = [...COLUMNS.values()].flat();

export interface Merged {
  /** The columns to write. */
  change: Partial<Activity>;
  /**
   * Fields that a person edited and that the line would have changed; `state` when a person took the activity off the
   * board.
   */
  kept: string[];
  /** What the import has written so far, field by field. */
  imported: Record<string, unknown>;
}

/**
 * Takes over what the line changed, but not what a person has edited since the import last wrote it. A line without
 * `confirmed` leaves it.
 */
export function merge(known: Activity, wanted: Partial<Activity>): Merged {
  const merged: Merged = {
    change: {},
    kept: known.state === "published" ? [] : ["state"],
    imported: { ...known.imported },
  };
  for (const [field, columns] of COLUMNS) {
    if (field === "confirmed" && wanted.confirmedAt === null) continue;
    const now = values(known, columns);
    const next = values(wanted, columns);
    if (!isSame(now, next)) {
      if (isEdited(known, field, now)) {
        merged.kept.push(field);
        continue;
      }
      for (const column of columns) Object.assign(merged.change, { [column]: wanted[column] });
    }
    merged.imported[field] = next;
  }
  return merged;
}

/** Whether a person wrote what stands there now. A price that nobody stated is nobody's. */
function isEdited(known: Activity, field: string, now: unknown): boolean {
  return !isSame(now, known.imported?.[field]) && !(field === "price" && known.priceOre === null);
}

/** What an import remembers of what it wrote. */
export function written(wanted: Partial<Activity>): Record<string, unknown> {
  return Object.fromEntries([...COLUMNS].map(([field, columns]) => [field, values(wanted, columns)]));
}

function values(activity: Partial<Activity>, columns: readonly Column[]): unknown[] {
  return columns.map((column) => activity[column] ?? null);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
