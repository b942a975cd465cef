import { createHmac, randomBytes } from "node:crypto";
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Db } from "../../db/client.ts";
import { readSettings } from "../../db/settings.ts";

/** How often something may be tried (CONTRACT.md, "Settings"). */
export interface LimitNumbers {
  /** Failures per account and address in 15 minutes. */
  signInPerAccount: number;
  /** Failures per address in 15 minutes: high, since a whole library may share one. */
  signInPerAddress: number;
  /** Help requests per address in an hour, before the next are slowed. */
  helpPerHour: number;
}

/** What an editor decided, at this moment. */
export function limitsOf(db: Db): LimitNumbers {
  return readSettings(db, ["signInPerAccount", "signInPerAddress", "helpPerHour"]);
}

/** What limits how often a form may be posted, in this process. Nothing here refuses a citizen who asks for help. */
export interface Limits {
  /** Counts a try at signing in before the password is looked at; false when there were too many failures. */
  trySignIn(email: string, address: string): Promise<boolean>;
  /** Takes the try back: it was the right password. */
  signedIn(email: string, address: string): Promise<void>;
  /** Counts a help request; milliseconds that it has to wait: 0 for the first 10 an hour from an address. */
  helpDelay(address: string): Promise<number>;
  /** As `helpDelay`, counted apart, for the other forms that anyone may post and that send a mail. */
  formDelay(address: string): Promise<number>;
  /** As `helpDelay`, counted apart, for lists to point with: 120 an hour, since a whole town hall may share an address. */
  listDelay(address: string): Promise<number>;
  /** Counts a mail that a stranger had sent to somebody; false after 3 in an hour. */
  mayMail(email: string): Promise<boolean>;
}

const QUARTER = 15 * 60;
const HOUR = 60 * 60;
const SLOW_MS = 3000;
const MAILS_PER_HOUR = 3;
const LISTS_PER_HOUR = 120;

/**
 * Counters in memory. They follow the real time, whatever CLOCK says, and are gone at a restart.
 * Addresses and accounts are kept as digests under a salt that never leaves the process.
 */
export function openLimits(numbers: () => LimitNumbers): Limits {
  const salt = randomBytes(32);
  const byAccount = counter(QUARTER);
  const byAddress = counter(QUARTER);
  const help = counter(HOUR);
  const forms = counter(HOUR);
  const lists = counter(HOUR);
  const mails = counter(HOUR);
  const key = (...parts: string[]) => createHmac("sha256", salt).update(parts.join("\n")).digest("base64url");

  return {
    async trySignIn(email, address) {
      const [account, everybody] = await Promise.all([byAccount.penalty(key(email, address)), byAddress.penalty(key(address))]);
      return account.consumedPoints <= numbers().signInPerAccount && everybody.consumedPoints <= numbers().signInPerAddress;
    },
    async signedIn(email, address) {
      await Promise.all([byAccount.delete(key(email, address)), byAddress.reward(key(address))]);
    },
    helpDelay: (address) => delay(help, key(address), numbers().helpPerHour),
    formDelay: (address) => delay(forms, key(address), numbers().helpPerHour),
    listDelay: (address) => delay(lists, key(address), LISTS_PER_HOUR),
    async mayMail(email) {
      return (await mails.penalty(key(email))).consumedPoints <= MAILS_PER_HOUR;
    },
  };
}

async function delay(counted: RateLimiterMemory, key: string, free: number): Promise<number> {
  return (await counted.penalty(key)).consumedPoints > free ? SLOW_MS : 0;
}

/** Only counts: what too many means is asked each time, since an editor may change it. */
function counter(seconds: number): RateLimiterMemory {
  return new RateLimiterMemory({ points: Number.MAX_SAFE_INTEGER, duration: seconds });
}
