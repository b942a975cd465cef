import { randomBytes } from "node:crypto";
import type { CaseEventKind } from "../../db/schema.ts";
import {
  decrypt,
  encrypt,
  type KeyRing,
  lookUpDigests,
  openWithRing,
  resealWithRing,
  sealWithRing,
} from "../shared/seal.ts";
import type { AskedAbout } from "./asked-about.ts";

/** What names a person: sealed under the key of the case. */
export interface Person {
  name: string;
  /** E.164: `+4586000000`. */
  phone: string | null;
  email: string | null;
  whenToCall: WhenToCall | null;
  mayLeaveMessage: boolean;
  wishes: string;
  /** The words of the search that led here, when the citizen ticked them. */
  words: string;
  /** The activity from whose page they came, unless they took it away. */
  askedAbout?: AskedAbout;
  /** Who wrote for somebody else. */
  relative: { name: string; email: string | null } | null;
  /** The colleague of a unit who referred, and why the yes is not in writing where it should be. */
  referrer?: { name: string; email: string; whyOral: string };
}

export const WHEN_TO_CALL = ["morning", "afternoon", "any"] as const;
export type WhenToCall = (typeof WHEN_TO_CALL)[number];

/** A new key for one case, and how it is stored: wrapped by the first of the ring. */
export function newCaseKey(keys: KeyRing, caseId: string): { key: Buffer; wrapped: Buffer } {
  const key = randomBytes(32);
  return { key, wrapped: sealWithRing(keys, key, keyContext(caseId)) };
}

/** The key of a case; null when it was destroyed. */
export function caseKey(keys: KeyRing, stored: { id: string; wrappedKey: Buffer | null }): Buffer | null {
  return stored.wrappedKey && openWithRing(keys, stored.wrappedKey, keyContext(stored.id));
}

export function sealPerson(key: Buffer, caseId: string, person: Person): Buffer {
  return encrypt(key, Buffer.from(JSON.stringify(person)), `case ${caseId} person`);
}

/** The person of a case; null when it was erased. */
export function openPerson(
  keys: KeyRing,
  stored: { id: string; wrappedKey: Buffer | null; sealedPerson: Buffer | null },
): Person | null {
  const key = caseKey(keys, stored);
  return (
    key &&
    stored.sealedPerson &&
    (JSON.parse(decrypt(key, stored.sealedPerson, `case ${stored.id} person`).toString()) as Person)
  );
}

/** Where a sealed text belongs: moved to another event it no longer opens. */
export interface TextPlace {
  caseId: string;
  kind: CaseEventKind;
  recordedAt: number;
}

export function sealText(key: Buffer, place: TextPlace, text: string): Buffer {
  return encrypt(key, Buffer.from(text), textContext(place));
}

export function openText(key: Buffer, place: TextPlace, sealed: Buffer): string {
  return decrypt(key, sealed, textContext(place)).toString();
}

/** What finds the cases of a person by phone and by mail, without storing either: `k1:…`, the key by its id. */
export function contactIndexOf(
  keys: KeyRing,
  { phone, email }: Pick<Person, "phone" | "email">,
): { phoneIndex: string | null; mailIndex: string | null } {
  const indexOf = (contact: string | null) => contact && (contactIndexes(keys, contact)[0] ?? null);
  return { phoneIndex: indexOf(phone), mailIndex: indexOf(email) };
}

/** Every index that a number or mail may be stored under: by each key, and without its id as it was stored at first. */
export function contactIndexes(keys: KeyRing, contact: string): string[] {
  return lookUpDigests(keys, "phone", contact).flatMap(({ id, digest }) => [`${id}:${digest}`, digest]);
}

/** What a case holds when no code opens it. */
export const NO_CODE = { codeIndex: null, codeUntil: null, nextTokenHash: null };

/**
 * A case's key wrapped by the first key of the ring, and how it is looked up made with it. The code that a citizen was
 * given cannot be, since nobody knows it any more: it ends.
 */
export function rewrapped(
  keys: KeyRing,
  stored: { id: string; wrappedKey: Buffer; sealedPerson: Buffer | null },
): { wrappedKey: Buffer; phoneIndex: string | null; mailIndex: string | null; codeIndex: null } {
  const person = openPerson(keys, stored);
  return {
    wrappedKey: resealWithRing(keys, stored.wrappedKey, keyContext(stored.id)),
    ...contactIndexOf(keys, person ?? { phone: null, email: null }),
    codeIndex: null,
  };
}

/** What the key of a case is sealed for. */
export function keyContext(caseId: string): string {
  return `case ${caseId} key`;
}

function textContext({ caseId, kind, recordedAt }: TextPlace): string {
  return `case ${caseId} ${kind} ${recordedAt}`;
}
