import fc from "fast-check";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { activities, type OrganisationState, organisations, type Standing } from "../../db/schema.ts";
import { readAllDocuments } from "../../search/read-documents.ts";
import { cancelDate, restoreDate } from "../../src/activities/date-deeds.ts";
import { pause, publish, restore, resume, withdraw } from "../../src/activities/publishing.ts";
import { ownActivities, ownActivity, standingAt } from "../../src/activities/queries.ts";
import { noteAsked } from "../../src/activities/store.ts";
import { createDraft, setAudience } from "../../src/activities/writing.ts";
import { activityPage, isPublic, standingOfPage } from "../../src/board/activity-page.ts";
import { standingNotice } from "../../src/actions/standing-notice.ts";
import { confirm } from "../../src/upkeep/confirming.ts";
import { noticeOf } from "../../src/texts/notices.ts";
import { standingNames, standingSaid, standingToAll } from "../../src/texts/standing.ts";
import { instantOf } from "../../src/shared/time.ts";
import { DAY, NOW, openSettledTown, refusalOf, wholeFields } from "../world.ts";

const FIRST = instantOf("2026-12-01", "10:00");
const SECOND = instantOf("2026-12-08", "10:00");
const STATES: OrganisationState[] = ["pending", "approved", "rejected"];
/** What a citizen who has the address may read of it. */
const SEEN_BY_ALL: Standing[] = ["on", "paused", "down", "over"];

describe("How an activity stands", () => {
  it("is the same on the list, its page at the desk, what a deed says, its public page and in the search, whatever was done", () => {
    const { db, lis } = openSettledTown();
    const met = new Set<Standing>();
    const step: fc.Arbitrary<(id: string, now: number) => unknown> = fc.oneof(
      fc
        .constantFrom(publish, pause, resume, withdraw, restore)
        .map((deed) => (id: string, now: number) => deed(db, lis, id, now)),
      fc.tuple(fc.constantFrom(cancelDate, restoreDate), fc.constantFrom(FIRST, SECOND)).map(
        ([deed, start]) =>
          (id: string, now: number) =>
            deed(db, lis, id, start, now),
      ),
      fc.constant((id: string, now: number) => confirm(db, lis, id, now)),
      fc.constant((id: string, now: number) => noteAsked(db, [{ id, asks: 3, lapses: true }], now)),
      fc.constantFrom("all" as const, "referred" as const).map((audience) => (id: string, now: number) => {
        setAudience(db, lis, id, audience, now);
      }),
      fc.constantFrom(...STATES).map((state) => () => void db.update(organisations).set({ state }).run()),
    );
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.array(step, { maxLength: 9 }),
        fc.constantFrom(NOW, SECOND, SECOND + DAY),
        (isNew, steps, later) => {
          db.delete(activities).run();
          db.update(organisations).set({ state: "approved" }).run();
          const schedule = ["2026-12-01", "2026-12-08"].map((date) => ({ date, start: "10:00", end: "12:00" }));
          const { id, slug } = createDraft(db, lis, "viby-bibliotek", wholeFields({ schedule }), NOW);
          if (!isNew) publish(db, lis, id, NOW);
          for (const deed of steps) {
            let said: unknown;
            refusalOf(() => {
              said = deed(id, NOW);
            });
            if (typeof said === "string") expect(said).toBe(listed(id, NOW));
          }
          const standing = listed(id, later);
          met.add(standing);
          const own = ownActivity(db, lis, id)!;
          expect(standingAt(db, own, later)).toBe(standing);
          const page = activityPage(db, slug, later)!;
          expect(standingOfPage(page)).toBe(standing);
          expect(isFound(id, later)).toBe(standing === "on");
          if (isPublic(page)) expect(SEEN_BY_ALL).toContain(standing);
          else expect(standing).not.toBe("on");
        },
      ),
      { numRuns: 200 },
    );
    expect([...met].sort()).toEqual(Object.keys(standingNames).sort());

    function listed(id: string, now: number): Standing {
      return ownActivities(db, lis, "viby-bibliotek", now).find((one) => one.id === id)!.standing;
    }

    function isFound(id: string, now: number): boolean {
      return [...readAllDocuments(db.$client, now)].some((one) => one.id === id && one.occurrences.length > 0);
    }
  }, 90_000);

  it("has one word, which everything that is said of it uses", () => {
    for (const [standing, word] of Object.entries(standingNames) as [Standing, string][]) {
      const stem = word.toLowerCase();
      expect(standingSaid[standing].toLowerCase()).toContain(stem);
      expect(standingToAll[standing]?.toLowerCase() ?? stem).toContain(stem);
      expect(noticeOf(standingNotice(standing))).toBe(standingSaid[standing]);
    }
  });

  it("an association that was refused is told so, and not to wait", () => {
    const { db, lis } = openSettledTown();
    const { id } = createDraft(db, lis, "viby-bibliotek", wholeFields(), NOW);
    db.update(organisations).set({ state: "rejected" }).where(eq(organisations.id, "viby-bibliotek")).run();
    expect(publish(db, lis, id, NOW)).toBe("rejected");
  });
});
