import transliterate from "@sindresorhus/transliterate";
import { createHash, randomBytes, randomInt } from "node:crypto";

const READABLE = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A random id of 12 lower-case letters and digits (62 bits). */
export function newId(): string {
  return Array.from({ length: 12 }, () => randomInt(36).toString(36)).join("");
}

/** Id of the organisation under which a team holds groups of its own. */
export function organisationOfTeam(teamId: string): string {
  return `hold-${teamId}`;
}

/** What stands in a private link: 32 random bytes, base64url. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** A short reference that can be said on the phone: no 0/O, 1/I. */
export function newReference(prefix: string): string {
  return `${prefix}-${newReadable(5)}`;
}

/** Random signs that can be read aloud and copied by hand, 5 bits each: no 0/O, 1/I. */
export function newReadable(length: number): string {
  return Array.from({ length }, () => READABLE[randomInt(READABLE.length)]).join("");
}

/** Letters that are no Latin ones: an accent on those is only left out. */
const OF_OTHER_SCRIPTS = /(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu;

/** The slug of a title or name: lower case, æ→ae ø→oe å→aa, other letters as Latin ones, other signs to `-`. */
export function slugOf(text: string): string {
  const plain = text
    .normalize("NFC")
    .toLowerCase()
    .replace(/æ/g, "ae")
    .replace(/ø/g, "oe")
    .replace(/å/g, "aa")
    .replace(OF_OTHER_SCRIPTS, (letters) => transliterate(letters))
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return (
    transliterate(plain)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 80)
      .replace(/-+$/, "") || "uden-navn"
  );
}

/**
 * The slug, or with `-2`, `-3` … the first that is not taken. `numbers` goes on from where the same text left off:
 * thousands may share a title.
 */
export function freeSlug(text: string, taken: (slug: string) => boolean, numbers = new Map<string, number>()): string {
  const base = slugOf(text);
  let number = numbers.get(base) ?? 0;
  let slug = "";
  do {
    number += 1;
    slug = number === 1 ? base : `${base}-${number}`;
  } while (taken(slug));
  numbers.set(base, number);
  return slug;
}
