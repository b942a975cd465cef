import { keysOf } from "../shared/keys-of.ts";
import type { SearchEngine, SearchResult } from "../../search/engine.ts";
import {
  type Chip,
  type ReadQuery,
  readQuery,
  strike,
  type Vocabulary,
  withoutParam,
  withParam,
} from "../../search/query.ts";
import { chipLabel, placeLabel, timeLabels, weekdayLabels } from "../texts/labels.ts";
import { waysOutTexts as texts } from "../texts/ways-out.ts";

/** Fewer hits than this are helped along. */
export const FEW = 3;
const SHOWN = 6;
const NEIGHBOURS = 2;

/** A search near the one that found little: what it gives up, in words, and how many it finds. */
export interface WayOut {
  label: string;
  params: URLSearchParams;
  total: number;
  /** Whether it is the same search with a wish less. */
  isLess: boolean;
}

export interface WaysOut {
  /** The wish that alone stands in the way, in words; null when there is no such one. */
  hard: string | null;
  ways: WayOut[];
}

interface Candidate {
  label: string;
  params: URLSearchParams;
  struck: Chip | null;
}

/** Areas by how near they are to an area or postcode, nearest first. */
export type Neighbours = (place: string) => string[];

/** The nearest ways out of a search with few hits, each with more than it found; the most promising first. */
export async function waysOut(
  search: Pick<SearchEngine, "search">,
  params: URLSearchParams,
  read: ReadQuery,
  result: SearchResult,
  vocabulary: Vocabulary,
  neighbours: Neighbours,
  now: number,
): Promise<WaysOut> {
  const candidates = candidatesOf(params, read, vocabulary, neighbours);
  const totals = await Promise.all(
    candidates.map(async (candidate) => ({ ...candidate, total: await totalOf(candidate.params) })),
  );
  const better = totals.filter(({ total }) => total > result.total);
  const struck = better.filter((one) => one.struck !== null).sort((a, b) => b.total - a.total);
  const alternatives = better.filter((one) => one.struck === null);
  const hardest = struck[0];
  return {
    hard:
      hardest?.struck && (struck.length === 1 || hardest.total > (struck[1]?.total ?? 0))
        ? chipLabel(hardest.struck, vocabulary)
        : null,
    ways: [...alternatives.slice(0, SHOWN - Math.min(2, struck.length)), ...struck]
      .slice(0, SHOWN)
      .map(({ label, params: at, total, struck: chip }) => ({ label, params: at, total, isLess: chip !== null })),
  };

  async function totalOf(at: URLSearchParams): Promise<number> {
    const { query } = readQuery(at, vocabulary, now);
    return (await search.search({ ...query, alike: true, facets: false }, now)).total;
  }
}

/** What could be given up: another day, time or area instead, further away, or one wish less. */
function candidatesOf(
  params: URLSearchParams,
  read: ReadQuery,
  vocabulary: Vocabulary,
  neighbours: Neighbours,
): Candidate[] {
  const { query } = read;
  const chips = read.chips.filter(({ param }) => param !== "passer");
  const instead = (label: string, changed: URLSearchParams): Candidate => ({ label, params: changed, struck: null });
  const only = (name: "dag" | "tid" | "omraade", value: string) => {
    const fresh = new URLSearchParams(params);
    for (const other of ["side", name]) fresh.delete(other);
    return withParam(fresh, name, value);
  };
  const days = query.dag.length
    ? keysOf(weekdayLabels).filter((day) => day !== "hverdag" && day !== "weekend" && !query.dag.includes(day))
    : [];
  const times = query.tid.length ? keysOf(timeLabels).filter((time) => !query.tid.includes(time)) : [];
  const places = query.omraade[0]
    ? neighbours(query.omraade[0])
        .filter((area) => !query.omraade.includes(area))
        .slice(0, NEIGHBOURS)
    : [];
  return [
    ...days.map((day) => instead(texts.onDay(weekdayLabels[day].long.toLowerCase()), only("dag", day))),
    ...times.map((time) => instead(texts.atTime[time], only("tid", time))),
    ...places.map((area) => instead(texts.inArea(placeLabel(area, vocabulary)), only("omraade", area))),
    ...(query.naer && query.radius
      ? [
          instead(
            texts.within(Math.min(50, query.radius * 2)),
            withParam(params, "radius", String(Math.min(50, query.radius * 2))),
          ),
        ]
      : []),
    ...(query.q && chips.length > 1
      ? [
          instead(texts.onlyWords(query.q), new URLSearchParams({ q: `"${query.q}"` })),
          instead(texts.noWords(query.q), withoutWords(params, chips)),
        ]
      : []),
    ...chips.map((chip) => ({
      label: texts.without(chip.param, chipLabel(chip, vocabulary)),
      params: without(params, chip),
      struck: chip,
    })),
  ];
}

/** One wish less. Its words go, too: a struck chip would look for them. */
function without(params: URLSearchParams, chip: Chip): URLSearchParams {
  if (chip.kind === "param") return strike(params, chip);
  const rest = chip.quoted.replace(`"${chip.text}"`, " ").replace(/\s+/g, " ").trim();
  return rest ? withParam(params, "q", rest) : withoutParam(params, "q");
}

/** The same wishes without the words between them. */
function withoutWords(params: URLSearchParams, chips: readonly Chip[]): URLSearchParams {
  const said = chips.flatMap((chip) => (chip.kind === "sentence" ? [chip.text] : [])).join(" ");
  return said ? withParam(params, "q", said) : withoutParam(params, "q");
}
