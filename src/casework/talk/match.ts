/** The board's own search, asked with the wishes of a sheet. Nothing of it is counted, logged or put into an address. */
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "../../../db/client.ts";
import { forReferred, onBoard } from "../../../db/on-board.ts";
import { linesIn, shownPoint } from "../../../search/document.ts";
import type { SearchEngine, SearchQuery } from "../../../search/engine.ts";
import { readQuery, type Vocabulary, wishing } from "../../../search/query.ts";
import { teamsOf, type Viewer } from "../../accounts/roles.ts";
import { distanceMetres } from "../../places/distance.ts";
import type { LatLng } from "../../shared/point.ts";
import { factsOf } from "../../shared/facts.ts";
import { localDate } from "../../shared/time.ts";
import type { Hue } from "../../shared/hues.ts";
import { rectanglesOf } from "./cells.ts";
import { type Candidate, firstStart, type Verdict, verdictsOf } from "./meets.ts";
import { queryOf, type Wish } from "./wishes.ts";

export interface Hit {
  id: string;
  slug: string;
  title: string;
  hue: Hue | null;
  theme: string | null;
  place: string | null;
  /** The first time that meets the wishes, else the next: epoch ms. */
  start: number;
  end: number;
  verdicts: Verdict[];
  /** The activity, or its association, can take nobody now: it stands below the others. */
  full: boolean;
  /** How many there is room for; null: nobody said. */
  places: number | null;
  /** Its association has agreed to receive newcomers. */
  agreed: boolean;
  /** How far from home it is, in few steps: 0 is a walk. */
  reach: number;
}

export interface Match {
  /** Those that meet all come first, then those that miss the fewest; what is full comes last. */
  hits: Hit[];
  /** How many of them meet all. */
  fitting: number;
}

const MOST_SHOWN = 12;
const ENOUGH = 60;
const NEAR_MISSES = 30;

/**
 * What of the board meets the wishes, and what misses some of them; without a wish nothing. What misses some is looked for
 * only until there is enough to show.
 */
export async function match(
  db: Db,
  search: Pick<SearchEngine, "search">,
  wishes: readonly Wish[],
  vocabulary: Vocabulary,
  now: number,
  home: LatLng | null = null,
): Promise<Match> {
  if (wishes.length === 0) return { hits: [], fitting: 0 };
  const found = new Map<string, Found>();
  const ask = asking(search, vocabulary, now, found);
  const look = async (questions: readonly Question[]) => {
    await Promise.all(questions.map(({ phrase, query }) => ask(phrase, query)));
    return judged(db, wishes, found, now, home);
  };
  let hits = await look(questionsForAll(wishes));
  if (fittingOf(hits) < MOST_SHOWN && found.size >= ENOUGH) hits = await look(questionsForExactTimes(wishes));
  for (const phrase of fittingOf(hits) < MOST_SHOWN ? phrasesOf(wishes) : []) {
    hits = await look(questionsForNear(wishes, phrase));
    if (hits.filter((hit) => missed(hit) <= 1).length >= ENOUGH) break;
  }
  return shown(hits, found);
}

/** What the board is asked for. `phrase` null: without words. */
interface Question {
  phrase: string | null;
  query: Partial<SearchQuery>;
}

/**
 * The groups for referred citizens that the viewer's teams lead and that meet some of the wishes, best first: the same
 * filter over the database, since no search knows them. `isFoundBy`: whether words mean what stands in a group's text.
 */
export function practiceHits(
  db: Db,
  viewer: Viewer,
  wishes: readonly Wish[],
  isFoundBy: (words: string, text: GroupText) => boolean,
  now: number,
): Hit[] {
  const words = wishes.flatMap((wish) => (wish.kind === "words" ? [wish.words] : []));
  const texts = new Map(readGroups(db, viewer).map((text) => [text.id, text]));
  const hits = readOffers(db, [...texts.keys()], forReferred, now).map((offer) => {
    const text = texts.get(offer.id);
    return hitOf(offer, wishes, new Set(words.filter((said) => text && isFoundBy(said, text))), now);
  });
  return hits
    .filter(({ verdicts }) => verdicts.some(({ met }) => met))
    .toSorted((a, b) => missed(a) - missed(b) || a.start - b.start || (a.id < b.id ? -1 : 1));
}

/** What words can find a group by. */
export interface GroupText {
  id: string;
  text: string;
  themes: string[];
}

function readGroups(db: Db, viewer: Viewer): GroupText[] {
  return db
    .all<{ id: string; text: string; themes: string }>(
      sql`SELECT a.id, a.title || ' ' || a.summary || ' ' || a.description AS text, a.themes FROM practices p JOIN activities a ON a.id = p.activity_id
        WHERE p.team_id IN (SELECT value FROM json_each(${JSON.stringify(teamsOf(viewer))}))`,
    )
    .map((row) => ({ ...row, themes: JSON.parse(row.themes) }));
}

function hitOf(
  { candidate, ends, ...offer }: Offered,
  wishes: readonly Wish[],
  by: ReadonlySet<string>,
  now: number,
): Hit {
  const start = firstStart(candidate.starts, wishes) ?? candidate.starts[0] ?? now;
  const verdicts = verdictsOf(candidate, wishes, by);
  return { ...offer, start, end: ends[candidate.starts.indexOf(start)] ?? start, verdicts, reach: 0 };
}

function missed({ verdicts }: Hit): number {
  return verdicts.filter(({ met }) => !met).length;
}

/** The words that something was found by, and how near to the top of what was found by them: 0 is the top. */
interface Found {
  by: Set<string>;
  rank: number;
}

type Ask = (phrase: string | null, query: Partial<SearchQuery>) => Promise<void>;

const fittingOf = (hits: readonly Hit[]) => hits.filter((hit) => missed(hit) === 0).length;

function shown(hits: readonly Hit[], found: ReadonlyMap<string, Found>): Match {
  const rank = ({ id }: Hit) => Math.min(found.get(id)?.rank ?? ENOUGH, ENOUGH);
  const meetsSome = hits.filter(({ verdicts }) => verdicts.some(({ met }) => met));
  return {
    hits: meetsSome
      .toSorted(
        (a, b) =>
          Number(a.full) - Number(b.full) ||
          missed(a) - missed(b) ||
          a.reach - b.reach ||
          rank(a) - rank(b) ||
          a.start - b.start ||
          (a.id < b.id ? -1 : 1),
      )
      .slice(0, MOST_SHOWN),
    fitting: fittingOf(hits),
  };
}

function judged(
  db: Db,
  wishes: readonly Wish[],
  found: ReadonlyMap<string, Found>,
  now: number,
  home: LatLng | null,
): Hit[] {
  return readOffers(db, [...found.keys()], onBoard, now).map((offer) => ({
    ...hitOf(offer, wishes, found.get(offer.id)?.by ?? new Set(), now),
    reach: reachOf(home, offer.candidate.point),
  }));
}

/** A walk, a bicycle, a bus, farther: who lives near comes, and goes on coming. Where nobody knows it is in between. */
const REACHES_M = [1_000, 3_000, 7_000];

function reachOf(home: LatLng | null, point: LatLng | null): number {
  if (!home || !point) return 2;
  const metres = distanceMetres(home, point);
  return REACHES_M.filter((most) => metres > most).length;
}

/** A question to the board whose answers are added to what was found. */
function asking(
  search: Pick<SearchEngine, "search">,
  vocabulary: Vocabulary,
  now: number,
  found: Map<string, Found>,
): Ask {
  const read = new Map<string, Partial<SearchQuery> | null>();
  const said = (phrase: string) => {
    if (!read.has(phrase)) read.set(phrase, spoken(phrase, vocabulary, now));
    return read.get(phrase) ?? null;
  };
  return async (phrase, query) => {
    const asked = phrase === null ? {} : said(phrase);
    if (!asked) return;
    const { hits } = await search.search(
      { ...wishing({ ...asked, ...query }), pageSize: query.pageSize ?? ENOUGH },
      now,
    );
    for (const [at, { id }] of hits.entries()) {
      const before = found.get(id) ?? { by: new Set(), rank: Number.POSITIVE_INFINITY };
      if (phrase !== null) before.by.add(phrase);
      found.set(id, { ...before, rank: phrase === null ? before.rank : Math.min(before.rank, at) });
    }
  };
}

/** Each of the words with all other wishes; times of the week as what holds them all, for the exact ones judge what is found. */
function questionsForAll(wishes: readonly Wish[]): Question[] {
  const others = withoutWords(wishes);
  return phrasesOf(wishes).map((phrase) => ({ phrase, query: { ...queryOf(others), ...aroundTimesOf(others) } }));
}

/** The same for each rectangle of the week by itself, where others have filled the page. */
function questionsForExactTimes(wishes: readonly Wish[]): Question[] {
  const others = withoutWords(wishes);
  const exact = timesOf(others);
  if (exact.length < 2) return [];
  return phrasesOf(wishes).flatMap((phrase) =>
    exact.map((times) => ({ phrase, query: { ...queryOf(others), ...times } })),
  );
}

/** All other wishes but those of one kind, with the words and, as a kind of their own, without them. */
function questionsForNear(wishes: readonly Wish[], phrase: string | null): Question[] {
  const others = withoutWords(wishes);
  const asked = (some: readonly Wish[]) => ({ ...queryOf(some), ...aroundTimesOf(some), pageSize: NEAR_MISSES });
  return [
    ...[...new Set(others.map(sort))].map((kind) => ({
      phrase,
      query: asked(others.filter((wish) => sort(wish) !== kind)),
    })),
    ...(phrase !== null && others.length > 0 ? [{ phrase: null, query: asked(others) }] : []),
  ];
}

function withoutWords(wishes: readonly Wish[]): Wish[] {
  return wishes.filter(({ kind }) => kind !== "words");
}

/** Day and hour are one kind: one and the same time meets both. */
function sort({ kind }: Wish): string {
  return kind === "earliest" ? "times" : kind;
}

function phrasesOf(wishes: readonly Wish[]): (string | null)[] {
  const words = wishes.flatMap((wish) => (wish.kind === "words" ? [wish.words] : []));
  return words.length > 0 ? words : [null];
}

/** Words as the board reads them; null for those of somebody in danger, below which no activity stands. */
function spoken(phrase: string, vocabulary: Vocabulary, now: number): Partial<SearchQuery> | null {
  const { query, crisis } = readQuery(new URLSearchParams({ q: phrase }), vocabulary, now);
  return crisis ? null : { q: query.q, not: query.not, lifts: query.lifts, sort: query.sort };
}

/** Days and parts as the search can be asked for: one rectangle of the week at a time. */
function timesOf(wishes: readonly Wish[]): Partial<SearchQuery>[] {
  const cells = wishes.find((wish) => wish.kind === "times")?.cells;
  return cells ? rectanglesOf(cells).map(({ days, parts }) => ({ dag: days, tid: parts })) : [{}];
}

/** The days and parts of which all cells are some. */
function aroundTimesOf(wishes: readonly Wish[]): Partial<SearchQuery> {
  const cells = wishes.find((wish) => wish.kind === "times")?.cells;
  if (!cells) return {};
  const all = rectanglesOf(cells);
  return { dag: [...new Set(all.flatMap(({ days }) => days))], tid: [...new Set(all.flatMap(({ parts }) => parts))] };
}

interface Row {
  id: string;
  slug: string;
  title: string;
  hue: Hue | null;
  theme: string | null;
  area: string | null;
  area_name: string | null;
  postcode: string | null;
  place_name: string | null;
  lat: number | null;
  lng: number | null;
  private_place: number;
  facts: string;
  level: "beginner" | "some" | "skilled" | null;
  demand: "none" | "fair" | "good" | null;
  languages: string;
  bus: string | null;
  parking: number;
  price_ore: number | null;
  full: number;
  places: number | null;
  agreed: number;
  times: string;
}

type Offered = Omit<Hit, "start" | "end" | "verdicts" | "reach"> & { candidate: Candidate; ends: number[] };

function readOffers(db: Db, ids: readonly string[], which: SQL, now: number): Offered[] {
  const rows = db.all<Row>(sql`
    SELECT a.id, a.slug, a.title, t.hue, t.name AS theme, a.area, ar.name AS area_name, a.postcode, a.place_name, a.lat, a.lng,
      a.private_place, a.facts, a.level, a.demand, a.languages, a.bus, a.parking, a.price_ore,
      a.full OR coalesce(ag.is_full, 0) AS full, a.places,
      ag.organisation_id IS NOT NULL AND coalesce(ag.until_on >= ${localDate(now)}, 1) AS agreed,
      (SELECT json_group_array(json_array(start, "end")) FROM
        (SELECT start, "end" FROM occurrences WHERE activity_id = a.id AND "end" > ${now} AND NOT cancelled ORDER BY start)) AS times
    FROM json_each(${JSON.stringify(ids)}) w CROSS JOIN activities a ON a.id = w.value
    JOIN organisations o ON o.id = a.organisation_id LEFT JOIN agreements ag ON ag.organisation_id = o.id LEFT JOIN areas ar ON ar.slug = a.area LEFT JOIN themes t ON t.slug = a.themes ->> 0
    WHERE ${which}`);
  return rows.map(offerOf).filter(({ candidate }) => candidate.starts.length > 0);
}

function offerOf(row: Row): Offered {
  const stated: string[] = JSON.parse(row.facts);
  const times: [number, number][] = JSON.parse(row.times);
  const online = stated.includes("online");
  const { id, slug, title, hue, theme, lat, lng } = row;
  return {
    id,
    slug,
    title,
    hue,
    theme,
    place: row.place_name ?? row.area_name,
    full: row.full === 1,
    places: row.places,
    agreed: row.agreed === 1,
    ends: times.map(([, end]) => end),
    candidate: {
      online,
      places: online ? [] : [row.area, row.postcode].filter((place) => place !== null),
      area: row.area_name,
      point: online || lat === null || lng === null ? null : shownPoint({ lat, lng }, row.private_place === 1),
      price: row.price_ore,
      lines: linesIn(row.bus),
      facts: factsOf({ ...row, facts: stated, languages: JSON.parse(row.languages), parking: row.parking === 1 }),
      starts: times.map(([start]) => start),
    },
  };
}
