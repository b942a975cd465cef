import { desc } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { type ConsentKind, consentTexts } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

export interface ConsentWords {
  kind: ConsentKind;
  text: string;
  /** How it is said in a talk; null: the same. */
  said: string | null;
}

export type ConsentVersion = typeof consentTexts.$inferSelect;

/** Every wording there has been of what citizens say yes to, by kind, the newest first. */
export function consentVersions(db: Db): Map<ConsentKind, ConsentVersion[]> {
  return Map.groupBy(db.select().from(consentTexts).orderBy(desc(consentTexts.version)).all(), ({ kind }) => kind);
}

/** Keeps the words that citizens say yes to from now on. */
export function saveConsents(db: Db, by: Viewer, words: readonly ConsentWords[], now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    for (const { kind, version } of insertConsents(tx, words, now))
      noteAudit(tx, { kind: "setting-changed", by: by.id, detail: { key: "consent", consent: kind, version } }, now);
  });
}

/**
 * Adds a version of each text that differs from the newest, and answers them; older ones stay, since somebody may have
 * said yes to them.
 */
export function insertConsents(db: Db, words: readonly ConsentWords[], now: number): ConsentVersion[] {
  const versions = consentVersions(db);
  const changed = words.flatMap(({ kind, text, said }) => {
    const newest = versions.get(kind)?.[0];
    const isSame = text === newest?.text && said === newest.said;
    return isSame
      ? []
      : [{ kind, version: (newest?.version ?? 0) + 1, controllerId: null, text, said, validFrom: now }];
  });
  if (changed.length > 0) db.insert(consentTexts).values(changed).run();
  return changed;
}
