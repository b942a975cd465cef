/** The secret that an app shares, and the codes that it makes (RFC 6238). */
import { randomBytes } from "node:crypto";
import { decodeBase32IgnorePadding, encodeBase32UpperCaseNoPadding } from "@oslojs/encoding";
import { createTOTPKeyURI, verifyHOTP } from "@oslojs/otp";
import { refuse } from "../texts/refusal.ts";

/**
 * RFC 6238: six digits, a new code each 30 seconds, the code before and the one after count too. RFC 4226: a secret of
 * 20 bytes.
 */
const STEP_S = 30;
const DIGITS = 6;
const SECRET_BYTES = 20;
const NEIGHBOURS = [0, -1, 1];

/** A new secret as apps take it: base32, no padding. */
export function newSecret(): string {
  return encodeBase32UpperCaseNoPadding(randomBytes(SECRET_BYTES));
}

/** What stands in the QR code. */
export function secretAddress(secret: string, email: string): string {
  return createTOTPKeyURI("Fællesbro", email, bytesOf(secret), STEP_S, DIGITS);
}

/** The step of time that a code belongs to, now or next to now; null when it is wrong. */
export function stepOf(secret: Uint8Array, code: string, now: number): number | null {
  const step = Math.floor(now / 1000 / STEP_S);
  const near = NEIGHBOURS.find((by) => verifyHOTP(secret, BigInt(step + by), DIGITS, code));
  return near === undefined ? null : step + near;
}

/** Refuses what this site has not made. */
export function bytesOf(secret: string): Uint8Array {
  if (!/^[A-Z2-7]{32}$/.test(secret)) refuse("notUnderstood");
  return decodeBase32IgnorePadding(secret);
}
