import { parsePhoneNumberFromString } from "libphonenumber-js/min";

export type PhoneProblem =
  | "phoneMissing1"
  | "phoneMissing2"
  | "phoneMissing3"
  | "phoneTooShort"
  | "phoneTooLong"
  | "phoneNoDigits"
  | "phoneForeign"
  | "phoneUnknown";
export type ReadPhone = { phone: string } | { problem: PhoneProblem };

/** Eight digits, alone or in pairs, that stand in a text as a phone number does. */
export const PHONE_IN_TEXT = /(?<![\d.,/+-]|\d )(?:\+45[ -]?|0045[ -]?)?((?:\d{2}[ -]?){3}\d{2})(?![\d/-]|[.,]\d| \d)/g;

const MAIL_IN_TEXT = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g;
/** Before digits that are those of a register or a bank. */
const NO_PHONE = /(?:cvr|se|ean|konto|reg|isbn|faktura)(?:[-. ]?(?:nr|nummer|no))?\W{0,3}$/i;

/** A text for everybody: in place of numbers and mails of people stands `instead`. */
export function withoutNumbers(text: string, instead: string): string {
  return text
    .replace(PHONE_IN_TEXT, (number, _digits: string, at: number) =>
      NO_PHONE.test(text.slice(Math.max(0, at - 30), at)) ? number : instead,
    )
    .replace(MAIL_IN_TEXT, instead);
}

const DANISH_DIGITS = 8;
const MISSING: readonly PhoneProblem[] = ["phoneMissing1", "phoneMissing2", "phoneMissing3"];

/**
 * A phone number as people write it, in E.164 (`+4586000000`): Danish without anything, others with `+` and the
 * country's code.
 */
export function readPhone(text: string): ReadPhone {
  const plain = text
    .trim()
    .replace(/[()]/g, "")
    .replace(/^00(?=[1-9])/, "+");
  const digits = plain.replace(/\D/g, "");
  const foreign = plain.startsWith("+") && !plain.startsWith("+45");
  if (!foreign) {
    const missing = DANISH_DIGITS - (plain.startsWith("+45") ? digits.length - 2 : digits.length);
    if (digits.length === 0) return { problem: "phoneNoDigits" };
    if (missing !== 0) return { problem: lengthProblem(missing) };
  }
  const read = parsePhoneNumberFromString(plain, "DK");
  if (read?.isValid()) return { phone: read.number };
  return { problem: foreign ? "phoneForeign" : "phoneUnknown" };
}

/** `41 86 09 00`, and `+46 70 123 45 67` for another country. */
export function phoneInWords(phone: string): string {
  if (!phone.startsWith("+45")) return parsePhoneNumberFromString(phone)?.formatInternational() ?? phone;
  return phone.slice(3).replace(/(\d\d)(?=\d)/g, "$1 ");
}

/** A number that somebody wrote, as it is shown: in pairs of digits where it is one, else as it stands. */
export function phoneAsShown(text: string): string {
  const read = readPhone(text);
  return "phone" in read ? phoneInWords(read.phone) : text;
}

function lengthProblem(missing: number): PhoneProblem {
  if (missing < 0) return "phoneTooLong";
  return MISSING[missing - 1] ?? "phoneTooShort";
}
