import { and, desc, eq, isNull, max } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { type ConsentKind, consents, consentTexts, controllers } from "../../db/schema.ts";
import { has, type Viewer } from "../accounts/roles.ts";
import { refuse } from "../texts/refusal.ts";

export interface ConsentWords {
  kind: ConsentKind;
  /** Of a controller's own, empty: the general words hold. */
  text: string;
  /** How it is said in a talk; null: the same, or of a controller's own, the general words. */
  said: string | null;
}

export type ConsentVersion = typeof consentTexts.$inferSelect;

/**
 * Every wording there has been of what citizens say yes to, by kind, the newest first: the general ones, or those of a
 * controller's own.
 */
export function consentVersions(db: Db, controllerId: string | null = null): Map<ConsentKind, ConsentVersion[]> {
  const rows = db.select().from(consentTexts).where(isOf(controllerId)).orderBy(desc(consentTexts.version)).all();
  return Map.groupBy(rows, ({ kind }) => kind);
}

/** Keeps the general words that citizens say yes to from now on. */
export function saveConsents(db: Db, by: Viewer, words: readonly ConsentWords[], now: number): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => noteNew(tx, by, insertConsents(tx, words, now), {}, now));
}

/**
 * Keeps a controller's own words from now on. Words that are emptied leave it to the general ones; what somebody said
 * yes to stays as it was.
 */
export function saveOwnConsents(
  db: Db,
  by: Viewer,
  controllerId: string,
  words: readonly ConsentWords[],
  now: number,
): void {
  if (!has(by, "editor")) refuse("notYours");
  db.transaction((tx) => {
    const controller = tx.select().from(controllers).where(eq(controllers.id, controllerId)).get();
    if (!controller) return refuse("unknown");
    noteNew(tx, by, insertWords(tx, controllerId, words, now), { controller: controller.name }, now);
  });
}

/**
 * Adds a version of each general text that differs from the newest, and answers them; older ones stay, since somebody
 * may have said yes to them.
 */
export function insertConsents(db: Db, words: readonly ConsentWords[], now: number): ConsentVersion[] {
  return insertWords(db, null, words, now);
}

/** Takes away the own words of a controller that goes; refuses while the yes of somebody rests on them. */
export function removeOwnConsents(db: Db, controllerId: string): void {
  const isSaid = db
    .select({ caseId: consents.caseId })
    .from(consents)
    .innerJoin(consentTexts, and(eq(consentTexts.kind, consents.kind), eq(consentTexts.version, consents.version)))
    .where(isOf(controllerId))
    .get();
  if (isSaid) refuse("controllerHasConsents");
  db.delete(consentTexts).where(isOf(controllerId)).run();
}

function insertWords(
  db: Db,
  controllerId: string | null,
  words: readonly ConsentWords[],
  now: number,
): ConsentVersion[] {
  const versions = consentVersions(db, controllerId);
  const changed = words.flatMap(({ kind, text, said }) => {
    const newest = versions.get(kind)?.[0] ?? (controllerId === null ? undefined : { text: "", said: null });
    const isSame = text === newest?.text && said === newest.said;
    return isSame ? [] : [{ kind, version: lastVersion(db, kind) + 1, controllerId, text, said, validFrom: now }];
  });
  if (changed.length > 0) db.insert(consentTexts).values(changed).run();
  return changed;
}

function lastVersion(db: Db, kind: ConsentKind): number {
  const last = db
    .select({ version: max(consentTexts.version) })
    .from(consentTexts)
    .where(eq(consentTexts.kind, kind));
  return last.get()?.version ?? 0;
}

function noteNew(
  db: Db,
  by: Viewer,
  versions: readonly ConsentVersion[],
  whose: { controller?: string },
  now: number,
): void {
  for (const { kind, version } of versions)
    noteAudit(
      db,
      { kind: "setting-changed", by: by.id, detail: { key: "consent", consent: kind, version, ...whose } },
      now,
    );
}

function isOf(controllerId: string | null) {
  return controllerId === null ? isNull(consentTexts.controllerId) : eq(consentTexts.controllerId, controllerId);
}
