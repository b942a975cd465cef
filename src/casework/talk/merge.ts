/** Two saves of one sheet, from two tabs: neither wipes what the other wrote. */
import { type Sheet, WORDS } from "./sheet.ts";

/**
 * The stored sheet with what somebody changed: `seen` is the sheet as it stood in front of them. Field by field; where
 * both changed the same words both stand, of anything else the later holds.
 */
export function mergeSheets(stored: Sheet, seen: Sheet, posted: Sheet): Sheet {
  const merged = { ...stored };
  for (const field of Object.keys(stored) as (keyof Sheet)[])
    if (!isSame(posted[field], seen[field])) Object.assign(merged, { [field]: posted[field] });
  for (const field of WORDS) merged[field] = mergeWords(stored[field], seen[field], posted[field]);
  return merged;
}

function mergeWords(stored: string, seen: string, posted: string): string {
  if (posted === seen || posted === stored) return stored;
  // What was saved while the answer was lost, or still on its way, is the beginning of what is posted now.
  if (stored === seen || posted.startsWith(stored)) return posted;
  return stored.startsWith(posted) ? stored : `${stored}\n${posted}`;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
