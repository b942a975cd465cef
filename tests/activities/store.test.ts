import { and, eq, gt } from "drizzle-orm";
import fc from "fast-check";
import { describe, it, expect } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities, activityVersions, occurrences } from "../../db/schema.ts";
import { ownStore } from "../../db/write.ts";
import { readAllDocuments, readDocuments } from "../../search/read-documents.ts";
import { changesAfter } from "../../search/sync.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { located } from "../../src/activities/location.ts";
import { pinpoint } from "../../src/activities/pinpoint.ts";
import { cancelDate, moveDate } from "../../src/activities/date-deeds.ts";
import { cloneActivity, createDraft, edit } from "../../src/activities/writing.ts";
import { pause, publish, restore, resume, withdraw } from "../../src/activities/publishing.ts";
import { renewSeason } from "../../src/activities/seasons.ts";
import { noteAsked } from "../../src/activities/store.ts";
import { undo } from "../../src/activities/undoing.ts";
import { takeIn } from "../../src/exchange/take-in.ts";
import { importLines } from "../../src/exchange/import.ts";
import { readPlaces } from "../../src/places/places.ts";
import { pauseDates } from "../../src/schedule/occurrences.ts";
import { rollingOccurrences } from "../../src/schedule/schedule.ts";
import { isRefusal } from "../../src/texts/refusal.ts";
import { confirm } from "../../src/upkeep/confirming.ts";
import { merge } from "../../src/upkeep/duplicates.ts";
import { calendar, readsOf, weekly } from "../exchange/support.ts";
import { addOrganisation, addPerson, contactOf, NOW, openTown, wholeFields, wholeLine } from "../world.ts";

const NEXT_TUESDAY = Date.parse("2026-12-01T09:00:00Z");
const KINDS = 15;

interface World {
  db: OpenDb;
  organisation: string;
  contact: Viewer;
  editor: Viewer;
}

/** One deed of somebody: `of` chooses among the activities there are, `how` among the ways of doing it. */
async function doDeed({ db, organisation, contact, editor }: World, [kind, of, how]: [number, number, number]) {
  const ids = db
    .select({ id: activities.id })
    .from(activities)
    .orderBy(activities.id)
    .all()
    .map(({ id }) => id);
  const id = ids[of % Math.max(1, ids.length)] ?? "";
  const other = ids[(of + 1) % Math.max(1, ids.length)] ?? "";
  const versions = db
    .select({ id: activityVersions.id })
    .from(activityVersions)
    .where(eq(activityVersions.activityId, id))
    .all();
  const fields = wholeFields({
    title: `Hold ${how}`,
    ...(how % 3 === 1 && { postcode: "8000", lat: null, lng: null }),
    ...(how % 3 === 2 && { facts: ["online"], lat: null, lng: null, postcode: null }),
    ...(how % 2 === 1 && { schedule: [{ weekday: "tor" as const, start: "10:00", end: "12:00", from: "2026-09-01" }] }),
    pauses: how % 4 === 3 ? ["christmas"] : [],
  });
  const deeds: (() => unknown)[] = [
    () => createDraft(db, contact, organisation, fields, NOW),
    () => cloneActivity(db, contact, id, NOW),
    () => edit(db, contact, id, fields, NOW),
    () => publish(db, contact, id, NOW),
    () => pause(db, contact, id, NOW),
    () => resume(db, contact, id, NOW),
    () => (how % 2 ? withdraw(db, contact, id, NOW) : restore(db, contact, id, NOW)),
    () => cancelDate(db, contact, id, NEXT_TUESDAY, NOW),
    () => moveDate(db, contact, id, NEXT_TUESDAY, { date: "2026-12-02", start: "14:00", end: "16:00" }, NOW),
    () => undo(db, contact, id, versions[how % Math.max(1, versions.length)]?.id ?? 0, NOW),
    () => (how % 2 ? confirm(db, contact, id, NOW) : noteAsked(db, [{ id, asks: 1, lapses: true }], NOW)),
    () => merge(db, editor, other, id, NOW),
    () => renewSeason(db, contact, [id], { from: "2027-01-05", until: "2027-05-31" }, NOW),
    () => pinpoint(ownStore(db), { find: async () => ({ lat: 56.15, lng: 10.2 }) }, contact, id, NOW),
    async () => {
      const lines = [`SUMMARY:Kor ${how % 3}`, ...(how % 2 ? ["STATUS:CANCELLED"] : [])];
      const reads = readsOf(db, calendar(weekly(...lines)), organisation);
      await takeIn(ownStore(db), { organisationId: organisation, actorId: contact.id, defaults: {}, now: NOW }, reads);
      importLines(db, [JSON.stringify(wholeLine({ title: `Strik ${how % 3}` }))], NOW);
    },
  ];
  try {
    await deeds[kind]?.();
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
  }
}

describe("Whatever is done with activities, one deed after another", () => {
  it("area, dates, history and search agree with what is stored", async () => {
    const deed = fc.tuple(fc.nat(KINDS - 1), fc.nat(5), fc.nat(11));
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 8, maxLength: 30 }), async (deeds) => {
        const db = openTown();
        const organisation = addOrganisation(db, "Viby Bibliotek");
        const world = {
          db,
          organisation,
          contact: contactOf(db, organisation),
          editor: addPerson(db, "Ellen", "editor"),
        };
        const follower = new Map<string, string>();
        let position = 0;
        for (const one of [[0, 0, 0], [3, 0, 0], ...deeds] as [number, number, number][]) {
          const before = rowsOf(db);
          await doDeed(world, one);
          const changes = changesAfter(db.$client, position);
          position = changes?.position ?? position;
          for (const id of changes?.ids ?? []) follower.delete(id);
          for (const document of readDocuments(db.$client, changes?.ids ?? [], NOW))
            follower.set(document.id, JSON.stringify(document));
          expectTold(db, follower);
          expectInLine(db);
          expectRemembered(db, before);
        }
        db.$client.close();
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});

type Row = typeof activities.$inferSelect;

function rowsOf(db: OpenDb): Map<string, Row> {
  return new Map(
    db
      .select()
      .from(activities)
      .all()
      .map((row) => [row.id, row]),
  );
}

/** Whoever follows the outbox log alone holds what a reading of everything holds. */
function expectTold(db: OpenDb, follower: ReadonlyMap<string, string>): void {
  const all = [...readAllDocuments(db.$client, NOW)].map(
    (document) => [document.id, JSON.stringify(document)] as const,
  );
  expect(new Map([...follower].sort())).toEqual(new Map(all.sort()));
}

/** The area is that of the place, and the dates are those of the schedule. */
function expectInLine(db: OpenDb): void {
  const places = readPlaces(db);
  for (const row of rowsOf(db).values()) {
    expect(row.area).toBe(located(row, places).area);
    const kept = db
      .select({ start: occurrences.start })
      .from(occurrences)
      .where(and(eq(occurrences.activityId, row.id), gt(occurrences.end, NOW)))
      .orderBy(occurrences.start)
      .all();
    const planned = row.state === "published" ? rollingOccurrences(row.schedule, NOW, pauseDates(db, row, NOW)) : [];
    expect(kept.map(({ start }) => start)).toEqual(planned.map(({ start }) => start));
  }
}

/** What a change of a person, of a calendar or of the season took away can be had back. */
function expectRemembered(db: OpenDb, before: ReadonlyMap<string, Row>): void {
  for (const row of rowsOf(db).values()) {
    const was = before.get(row.id);
    if (!was || was.importKey === "vb-17" || JSON.stringify(was.schedule) === JSON.stringify(row.schedule)) continue;
    const versions = db.select().from(activityVersions).where(eq(activityVersions.activityId, row.id)).all();
    expect(versions.at(-1)?.before["schedule"]).toEqual(was.schedule);
  }
}
