/** The personal links by which a unit's staff refer: each is somebody's own, and works in one browser. */
import { randomInt } from "node:crypto";
import { and, asc, desc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { noteAudit } from "../../db/audit.ts";
import type { Db } from "../../db/client.ts";
import { cases, unitLinks, units } from "../../db/schema.ts";
import type { Viewer } from "../accounts/roles.ts";
import { type MailBox, queueMail } from "../mail/outbox.ts";
import { hasRoom, queueForStranger } from "../mail/quota.ts";
import { hashToken, newId, newToken } from "../shared/ids.ts";
import { type KeyRing, lookUpDigests, openWithRing, sealWithRing } from "../shared/seal.ts";
import { DAY, MINUTE } from "../shared/time.ts";
import { refuse } from "../texts/refusal.ts";
import { unitCodeMail, unitLinkMail } from "./letters.ts";
import { refersByName, type Unit, unitOf } from "./units.ts";

/** Whose link it is. */
export interface Colleague {
  name: string;
  /** The work mail, in lower case: codes go there. */
  email: string;
}

/** Somebody who may refer for a unit, as a lead sees it. */
export interface LinkHolder extends Colleague {
  id: string;
  createdAt: number;
  lastUsedAt: number | null;
}

/** A link that works. */
export interface UnitLink {
  id: string;
  unit: Unit;
  colleague: Colleague;
  /** Hash of the browser that it is bound to. */
  browser: string | null;
  /** Whether a code that was mailed can still be typed. */
  codeWaits: boolean;
}

const CODE_LIVES = 30 * MINUTE;
const MOST_WRONG_CODES = 5;
/** How long a name stands behind a link that was taken back: who referred may still be asked for. */
export const LINK_KEPT_DAYS = 30;

/**
 * Gives somebody of a unit a link of their own, by mail. Whoever has one gets a new one, and the old one stops: so one
 * mends a mail that got lost; whom they referred by the old one goes along. Answers what stands in the link.
 */
export function inviteColleague(
  db: Db,
  { keys, siteUrl }: MailBox,
  viewer: Viewer,
  { unitId, ...colleague }: Colleague & { unitId: string },
  now: number,
): string {
  return db.transaction((tx) => {
    const unit = unitOf(tx, viewer, unitId);
    if (!refersByName(unit.kind)) refuse("unitWithoutNames");
    if (unit.closedAt !== null) refuse("unitClosed");
    const before = tx.select().from(unitLinks).where(isLiveOf(unitId)).all();
    const id = newId();
    const token = newToken();
    tx.insert(unitLinks)
      .values({
        id,
        unitId,
        sealedPerson: sealWithRing(keys, Buffer.from(JSON.stringify(colleague)), contextOf(id)),
        tokenHash: hashToken(token),
        createdAt: now,
      })
      .run();
    for (const link of before) {
      if (colleagueOf(keys, link)?.email !== colleague.email) continue;
      stop(tx, link.id, now);
      tx.update(cases)
        .set({ unitLinkId: id })
        .where(and(eq(cases.unitId, unitId), eq(cases.unitLinkId, link.id)))
        .run();
    }
    noteAudit(tx, { kind: "unit-link-given", by: viewer.id, detail: { unit: unit.name } }, now);
    queueMail(tx, keys, unitLinkMail(siteUrl, colleague.email, { by: viewer.name, token }), now);
    return token;
  });
}

/** Takes a link back: from now on it opens nothing. */
export function revokeLink(db: Db, viewer: Viewer, id: string, now: number): void {
  db.transaction((tx) => {
    const link = tx.select().from(unitLinks).where(eq(unitLinks.id, id)).get() ?? refuse("notYours");
    const unit = unitOf(tx, viewer, link.unitId);
    if (link.revokedAt !== null) return;
    stop(tx, id, now);
    noteAudit(tx, { kind: "unit-link-taken", by: viewer.id, detail: { unit: unit.name } }, now);
  });
}

/** Those who may refer for a unit of the viewer's teams, the newest first. */
export function colleaguesOf(db: Db, keys: KeyRing, viewer: Viewer, unitId: string): LinkHolder[] {
  unitOf(db, viewer, unitId);
  return colleaguesOfUnit(db, keys, unitId);
}

/** As `colleaguesOf`, for deeds that have asked already who may. */
export function colleaguesOfUnit(db: Db, keys: KeyRing, unitId: string): LinkHolder[] {
  return db
    .select()
    .from(unitLinks)
    .where(isLiveOf(unitId))
    .orderBy(desc(unitLinks.createdAt), asc(unitLinks.id))
    .all()
    .flatMap((link) => {
      const colleague = colleagueOf(keys, link);
      const { id, createdAt, lastUsedAt } = link;
      return colleague ? [{ ...colleague, id, createdAt, lastUsedAt }] : [];
    });
}

/** What stands behind a link, in whatever browser; null for one that does not work. Changes nothing. */
export function readUnitLink(db: Db, keys: KeyRing, token: string, now: number): UnitLink | null {
  const found = db
    .select({ link: unitLinks, unit: units })
    .from(unitLinks)
    .innerJoin(units, eq(units.id, unitLinks.unitId))
    .where(and(eq(unitLinks.tokenHash, hashToken(token)), isNull(unitLinks.revokedAt), isNull(units.closedAt)))
    .get();
  const colleague = found && colleagueOf(keys, found.link);
  if (!colleague) return null;
  const { id, browserHash: browser, codeUntil } = found.link;
  return { id, unit: found.unit, colleague, browser, codeWaits: codeUntil !== null && now < codeUntil };
}

/** The link, if this browser has shown its code. `browser`: the hash of its cookie. */
export function isBoundTo({ browser: bound }: UnitLink, browser: string | null): boolean {
  return bound !== null && bound === browser;
}

/**
 * Mails a code to whoever the link belongs to; the one before stops. Refuses when the address has had many mails today.
 */
export function mailCode(db: Db, { keys, siteUrl }: MailBox, token: string, now: number): void {
  db.transaction((tx) => {
    const { id, colleague } = readUnitLink(tx, keys, token, now) ?? refuse("unitLinkGone");
    if (!hasRoom(tx, keys, colleague.email, now)) refuse("mailedMuchToday", "", 429);
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    tx.update(unitLinks)
      .set({ codeHash: codeHashes(keys, id, code)[0] ?? null, codeUntil: now + CODE_LIVES, wrongCodes: 0 })
      .where(eq(unitLinks.id, id))
      .run();
    queueForStranger(tx, keys, unitCodeMail(siteUrl, colleague.email, code), now);
  });
}

/**
 * Binds the link to the browser that knows the code, and to no other from then on. The fifth wrong code ends it, as does
 * half an hour. Answers what came of it: a wrong code must be counted, so nothing is thrown.
 */
export function bindBrowser(
  db: Db,
  keys: KeyRing,
  token: string,
  { code, browser }: { code: string; browser: string },
  now: number,
): "bound" | "wrong" | "over" {
  return db.transaction((tx) => {
    const link = readUnitLink(tx, keys, token, now) ?? refuse("unitLinkGone");
    const isLink = eq(unitLinks.id, link.id);
    const { codeHash = null, wrongCodes = 0 } = tx.select().from(unitLinks).where(isLink).get() ?? {};
    if (codeHash === null || !link.codeWaits) return "over";
    const noCode = { codeHash: null, codeUntil: null, wrongCodes: 0 };
    if (codeHashes(keys, link.id, code).includes(codeHash)) {
      tx.update(unitLinks)
        .set({ ...noCode, browserHash: browser, lastUsedAt: now })
        .where(isLink)
        .run();
      return "bound";
    }
    const isLast = wrongCodes + 1 >= MOST_WRONG_CODES;
    tx.update(unitLinks)
      .set(isLast ? noCode : { wrongCodes: wrongCodes + 1 })
      .where(isLink)
      .run();
    return isLast ? "over" : "wrong";
  });
}

/** Notes that a link was used. */
export function noteLinkUsed(db: Db, id: string, now: number): void {
  db.update(unitLinks).set({ lastUsedAt: now }).where(eq(unitLinks.id, id)).run();
}

/** Whose link it is; null when it was erased. */
function colleagueOf(
  keys: KeyRing,
  { id, sealedPerson }: { id: string; sealedPerson: Buffer | null },
): Colleague | null {
  return sealedPerson && (JSON.parse(openWithRing(keys, sealedPerson, contextOf(id)).toString()) as Colleague);
}

/** Erases who stood behind links that were taken back 30 days ago, and the way in. Answers how many. */
export function forgetUnitLinks(db: Db, now: number): number {
  return db
    .update(unitLinks)
    .set({ sealedPerson: null, tokenHash: null, browserHash: null, codeHash: null, codeUntil: null })
    .where(and(lte(unitLinks.revokedAt, now - LINK_KEPT_DAYS * DAY), isNotNull(unitLinks.tokenHash)))
    .run().changes;
}

/** What a name is sealed for. */
export function contextOf(id: string): string {
  return `unit link ${id}`;
}

function isLiveOf(unitId: string) {
  return and(eq(unitLinks.unitId, unitId), isNull(unitLinks.revokedAt));
}

function stop(db: Db, id: string, now: number): void {
  db.update(unitLinks).set({ revokedAt: now }).where(eq(unitLinks.id, id)).run();
}

/** A code is short: under a secret key nobody finds it by trying all. By each key, the newest first. */
function codeHashes(keys: KeyRing, linkId: string, code: string): string[] {
  return lookUpDigests(keys, "unit code", `${linkId} ${code}`).map(({ digest }) => digest);
}
