import { PAGE_SIZE, type SearchEngine, type SearchQuery, type SearchResult } from "../engine.ts";
import { type Answer, type Ask, type Asked, askOne, inOneRequest, type Words } from "./ask.ts";
import { countFacets, mainQuery } from "./facets.ts";
import { queryWords } from "./forms.ts";
import { firstHits, hitOf, type Hit } from "./order.ts";
import { matchedWords, ranked } from "./rank.ts";
import { type Known, type Plan, planOf, wishesBut, whenOf } from "./plan.ts";

const MINUTE = 60_000;
/** With fewer activities that hold all words, those that hold some are hits, too. */
const FEW_HITS = 20;
const FEW_MATCHES = 3;
const MOST_BUT_ONE = 5;
/** So many of the best hits are put in order anew, and asked for before the total is known. */
const BEST = 100;
const KNOWN_FOR_MS = 1_000;
const MOST_MATCHED = 64;

export interface MeiliOptions {
  /** Asks the index. */
  ask: Ask;
  /** Area slugs and postcodes that the site knows: online activities count in each. */
  areas(): readonly string[];
}

export interface MeiliEngine extends Pick<SearchEngine, "name"> {
  /** Like that of every engine; rejects when the server does not answer before the signal, and with `TooWide`. */
  search(query: SearchQuery, now: number, signal?: AbortSignal): Promise<SearchResult>;
  /** What is known of the whole index is read anew: to be called after the index has changed. */
  forget(): void;
}

/** The hits of a page and the words that they were found by. */
interface Page {
  page: number;
  hits: Hit[];
  matched: string[];
}

export function meiliEngine({ ask: askServer, areas }: MeiliOptions): MeiliEngine {
  let known: Promise<Known> | null = null;
  let knownUntil = 0;
  const whatIsKnown = (ask: Ask): Promise<Known> => {
    if (known && performance.now() < knownUntil) return known;
    knownUntil = performance.now() + KNOWN_FOR_MS;
    const reading = readKnown(ask);
    known = reading;
    reading.catch(() => {
      if (known === reading) known = null;
    });
    return reading;
  };
  return {
    name: "meilisearch",
    forget: () => {
      known = null;
    },
    async search(query, now, signal) {
      const minute = Math.floor(now / MINUTE);
      const ask = inOneRequest(askServer, signal);
      const { forms, spelt } = queryWords(query.q);
      const [about, words] = await Promise.all([
        whatIsKnown(ask),
        forms.length > 1 ? chosenWords(ask, forms, spelt, minute) : null,
      ]);
      const answer = (chosen: readonly Words[]) =>
        answerWith(ask, planOf(query, without(query.not, chosen), minute, about), areas());
      if (words) return answer(words);
      if (forms.length === 0) return answer([]);
      // a word alone is nearly always met by its stem: asked for before that is known
      const [byForms, better] = await Promise.all([answer([forms]), chosenWords(ask, forms, spelt, minute)]);
      return better[0] === forms ? byForms : answer(better);
    },
  };
}

/** Words that must not be met stand first, with a minus: the last word of all may be unfinished. */
function without(not: string, chosen: readonly Words[]): readonly Words[] {
  const negated = queryWords(not).forms.map((word) => `-${word}`);
  if (negated.length === 0) return chosen;
  return (chosen.length > 0 ? chosen : [[]]).map((words) => [...negated, ...words]);
}

async function answerWith(ask: Ask, plan: Plan, areas: readonly string[]): Promise<SearchResult> {
  const main = askOne(ask, mainQuery(plan));
  const [answer, facets, page] = await Promise.all([
    main,
    plan.query.facets ? countFacets(ask, plan, main, areas) : null,
    pageOf(ask, plan, main),
  ]);
  return {
    total: answer.total,
    literal: answer.total,
    fitting: answer.total,
    unmet: [],
    byWordsAlone: true,
    page: page.page,
    hits: page.hits.map(({ id, next, distance }) => ({
      id,
      next: next * MINUTE,
      distance: distance === null ? null : Math.round(distance),
      by: "literal",
    })),
    facets,
    matched: page.matched.slice(0, MOST_MATCHED),
    engine: "meilisearch",
  };
}

async function readKnown(ask: Ask): Promise<Known> {
  const { facets } = await askOne(ask, { words: [], filter: [], hits: 0, facets: ["lengths", "omraade"] });
  return {
    lengths: Object.keys(facets["lengths"] ?? {}).map(Number),
    places: Object.keys(facets["omraade"] ?? {}),
  };
}

/**
 * By their stems, unless they are met better as they are spelt. All words must be met; when that is seldom, some are
 * enough. Which holds goes by the words alone, so that no filter changes it.
 */
async function chosenWords(ask: Ask, forms: Words, spelt: Words, minute: number): Promise<Words[]> {
  const meeting = (words: Words) => askOne(ask, { words: [words], filter: [`lastEnd > ${minute}`], hits: 0 });
  const [byForms, bySpelling] = await Promise.all([meeting(forms), meeting(spelt)]);
  const isBetterSpelt = byForms.total < FEW_MATCHES && bySpelling.total > byForms.total;
  const [words, total] = isBetterSpelt ? [spelt, bySpelling.total] : [forms, byForms.total];
  return total >= FEW_HITS || words.length === 1 ? [words] : someOf(words);
}

/** All of the words, all but one, and each alone. */
function someOf(words: Words): Words[] {
  const butOne =
    words.length > 2 && words.length <= MOST_BUT_ONE
      ? words.map((_, left) => words.filter((_, at) => at !== left))
      : [];
  return [words, ...butOne, ...words.map((word) => [word])];
}

/** The page that was asked for, or the last; near the beginning its hits are asked for together with the total. */
async function pageOf(ask: Ask, plan: Plan, main: Promise<Answer>): Promise<Page> {
  const size = plan.query.pageSize ?? PAGE_SIZE;
  const pageAmong = (total: number) => Math.max(1, Math.min(plan.query.side, Math.ceil(total / size)));
  const pageAsked = plan.query.side * size <= BEST ? plan.query.side : pageAmong((await main).total);
  if (plan.words.length > 0 && plan.query.sort === "relevans") return bestPage(ask, plan, pageAsked, size, pageAmong);
  const hits = await firstHits(ask, plan, pageAsked * size, main);
  const page = pageAmong((await main).total);
  const shown = hits.slice((page - 1) * size, page * size);
  return {
    page,
    hits: shown,
    matched: matchedWords(
      plan.query.q,
      shown.map(({ title }) => title),
    ),
  };
}

/** As Meilisearch ranks; the best of them by how well their titles meet the words, and by what lifts them. */
async function bestPage(
  ask: Ask,
  plan: Plan,
  pageAsked: number,
  size: number,
  pageAmong: (total: number) => number,
): Promise<Page> {
  const again = pageAsked * size <= BEST;
  const attributes: Asked["attributes"] = ["id", "title", "tema", "fakta", "omraade", "occurrences", "_geo"];
  const asked: Asked = {
    words: plan.words,
    filter: [...wishesBut(plan), ...whenOf(plan)],
    attributes,
    ...(again ? { hits: BEST } : { page: pageAsked, hits: size }),
  };
  const answer = await askOne(ask, asked);
  const page = pageAmong(answer.total);
  const shown = again ? ranked(answer.hits, plan.query).slice((page - 1) * size, page * size) : answer.hits;
  return {
    page,
    hits: shown.map((hit) => hitOf(hit, plan)),
    matched: matchedWords(
      plan.query.q,
      shown.map(({ title }) => title),
    ),
  };
}
