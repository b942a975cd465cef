import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/** The keys of CASE_KEYS: the first encrypts, all decrypt. */
export interface KeyRing {
  keys: { id: string; key: Buffer }[];
}

/** Reads `id:base64,id:base64` (32 bytes each). */
export function readKeys(text: string): KeyRing {
  return { keys: text.split(",").map((part) => ({ id: part.slice(0, part.indexOf(":")), key: Buffer.from(part.slice(part.indexOf(":") + 1), "base64") })) };
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
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12)).setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
}

/** Seals with the first key of the ring and notes its id in front. */
export function sealWithRing(ring: KeyRing, plain: Buffer, context: string): Buffer {
  const first = ring.keys[0];
  if (!first) throw new Error("no key");
  const id = Buffer.from(first.id);
  return Buffer.concat([Buffer.from([id.length]), id, encrypt(first.key, plain, context)]);
}

export function openWithRing(ring: KeyRing, sealed: Buffer, context: string): Buffer {
  const length = sealed[0] ?? 0;
  const id = sealed.subarray(1, 1 + length).toString();
  const found = ring.keys.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`the key ${id} is not in CASE_KEYS`);
  return decrypt(found.key, sealed.subarray(1 + length), context);
}

/** A keyed digest for look-ups (HMAC-SHA-256 under a secret of its own, derived by HKDF from the last key of the ring, which outlives rotation). */
export function lookUpDigest(ring: KeyRing, purpose: string, value: string): string {
  const oldest = ring.keys.at(-1);
  if (!oldest) throw new Error("no key");
  const secret = Buffer.from(hkdfSync("sha256", oldest.key, "", `faellesbro ${purpose}`, 32));
  return createHmac("sha256", secret).update(value).digest("base64url");
}
