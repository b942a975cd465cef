import { hash, verify } from "@node-rs/argon2";
import { refuse } from "../shared/refusal.ts";

/** argon2id with 19 MiB, 2 passes, 1 thread: OWASP Password Storage Cheat Sheet. (Algorithm 2 is argon2id; the package's const enum is no value.) */
const ARGON2ID = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** What an unknown account is compared with, so that it takes as long as a known one. Nobody knows its password. */
const NOBODY = "$argon2id$v=19$m=19456,t=2,p=1$9SNw1TqEumtIAgIKSYBtNQ$Hbk/LM1ZI4UU3OejJFBvhYJ/C4ciN35301+WU6NyVlI";

/** The hash to store. Refuses a password that is too short, too common or the account's own e-mail address. */
export async function hashPassword(password: string, email: string): Promise<string> {
  const plain = password.normalize("NFC");
  if ([...plain].length < PASSWORD_MIN) refuse("passwordShort", "password");
  if (plain.length > PASSWORD_MAX) refuse("tooLong", "password");
  if (isGuessable(plain.toLowerCase(), email.toLowerCase())) refuse("passwordCommon", "password");
  return hash(plain, ARGON2ID);
}

/** Whether it is the password of this hash; null (no account, or not yet accepted) takes as long and is false. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const matches = await verify(stored ?? NOBODY, password.normalize("NFC"));
  return matches && stored !== null;
}

function isGuessable(password: string, email: string): boolean {
  return COMMON.has(password) || password === email || new Set(password).size < 4;
}

/** The commonest passwords of 10 signs and more: from the public lists of leaked ones, and what a Dane would try first. */
const COMMON = new Set([
  ..."1234567890 0123456789 0987654321 1234567891 12345678910 123456789a 1234567890a 123456789q 123456789qwerty qwerty123456".split(" "),
  ..."1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 qwertyuiop qwertyuiop123 qwerty12345 qwerty1234 qwertyuiopå asdfghjkl1 1qaz2wsx3edc".split(" "),
  ..."password123 password12 password1234 passw0rd123 p@ssword123 mypassword letmein123 welcome123 iloveyou123 sunshine123".split(" "),
  ..."abcdefghij abcdefghijk abcd123456 abc1234567 a123456789 aa123456789 1111122222 1122334455 123123123a 123qweasdzxc".split(" "),
  ..."administrator changeme123 superman123 football123 princess123 adgangskode adgangskode1 adgangskode123 hemmelighed kodeord123".split(" "),
  ..."velkommen1 velkommen123 danmark123 aarhus8000 foreningen fællesbro1 faellesbro fællesbro123 faellesbro1 faellesbro123".split(" "),
]);
