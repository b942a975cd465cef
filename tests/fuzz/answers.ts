import { expect } from "vitest";

const INSIDE =
  /node_modules|\bat (async )?[\w.<>$ ]+ \(?(file:\/\/|\/)[^)\s]*:\d+:\d+|SqliteError|ZodError|TypeError:|ReferenceError:|RangeError:|UNIQUE constraint/;

/** An answer that a person can live with: no fault of the server, nothing of its inside. */
export function expectCalm(response: Response, body: string): void {
  expect(response.status, body.slice(0, 400)).toBeLessThan(500);
  expect(INSIDE.exec(body)?.[0] ?? "").toBe("");
}
