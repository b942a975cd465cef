import type { LatLng } from "../src/shared/point.ts";
import { fold } from "./fold.ts";

/**
 * The names that addresses and sentences may use: rows of the database. Keep one object and pass it again; what is
 * prepared from it is kept with it.
 */
export interface Vocabulary {
  areas: { slug: string; name: string }[];
  /** What people call parts of an area, with the slug of that area. */
  nicknames: { name: string; area: string }[];
  postcodes: { code: string; name: string }[];
  /** Places that people name, each with its point. */
  points: { name: string; lat: number; lng: number }[];
  /** Holidays of the schools, as they are called in a year (*Vinterferie 2027*). */
  holidays: { name: string; from: string; until: string }[];
  themes: { slug: string; name: string }[];
  facts: string[];
}

/** A name on the map: values of `omraade`, and whether it is only what people call it. */
export interface Place {
  values: string[];
  /** As it is written, folded. */
  name: string;
  nickname: boolean;
  /** Of a place that is no area: what is near it is meant. */
  point?: LatLng;
}

export interface PreparedVocabulary {
  areas: Set<string>;
  postcodes: Set<string>;
  themes: Set<string>;
  facts: Set<string>;
  /** By folded name, words apart by one space. */
  places: Map<string, Place>;
  /** First and last days by folded name without its year, in order. */
  holidays: Map<string, [from: string, until: string][]>;
  /** Words of the longest name of a place. */
  longestPlace: number;
  /** Whole names of themes of several words, folded: they are words, whatever their parts mean (*IT og hverdag*). */
  themeNames: Map<string, string>;
  /** Theme slugs by folded word. */
  themeWords: Map<string, string>;
}

/** The value of `omraade` that stands for the whole municipality. */
export const WHOLE_MUNICIPALITY = "aarhus";

const prepared = new WeakMap<Vocabulary, PreparedVocabulary>();

/** The vocabulary as look-ups by folded word; made once per object. */
export function prepareVocabulary(vocabulary: Vocabulary): PreparedVocabulary {
  let ready = prepared.get(vocabulary);
  if (!ready) {
    ready = prepare(vocabulary);
    prepared.set(vocabulary, ready);
  }
  return ready;
}

/** The words of a text, folded. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function prepare(vocabulary: Vocabulary): PreparedVocabulary {
  const places = preparePlaces(vocabulary);
  const themes = prepareThemes(vocabulary.themes);
  return {
    areas: new Set(vocabulary.areas.map((area) => area.slug)),
    postcodes: new Set(vocabulary.postcodes.map((postcode) => postcode.code)),
    themes: new Set(vocabulary.themes.map((theme) => theme.slug)),
    facts: new Set(vocabulary.facts),
    places,
    holidays: prepareHolidays(vocabulary.holidays),
    longestPlace: Math.max(1, ...[...places.keys()].map((name) => name.split(" ").length)),
    ...themes,
  };
}

function prepareHolidays(holidays: Vocabulary["holidays"]): PreparedVocabulary["holidays"] {
  const known: PreparedVocabulary["holidays"] = new Map();
  for (const { name, from, until } of [...holidays].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const bare = foldedWords(name.replace(/\d{4}/, "")).join(" ");
    for (const form of [bare, `${bare}n`]) known.set(form, [...(known.get(form) ?? []), [from, until]]);
  }
  return known;
}

/** What is named first keeps the name: whole areas, nicknames, parts of areas, postcodes. */
function preparePlaces({ areas, nicknames, postcodes, points }: Vocabulary): Map<string, Place> {
  const places = new Map<string, Place>();
  const layer = (names: { words: string[]; value: string; nickname: boolean }[]) => addPlaces(places, names);
  layer(
    [["aarhus"], ["hele", "aarhus"], ["aarhus", "kommune"]].map((words) => ({
      words,
      value: WHOLE_MUNICIPALITY,
      nickname: false,
    })),
  );
  layer(areas.map((area) => ({ words: foldedWords(area.name), value: area.slug, nickname: false })));
  layer(nicknames.map((nickname) => ({ words: foldedWords(nickname.name), value: nickname.area, nickname: true })));
  layer(areas.flatMap((area) => parts(area.name).map((words) => ({ words, value: area.slug, nickname: false }))));
  layer(
    postcodes.flatMap((postcode) =>
      postcodeNames(postcode).map((words) => ({ words, value: postcode.code, nickname: false })),
    ),
  );
  for (const { name, lat, lng } of points)
    for (const spelling of spellings(foldedWords(name).join(" ")))
      if (spelling !== "" && !places.has(spelling))
        places.set(spelling, { values: [], name: spelling, nickname: false, point: { lat, lng } });
  return places;
}

function addPlaces(places: Map<string, Place>, names: { words: string[]; value: string; nickname: boolean }[]): void {
  const added = new Map<string, Place>();
  for (const { words, value, nickname } of names) {
    const name = words.join(" ");
    for (const spelling of spellings(name)) {
      if (spelling === "" || places.has(spelling)) continue;
      const place = added.get(spelling) ?? { values: [], name, nickname };
      if (!place.values.includes(value)) place.values.push(value);
      added.set(spelling, place);
    }
  }
  for (const [name, place] of added) places.set(name, place);
}

/** *Holme-Højbjerg-Skåde* is also *Holme*, *Højbjerg*, *Skåde*, *Holme-Højbjerg* and *Højbjerg-Skåde*. */
function parts(name: string): string[][] {
  const found: string[][] = [];
  const whole = name.split("-").map(foldedWords);
  for (let from = 0; from < whole.length; from++) {
    for (let to = from + 1; to <= whole.length; to++) found.push(whole.slice(from, to).flat());
  }
  return found;
}

/** *8260*, *8260 Viby J*, *8260 Viby* and *Viby J*. */
function postcodeNames({ code, name }: { code: string; name: string }): string[][] {
  const words = foldedWords(name);
  const short = words.length > 1 && words.at(-1)?.length === 1 ? words.slice(0, -1) : words;
  return [[code], [code, ...words], [code, ...short], words];
}

/** Danish letters are also typed without their second sign: *trojborg*, *arhus*, *skaring* or *skering*. */
function spellings(name: string): Set<string> {
  const bare = name.replaceAll("oe", "o").replaceAll("aa", "a");
  return new Set([name, bare.replaceAll("ae", "a"), bare.replaceAll("ae", "e")]);
}

/** Words for the themes in the languages of the newly arrived, and a few that Danes use for the same. */
const OTHER_THEME_WORDS: Record<string, string> = {
  samvaer: "fællesskab hygge kaffe coffee community company social кава спілкування спільнота",
  motion: "idræt træning exercise sports workout спорт рух тренування",
  natur: "nature outdoor outdoors природа",
  mad: "spisning food dinner eating cooking їжа обід вечеря",
  musik: "music singing song музика спів",
  haandarbejde: "kreativ craft crafts knitting sewing рукоділля вязання шиття",
  kunst: "art arts culture мистецтво культура",
  spil: "games game cards ігри гра",
  it: "computer mobil pc комп'ютер компютер",
  kurser: "kursus course courses class learning курс курси навчання",
  samtale: "talk conversation support розмова підтримка",
  frivillig: "frivillige volunteer volunteers volunteering волонтер волонтерство",
};

function prepareThemes(themes: Vocabulary["themes"]): Pick<PreparedVocabulary, "themeNames" | "themeWords"> {
  const themeNames = new Map<string, string>();
  const themeWords = new Map<string, string>();
  for (const { slug, name } of themes) {
    const words = foldedWords(name);
    if (words.length > 1) themeNames.set(words.join(" "), slug);
    for (const word of [...words, slug, ...foldedWords(OTHER_THEME_WORDS[slug] ?? "")]) {
      if (word !== "og" && !themeWords.has(word)) themeWords.set(word, slug);
    }
  }
  return { themeNames, themeWords };
}
