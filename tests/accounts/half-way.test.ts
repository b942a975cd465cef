import { decodeBase32IgnorePadding } from "@oslojs/encoding";
import { generateHOTP } from "@oslojs/otp";
import { beforeEach, expect, test } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { audit } from "../../db/schema.ts";
import { rememberDevice } from "../../src/accounts/devices.ts";
import { passHalfWay } from "../../src/accounts/half-way.ts";
import { type Limits, openLimits } from "../../src/accounts/limits.ts";
import { limitsOf } from "../../src/accounts/limit-numbers.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { newSecret } from "../../src/accounts/app-codes.ts";
import { recoveryCodesLeft } from "../../src/accounts/recovery-codes.ts";
import { renewRecoveryCodes, turnOnSecondFactor, useCode } from "../../src/accounts/second-factor.ts";
import { makeToken } from "../../src/accounts/tokens.ts";
import { addPerson, newBox, NOW, openTown, refusalOf, waitingLetters } from "../world.ts";
import { storeOf } from "../harness/store.ts";

const STEP = 30_000;
const LATER = NOW + STEP;
const box = newBox();
let db: OpenDb;
let limits: Limits;
let maria: Viewer;
let secret: string;
let recovery: string[];

beforeEach(() => {
  db = openTown();
  limits = openLimits(() => limitsOf(db));
  maria = addPerson(db, "Maria", "brobygger", "folkesundhed");
  secret = newSecret();
  recovery = turnOnSecondFactor(db, box, maria, "here", { secret, code: codeAt(NOW) }, NOW);
});

const codeAt = (at: number) => generateHOTP(decodeBase32IgnorePadding(secret), BigInt(Math.floor(at / STEP)), 6);
const halfWay = () => makeToken(db, "second-step", maria.id, LATER);
const pass = (token: string, code: string, device: string | null = null) =>
  passHalfWay(storeOf(db), box, limits, { token, code, device }, LATER);
const letters = () => waitingLetters(db, box).map(({ text }) => text.replace(/\s+/g, " "));

test("The right code leads in, once", async () => {
  const token = halfWay();
  expect(await pass(token, codeAt(LATER))).toEqual({ id: maria.id, directory: false });
  expect(await pass(token, codeAt(LATER))).toEqual({ over: "log-ind-igen" });
});

test("Whoever came by the municipality's sign-in still does so after the code", async () => {
  expect(await pass(makeToken(db, "directory-step", maria.id, LATER), codeAt(LATER))).toEqual({
    id: maria.id,
    directory: true,
  });
});

test("Five wrong codes end the half done sign-in, and the owner hears that somebody knows the password", async () => {
  const token = halfWay();
  for (let n = 0; n < 4; n++) expect(await refusalOf(() => pass(token, "000000"))).toBe("code: wrongCode");
  expect(await pass(token, "000000")).toEqual({ over: "kode-forkert-fem" });
  expect(await pass(token, codeAt(LATER))).toEqual({ over: "log-ind-igen" });
  expect(letters().at(-1)).toContain("En har skrevet din adgangskode rigtigt, men ikke koden");
  expect(db.select({ kind: audit.kind, to: audit.subjectId }).from(audit).all().at(-1)).toEqual({
    kind: "wrong-codes",
    to: maria.id,
  });
});

test("A thief who has used up all tries does not shut out the owner, whose own browser is known", async () => {
  for (let n = 0; n < 3; n++) {
    const token = halfWay();
    for (let tries = 0; tries < 5; tries++) await refusalOf(() => pass(token, "000000"));
  }
  expect(await refusalOf(() => pass(halfWay(), codeAt(LATER)))).toBe("tooManySignIns");
  expect(await refusalOf(() => pass(halfWay(), codeAt(LATER), "made up"))).toBe("tooManySignIns");
  rememberDevice(db, maria.id, "her own", NOW);
  expect(await pass(halfWay(), codeAt(LATER), "her own")).toEqual({ id: maria.id, directory: false });
});

test("Ten recovery codes come with the second step; each opens once, however it is typed, and the owner hears of it", async () => {
  expect(new Set(recovery).size).toBe(10);
  const [first = "", second = ""] = recovery;
  expect(first).toMatch(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/);
  expect(await pass(halfWay(), first.replaceAll("-", "").toLowerCase())).toEqual({ id: maria.id, directory: false });
  expect(letters().at(-1)).toContain("Du har 9 tilbage");
  expect(await refusalOf(() => pass(halfWay(), first))).toBe("code: wrongCode");
  expect(await pass(halfWay(), second)).toEqual({ id: maria.id, directory: false });
  expect(recoveryCodesLeft(db, maria.id)).toBe(8);
});

test("Nobody can use another person's recovery code, nor read one in the database", async () => {
  const hassan = addPerson(db, "Hassan", "brobygger", "folkesundhed");
  expect(await refusalOf(() => useCode(storeOf(db), box, limits, hassan.id, recovery[0] ?? "", NOW))).toBe(
    "code: wrongCode",
  );
  const stored = JSON.stringify(db.$client.prepare("SELECT * FROM recovery_codes").all());
  for (const code of recovery) expect(stored).not.toContain(code.replaceAll("-", ""));
});

test("New recovery codes take a code of the app, and the old ones work no more", async () => {
  expect(await refusalOf(() => renewRecoveryCodes(storeOf(db), box, limits, maria, "000000", LATER))).toBe(
    "code: wrongCode",
  );
  const anew = await renewRecoveryCodes(storeOf(db), box, limits, maria, codeAt(LATER), LATER);
  expect(recoveryCodesLeft(db, maria.id)).toBe(10);
  expect(await refusalOf(() => pass(halfWay(), recovery[0] ?? ""))).toBe("code: wrongCode");
  expect(await pass(halfWay(), anew[0] ?? "")).toEqual({ id: maria.id, directory: false });
});
