/**
 * What the words of a text say about an activity: place, price, contact, themes, facts. Guesses for a person to look
 * at, all pure.
 */
import { oreOf } from "../danish/reading.ts";
import { readSentence } from "../../search/sentence.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import type { ActivityFields } from "../activities/activity.ts";
import { TICKED_FACTS } from "../shared/facts.ts";

export type PlaceWords = Pick<ActivityFields, "placeName" | "address" | "postcode">;

/** Sentences beyond this say little that is new, and a long text is slow to read. */
const READ_SIGNS = 4000;
const ROAD =
  "(?:vej|vejen|gade|gaden|allé|alle|alléen|plads|pladsen|torv|torvet|stræde|vænge|vænget|parken|bakken|boulevard|toften|gården|haven|stien|ringen|kaj|kajen|vang|vangen|høj|lunden)";
const ADDRESS = new RegExp(
  `(\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){0,3}? ?(?<=${ROAD}) \\d{1,3}(?: ?[A-Za-z](?!\\p{L}))?)(?![\\d:])|(\\p{Lu}[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,2} \\d{1,3}[A-Za-z]?)(?=,? \\d{4} \\p{Lu})`,
  "u",
);
const PHONE = /(?<![\d.,/-])(?:\+45[ -]?|0045[ -]?)?((?:\d{2}[ -]?){3}\d{2})(?![\d/-]|[.,]\d)/;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;
const NAME =
  /(?:[Kk]ontakt(?:person)?|[Rr]ing (?:gerne )?til|[Ss]pørg(?: efter)?|[Tt]ilmelding (?:hos|til)|[Hh]ilsen|[Ss]kriv til|[Vv]ært(?:en)? er|[Tt]ovholder|(?:står|tager) imod er)[ :]{1,3}(?:er )?(?!(?:os|mig|på|Telefon|Mail)\b)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/u;
const PER: [RegExp, ActivityFields["pricePer"]][] = [
  [/m(?:åned|d)/i, "måned"],
  [/sæson|halvår|forløb|hold/i, "sæson"],
  [/år/i, "år"],
];

/** Facts that a contact can tick, and the level, from what is plainly said. */
export function factsIn(text: string, vocabulary: Vocabulary, now: number): Pick<ActivityFields, "facts" | "level"> {
  const { fakta } = readSentence(text.slice(0, READ_SIGNS), vocabulary, now).wishes;
  return {
    facts: fakta.filter((fact) => TICKED_FACTS.includes(fact) || fact === "online"),
    level: fakta.includes("begynder") ? "beginner" : null,
  };
}

/** A postcode, a road with its number, and what stands before them as the place's name. */
export function placeIn(text: string, postcodes: readonly { code: string }[]): Partial<PlaceWords> {
  const postcode = [...text.matchAll(/(?<![\d.,:/-])\d{4}(?![\d/:-]| ?kr)/g)]
    .map(([code]) => code)
    .find((code) => postcodes.some((known) => known.code === code));
  const road = ADDRESS.exec(text.slice(0, READ_SIGNS));
  const address = road?.[1] ?? road?.[2];
  return { ...(postcode && { postcode }), ...(address && { address: address.slice(0, 200) }) };
}

/** The LOCATION of a calendar or the place of a row: `Viby Bibliotek, Skanderborgvej 170, 8260 Viby J`. */
export function placeLine(text: string, postcodes: readonly { code: string }[]): Partial<PlaceWords> {
  const line = text.replace(/\s+/g, " ").trim().slice(0, 400);
  const found = placeIn(line, postcodes);
  const first = line.split(/[,;(]/)[0]?.trim() ?? "";
  const isName = first !== "" && first !== found.address && !/^\d{4}\b/.test(first) && !/^https?:/i.test(first);
  return { ...found, ...(isName && { placeName: first.slice(0, 200) }) };
}

/** A price that is plainly said: free, or an amount in kroner with its unit. */
export function priceIn(text: string): Partial<Pick<ActivityFields, "priceOre" | "pricePer" | "firstFree">> {
  const [all = "", kroner = "", ore = "", after = ""] =
    /(\d{1,3}(?:\.\d{3})|\d{1,5})(?:,(\d\d))? ?(?:kr|kroner|,-)(?![\p{L}])(.{0,30})/iu.exec(text) ?? [];
  if (all) {
    const amount = oreOf(kroner, ore);
    if (amount === 0) return { priceOre: 0, pricePer: null, firstFree: false };
    const unit = after.split(/[.,;!?\n]/)[/^\.? ?pr\./.test(after) ? 1 : 0] ?? after;
    const per =
      PER.find(([pattern]) => pattern.test(/pr\.?|om|per|\//.test(after) ? after : ""))?.[1] ??
      (PER.find(([pattern]) => pattern.test(unit))?.[1] || "gang");
    return {
      priceOre: amount,
      pricePer: per,
      firstFree: /første gang (?:er )?gratis|gratis (?:første gang|prøve)/i.test(text),
    };
  }
  return /gratis|koster ikke noget|koster ingenting/i.test(text)
    ? { priceOre: 0, pricePer: null, firstFree: false }
    : {};
}

/** Name, phone and mail of whom one may ask. */
export function contactIn(
  text: string,
): Partial<Pick<ActivityFields, "contactName" | "contactPhone" | "contactEmail">> {
  const phone = PHONE.exec(text)?.[0]?.trim();
  const mail = MAIL.exec(text.slice(0, 20_000))?.[0]?.replace(/\.+$/, "").toLowerCase();
  const name = NAME.exec(text)?.[1];
  return {
    ...(name && { contactName: name }),
    ...(phone && { contactPhone: phone }),
    ...(mail && { contactEmail: mail }),
  };
}
