import { createHmac, randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { refuse } from "../texts/refusal.ts";
import { DAY, HOUR, MINUTE } from "../shared/time.ts";
import { openCounter } from "./counter.ts";
import { openLine } from "./line.ts";
import { networkOf } from "./network.ts";
import { type Limited, type LimitNumbers, KINDS } from "./limit-numbers.ts";
import { byKey, keysOf } from "../shared/keys-of.ts";

/** Where a post comes from. */
export interface From {
  address: string;
  /** What the browser says of itself: tells apart those who share an address. */
  browser: string;
  /** Somebody signed in whom the site knows (`isKnown`). */
  accountId: string | null;
}

/** Who says that they know a secret: an account, and from where. */
export interface Guesser {
  account: string;
  address: string;
  /** Who has shown something else already does not wait behind strangers. */
  first?: boolean;
}

/** What limits how often a form may be posted, in this process. */
export interface Limits {
  /**
   * Counts a post, or refuses it. Known people are counted by account and are never held back by what others do. A
   * stranger has so many from an address, and all strangers so many together. An address from which a known person
   * signed in within 30 days has ten times as many, so many for each browser, whatever strangers elsewhere do. Answers
   * what takes the post back.
   */
  admit(kind: Limited, from: From): () => void;
  /**
   * Looks whether somebody knows a secret; null is a no and counts. Refuses, without looking, an account that failed
   * too often from this address. An address from which too many failed spends a small reserve, but an account that came
   * in from there within 30 days is looked at all the same. Few are looked at at the same time.
   */
  guess<T>(who: Guesser, look: () => Promise<T | null>): Promise<T | null>;
  /**
   * Looks whether a code belongs to a phone number; null is a no and counts. Refuses, without looking, a number with
   * five of them within an hour, whether anybody has it or not, and an address or a whole site with as many as may be
   * posted of other forms.
   */
  guessCode<T>(who: { phone: string; address: string }, look: () => Promise<T | null>): Promise<T | null>;
  /** Whether the account came in from this address within 30 days. */
  cameInFrom(who: Guesser): boolean;
  /** A known person signed in here: the address is known for 30 days. */
  vouch(accountId: string, address: string): void;
}

const QUARTER = 15 * MINUTE;
const KNOWN_FOR = 30 * DAY;
/** How many times as much a known person or address may. */
const KNOWN_TIMES = 10;
/** Addresses that one person can vouch for at a time. */
const MOST_VOUCHED = 5;
/** Wrong codes that a phone number may have within an hour. */
const CODES_A_NUMBER = 5;
/** Secrets that are looked at for an address from which too many have failed, in a minute. */
const RESERVE = 20;
/** A password takes a processor some 30 ms: whoever is last waits little more than a second. */
const LONGEST_LINE = 40;

/**
 * Counters in memory, gone at a restart. They follow a clock that only goes forward, whatever CLOCK says.
 * Addresses, browsers and accounts are kept as digests under a salt that never leaves the process.
 */
export function openLimits(numbers: () => LimitNumbers, clock: () => number = () => performance.now()): Limits {
  const salt = randomBytes(32);
  const digest = (...parts: string[]) => createHmac("sha256", salt).update(JSON.stringify(parts)).digest("base64url");

  const posts = byKey(keysOf(KINDS), (kind) => openCounter(KINDS[kind].window));
  const failures = openCounter(QUARTER);
  const reserve = openCounter(MINUTE);
  const wrongCodes = openCounter(HOUR);
  const cameIn = openCounter(KNOWN_FOR);
  const vouched = new Map<string, { place: string; at: number }[]>();
  const line = openLine(Math.max(1, availableParallelism() - 1), LONGEST_LINE);

  function pairOf({ account, address }: Guesser): string {
    return digest("pair", account, networkOf(address));
  }

  function isVouchedFor(place: string, now: number): boolean {
    return vouched.values().some((places) => places.some((one) => one.place === place && now - one.at < KNOWN_FOR));
  }

  /** What a post counts towards, with how many each allows. */
  function shares(kind: Limited, { address, browser, accountId }: From, now: number): [key: string, most: number][] {
    const { [KINDS[kind].each]: each, [KINDS[kind].all]: all } = numbers();
    if (accountId) return [[digest("account", accountId), each * KNOWN_TIMES]];
    const here = networkOf(address);
    const place = digest("address", here);
    if (!isVouchedFor(place, now))
      return [
        [place, each],
        ["strangers", all],
      ];
    return [
      [digest("browser", here, browser), each],
      [place, each * KNOWN_TIMES],
    ];
  }

  return {
    admit(kind, from) {
      const now = clock();
      const counted = shares(kind, from, now);
      const wait = Math.max(...counted.map(([key, most]) => posts[kind].wait(key, most, now)));
      if (wait > 0) refuse(KINDS[kind].refusal, null, 429, Math.ceil(wait / 1000));
      for (const [key] of counted) posts[kind].add(key, now);
      return () => counted.forEach(([key]) => posts[kind].takeBack(key));
    },

    async guess({ account, address, first = false }, look) {
      const now = clock();
      const { signInPerAccount, signInPerAddress } = numbers();
      const place = digest("address", networkOf(address));
      const pair = pairOf({ account, address });
      const known = first || cameIn.count(pair, now) > 0;
      const wait = failures.wait(pair, signInPerAccount, now);
      if (wait > 0) refuse("tooManySignIns", null, 429, Math.ceil(wait / 1000));
      if (!known && failures.wait(place, signInPerAddress, now) > 0) {
        const refill = reserve.wait(place, RESERVE, now);
        if (refill > 0) refuse("manySignInsHere", null, 429, Math.ceil(refill / 1000));
        reserve.add(place, now);
      }
      for (const key of [pair, place]) failures.add(key, now);
      const looked = line.run(look, known);
      if (looked === "full") {
        for (const key of [pair, place]) failures.takeBack(key);
        return refuse("signInBusy", null, 503, 1);
      }
      const found = await looked;
      if (found !== null) {
        failures.clear(pair);
        failures.takeBack(place);
        cameIn.clear(pair);
        cameIn.add(pair, clock());
      }
      return found;
    },

    async guessCode({ phone, address }, look) {
      const now = clock();
      const { formsPerHour, formsPerHourSite } = numbers();
      const counted: [key: string, most: number][] = [
        [digest("phone", phone), CODES_A_NUMBER],
        [digest("address", networkOf(address)), formsPerHour],
        ["strangers", formsPerHourSite],
      ];
      const wait = Math.max(...counted.map(([key, most]) => wrongCodes.wait(key, most, now)));
      if (wait > 0) refuse("manyCodes", null, 429, Math.ceil(wait / 1000));
      for (const [key] of counted) wrongCodes.add(key, now);
      const found = await look();
      if (found !== null) counted.forEach(([key]) => wrongCodes.takeBack(key));
      return found;
    },

    cameInFrom: (who) => cameIn.count(pairOf(who), clock()) > 0,

    vouch(accountId, address) {
      const here = { place: digest("address", networkOf(address)), at: clock() };
      const others = (vouched.get(accountId) ?? []).filter(({ place }) => place !== here.place);
      vouched.set(accountId, [here, ...others].slice(0, MOST_VOUCHED));
    },
  };
}
