import { beforeEach, describe, expect, it } from "vitest";
import { activities } from "../../db/schema.ts";
import { isSkipped, type Read } from "../../src/exchange/candidate.ts";
import { readCalendar } from "../../src/exchange/calendar-import.ts";
import { readSheet } from "../../src/exchange/csv-import.ts";
import { makePicture } from "../../src/activities/make-picture.ts";
import { ownStore } from "../../db/write.ts";
import { takeIn } from "../../src/exchange/take-in.ts";
import { rollingOccurrences } from "../../src/schedule/schedule.ts";
import { checkSchedule } from "../../src/schedule/check.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { remarkInWords } from "../../src/texts/exchange.ts";
import { type RefusalKey, refusals } from "../../src/texts/refusals.ts";
import { addOrganisation, clearBoard, NOW, openTown } from "../world.ts";
import { hostileCalendars } from "./hostile-calendars.ts";
import { hostilePictures, polyglots } from "./hostile-pictures.ts";
import { hostileSheets } from "./hostile-sheets.ts";

const db = openTown();
const vocabulary = vocabularyOf(db);
const MB = 1024 * 1024;
/** What one file may cost beside what it weighs itself; a picture of 40 megapixels is decoded in strips. */
const MEMORY = 350 * MB;
const SECONDS = 8;
let organisationId: string;

beforeEach(() => {
  clearBoard(db);
  organisationId = addOrganisation(db, "Folkehuset");
});

const calendars = hostileCalendars();
const sheets = hostileSheets();
const pictures = await hostilePictures();
const both = await polyglots();

describe("A broken or malicious file", () => {
  it("stands here two hundred times", () => {
    expect(calendars.length + sheets.length + pictures.length + both.length).toBeGreaterThanOrEqual(200);
  });

  it.each(calendars)("as a calendar is answered: %s", async (_, bytes) => {
    const reads = await bounded(() => readCalendar(bytes, organisationId, vocabulary, NOW));
    await expectAnswered(reads);
  });

  it.each(sheets)("as a spreadsheet is answered: %s", async (_, bytes) => {
    const sheet = await bounded(() => readSheet(bytes, organisationId, vocabulary, NOW));
    await expectAnswered("refused" in sheet ? sheet : sheet.rows);
  });

  it.each(pictures)("as a picture is refused: %s", async (_, bytes) => {
    const key = await bounded(() =>
      makePicture(bytes).then(
        () => "made",
        (thrown: { key?: string }) => thrown.key ?? String(thrown),
      ),
    );
    if (key === "made") return expect(_).toMatch(/^a (?:PNG|WebP) spoilt|packed text/);
    expect(refusals[key as RefusalKey]).toMatch(/^\p{Lu}.*\.$/u);
  });

  it.each(both)("that is a picture too leaves the picture only: %s", async (_, bytes) => {
    const { files } = await bounded(() => makePicture(bytes));
    for (const file of files) expect(Buffer.from(file.bytes).includes("polyglot")).toBe(false);
  });
});

/**
 * Either the whole is refused with a sentence, or each part is good or has a reason; what is good can be kept, and kept
 * whole.
 */
async function expectAnswered(reads: Read[] | { refused: RefusalKey }): Promise<void> {
  if ("refused" in reads) {
    expect(refusals[reads.refused]).toMatch(/^\p{Lu}.*\.$/u);
    return;
  }
  for (const read of reads) {
    if (isSkipped(read)) {
      expect(read.why.map(remarkInWords).join(" ")).toMatch(/\.$/);
      continue;
    }
    const { title, description = "", schedule = [], url = "https:" } = read.stated;
    expect([title.length > 0 && title.length <= 120, description.length <= 20_000, /^https?:/.test(url ?? "")]).toEqual(
      [true, true, true],
    );
    if (schedule.length > 0) expect(checkSchedule(schedule)).toEqual([]);
    expect(rollingOccurrences(schedule, NOW).length).toBeLessThan(1000);
  }
  const outcomes = await takeIn(ownStore(db), { organisationId, actorId: null, defaults: {}, now: NOW }, reads);
  const kept = db.select({ id: activities.id, state: activities.state }).from(activities).all();
  expect(kept.map(({ id }) => id).sort()).toEqual(
    outcomes.flatMap(({ kind, activityId }) => (kind === "new" && activityId ? [activityId] : [])).sort(),
  );
  expect(kept.every(({ state }) => state === "draft")).toBe(true);
}

/** Does it within the time and memory that one file may cost. */
async function bounded<T>(work: () => T | Promise<T>): Promise<T> {
  const before = process.memoryUsage.rss();
  const started = performance.now();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  try {
    return await work();
  } finally {
    clearInterval(watch);
    most = Math.max(most, process.memoryUsage.rss());
    expect((performance.now() - started) / 1000).toBeLessThan(SECONDS);
    expect(most - before).toBeLessThan(MEMORY);
  }
}
