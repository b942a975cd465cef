import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { NEEDS, THEME_WORDS } from "../synonyms.ts";
import { COMPOUND_HEADS, IRREGULAR_STEMS, STOP_WORDS } from "../words.ts";
import { NEED_TOKENS } from "./forms.ts";

/** To be raised when documents are written differently (document.ts, forms.ts): the index is then built anew. */
const DOCUMENTS = 2;

/** Filtered and counted, but never searched in by words. */
const FILTERED = [
  "tema",
  "omraade",
  "online",
  "placed",
  "fakta",
  "linje",
  "pris",
  "priceOre",
  "ageMin",
  "ageMax",
  "lat",
  "lng",
  "starts",
  "spans",
  "lengths",
  "week",
  "weekStart",
  "lastEnd",
  "next",
  "nextEnd",
  "slots",
  "slotsUntil",
  "refreshAt",
];

/**
 * All settings of the index but the synonyms, which an editor changes. Words are folded and cleared of stop words
 * before they come here.
 */
export const SETTINGS: Settings = {
  searchableAttributes: ["titleForms", "titleInside", "titleNeeds", "names", "body", "bodyNeeds"],
  filterableAttributes: [
    "_geo",
    { attributePatterns: FILTERED, features: { facetSearch: false, filter: { equality: true, comparison: true } } },
  ],
  sortableAttributes: ["_geo", "next", "id"],
  displayedAttributes: ["id", "title", "tema", "omraade", "fakta", "occurrences", "next", "slots", "_geo"],
  rankingRules: ["sort", "words", "typo", "attributeRank", "exactness", "proximity", "next:asc", "id:asc"],
  stopWords: [],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: NEED_TOKENS,
    disableOnAttributes: ["titleInside", "titleNeeds", "bodyNeeds"],
    disableOnNumbers: true,
  },
  nonSeparatorTokens: [],
  separatorTokens: [],
  dictionary: [],
  proximityPrecision: "byAttribute",
  pagination: { maxTotalHits: 1_000_000 },
  faceting: { maxValuesPerFacet: 100_000 },
  prefixSearch: "indexingTime",
  facetSearch: false,
  searchCutoffMs: 1_500,
};

/** Tells indexes of other settings, words or documents apart. */
export const SETTINGS_HASH = createHash("sha256")
  .update(
    JSON.stringify([
      DOCUMENTS,
      SETTINGS,
      NEEDS,
      THEME_WORDS,
      [...STOP_WORDS],
      [...COMPOUND_HEADS],
      [...IRREGULAR_STEMS],
    ]),
  )
  .digest("hex")
  .slice(0, 10);
