import type { Facets, SearchQuery } from "../engine.ts";
import type { Columns } from "./columns.ts";
import { AREA, FacetCounts, PRICE, THEME, TIME } from "./facet-counts.ts";
import { NEVER } from "./occurrences.ts";
import { ALL_SLOTS, isOnlineAnywhere, type Plan, planOf } from "./plan.ts";

/** The rows that meet all wishes, and the counts when they were wanted. */
export interface Filtered {
  rows: Int32Array;
  facets: Facets | null;
  /** The earliest start of a row that meets the wishes, in minutes. */
  next(row: number): number;
}

/**
 * Filters the given rows, or all (`null`), at the minute of the occurrences. `areas` count online activities though no
 * row lies there.
 */
export function filter(
  columns: Columns,
  query: SearchQuery,
  candidates: Int32Array | null,
  areas: readonly string[],
): Filtered {
  const plan = planOf(columns, query);
  const counts = query.facets ? new FacetCounts(columns) : null;
  const rows = plan ? scan(columns, plan, candidates, counts) : new Int32Array(0);
  return {
    rows,
    facets: counts && counts.named(areas, isOnlineAnywhere(query)),
    next: (row) => (plan ? nextOf(columns, plan, row) : NEVER),
  };
}

/**
 * One pass: a row that meets all wishes is found and counts in every facet, one that fails a single facet counts in
 * that facet alone.
 */
function scan(columns: Columns, plan: Plan, candidates: Int32Array | null, counts: FacetCounts | null): Int32Array {
  const many = candidates ? candidates.length : columns.count;
  const found = new Int32Array(many);
  const { occurrences } = columns;
  const upcoming = occurrences.slots;
  let n = 0;
  for (let i = 0; i < many; i++) {
    const row = candidates ? (candidates[i] as number) : i;
    let slots = upcoming[row] as number;
    if (slots === 0 || !meetsFixed(columns, plan, row)) continue;
    let failed = failedFacets(columns, plan, row);
    if (failed < 0 || (failed > 0 && !counts)) continue;
    if (plan.window && (slots = occurrences.slotsWithin(row, plan.window)) === 0) continue;
    if ((slots & plan.slots) === 0) {
      if (failed !== 0) continue;
      failed = TIME;
    }
    if (failed === 0) found[n++] = row;
    counts?.count(row, failed, slots, plan);
  }
  return found.subarray(0, n);
}

/** The wishes that have no facet: box, distance, age, lines; and facts, which only ever narrow. */
function meetsFixed(columns: Columns, plan: Plan, row: number): boolean {
  const { box, near, age, facts, lines } = plan;
  if (lines && !columns.lines.holdsAny(row, lines)) return false;
  if (facts && !columns.facts.holdsAll(row, facts)) return false;
  if (age !== null && ((columns.ageMin[row] as number) > age || (columns.ageMax[row] as number) < age)) return false;
  if (box) {
    const lat = columns.lat[row] as number;
    const lng = columns.lng[row] as number;
    if (!(lat >= box.south && lat <= box.north && lng >= box.west && lng <= box.east)) return false;
  }
  if (!near) return true;
  const squaredLine = columns.squaredLineTo(row, near.middle);
  return (
    squaredLine <= near.squaredLine || (plan.onlineAnywhere && Number.isNaN(squaredLine) && isOnline(columns, row))
  ); // online is near everybody
}

function isOnline(columns: Columns, row: number): boolean {
  return columns.placeOf(row).online;
}

/**
 * The one facet whose wish the row fails, 0 when it meets all, -1 when it fails two or more; time is looked at later.
 */
function failedFacets(columns: Columns, plan: Plan, row: number): number {
  let failed = 0;
  if (plan.placeMet && plan.placeMet[columns.place[row] as number] === 0) failed = AREA;
  if (plan.themes && !columns.themes.holdsAny(row, plan.themes)) {
    if (failed !== 0) return -1;
    failed = THEME;
  }
  if (plan.maxOre !== null && (columns.priceOre[row] as number) > plan.maxOre) {
    if (failed !== 0) return -1;
    failed = PRICE;
  }
  return failed;
}

function nextOf({ occurrences }: Columns, plan: Plan, row: number): number {
  if (!plan.window && plan.slots === ALL_SLOTS) return occurrences.earliest[row] as number;
  return occurrences.earliestWithin(row, plan.slots, plan.window);
}
