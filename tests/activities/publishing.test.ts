import fc from "fast-check";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import { activities, occurrences, organisations } from "../../db/schema.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { type ActivityFields, missingIn } from "../../src/activities/activity.ts";
import { cancelDate, restoreDate } from "../../src/activities/date-deeds.ts";
import { createDraft, edit } from "../../src/activities/writing.ts";
import { pause, publish, restore, resume, withdraw } from "../../src/activities/publishing.ts";
import { ownActivities, ownActivity, ownOrganisations } from "../../src/activities/queries.ts";
import {
  activityOf,
  addOrganisation,
  addPerson,
  contactOf,
  DAY,
  noted,
  NOW,
  openTown,
  publicIds,
  refusalOf,
  wholeFields,
} from "../world.ts";

const TODAY_AT_TEN = Date.parse("2026-11-24T09:00:00Z");

let db: OpenDb;
let lis: Viewer;
let library: string;
beforeEach(() => {
  db = openTown();
  library = addOrganisation(db, "Viby Bibliotek");
  lis = contactOf(db, library);
});

const draft = (changes: Partial<ActivityFields> = {}) => createDraft(db, lis, library, wholeFields(changes), NOW).id;
const published = (changes: Partial<ActivityFields> = {}) => {
  const id = draft(changes);
  publish(db, lis, id, NOW);
  return id;
};
const datesOf = (id: string) =>
  db.select().from(occurrences).where(eq(occurrences.activityId, id)).orderBy(occurrences.start).all();

describe("Publishing", () => {
  it("what a contact publishes is public, has its dates and is noted for the search", () => {
    const id = draft();
    expect(publicIds(db)).toEqual([]);
    expect(publish(db, lis, id, NOW)).toBe("on");
    expect(publicIds(db)).toEqual([id]);
    expect(noted(db)).toContain(id);
    expect(datesOf(id)[0]).toMatchObject({ start: TODAY_AT_TEN, cancelled: false });
    expect(datesOf(id)).toHaveLength(27);
    expect(activityOf(db, id)).toMatchObject({ publishedAt: NOW, confirmedAt: "2026-11-24" });
  });

  it("a new organisation's activity waits until the organisation is approved", () => {
    const choir = addOrganisation(db, "Nyt Kor", "pending");
    const ida = contactOf(db, choir);
    const { id } = createDraft(db, ida, choir, wholeFields(), NOW);
    expect(publish(db, ida, id, NOW)).toBe("waiting");
    expect(activityOf(db, id).state).toBe("published");
    expect(publicIds(db)).toEqual([]);
    db.update(organisations).set({ state: "approved" }).where(eq(organisations.id, choir)).run();
    expect(publicIds(db)).toEqual([id]);
  });

  it("a draft that lacks something stays a draft, and the field is named", () => {
    const id = draft({ contactName: "" });
    expect(refusalOf(() => publish(db, lis, id, NOW))).toBe("contactName: contactMissing");
    expect(activityOf(db, id).state).toBe("draft");
    expect(datesOf(id)).toEqual([]);
  });

  it("a pause takes it off the board, and resuming puts it back with the dates of that day", () => {
    const id = published();
    pause(db, lis, id, NOW);
    expect([publicIds(db), datesOf(id)]).toEqual([[], []]);
    resume(db, lis, id, NOW + 8 * DAY);
    expect(publicIds(db)).toEqual([id]);
    expect(datesOf(id)[0]?.start).toBe(TODAY_AT_TEN + 14 * DAY);
  });

  it("what was taken down comes back as paused, and keeps its address", () => {
    const id = published();
    const { slug } = activityOf(db, id);
    withdraw(db, lis, id, NOW);
    expect(publicIds(db)).toEqual([]);
    restore(db, lis, id, NOW);
    expect(activityOf(db, id)).toMatchObject({ state: "paused", slug });
  });

  it("an edit of what is public is noted, and must leave it whole", () => {
    const id = published();
    const before = noted(db).length;
    expect(refusalOf(() => edit(db, lis, id, wholeFields({ description: "" }), NOW))).toBe(
      "description: descriptionMissing",
    );
    expect(noted(db)).toHaveLength(before);
    edit(
      db,
      lis,
      id,
      wholeFields({ schedule: [{ weekday: "ons", start: "10:00", end: "12:00", from: "2026-09-01" }] }),
      NOW,
    );
    expect(noted(db)).toHaveLength(before + 1);
    expect(datesOf(id)[0]?.start).toBe(TODAY_AT_TEN + DAY);
  });

  it("a theme that nobody knows is refused", () => {
    expect(refusalOf(() => draft({ themes: ["vrøvl"] }))).toBe("themes: unknown");
  });

  it("no sequence of deeds makes anything public that is not published, whole and of an approved organisation", () => {
    const edits = fc.record({
      description: fc.constantFrom("", "Vi strikker."),
      themes: fc.constantFrom<string[][]>([], ["haandarbejde"]),
      contactName: fc.constantFrom("", "Lis"),
      schedule: fc.constantFrom<ActivityFields["schedule"][]>([], wholeFields().schedule, [
        { date: "2020-01-01", start: "10:00", end: "12:00" },
      ]),
      lat: fc.constantFrom(null, 56.1262),
      postcode: fc.constantFrom(null, "8260"),
    });
    const deeds = fc.oneof(
      fc
        .constantFrom(publish, pause, resume, withdraw, restore)
        .map((deed) => (board: OpenDb, id: string) => void deed(board, lis, id, NOW)),
      edits.map(
        (changes) => (board: OpenDb, id: string) =>
          edit(board, lis, id, wholeFields({ ...changes, lng: changes.lat === null ? null : 10.15 }), NOW),
      ),
      fc
        .constantFrom(cancelDate, restoreDate)
        .map((deed) => (board: OpenDb, id: string) => deed(board, lis, id, TODAY_AT_TEN, NOW)),
    );
    fc.assert(
      fc.property(edits, fc.array(deeds, { maxLength: 12 }), fc.boolean(), (first, sequence, approved) => {
        db.update(organisations)
          .set({ state: approved ? "approved" : "pending" })
          .run();
        for (const table of [occurrences, activities]) db.delete(table).run();
        const { id } = createDraft(
          db,
          lis,
          library,
          wholeFields({ ...first, lng: first.lat === null ? null : 10.15 }),
          NOW,
        );
        for (const deed of sequence) {
          refusalOf(() => deed(db, id));
          const activity = activityOf(db, id);
          const isPublic = publicIds(db).includes(id);
          if (isPublic && !(activity.state === "published" && approved && missingIn(activity).length === 0))
            return false;
          if (!isPublic && activity.state === "published" && approved) return false;
          if (activity.state !== "published" && datesOf(id).length > 0) return false;
        }
        return true;
      }),
      { numRuns: 40 },
    );
  });
});

describe("Slugs", () => {
  it("come from the title in plain letters, with a number when taken", () => {
    const slugs = ["Gåtur på Øen", "Gåtur på Øen!", "Gåtur, på øen"].map(
      (title) => createDraft(db, lis, library, wholeFields({ title }), NOW).slug,
    );
    expect(slugs).toEqual(["gaatur-paa-oeen", "gaatur-paa-oeen-2", "gaatur-paa-oeen-3"]);
  });

  it("never change, also when the title does", () => {
    const id = draft({ title: "Gåtur" });
    edit(db, lis, id, wholeFields({ title: "Løbetur" }), NOW);
    expect(activityOf(db, id)).toMatchObject({ slug: "gaatur", title: "Løbetur" });
  });
});

describe("The place", () => {
  it("the area follows from the point", () => {
    expect(activityOf(db, draft())).toMatchObject({ area: "viby", postcode: "8260" });
  });

  it("without a pin it is the middle of the postcode", () => {
    expect(activityOf(db, draft({ lat: null, lng: null, postcode: "8381" }))).toMatchObject({
      lat: 56.19,
      lng: 10.089,
      area: "tilst",
    });
  });

  it("without a postcode it gets the nearest", () => {
    expect(activityOf(db, draft({ postcode: null }))).toMatchObject({ postcode: "8260" });
  });

  it("what is online has no area", () => {
    expect(activityOf(db, draft({ facts: ["online"], lat: null, lng: null, postcode: null })).area).toBeNull();
  });
});

describe("Calling off a date", () => {
  it("marks that date, and only that, until it is taken back", () => {
    const id = published();
    const before = noted(db).length;
    cancelDate(db, lis, id, TODAY_AT_TEN + 7 * DAY, NOW);
    expect(
      datesOf(id)
        .slice(0, 3)
        .map(({ cancelled }) => cancelled),
    ).toEqual([false, true, false]);
    restoreDate(db, lis, id, TODAY_AT_TEN + 7 * DAY, NOW);
    expect(datesOf(id).some(({ cancelled }) => cancelled)).toBe(false);
    expect(noted(db)).toHaveLength(before + 2);
  });

  it("calls off the one of two on the same day that begins then", () => {
    const schedule = ["10:00", "14:00"].map((start) => ({
      weekday: "tir" as const,
      start,
      end: "15:00",
      from: "2026-09-01",
    }));
    const id = published({ schedule });
    cancelDate(db, lis, id, TODAY_AT_TEN + 4 * 3_600_000, NOW);
    expect(
      datesOf(id)
        .slice(0, 2)
        .map(({ cancelled }) => cancelled),
    ).toEqual([false, true]);
  });

  it("finds a date that was moved to another hour", () => {
    const moved = [{ from: "2026-12-01", date: "2026-12-02", start: "13:00", end: "15:00" }];
    const id = published({ schedule: [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01", moved }] });
    cancelDate(db, lis, id, Date.parse("2026-12-02T12:00:00Z"), NOW);
    expect(
      datesOf(id)
        .filter(({ cancelled }) => cancelled)
        .map(({ start }) => start),
    ).toEqual([Date.parse("2026-12-02T12:00:00Z")]);
  });

  it("refuses a time at which nothing is planned", () => {
    expect(refusalOf(() => cancelDate(db, lis, published(), TODAY_AT_TEN + 60_000, NOW))).toBe("dateNotPlanned");
  });
});

describe("Whose activity it is", () => {
  it("nobody acts for an organisation that is not theirs", () => {
    const id = published();
    const ole = contactOf(db, addOrganisation(db, "Gellerup IF"));
    const deeds = [publish, pause, resume, withdraw, restore].map((deed) => () => void deed(db, ole, id, NOW));
    const others = [
      () => edit(db, ole, id, wholeFields(), NOW),
      () => cancelDate(db, ole, id, TODAY_AT_TEN, NOW),
      () => createDraft(db, ole, library, wholeFields(), NOW),
      () => pause(db, null, id, NOW),
    ];
    expect([...deeds, ...others].map(refusalOf)).toEqual(Array(9).fill("notYours"));
    expect(activityOf(db, id).state).toBe("published");
  });

  it("a contact sees only what her own organisations offer", () => {
    const other = addOrganisation(db, "Gellerup IF");
    const ole = contactOf(db, other);
    const { id } = createDraft(db, ole, other, wholeFields(), NOW);
    expect(ownOrganisations(db, lis).map(({ name }) => name)).toEqual(["Viby Bibliotek"]);
    expect(ownActivity(db, lis, id)).toBeNull();
    expect(ownActivities(db, lis, other, NOW)).toEqual([]);
    expect(ownActivities(db, ole, other, NOW).map((activity) => activity.id)).toEqual([id]);
    expect(ownOrganisations(db, lis, "gellerup-if").map(({ name }) => name)).toEqual(["Viby Bibliotek"]);
  });

  it("an editor may look at each organisation, one at a time", () => {
    const boss = addPerson(db, "Ellen", "editor");
    expect(ownOrganisations(db, boss)).toEqual([]);
    expect(ownOrganisations(db, boss, "viby-bibliotek")).toHaveLength(1);
    expect(ownActivities(db, boss, library, NOW)).toEqual([]);
  });

  it("the desk tells what to look at", () => {
    draft({ title: "Uden vært", contactName: "" });
    const id = published({ title: "Uden velkomst" });
    published({
      title: "Snart slut",
      firstTime: "Lis står i døren.",
      schedule: [{ date: "2026-11-24", start: "10:00", end: "12:00" }],
    });
    const later = ownActivities(db, lis, library, NOW + 200 * DAY).map(({ title, warnings }) => [title, warnings]);
    expect(later).toEqual([
      ["Snart slut", ["noDates", "unconfirmed"]],
      ["Uden velkomst", ["noDates", "unconfirmed", "noFirstTime"]],
      ["Uden vært", ["missing"]],
    ]);
    expect(ownActivities(db, lis, library, NOW).find((activity) => activity.id === id)?.next).toMatchObject({
      start: TODAY_AT_TEN,
      end: TODAY_AT_TEN + 7_200_000,
      cancelled: false,
    });
  });
});
