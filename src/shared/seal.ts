import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

const MARK = Symbol.for("faellesbro.keys-closed");

/**
 * The keys of CASE_KEYS: the first encrypts, all decrypt. Without any it is closed: what would seal or open is refused.
 */
export interface KeyRing {
  keys: { id: string; key: Buffer }[];
}

/** Reads `id:base64,id:base64` (32 bytes each). */
export function readKeys(text: string): KeyRing {
  return {
    keys: text.split(",").map((part) => ({
      id: part.slice(0, part.indexOf(":")),
      key: Buffer.from(part.slice(part.indexOf(":") + 1), "base64"),
    })),
  };
}

/** AES-256-GCM (NIST SP 800-38D): 12 bytes nonce, 16 bytes tag, ciphertext. `context` must be the same when opening. */
export function encrypt(key: Buffer, plain: Buffer, context: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Throws when the key or the context is another, or a byte was changed. */
export function decrypt(key: Buffer, sealed: Buffer, context: string): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** In place of keys that do not fit what is stored: with it nothing is sealed that the right ones could not open. */
export const CLOSED: KeyRing = { keys: [] };

export function isClosed(ring: KeyRing): boolean {
  return ring.keys.length === 0;
}

/** Whether something thrown says that a closed ring was to seal or open. */
export function isKeysClosed(thrown: unknown): boolean {
  return thrown instanceof Error && MARK in thrown;
}

/** Seals with the first key of the ring and notes its id in front. Refuses with a closed ring. */
export function sealWithRing(ring: KeyRing, plain: Buffer, context: string): Buffer {
  const first = firstOf(ring);
  const id = Buffer.from(first.id);
  return Buffer.concat([Buffer.from([id.length]), id, encrypt(first.key, plain, context)]);
}

/**
 * Opens what `sealWithRing` sealed. Refuses with a closed ring; throws when the key is not on it, or another than the
 * one that sealed.
 */
export function openWithRing(ring: KeyRing, sealed: Buffer, context: string): Buffer {
  firstOf(ring);
  const id = keyIdOf(sealed);
  const found = ring.keys.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`the key ${id} is not in CASE_KEYS`);
  return decrypt(found.key, sealed.subarray(1 + Buffer.byteLength(id)), context);
}

/** The id of the key that sealed it. */
function keyIdOf(sealed: Buffer): string {
  return sealed.subarray(1, 1 + (sealed[0] ?? 0)).toString();
}

/** Seals anew with the first key of the ring. */
export function resealWithRing(ring: KeyRing, sealed: Buffer, context: string): Buffer {
  return sealWithRing(ring, openWithRing(ring, sealed, context), context);
}

/**
 * Keyed digests for look-ups (HMAC-SHA-256 under a secret of its own, derived by HKDF), one a key: the first is what is
 * stored now, the others find what was stored before the key was changed. Refuses with a closed ring.
 */
export function lookUpDigests(
  ring: KeyRing,
  purpose: string,
  value: string,
): [{ id: string; digest: string }, ...{ id: string; digest: string }[]] {
  const digestBy = ({ id, key }: KeyRing["keys"][number]) => {
    const secret = Buffer.from(hkdfSync("sha256", key, "", `faellesbro ${purpose}`, 32));
    return { id, digest: createHmac("sha256", secret).update(value).digest("base64url") };
  };
  return [digestBy(firstOf(ring)), ...ring.keys.slice(1).map(digestBy)];
}

function firstOf(ring: KeyRing): KeyRing["keys"][number] {
  const first = ring.keys[0];
  if (!first) throw Object.assign(new Error("the keys that fit are not there"), { [MARK]: true });
  return first;
}
