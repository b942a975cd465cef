import { joinedWords, tokens } from "../analysis.ts";
import type { SearchDocument } from "../document.ts";
import { STOP_WORDS } from "../words.ts";
import { formsOf, innerForms, needsIn } from "./forms.ts";
import { timesOf, type Times } from "./occurrences.ts";

const NO_LOWER_AGE = -1;
const NO_UPPER_AGE = 32_767;

/** What Meilisearch holds of one activity. Minutes are since 1970-01-01T00:00Z; words are folded. */
export interface MeiliDocument extends Times {
  id: string;
  title: string;
  /** Stems, spellings and parts of the title's words. */
  titleForms: string;
  /** Endings of the title's words. */
  titleInside: string;
  titleNeeds: string;
  names: string;
  body: string;
  bodyNeeds: string;
  tema: string[];
  omraade: string[];
  online: boolean;
  /** Whether it has a point, and so a distance. */
  placed: boolean;
  fakta: string[];
  linje: string[];
  pris: string[];
  /** Null meets no comparison. */
  priceOre: number | null;
  ageMin: number;
  ageMax: number;
  lat: number | null;
  lng: number | null;
  _geo: { lat: number; lng: number } | null;
}

/** The document as Meilisearch gets it. */
export function meiliDocument(document: SearchDocument): MeiliDocument {
  return {
    id: document.id,
    ...wordsOf(document),
    ...placeOf(document),
    ...factsOf(document),
    ...timesOf(document.occurrences),
  };
}

function wordsOf({
  title,
  names,
  summary,
  description,
}: SearchDocument): Pick<
  MeiliDocument,
  "title" | "titleForms" | "titleInside" | "titleNeeds" | "names" | "body" | "bodyNeeds"
> {
  const titleWords = tokens(title);
  const nameWords = names.flatMap((name) => tokens(name));
  const text = `${summary} ${description}`;
  const bodyWords = tokens(text).filter((word) => !STOP_WORDS.has(word));
  return {
    title: titleWords.join(" "),
    titleForms: together([...titleWords, ...joinedWords(title)].flatMap(formsOf)),
    titleInside: together(titleWords.flatMap(innerForms)),
    titleNeeds: needsIn(titleWords).join(" "),
    names: together([...nameWords, ...names.flatMap(joinedWords)].flatMap(formsOf)),
    body: together([...bodyWords, ...joinedWords(text)].flatMap(formsOf)),
    bodyNeeds: needsIn([...nameWords, ...bodyWords]).join(" "),
  };
}

function placeOf({
  areas,
  postcode,
  online,
  lat,
  lng,
}: SearchDocument): Pick<MeiliDocument, "omraade" | "online" | "placed" | "lat" | "lng" | "_geo"> {
  const point = online || lat === null || lng === null ? null : { lat, lng };
  return {
    omraade: postcode ? [...areas, postcode] : [...areas],
    online,
    placed: point !== null,
    lat: point?.lat ?? null,
    lng: point?.lng ?? null,
    _geo: point,
  };
}

function factsOf({
  themes,
  facts,
  lines,
  priceOre,
  ageMin,
  ageMax,
}: SearchDocument): Pick<MeiliDocument, "tema" | "fakta" | "linje" | "pris" | "priceOre" | "ageMin" | "ageMax"> {
  const steps = [
    ["gratis", 0],
    ["50", 5_000],
    ["100", 10_000],
  ] as const;
  return {
    tema: themes,
    fakta: facts,
    linje: lines,
    pris: steps.filter(([, ore]) => priceOre !== null && priceOre <= ore).map(([step]) => step),
    priceOre,
    ageMin: ageMin ?? NO_LOWER_AGE,
    ageMax: ageMax ?? NO_UPPER_AGE,
  };
}

function together(words: readonly string[]): string {
  return [...new Set(words)].join(" ");
}
