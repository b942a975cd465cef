import type { FoundHit, SearchEngine } from "../../search/engine.ts";
import {
  type Chip,
  type ReadQuery,
  readQuery,
  strike,
  type Vocabulary,
  withoutParam,
  withParam,
} from "../../search/query.ts";
import { nameIn } from "../../search/telling-words.ts";
import { missingTexts as texts } from "../texts/missing.ts";
import type { Neighbours } from "./ways-out.ts";

/** So many hits show whether titles bear the word. */
const LOOKED_AT = 20;
/** So many of the nearest areas are near. */
const NEAR = 4;

/** A search that finds something, and how it is told, with the number that it shows. */
interface Offer {
  says: string;
  params: URLSearchParams;
  total: number;
}

/** What was asked for and is not there, in words, and what is nearest to it. */
export interface Missing {
  says: string;
  offers: Offer[];
}

/** What is asked again and again with less. */
export interface Asked {
  search: Pick<SearchEngine, "search">;
  vocabulary: Vocabulary;
  neighbours: Neighbours;
  /** The titles of hits. */
  titlesOf(hits: readonly FoundHit[]): string[];
  now: number;
}

/** An address, its wishes as they can be given up, and the words beside them. */
interface Wished {
  params: URLSearchParams;
  chips: Chip[];
  words: string;
}

/**
 * What is missing where no hit fits wholly: the fewest wishes that nothing meets together with the words, and what there
 * is when one of them is given up. Null when there are no wishes, or when the words alone are not met.
 */
export async function missing(params: URLSearchParams, read: ReadQuery, asked: Asked): Promise<Missing | null> {
  const whole = wishedIn(params, read);
  const bare = whole.chips.reduce((left, chip) => lessOf(left, chip, asked), whole);
  if (whole.chips.length === 0) return null;
  const { total, hits } = await found(bare.params, asked, LOOKED_AT);
  if (total === 0) return null;
  const core = await coreOf(whole, asked);
  const offers = (await Promise.all(core.map((chip) => offersWithout(chip, whole, read, asked)))).flat();
  const wishes = whole.chips
    .filter((chip) => core.some((one) => isSame(one, chip)))
    .map((chip) => texts.wish(chip, asked.vocabulary));
  const name = nameIn(whole.words, asked.titlesOf(hits));
  return {
    says: name === null ? texts.nothing(wishes) : texts.none(name, wishes),
    offers: offers.length > 0 ? offers : await offerOf(bare.params, texts.inAll, asked),
  };
}

/** The fewest wishes that still leave nothing: each is left out in its turn, the place last. */
async function coreOf(whole: Wished, asked: Asked): Promise<Chip[]> {
  const core: Chip[] = [];
  let left = whole;
  for (const chip of [...whole.chips].sort((a, b) => Number(isPlace(a)) - Number(isPlace(b)))) {
    const less = lessOf(left, chip, asked);
    if ((await totalOf(less.params, asked)) === 0) left = less;
    else core.unshift(chip);
  }
  return core;
}

/** What there is without one wish, all others kept: of a place what is near it, and what one can join from home. */
async function offersWithout(chip: Chip, whole: Wished, { query }: ReadQuery, asked: Asked): Promise<Offer[]> {
  const { vocabulary, neighbours } = asked;
  const less = lessOf(whole, chip, asked).params;
  if (!isPlace(chip)) {
    const place = whole.chips.find(isPlace);
    const where = place ? texts.wish(place, vocabulary) : "";
    return offerOf(less, texts.instead(where, chip, vocabulary), asked);
  }
  const near = query.omraade.flatMap((area) => neighbours(area).slice(0, NEAR));
  const nearby = near.filter((area) => !query.omraade.includes(area));
  const there =
    nearby.length > 0
      ? await offerOf(
          nearby.reduce((at, area) => withParam(at, "omraade", area), less),
          texts.near,
          asked,
        )
      : [];
  const online = await offerOf(withParam(less, "fakta", "online"), texts.fromHome, asked);
  if (there.length > 0) return [...there, ...online];
  const everywhere = await offerOf(less, texts.everywhere, asked);
  return everywhere[0]?.total === online[0]?.total ? online : everywhere;
}

/** A search as it is offered; nothing when it would show nothing. */
async function offerOf(params: URLSearchParams, says: (total: number) => string, asked: Asked): Promise<Offer[]> {
  const total = await totalOf(params, asked);
  return total === 0 ? [] : [{ says: says(total), params: wholly(params), total }];
}

async function totalOf(params: URLSearchParams, asked: Asked): Promise<number> {
  return (await found(params, asked, 1)).total;
}

/** What a search shows when only what fits wholly is wanted. */
async function found(params: URLSearchParams, { search, vocabulary, now }: Asked, pageSize: number) {
  const { query } = readQuery(wholly(params), vocabulary, now);
  return search.search({ ...query, alike: true, facets: false, pageSize }, now);
}

function wholly(params: URLSearchParams): URLSearchParams {
  return withParam(withoutParam(params, "side"), "passer", "helt");
}

function wishedIn(params: URLSearchParams, { chips, query }: Pick<ReadQuery, "chips" | "query">): Wished {
  return { params, chips: chips.filter(({ param }) => param !== "passer"), words: query.q };
}

/** A search without one wish, read again. */
function lessOf(whole: Wished, chip: Chip, { vocabulary, now }: Asked): Wished {
  const less = without(whole, chip);
  return wishedIn(less, readQuery(less, vocabulary, now));
}

/** The address without a wish. Of a sentence the words and the other wishes stay: nothing that only led to it. */
function without({ params, chips, words }: Wished, chip: Chip): URLSearchParams {
  if (chip.kind === "param") return strike(params, chip);
  const others = chips.flatMap((one) => (one.kind === "sentence" && !isSame(one, chip) ? [one.text] : []));
  const isQuoted = params.get("q")?.includes('"') && words !== "";
  const q = [isQuoted ? `"${words}"` : words, ...others].join(" ").trim();
  return q === "" ? withoutParam(params, "q") : withParam(params, "q", q);
}

function isPlace({ param }: Chip): boolean {
  return param === "omraade" || param === "naer" || param === "boks";
}

function isSame(one: Chip, other: Chip): boolean {
  return one.kind === other.kind && one.param === other.param && one.value === other.value;
}
