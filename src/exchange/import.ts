import { eq } from "drizzle-orm";
import type { Db } from "../../db/client.ts";
import { activities, organisations, themes } from "../../db/schema.ts";
import { takenSlugs } from "../../db/slugs.ts";
import { type Places, readPlaces } from "../places/places.ts";
import { freeSlug, newId } from "../shared/ids.ts";
import { lineFaults } from "../texts/activity.ts";
import type { Activity } from "../activities/activity.ts";
import { type Bulk, openBulk } from "../activities/bulk.ts";
import { keyOf, type Line, readLine } from "./line.ts";
import { located, restated } from "../activities/location.ts";
import { IMPORTED_COLUMNS, merge, written } from "./reconcile.ts";

/**
 * What an import did. `bad` lines were left out; of `kept` ones the named fields, which a person has edited since,
 * stayed as they are.
 */
export interface ImportReport {
  added: number;
  updated: number;
  unchanged: number;
  bad: { line: number; field: string; why: string }[];
  kept: { line: number; id: string; fields: string[] }[];
}

/** Others wait that long for their turn to write; the dates of what was read come on top. */
const STEP_MS = 10;

/**
 * Reads activities, one a line (README, "Import and export"), into the database. Approves the organisations it names
 * and publishes what is new. Bad lines are reported and the good ones go in; the same lines again change nothing.
 * `told` hears how many lines have been read.
 */
export function importLines(
  db: Db,
  lines: Iterable<string>,
  now: number,
  told: (lines: number) => void = () => {},
): ImportReport {
  const run = startRun(db, now);
  const reading = lines[Symbol.iterator]();
  while (db.transaction((tx) => importSome(tx, run, reading))) told(run.line);
  told(run.line);
  return run.report;
}

/** What an import keeps in mind from line to line. */
interface Run {
  now: number;
  line: number;
  places: Places;
  themes: Set<string>;
  /** By name in lower case. */
  organisations: Map<string, { id: string; approved: boolean }>;
  /** In which line a key was first seen. */
  seen: Map<string, number>;
  /** How many numbers after a slug are known to be taken. */
  numbers: Map<string, number>;
  isTaken(slug: string): boolean;
  bulk: Bulk;
  report: ImportReport;
}

function startRun(db: Db, now: number): Run {
  const known = db
    .select({ id: organisations.id, name: organisations.name, state: organisations.state })
    .from(organisations)
    .all();
  return {
    now,
    line: 0,
    places: readPlaces(db),
    themes: new Set(
      db
        .select({ slug: themes.slug })
        .from(themes)
        .all()
        .map(({ slug }) => slug),
    ),
    organisations: new Map(
      known.map(({ id, name, state }) => [name.toLowerCase(), { id, approved: state === "approved" }]),
    ),
    seen: new Map(),
    numbers: new Map(),
    isTaken: takenSlugs(db, activities),
    bulk: openBulk(db, IMPORTED_COLUMNS),
    report: { added: 0, updated: 0, unchanged: 0, bad: [], kept: [] },
  };
}

/** Reads lines for one step; false when there are no more. */
function importSome(tx: Db, run: Run, reading: Iterator<string>): boolean {
  const end = performance.now() + STEP_MS;
  let next = reading.next();
  while (!next.done) {
    importText(tx, run, next.value);
    if (performance.now() >= end) break;
    next = reading.next();
  }
  run.bulk.flush(tx, run.now);
  return !next.done;
}

function importText(tx: Db, run: Run, text: string): void {
  run.line += 1;
  const json = run.line === 1 ? text.replace(/^\uFEFF/, "") : text;
  if (json.trim() === "") return;
  const line = readLine(json, run.themes);
  if ("why" in line) {
    run.report.bad.push({ line: run.line, ...line });
    return;
  }
  const key = keyOf(line);
  const before = run.seen.get(key);
  if (before !== undefined) {
    run.report.bad.push({ line: run.line, field: "id", why: lineFaults.sameAs(before) });
    return;
  }
  run.seen.set(key, run.line);
  importLine(tx, run, line, key);
}

function importLine(tx: Db, run: Run, line: Line, key: string): void {
  const organisationId = approvedOrganisation(tx, run, line.organisation);
  const wanted = { ...located(line.fields, run.places), organisationId };
  // An export names what no import brought by the site's own id.
  const known = run.bulk.find(key, line.id);
  if (known) update(run, known, wanted);
  else add(run, { ...wanted, audience: line.audience }, key);
}

type Wanted = Line["fields"] & Pick<Activity, "area" | "pointFrom" | "organisationId">;

function add(run: Run, wanted: Wanted & Pick<Activity, "audience">, importKey: string): void {
  const times = { publishedAt: run.now, createdAt: run.now, updatedAt: run.now };
  const slug = freeSlug(wanted.title, run.isTaken, run.numbers);
  run.bulk.add({ ...wanted, ...times, id: newId(), slug, importKey, imported: written(wanted) });
  run.report.added += 1;
}

function update(run: Run, known: Activity, wanted: Wanted): void {
  const { change, kept, imported } = merge(known, wanted);
  if (kept.length > 0) run.report.kept.push({ line: run.line, id: known.id, fields: kept });
  if (Object.keys(change).length === 0) {
    if (JSON.stringify(imported) !== JSON.stringify(known.imported)) run.bulk.noteImported({ ...known, imported });
    run.report.unchanged += 1;
    return;
  }
  const changed = { ...located({ ...known, ...restated(known, change) }, run.places), imported, updatedAt: run.now };
  run.bulk.change(changed);
  run.report.updated += 1;
}

function approvedOrganisation(tx: Db, run: Run, name: string): string {
  const known = run.organisations.get(name.toLowerCase());
  if (known?.approved) return known.id;
  const id = known?.id ?? newId();
  if (known) {
    tx.update(organisations).set({ state: "approved", decidedAt: run.now }).where(eq(organisations.id, id)).run();
    const theirs = tx
      .select({ id: activities.id, state: activities.state, schedule: activities.schedule })
      .from(activities)
      .where(eq(activities.organisationId, id))
      .all();
    for (const activity of theirs) run.bulk.touch(activity);
  } else {
    const slug = freeSlug(name, takenSlugs(tx, organisations));
    tx.insert(organisations)
      .values({ id, slug, name, state: "approved", decidedAt: run.now, createdAt: run.now })
      .run();
  }
  run.organisations.set(name.toLowerCase(), { id, approved: true });
  return id;
}
