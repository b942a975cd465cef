import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { type From, type Limits, openLimits } from "../../src/accounts/limits.ts";
import type { LimitNumbers } from "../../src/accounts/limit-numbers.ts";
import { isRefusal } from "../../src/texts/refusal.ts";
import { DAY, HOUR, MINUTE } from "../../src/shared/time.ts";

const NUMBERS: LimitNumbers = {
  signInPerAccount: 5,
  signInPerAddress: 100,
  helpPerHour: 10,
  helpPerHourSite: 60,
  formsPerHour: 20,
  formsPerHourSite: 300,
  listsPerDay: 300,
  listsPerDaySite: 5000,
};
const LIBRARY = "192.0.2.7";

let now: number;
let limits: Limits;
beforeEach(() => {
  now = 0;
  limits = openLimits(
    () => NUMBERS,
    () => now,
  );
});

const from = (address: string, browser = "Firefox"): From => ({ address, browser, accountId: null });

/** Whether a request for help is let in. */
function asks(who: From): boolean {
  return refusedBy(() => limits.admit("help", who)) === null;
}

function refusedBy(deed: () => unknown) {
  try {
    deed();
    return null;
  } catch (thrown) {
    if (isRefusal(thrown)) return thrown;
    throw thrown;
  }
}

const many = <T>(times: number, deed: (n: number) => T): T[] => Array.from({ length: times }, (_, n) => deed(n));

describe("One address", () => {
  it("asks ten times in an hour; the eleventh is told to wait, and how long", () => {
    now = 5 * MINUTE;
    expect(many(10, () => asks(from("192.0.2.1")))).not.toContain(false);
    now = 20 * MINUTE;
    expect(refusedBy(() => limits.admit("help", from("192.0.2.1")))).toMatchObject({
      key: "helpLater",
      field: null,
      status: 429,
      retryAfter: 45 * 60,
    });
    expect(asks(from("192.0.2.2"))).toBe(true);
    now = 65 * MINUTE;
    expect(asks(from("192.0.2.1"))).toBe(true);
  });

  it("is one home, whatever end of its IPv6 addresses it comes from, and however IPv4 is written", () => {
    expect(many(11, (n) => asks(from(`2001:db8:1:2::${n.toString(16)}`)))).toEqual([...many(10, () => true), false]);
    expect(asks(from("2001:db8:1:3::1"))).toBe(true);
    expect(many(10, (n) => asks(from(n % 2 ? "::ffff:192.0.2.1" : "192.0.2.1")))).not.toContain(false);
    expect(asks(from("::ffff:c000:201"))).toBe(false);
  });

  it("gets back what was not kept: a form with something to put right costs nothing", () => {
    many(50, () => limits.admit("help", from("192.0.2.1"))());
    expect(asks(from("192.0.2.1"))).toBe(true);
  });

  it("never gets more in any hour than the number, whatever the rhythm, and is let in again when it has waited as long as it was told", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 15 * MINUTE }), { maxLength: 200 }), (pauses) => {
        now = 0;
        const own = openLimits(
          () => NUMBERS,
          () => now,
        );
        const admitted: number[] = [];
        for (const pause of pauses) {
          now += pause;
          const refused = refusedBy(() => own.admit("help", from("192.0.2.1")));
          if (refused) now += (refused.retryAfter ?? 0) * 1000;
          if (refused) own.admit("help", from("192.0.2.1"));
          admitted.push(now);
        }
        for (const at of admitted)
          expect(admitted.filter((other) => other <= at && other > at - HOUR).length).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe("A library's address", () => {
  const attacker = from(LIBRARY, "curl");

  it("is known when somebody of the site signs in there: forty people ask, whatever one of them does", () => {
    limits.vouch("lis", LIBRARY);
    const attacks = many(1000, () => asks(attacker));
    expect(many(40, (n) => asks(from(LIBRARY, `browser ${n}`)))).not.toContain(false);
    expect(attacks.filter(Boolean)).toHaveLength(10);
  });

  it("takes nothing from those who are signed in, also when it was never known", () => {
    many(1000, () => asks(attacker));
    expect(asks(from(LIBRARY, "Edge"))).toBe(false);
    expect(asks({ ...from(LIBRARY), accountId: "lis" })).toBe(true);
  });

  it("is known for 30 days after the last sign-in", () => {
    limits.vouch("lis", LIBRARY);
    now = 30 * DAY - 1;
    expect(many(11, (n) => asks(from(LIBRARY, `browser ${n}`)))).not.toContain(false);
    now += HOUR;
    expect(many(11, (n) => asks(from(LIBRARY, `browser ${n}`)))).toContain(false);
  });

  it("is one of five that a person vouches for at a time, so that nobody makes a botnet known", () => {
    many(6, (n) => limits.vouch("lis", `192.0.2.${n}`));
    expect(many(11, (n) => asks(from("192.0.2.0", `browser ${n}`)))).toContain(false);
    expect(many(11, (n) => asks(from("192.0.2.5", `browser ${n}`)))).not.toContain(false);
  });

  it("has an end for many browsers that are one", () => {
    limits.vouch("lis", LIBRARY);
    expect(many(1000, (n) => asks(from(LIBRARY, `made up ${n}`))).filter(Boolean)).toHaveLength(100);
  });
});

describe("A botnet", () => {
  it("of 5,000 addresses gets the whole site's number in, and holds nobody back whom the site knows", () => {
    limits.vouch("lis", LIBRARY);
    const let_in = many(5000, (n) => asks(from(`10.0.${n >> 8}.${n & 255}`))).filter(Boolean);
    expect(let_in).toHaveLength(60);
    expect(asks(from(LIBRARY))).toBe(true);
    expect(asks({ ...from("198.51.100.1"), accountId: "bo" })).toBe(true);
    expect(refusedBy(() => limits.admit("form", from("198.51.100.1")))).toBeNull();
    now = HOUR;
    expect(asks(from("198.51.100.1"))).toBe(true);
  });

  it("never gets more in than the number in any hour", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 * MINUTE }), fc.integer({ min: 0, max: 999 })), {
          maxLength: 400,
        }),
        (posts) => {
          now = 0;
          const own = openLimits(
            () => ({ ...NUMBERS, helpPerHourSite: 15 }),
            () => now,
          );
          const admitted: number[] = [];
          for (const [pause, n] of posts) {
            now += pause;
            if (!refusedBy(() => own.admit("help", from(`10.0.0.${n}`)))) admitted.push(now);
          }
          for (const at of admitted)
            expect(admitted.filter((other) => other <= at && other > at - HOUR).length).toBeLessThanOrEqual(15);
        },
      ),
    );
  });
});

describe("Guessing a password", () => {
  const right = async () => "lis";
  const wrong = async () => null;
  const guess = (account: string, address: string, look: () => Promise<string | null>) =>
    limits
      .guess({ account, address }, look)
      .catch((thrown: unknown) => (isRefusal(thrown) ? thrown.key : Promise.reject(thrown)));

  it("is looked at five times for an account at an address; then nobody looks", async () => {
    const answers = await Promise.all(many(8, () => guess("lis@bro.example", LIBRARY, wrong)));
    expect(answers).toEqual([...many(5, () => null), ...many(3, () => "tooManySignIns")]);
    expect(await guess("lis@bro.example", "192.0.2.8", right)).toBe("lis");
  });

  it("never costs a colleague at the same address the right password, known there or not", async () => {
    expect(await guess("lis@bro.example", LIBRARY, right)).toBe("lis");
    for (let n = 0; n < 100; n++) await guess(`guess ${n}`, LIBRARY, wrong);
    const reserve = await Promise.all(many(30, (n) => guess(`more ${n}`, LIBRARY, wrong)));
    expect(reserve.filter((answer) => answer === null)).toHaveLength(20);
    expect(reserve.filter((answer) => answer === "manySignInsHere")).toHaveLength(10);
    expect(await guess("lis@bro.example", LIBRARY, right)).toBe("lis");
    now += MINUTE;
    expect(await guess("bo@bro.example", LIBRARY, right)).toBe("lis");
  });

  it("turns strangers away when too many wait, and keeps places for those who came in before", async () => {
    let open: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    await guess("lis@bro.example", LIBRARY, right);
    const slow = async () => gate.then(() => null);
    const flood = many(500, (n) => guess(`guess ${n}`, `10.0.${n >> 8}.${n & 255}`, slow));
    const lis = guess("lis@bro.example", LIBRARY, right);
    open();
    expect(await lis).toBe("lis");
    const answers = await Promise.all(flood);
    expect(answers.filter((answer) => answer === "signInBusy").length).toBeGreaterThan(400);
    expect(new Set(answers)).toEqual(new Set([null, "signInBusy"]));
  });
});

describe("A code of a phone number", () => {
  const guess = (phone: string, address: string, found: string | null = null) =>
    limits.guessCode({ phone, address }, () => Promise.resolve(found));

  it("is asked for five times within an hour, from wherever", async () => {
    for (let n = 1; n <= 5; n++) expect(await guess("+4541860900", `192.0.2.${n}`)).toBeNull();
    await expect(guess("+4541860900", "192.0.2.9", "in")).rejects.toMatchObject({ key: "manyCodes", status: 429 });
    expect(await guess("+4541860901", "192.0.2.9", "in")).toBe("in");
    now = HOUR;
    expect(await guess("+4541860900", "192.0.2.9", "in")).toBe("in");
  });

  it("is asked for from one address as often as other forms are posted; who knows it does not count", async () => {
    for (let n = 0; n < 30; n++) expect(await guess(`+45418610${n + 10}`, LIBRARY, "in")).toBe("in");
    for (let n = 0; n < 20; n++) expect(await guess(`+45418609${n + 10}`, LIBRARY)).toBeNull();
    await expect(guess("+4541860999", LIBRARY, "in")).rejects.toMatchObject({ key: "manyCodes" });
    expect(await guess("+4541860999", "192.0.2.9", "in")).toBe("in");
  });
});
