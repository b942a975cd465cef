import fc from "fast-check";
import { PARAMETERS } from "../../search/parameters.ts";

/** What nobody should type, and somebody will. */
const NASTY = [
  "",
  " ",
  "\u0000",
  "\r\n",
  "%",
  "%zz",
  "'",
  '"',
  "`",
  "\\",
  "' OR 1=1 --",
  '<script>alert("x")</script>',
  "{{7*7}}",
  "../../etc/passwd",
  "__proto__",
  "constructor",
  "toString",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e309",
  "99999999999999999999",
  "0x10",
  "1,5",
  "56.15,10.2",
  "999,999",
  "56.1,10.1,56.2,10.3",
  "2026-02-30",
  "9999-12-31",
  "0000-00-00",
  "25:61",
  "24:00",
  "æøåÆØÅ",
  "🧶👵🏽",
  "\u202Eabc",
  "a\u0301\u0327",
  "(((((",
  '"""',
  "*",
  "AND OR NOT",
  "strik*",
  "\uFFFE",
  "i dag i morgen på tirsdag kl. 10 gratis under 50 kr i viby",
  "gratis".repeat(300),
  "å".repeat(3000),
] as const;

const KNOWN = [
  "man",
  "tir",
  "weekend",
  "aften",
  "gratis",
  "50",
  "viby",
  "8260",
  "aarhus",
  "motion",
  "dropin",
  "relevans",
  "afstand",
  "dato",
  "2026-11-24",
  "10:00",
  "67",
  "strik",
  "kor kvinder",
  "på tirsdag",
];

/** Text of any kind, whole code points only, up to some thousand signs. */
export const wildText = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.constantFrom(...KNOWN),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.double().map(String),
  fc.string({ maxLength: 2000, unit: fc.constantFrom("a", " ", "ø", "\n", "<", "&") }),
);

const NAMES = [...PARAMETERS, "besked", "uge", "ord", "id", "_action"];

/** One `name=value`, encoded as a browser does, or not at all. */
const parameter = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: wildText }),
    wildText,
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([name, value, how]) => {
    if (how === 0) return `${name.replace(/[^a-z]/g, "")}=%E0%A4%A`;
    if (how === 1) return `${encodeURIComponent(name)}[]=${encodeURIComponent(value)}`;
    if (how === 2) return encodeURIComponent(name);
    return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  });

/** A query string, at most 7,000 signs: more than a server reads is another matter. */
export const wildQuery = fc.array(parameter, { maxLength: 8 }).map((parts) => parts.join("&").slice(0, 7000));

/** A piece of a path. */
export const wildSegment = fc.oneof(
  fc.constantFrom("..", ".", "%00", "%2e%2e%2f", "%c0%ae", "%", "%zz", "x.ics", ".ics", "x.ics.ics", "a".repeat(3000)),
  wildText.map((text) => encodeURIComponent(text).slice(0, 3000)),
);
