import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { phoneInWords, readPhone, withoutNumbers } from "../../src/danish/phone.ts";

describe("A phone number", () => {
  it.each([
    "41860900",
    "41 86 09 00",
    "+45 41 86 09 00",
    "0045 41860900",
    "+4541860900",
    " 41-86-09-00 ",
    "(+45) 41 86 09 00",
  ])("is understood as people write it: %s", (text) => {
    expect(readPhone(text)).toEqual({ phone: "+4541860900" });
  });

  it.each([
    ["41 86 09 0", "phoneMissing1"],
    ["+45 41 86 09 0", "phoneMissing1"],
    ["41 86 09", "phoneMissing2"],
    ["41 86 0", "phoneMissing3"],
    ["41", "phoneTooShort"],
    ["41 86 09 00 1", "phoneTooLong"],
    ["mit nummer", "phoneNoDigits"],
    ["00 00 00 00", "phoneUnknown"],
    ["10 00 00 00", "phoneUnknown"],
    ["+46 1", "phoneForeign"],
  ])("that is wrong says how: %s", (text, problem) => {
    expect(readPhone(text)).toEqual({ problem });
  });

  it.each([
    ["+46 70 123 45 67", "+46701234567"],
    ["0046 70 123 45 67", "+46701234567"],
    ["+49 151 23456789", "+4915123456789"],
  ])("of another country is taken with its code: %s", (text, phone) => {
    expect(readPhone(text)).toEqual({ phone });
  });

  it("written for people is read as the same number", () => {
    const danish = fc.integer({ min: 20_000_000, max: 99_999_999 }).map((number) => `+45${number}`);
    fc.assert(
      fc.property(danish, (phone) => {
        expect(readPhone(phoneInWords(phone))).toEqual({ phone });
      }),
    );
  });
});

describe("A text for everybody", () => {
  it.each([
    ["Ring til Lis på 22 33 44 55 eller lis@viby.dk.", "Ring til Lis på … eller …."],
    ["MobilePay 22334455, +45 22 33 44 55", "MobilePay …, …"],
    ["CVR 12345678. Kl. 10-12 den 3.12.2026. 8260 Viby J", "CVR 12345678. Kl. 10-12 den 3.12.2026. 8260 Viby J"],
  ])("holds no numbers and mails of people: %s", (text, shown) => {
    expect(withoutNumbers(text, "…")).toBe(shown);
  });
});
