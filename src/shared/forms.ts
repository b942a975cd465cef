import { z } from "zod";
import { withoutTracking } from "./tracking.ts";

/** What was typed, by field: kept when a form comes back. */
export type Typed = Record<string, string[]>;

/**
 * 422: something must be put right first. 429: too much at once, later it will do (RFC 6585). 503: too much at once of
 * others, or not possible here now.
 */
export type RefusedStatus = 422 | 429 | 503;

/** A form that came back: `errors` by field in plain Danish (field `""`: the whole form), and everything typed. */
export interface Returned {
  errors: Record<string, string>;
  typed: Typed;
  /** Of the answer; 422 where it says nothing. */
  status?: RefusedStatus;
  /** Seconds after which the same form will do. */
  retryAfter?: number | null;
}

/**
 * A file that was posted. Its bytes are as they came and whoever takes them may hand them on to another thread: they
 * are there once.
 */
export interface Upload {
  readonly size: number;
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
}

/** What an action answers: go there (303), or show this once, or the form comes back. */
export type Posted = { to: string } | Shown | Returned;

/** What a page shows in answer to a form and never again; `typed`: what another form of it begins with. */
export interface Shown {
  once: string[];
  typed?: Typed;
}

export function typedOf(form: FormData): Typed {
  const typed = bare<string[]>();
  for (const [name, value] of form)
    if (typeof value === "string" && name !== "__proto__") (typed[name] ??= []).push(value);
  return typed;
}

/**
 * Field for field, and the files beside them: one value as it is, several as a list; a schema for many values takes
 * both (see `many`).
 */
export function fieldsOf(form: FormData, files: [field: string, file: Upload][] = []): Record<string, unknown> {
  const all = bare<unknown[]>();
  for (const [name, value] of [...form, ...files]) (all[name] ??= []).push(value);
  const fields = bare<unknown>();
  for (const [name, values] of Object.entries(all)) fields[name] = values.length === 1 ? values[0] : values;
  return fields;
}

/** A record without a prototype: a form may be posted with any name, `constructor` too. */
function bare<T>(): Record<string, T> {
  return Object.create(null);
}

// Building blocks of the schemas in each feature's forms.ts.

/** What the building blocks refuse with: keys that texts/refusals.ts must have. */
export type BlockRefusal = "required" | "tooLong" | "noLinks" | "unknown" | "email" | "webAddress";
const says = (key: BlockRefusal) => key;

/** A text that must be there, trimmed, at most `max` signs. */
export const required = (max: number) =>
  z.preprocess(asText, z.string().trim().min(1, says("required")).max(max, says("tooLong")));

/** A text that may be left out: "" then. */
export const optional = (max: number) => z.preprocess(asText, z.string().trim().max(max, says("tooLong")));

/** A text that may be left out: null then. */
export const nullable = (max: number) => optional(max).transform((value) => value || null);

/** A text on one line that must be there: line breaks become spaces, signs that nobody sees go. */
export const line = (max: number) => z.preprocess(onOneLine, required(max));

/** A name that may be left out: "" then. */
export const optionalName = z.preprocess(onOneLine, optional(120).refine(isName, says("noLinks")));

/**
 * What a person is called. It stands in mails that a stranger may cause, so there is no address of a page or a mail in
 * it.
 */
export const personName = line(120).refine(isName, says("noLinks"));

/** What an association is called; as `personName`. */
export const organisationName = line(120).refine(isName, says("noLinks"));

/** Any number of boxes of one name, each among `allowed`. */
export const many = <T extends string>(allowed: readonly T[]) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : [value].flat()),
    z.array(z.enum(allowed, says("unknown"))),
  );

/** One of these, or null when left out. */
export const choice = <T extends string>(allowed: readonly T[]) =>
  z.preprocess(
    (value) => (value === "" || value === undefined ? null : value),
    z.enum(allowed, says("unknown")).nullable(),
  );

/** A file, or null when none was chosen. */
export const file = z.preprocess(
  (value) => (isUpload(value) && value.size > 0 ? value : null),
  z.custom<Upload | null>(),
);

/** A check box: ticked or not. */
export const ticked = z.preprocess((value) => value !== undefined && value !== "", z.boolean());

/** An e-mail address in lower case. */
export const email = z.preprocess(
  asText,
  z
    .string()
    .trim()
    .toLowerCase()
    .min(1, says("required"))
    .max(200, says("tooLong"))
    .pipe(z.email(says("email"))),
);

/** The same, or nothing: null. */
export const optionalEmail = z
  .preprocess(asText, z.string().trim().toLowerCase().max(200, says("tooLong")))
  .pipe(z.union([z.literal("").transform(() => null), z.email(says("email"))], says("email")));

/** A page on the web; `https://` is put in front where it is left out. Null when there is none. */
export const webAddress = nullable(500)
  .transform((url) => (url && !/^[a-z]+:/i.test(url) ? `https://${url}` : url))
  .transform((url) => url && withoutTracking(url))
  .refine((url) => url === null || z.url({ protocol: /^https?$/ }).safeParse(url).success, says("webAddress"));

/** The ends of addresses that are sent around the most. */
const ADDRESS =
  /:\/\/|\bwww\.|\S@\S|[\p{L}\d-]\.(dk|com|net|org|eu|info|io|biz|co|me|de|se|no|uk|nl|fr|ru|cn|su|xyz|top|icu|site|online|shop|store|link|click|live|app|dev|page)\b/iu;

function isUpload(value: unknown): value is Upload {
  return typeof value === "object" && value !== null && "bytes" in value;
}

function isName(text: string): boolean {
  return !ADDRESS.test(text);
}

function onOneLine(value: unknown): unknown {
  const text = asText(value);
  return typeof text === "string" ? text.replace(/\p{Cf}/gu, "").replace(/[\s\p{Cc}]+/gu, " ") : text;
}

function asText(value: unknown): unknown {
  if (value === undefined || value === null) return "";
  return Array.isArray(value) ? value.filter((part) => typeof part === "string").join(" ") : value;
}

// Reading a form that came back, in a page.

export const typedIn = (form: Returned | undefined, name: string, otherwise = ""): string =>
  form?.typed[name]?.[0] ?? (form ? "" : otherwise);
export const typedAll = (
  form: Returned | undefined,
  name: string,
  otherwise: readonly string[] = [],
): readonly string[] => form?.typed[name] ?? (form ? [] : otherwise);
/** Whether a box is ticked: as it was posted, else as it was. */
export const typedTick = (form: Returned | undefined, name: string, otherwise = false): boolean =>
  form ? form.typed[name] !== undefined : otherwise;
