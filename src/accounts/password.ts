import { hash, verify } from "@node-rs/argon2";
import { refuse } from "../texts/refusal.ts";

/**
 * argon2id with 19 MiB, 2 passes, 1 thread: OWASP Password Storage Cheat Sheet. (Algorithm 2 is argon2id; the package's
 * const enum is no value.)
 */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

const PASSWORD_MIN = 10;
const PASSWORD_MAX = 200;

/** What an unknown account is compared with, so that it takes as long as a known one. Nobody knows its password. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$9SNw1TqEumtIAgIKSYBtNQ$Hbk/LM1ZI4UU3OejJFBvhYJ/C4ciN35301+WU6NyVlI";

/** The hash to store. Refuses a password that is too short, too common or the account's own e-mail address. */
export async function hashPassword(password: string, email: string): Promise<string> {
  const plain = password.normalize("NFC");
  if ([...plain].length < PASSWORD_MIN) refuse("passwordShort", "password");
  if (plain.length > PASSWORD_MAX) refuse("tooLong", "password");
  if (await isGuessable(plain.toLowerCase(), email.toLowerCase())) refuse("passwordCommon", "password");
  return hash(plain, ARGON2ID);
}

/** Whether it is the password of this hash; null (no account, or not yet accepted) takes as long and is false. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, password.normalize("NFC"));
  return matches && stored !== null;
}

/**
 * Whether somebody would try it early: one short piece again and again, a row of the alphabet, or a common password or
 * word with signs around it.
 */
async function isGuessable(password: string, email: string): Promise<boolean> {
  if (new Set(password).size < 4 || REPEATED.test(password) || isRow(password)) return true;
  const known = await commonWords();
  const own = [email, email.slice(0, email.indexOf("@"))];
  const bare = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  return [password, bare, lettersOf(bare)].some((word) => known.has(word) || own.includes(word));
}

const REPEATED = /^(.{1,5})\1+.?$/u;

/** `abcdefghij`, `9876543210`: each sign one more, or one less, than the one before. */
function isRow(text: string): boolean {
  const steps = new Set(
    Array.from({ length: text.length - 1 }, (_, at) => text.charCodeAt(at + 1) - text.charCodeAt(at)),
  );
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

/** `p@ssw0rd` as it is meant. */
function lettersOf(word: string): string {
  return word.replace(/[0134579@$!]/g, (sign) => MEANT[sign] ?? sign);
}
const MEANT: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
};

/** What a Dane would try first, here. */
const DANISH =
  "adgangskode adgangskoden kodeord password1 hemmelig hemmelighed velkommen danmark aarhus århus forening foreningen kommune kommunen folkesundhed brobygger redaktør redaktion fællesbro faellesbro fællesskab sommer vinter efterår forår fodbold håndbold qwertyuiopå asdfghjklæ asdfghjklæø".split(
    " ",
  );

let common: Promise<ReadonlySet<string>> | undefined;

/** 47,000 passwords from leaks, most used first: read when the first password is chosen, 5 MB from then on. */
function commonWords(): Promise<ReadonlySet<string>> {
  common ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set([...dictionary["passwords-common"].filter((word) => word.length > 4), ...DANISH]),
  );
  return common;
}
