/** The sheet of a case: written by whoever has it, sealed under the case's key. */
import { eq } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { areas, talks } from "../../../db/schema.ts";
import type { Viewer } from "../../accounts/roles.ts";
import { decrypt, encrypt, type KeyRing } from "../../shared/seal.ts";
import { refuse } from "../../texts/refusal.ts";
import { lacksOwnYes, refuseWithoutOwnYes } from "../yes.ts";
import { caseFor, refuseCpr } from "../deeds.ts";
import { isToBeTold, refuseUninformed } from "../first-talk.ts";
import { mayDo } from "../rules.ts";
import { type CaseRow, findCase, noteRead } from "../store.ts";
import { caseKey, openPerson } from "../vault.ts";
import { type Listed, listOf } from "./list.ts";
import { mergeSheets } from "./merge.ts";
import { EMPTY, type Sheet, WORDS } from "./sheet.ts";
import type { Home } from "./wishes.ts";

/** What the page of a talk needs of a case. */
export interface TalkView {
  id: string;
  /** Slug of the area of its home. */
  area: string | null;
  reference: string;
  name: string;
  phone: string | null;
  /** Whether there is a mail to send the list to. */
  hasMail: boolean;
  home: Home | null;
  /** Why nothing may be written yet; null: it may. */
  waitsFor: "ownYesFirst" | "tellFirst" | null;
  sheet: Sheet;
  savedAt: number | null;
  list: Listed[];
}

/**
 * The talk of a case that the viewer works with; null for any other. `isRead`: whether it is noted as a reading, as
 * everything is but the answer to somebody's own typing.
 */
export function openTalk(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  now: number,
  isRead = true,
): TalkView | null {
  return db.transaction((tx) => {
    const stored = findCase(tx, id);
    const person = stored && mayDo(viewer, "work", stored) ? openPerson(keys, stored) : null;
    if (!stored || !person) return null;
    if (isRead) noteRead(tx, id, viewer.id, now);
    const saved = sheetOf(tx, keys, stored);
    return {
      id,
      reference: stored.reference,
      name: person.name,
      phone: person.phone,
      hasMail: person.email !== null,
      area: stored.area,
      home: stored.area === null ? null : homeIn(tx, stored.area),
      waitsFor: lacksOwnYes(tx, stored) ? "ownYesFirst" : isToBeTold(stored) ? "tellFirst" : null,
      sheet: saved?.sheet ?? EMPTY,
      savedAt: saved?.savedAt ?? null,
      list: listOf(tx, keys, stored),
    };
  });
}

/**
 * Saves what was changed on the sheet of one's own case since it was `seen`; refuses a CPR number, and any word before
 * the citizen has said yes and knows that it is kept.
 */
export function saveTalk(
  db: Db,
  keys: KeyRing,
  viewer: Viewer,
  id: string,
  { seen, sheet }: { seen: Sheet; sheet: Sheet },
  now: number,
): void {
  for (const field of [...WORDS, "lines"] as const) refuseCpr(sheet[field], field);
  db.transaction((tx) => {
    const stored = caseFor(tx, viewer, "work", id);
    const key = caseKey(keys, stored) ?? refuse("notYourCase");
    refuseWithoutOwnYes(tx, stored, "");
    refuseUninformed(stored, "");
    keepSheet(tx, key, id, mergeSheets(sheetOf(tx, keys, stored)?.sheet ?? EMPTY, seen, sheet), now);
  });
}

/** Keeps the sheet of a case, sealed under its key, and beside it what figures need. */
export function keepSheet(tx: Db, key: Buffer, id: string, sheet: Sheet, now: number): void {
  const { support, volunteer, ageBand, barriers } = sheet;
  const row = {
    sealedSheet: encrypt(key, Buffer.from(JSON.stringify(sheet)), contextOf(id)),
    support,
    volunteer,
    ageBand,
    barriers,
    savedAt: now,
  };
  tx.insert(talks)
    .values({ caseId: id, ...row })
    .onConflictDoUpdate({ target: talks.caseId, set: row })
    .run();
}

/** The sheet of a case and when it was last saved (epoch ms); null: nobody has written on one. */
export function sheetOf(db: Db, keys: KeyRing, stored: CaseRow): { sheet: Sheet; savedAt: number | null } | null {
  const key = caseKey(keys, stored);
  const row = db.select().from(talks).where(eq(talks.caseId, stored.id)).get();
  if (!key || !row?.sealedSheet) return null;
  const sheet: Partial<Sheet> = JSON.parse(decrypt(key, row.sealedSheet, contextOf(stored.id)).toString());
  return { sheet: { ...EMPTY, ...sheet }, savedAt: row.savedAt };
}

/** The area of a home with its centre; null where there is none such. */
export function homeIn(db: Db, area: string): Home | null {
  const { name, lat, lng } = areas;
  return db.select({ name, lat, lng }).from(areas).where(eq(areas.slug, area)).get() ?? null;
}

function contextOf(caseId: string): string {
  return `case ${caseId} talk`;
}
