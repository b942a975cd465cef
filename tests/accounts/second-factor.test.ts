import { generateHOTP } from "@oslojs/otp";
import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { secondFactors, sessions } from "../../db/schema.ts";
import { writeSetting } from "../../db/settings.ts";
import { type Limits, openLimits } from "../../src/accounts/limits.ts";
import { limitsOf } from "../../src/accounts/limit-numbers.ts";
import { may, type Viewer } from "../../src/accounts/roles.ts";
import {
  hasSecondFactor,
  liftSecondFactor,
  turnOffSecondFactor,
  turnOnSecondFactor,
  useCode,
} from "../../src/accounts/second-factor.ts";
import { newSecret, secretAddress } from "../../src/accounts/app-codes.ts";
import { viewerOf } from "../../src/accounts/access.ts";
import { addPerson, newBox, NOW, openTown, refusalOf } from "../world.ts";
import { storeOf } from "../harness/store.ts";

const STEP = 30_000;
const box = newBox();
let db: OpenDb;
let limits: Limits;
let bo: Viewer;
let secret: string;

beforeEach(() => {
  db = openTown();
  limits = openLimits(() => limitsOf(db));
  bo = addPerson(db, "Bo", "brobygger", "folkesundhed");
  secret = newSecret();
});

const codeAt = (at: number) => generateHOTP(decodeBase32IgnorePadding(secret), BigInt(Math.floor(at / STEP)), 6);
const turnOn = (code = codeAt(NOW)) => turnOnSecondFactor(db, box, bo, "here", { secret, code }, NOW);
const use = (code: string, at: number) => useCode(storeOf(db), box, limits, bo.id, code, at);

test("An app is given what RFC 6238's test vector gives", () => {
  const vector = new TextEncoder().encode("12345678901234567890");
  expect(generateHOTP(vector, BigInt(Math.floor(1_111_111_109 / 30)), 8)).toBe("07081804");
  expect(secretAddress(secret, bo.email)).toContain(`secret=${secret}`);
});

test("The second step comes on only for somebody whose phone has the secret", () => {
  expect(refusalOf(() => turnOn("000000"))).toBe("code: wrongCode");
  expect(hasSecondFactor(db, bo.id)).toBe(false);
  turnOn();
  expect(hasSecondFactor(db, bo.id)).toBe(true);
});

test("Turning it on passes in the session where it is done, and ends the others of that person", () => {
  const lis = addPerson(db, "Lis", "contact", "viby");
  for (const [id, userId] of [
    ["here", bo.id],
    ["elsewhere", bo.id],
    ["hers", lis.id],
  ] as const)
    db.insert(sessions).values({ id, userId, expiresAt: NOW }).run();
  turnOn();
  expect(db.select({ id: sessions.id, passed: sessions.secondStepAt }).from(sessions).all()).toEqual([
    { id: "here", passed: NOW },
    { id: "hers", passed: null },
  ]);
  expect(refusalOf(() => turnOn(codeAt(NOW + STEP)))).toBe("notPossibleNow");
});

test("Turned off, it was passed in no session: a desk that demands it is shut again", async () => {
  db.insert(sessions).values({ id: "here", userId: bo.id, expiresAt: NOW }).run();
  turnOn();
  expect(db.select().from(sessions).get()?.secondStepAt).toBe(NOW);
  await turnOffSecondFactor(storeOf(db), box, limits, bo, codeAt(NOW + STEP), NOW + STEP);
  expect(db.select().from(sessions).get()?.secondStepAt).toBeNull();
});

test("A code works once, also on a phone whose clock is half a minute off, and not a minute later", async () => {
  turnOn();
  expect(await refusalOf(() => use(codeAt(NOW), NOW))).toBe("code: wrongCode");
  expect(await refusalOf(() => use(codeAt(NOW + STEP), NOW))).toBeNull();
  expect(await refusalOf(() => use(codeAt(NOW + STEP), NOW + STEP))).toBe("code: wrongCode");
  expect(await refusalOf(() => use(codeAt(NOW + 2 * STEP), NOW + 4 * STEP))).toBe("code: wrongCode");
});

test("Nobody can try all codes", async () => {
  turnOn();
  for (let tries = 0; tries < 5; tries++) expect(await refusalOf(() => use("000000", NOW))).toBe("code: wrongCode");
  expect(await refusalOf(() => use(codeAt(NOW + STEP), NOW + STEP))).toBe("tooManySignIns");
});

test("It goes off with a code, and with an editor's help for somebody who lost the phone", async () => {
  const rie = addPerson(db, "Rie", "editor");
  turnOn();
  expect(await refusalOf(() => turnOffSecondFactor(storeOf(db), box, limits, bo, "000000", NOW))).toBe(
    "code: wrongCode",
  );
  await turnOffSecondFactor(storeOf(db), box, limits, bo, codeAt(NOW + STEP), NOW + STEP);
  expect(hasSecondFactor(db, bo.id)).toBe(false);
  turnOn();
  expect(refusalOf(() => liftSecondFactor(db, box, bo, bo.id, NOW))).toBe("notYours");
  db.insert(sessions).values({ id: "on the lost phone", userId: bo.id, expiresAt: NOW }).run();
  liftSecondFactor(db, box, rie, bo.id, NOW);
  expect(db.select().from(sessions).all()).toEqual([]);
  expect(hasSecondFactor(db, bo.id)).toBe(false);
});

test("Where an editor has decided so, a brobygger's desk stays shut until then, and a contact's does not", () => {
  const lis = addPerson(db, "Lis", "contact", "viby");
  writeSetting(db, "secondFactor", 1);
  expect(viewerOf(db, bo.id)).toMatchObject({ memberships: [], awaitsSecondFactor: true });
  expect(may(viewerOf(db, lis.id), "contact")).toBe(true);
  turnOn();
  expect(may(viewerOf(db, bo.id), "brobygger")).toBe(true);
});

test("The secret is not in the database", () => {
  turnOn();
  const [stored] = db.select().from(secondFactors).all();
  expect(stored?.secret.includes(Buffer.from(decodeBase32IgnorePadding(secret)))).toBe(false);
});
