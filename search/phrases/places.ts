import type { PreparedVocabulary } from "../vocabulary.ts";
import { type Found, longestName, type Span } from "./spans.ts";

const PLACE_LEAD =
  /(?:i n(?:ae|a|e)rheden af|(?:ude |inde |nede |oppe |henne |midt |her )?(?:i|paa|pa)|ved|omkring|n(?:ae|a|e)r(?: ved)?|t(?:ae|a|e)t (?:paa|pa|ved)|rundt om) /uy;
const PLACE_LEAD_START = new RegExp(`^${PLACE_LEAD.source}`, "u");
/** Names that are ordinary words too: places only after a preposition, or alone. */
const ORDINARY_WORDS = new Set(["beder", "skade"]);

/** A place that is named from `start` on, after a preposition where it needs one. */
export function findPlace(text: string, words: Span[], start: number, names: PreparedVocabulary): Found | null {
  PLACE_LEAD.lastIndex = start;
  const nameStart = PLACE_LEAD.test(text) ? PLACE_LEAD.lastIndex : start;
  const place = longestName(text, words, nameStart, names.longestPlace, (name) => names.places.get(name));
  const needsLead = nameStart === start && words.length > 1;
  if (!place || (needsLead && ORDINARY_WORDS.has(text.slice(start, place.end)))) return null;
  const { point, values } = place.value;
  return { start, end: place.end, reading: point ? { naer: point } : { omraade: values } };
}

/** The nickname that a part calls a place by, folded; null when it names the place itself. */
export function nicknameIn(part: string, names: PreparedVocabulary): string | null {
  const place = names.places.get(part.replace(PLACE_LEAD_START, ""));
  return place?.nickname ? place.name : null;
}
