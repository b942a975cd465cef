import { describe, expect, it } from "vitest";
import { looksLikeCpr } from "../../src/shared/cpr.ts";

describe("A CPR number", () => {
  it.each(["010190-1234", "Mit CPR er 0101901234", "311299 1234", "det er 610190-1234.", "010190–1234"])(
    "is seen in: %s",
    (text) => {
      expect(looksLikeCpr(text)).toBe(true);
    },
  );

  it.each([
    "41 86 09 00",
    "Ring efter kl. 10-12",
    "den 01.01.2026",
    "451190-1234",
    "013190-1234",
    "ordre 123456789012",
    "",
  ])("is not seen in: %s", (text) => {
    expect(looksLikeCpr(text)).toBe(false);
  });
});
