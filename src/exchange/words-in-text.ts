/**
 * What the words of a text say about an activity: place, price, contact, themes, facts. Guesses for a person to look
 * at, all pure.
 */
import { PHONE_IN_TEXT } from "../danish/phone.ts";
import { readSentence } from "../../search/sentence.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import type { ActivityFields } from "../activities/activity.ts";
import { TICKED_FACTS } from "../shared/facts.ts";
import { withoutDialIn } from "./dial-in.ts";

export type PlaceWords = Pick<ActivityFields, "placeName" | "address" | "postcode">;

/** Sentences beyond this say little that is new, and a long text is slow to read. */
const READ_SIGNS = 4000;
const ROAD =
  "(?:vej|vejen|gade|gaden|allé|alle|alléen|plads|pladsen|torv|torvet|stræde|vænge|vænget|parken|bakken|boulevard|toften|gården|haven|stien|ringen|kaj|kajen|vang|vangen|høj|lunden)";
const ADDRESS = new RegExp(
  `(\\p{Lu}[\\p{L}.'’-]*(?: [\\p{L}.'’-]+){0,3}? ?(?<=${ROAD}) \\d{1,3}(?: ?[A-Za-z](?!\\p{L}))?)(?![\\d:])|(\\p{Lu}[\\p{L}'’-]+(?: [\\p{L}'’-]+){0,2} \\d{1,3}[A-Za-z]?)(?=,? \\d{4} \\p{Lu})`,
  "u",
);
/** What stands before digits that are nobody's phone. */
const NO_PHONE =
  /(?:cvr|mobile ?pay|konto|reg|se|ean|box|isbn|faktura|sags?|id|nr|livslinien|lægevagten?)(?:[-. ]?(?:nr|nummer|no))?\W{0,3}$/i;
const ASKS = /(?:kontakt|ring|tlf|telefon|mobil|spørg|tilmeld)[^\n]{0,40}$/i;
const ADDRESSES = new RegExp(ADDRESS.source, "gu");
const PLACE_SAID = /^(?:sted|hvor|adresse|mødested|vi mødes)(?: er)?\s*: *((?:[^\n]+\n?){1,3})/im;
const ONLINE =
  /^(?:https?:\/\/\S*(?:zoom\.us|teams\.(?:microsoft|live)\.com|meet\.google\.com|whereby\.com|webex\.com)\S*|(?:microsoft )?teams(?:[- ]?møde(?:t)?| meeting)?|(?:via |på )?zoom(?:[- ]?møde)?|google meet|skype(?: for business)?|webex|online(?:[- ]?møde)?|digitalt|virtuelt|på nettet|hjemme ved skærmen)(?:[ .;,(].*)?$/is;
const MAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;
const NAME =
  /(?:[Kk]ontakt(?:person)?|[Rr]ing (?:gerne )?til|[Ss]pørg(?: efter)?|[Tt]ilmelding (?:hos|til)|[Hh]ilsen|[Ss]kriv til|[Vv]ært(?:en)? er|[Tt]ovholder|(?:står|tager) imod er)[ :]{1,3}(?:er )?(?!(?:os|mig|på|Telefon|Mail)\b)(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)/u;

/** Facts that a contact can tick, and the level, from what is plainly said. */
export function factsIn(text: string, vocabulary: Vocabulary, now: number): Pick<ActivityFields, "facts" | "level"> {
  const { fakta } = readSentence(text.slice(0, READ_SIGNS), vocabulary, now).wishes;
  return {
    facts: fakta.filter((fact) => TICKED_FACTS.includes(fact) || fact === "online"),
    level: fakta.includes("begynder") ? "beginner" : null,
  };
}

/**
 * A postcode and a road with its number: those that stand together, after *Sted:* where a text says so. Nothing of two
 * addresses of which neither is said to be the place.
 */
export function placeIn(text: string, postcodes: readonly { code: string }[]): Partial<PlaceWords> {
  const read = text.slice(0, READ_SIGNS);
  const stated = PLACE_SAID.exec(read)?.[1];
  const said = stated === undefined ? null : addressIn(stated, postcodes);
  if (said && (said.address || said.postcode)) return said;
  const addresses = new Set([...read.matchAll(ADDRESSES)].map(([address]) => roadOf(address)?.toLowerCase()));
  const codes = new Set(codesIn(read, postcodes));
  if (addresses.size > 1 && codes.size > 1) return {};
  const { address, postcode } = addressIn(read, postcodes);
  return { ...(postcode && codes.size < 2 && { postcode }), ...(address && addresses.size < 2 && { address }) };
}

/** The LOCATION of a calendar or the place of a row: `Viby Bibliotek, Skanderborgvej 170, 8260 Viby J`. None online. */
export function placeLine(text: string, postcodes: readonly { code: string }[]): Partial<PlaceWords> {
  if (isOnlinePlace(text)) return {};
  const line = text
    .replace(/\s*\n\s*/g, ", ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 400);
  const found = addressIn(line, postcodes);
  const first = line.split(/[,;(]/)[0]?.trim() ?? "";
  const isName = first !== "" && first !== found.address && !/^\d{4}\b/.test(first) && !/^https?:/i.test(first);
  return { ...found, ...(isName && { placeName: first.slice(0, 200) }) };
}

/** Whether a place is none that one can go to: a meeting of a program, a link to one, *online*. */
export function isOnlinePlace(text: string): boolean {
  return ONLINE.test(text.trim());
}

/** The first address with the postcode that follows it, else the first of each. */
function addressIn(
  text: string,
  postcodes: readonly { code: string }[],
): Pick<Partial<PlaceWords>, "address" | "postcode"> {
  const road = ADDRESS.exec(text);
  const address = roadOf(road?.[1] ?? road?.[2]);
  const after = road ? text.slice(road.index + road[0].length, road.index + road[0].length + 40) : "";
  const postcode = codesIn(after, postcodes)[0] ?? codesIn(text, postcodes)[0];
  return { ...(postcode && { postcode }), ...(address && { address: address.slice(0, 200) }) };
}

/** `Vi mødes på Skanderborgvej 170` without what stands before the road. */
function roadOf(found: string | undefined): string | undefined {
  return found?.replace(/^.*(?<!\p{L})(?:på|i|ved|til|hos|fra|er) (?=\p{Lu})/u, "");
}

/** Four digits that are a postcode of ours: no year, no amount, no part of a phone. */
function codesIn(text: string, postcodes: readonly { code: string }[]): string[] {
  return [...text.matchAll(/(?<![\d.,:/+-]|\d )\d{4}(?![\d/:-]| ?kr| \d)/g)]
    .map(([code]) => code)
    .filter((code) => postcodes.some((known) => known.code === code));
}

/** Name, phone and mail of whom one may ask. */
export function contactIn(
  words: string,
): Partial<Pick<ActivityFields, "contactName" | "contactPhone" | "contactEmail">> {
  const text = withoutDialIn(words);
  const phones = [...text.matchAll(PHONE_IN_TEXT)].filter(
    ({ index }) => !NO_PHONE.test(text.slice(0, index).slice(-30)),
  );
  const asked = phones.find(({ index }) => ASKS.test(text.slice(0, index).slice(-60)));
  const phone = (asked ?? phones[0])?.[0].trim();
  const mail = MAIL.exec(text.slice(0, 20_000))?.[0]?.replace(/\.+$/, "").toLowerCase();
  const name = NAME.exec(text)?.[1];
  return {
    ...(name && { contactName: name }),
    ...(phone && { contactPhone: phone }),
    ...(mail && { contactEmail: mail }),
  };
}
