import { connect, type OpenDb } from "../../db/client.ts";
import type { Paper } from "../casework/course-paper.ts";
import type { ToFollow } from "../pointing/follow.ts";
import { vocabularyOf } from "../places/vocabulary.ts";

/** What a worker is told at its start. */
export interface WorkerData {
  dbFile: string;
  root: string;
}

interface FileToTake {
  file: Uint8Array;
  organisationId: string;
  now: number;
}

type Tool = { db: OpenDb; root: string };

/** What may hold a thread for more than 20 ms, by name. Each loads what it needs when it is first asked for. */
const TASKS = {
  async calendar({ db }: Tool, { file, organisationId, now }: FileToTake) {
    const { readCalendar } = await import("../exchange/calendar-import.ts");
    return readCalendar(file, organisationId, vocabularyOf(db), now);
  },

  async sheet({ db }: Tool, { file, organisationId, now }: FileToTake) {
    const { readSheet } = await import("../exchange/csv-import.ts");
    return readSheet(file, organisationId, vocabularyOf(db), now);
  },

  /** What a calendar would do, and what it no longer names. */
  async calendarAhead({ db }: Tool, taking: FileToTake) {
    const { readCalendar } = await import("../exchange/calendar-import.ts");
    const { goneFrom, previewTaking } = await import("../exchange/take-in.ts");
    const reads = readCalendar(taking.file, taking.organisationId, vocabularyOf(db), taking.now);
    if ("refused" in reads) return { outcomes: [], gone: [] };
    const outcomes = previewTaking(db, { ...taking, actorId: null, defaults: {} }, reads);
    return {
      outcomes,
      gone: goneFrom(db, taking, reads, outcomes).map(({ title }) => title),
    };
  },

  /** What a sheet would do. */
  async sheetAhead({ db }: Tool, taking: FileToTake) {
    const { readSheet } = await import("../exchange/csv-import.ts");
    const { previewTaking } = await import("../exchange/take-in.ts");
    const sheet = await readSheet(taking.file, taking.organisationId, vocabularyOf(db), taking.now);
    if ("refused" in sheet) return { outcomes: [], unused: [] };
    return {
      outcomes: previewTaking(db, { ...taking, actorId: null, defaults: {} }, sheet.rows),
      unused: sheet.unused,
    };
  },

  async table(_: Tool, { file, most }: { file: Uint8Array; most: number }) {
    const { readTable } = await import("../sheets/table.ts");
    return readTable(file, most);
  },

  async borders({ db }: Tool, { file }: { file: Uint8Array }) {
    const { readBorders } = await import("../editing/borders.ts");
    return readBorders(db, new TextDecoder().decode(file));
  },

  /** What stands behind the pins of the map: of the areas, or all land. */
  async mapBase({ db }: Tool, { part }: { part: "areas" | "land" }) {
    const { mapBase, wholeLand } = await import("../places/map-base.ts");
    const { readPlaces } = await import("../places/places.ts");
    const places = readPlaces(db);
    return new TextEncoder().encode(JSON.stringify(part === "areas" ? mapBase(places) : wholeLand(places)));
  },

  async picture(_: Tool, { file }: { file: Uint8Array }) {
    const { makePicture } = await import("../activities/make-picture.ts");
    return makePicture(file);
  },

  async preview({ db, root }: Tool, { slug, now }: { slug: string; now: number }) {
    const { previewOf } = await import("../pointing/preview.ts");
    return previewOf(db, root, slug, now);
  },

  async paper({ root }: Tool, { paper }: { paper: Paper }) {
    const { paperAsPdf } = await import("../casework/course-pdf.ts");
    return paperAsPdf(paper, root);
  },

  async code(_: Tool, { address }: { address: string }) {
    const { qrPng } = await import("../pointing/qr.ts");
    return qrPng(address);
  },

  async sitemap({ db }: Tool, { siteUrl }: { siteUrl: string }) {
    const { sitemapOf } = await import("../pointing/sitemap.ts");
    return new TextEncoder().encode(sitemapOf(db, siteUrl));
  },

  /** What was sought in those months (`YYYY-MM`) and not found. */
  async soughtInVain({ db }: Tool, months: { from: string; until: string }) {
    const { soughtInVain } = await import("../board/search-statistics.ts");
    return soughtInVain(db, months);
  },

  async searchStatistics({ db }: Tool, { since }: { since: number }) {
    const { searchStatistics } = await import("../board/search-statistics.ts");
    return searchStatistics(db, since);
  },

  async follow({ db }: Tool, asked: ToFollow) {
    const { followedOf } = await import("../pointing/follow.ts");
    return followedOf(db, asked);
  },
};

export type Kind = keyof typeof TASKS;
export type Input<K extends Kind> = Parameters<(typeof TASKS)[K]>[1];
export type Made<K extends Kind> = Awaited<ReturnType<(typeof TASKS)[K]>>;

/** Opens what the tasks of a worker need. */
export function openTasks({
  dbFile,
  root,
}: WorkerData): <K extends Kind>(kind: K, input: Input<K>) => Promise<Made<K>> {
  let db: OpenDb | null = null;
  const tool: Tool = {
    root,
    get db() {
      db ??= connect(dbFile);
      return db;
    },
  };
  return (kind, input) => TASKS[kind](tool, input as never) as never;
}
