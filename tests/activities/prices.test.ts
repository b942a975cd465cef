import { beforeEach, describe, expect, it } from "vitest";
import { activities, activityVersions } from "../../db/schema.ts";
import { ownStore } from "../../db/write.ts";
import { takeIn } from "../../src/exchange/take-in.ts";
import { priceAsJson } from "../../src/exchange/write-line.ts";
import { pointedIds } from "../../src/pointing/pointed.ts";
import { eventData } from "../../src/pointing/event-data.ts";
import { feedItems } from "../../src/pointing/feed.ts";
import { aloud, saidOf } from "../../src/pointing/in-words.ts";
import { activityPage } from "../../src/board/activity-page.ts";
import { organisationPage } from "../../src/board/organisation-page.ts";
import { cancelDate } from "../../src/activities/date-deeds.ts";
import { cloneActivity, createDraft, edit } from "../../src/activities/writing.ts";
import { pause, publish, resume } from "../../src/activities/publishing.ts";
import { ownActivities } from "../../src/activities/queries.ts";
import { renewSeason } from "../../src/activities/seasons.ts";
import { undo } from "../../src/activities/undoing.ts";
import { priceInWords } from "../../src/texts/price-in-words.ts";
import { readAllDocuments } from "../../search/read-documents.ts";
import { calendar, readsOf, weekly } from "../exchange/support.ts";
import {
  activityOf,
  addOrganisation,
  clearBoard,
  contactOf,
  DAY,
  NOW,
  onlyActivity,
  openTown,
  refusalOf,
  wholeFields,
} from "../world.ts";

const db = openTown();
const NOT_SAID = { priceOre: null, pricePer: null, firstFree: false };
const TWENTY = { priceOre: 2000, pricePer: "gang", firstFree: true } as const;
let lis: ReturnType<typeof contactOf>;
let organisation: string;

beforeEach(() => {
  db.delete(activityVersions).run();
  clearBoard(db);
  organisation = addOrganisation(db, "Viby Bibliotek");
  lis = contactOf(db, organisation);
});

describe("A contact who has not said what it costs", () => {
  it("keeps a draft without a price, and cannot publish it before one is stated, be it free", () => {
    const { id } = createDraft(db, lis, organisation, wholeFields(NOT_SAID), NOW);
    expect(activityOf(db, id).priceOre).toBeNull();
    expect(refusalOf(() => publish(db, lis, id, NOW))).toBe("price: priceMissing");
    edit(db, lis, id, wholeFields({ priceOre: 0 }), NOW);
    publish(db, lis, id, NOW);
    expect(activityOf(db, id)).toMatchObject({ state: "published", priceOre: 0 });
  });

  it("cannot take a stated price away from what is on the board or holds a pause", () => {
    const id = published({});
    expect(refusalOf(() => edit(db, lis, id, wholeFields(NOT_SAID), NOW))).toBe("price: priceMissing");
    pause(db, lis, id, NOW);
    expect(refusalOf(() => edit(db, lis, id, wholeFields(NOT_SAID), NOW))).toBe("price: priceMissing");
  });

  it("writes another one off without a price, too", () => {
    const { id } = createDraft(db, lis, organisation, wholeFields(NOT_SAID), NOW);
    expect(activityOf(db, cloneActivity(db, lis, id, NOW).id).priceOre).toBeNull();
    const { id: paid } = createDraft(db, lis, organisation, wholeFields(TWENTY), NOW);
    expect(activityOf(db, cloneActivity(db, lis, paid, NOW).id)).toMatchObject(TWENTY);
  });
});

describe("An activity on the board that nobody stated a price of", () => {
  it("says so wherever it is shown, and claims none to machines", () => {
    const { slug, id } = unpriced();
    const card = organisationPage(db, organisation, NOW)?.cards[0];
    const page = activityPage(db, slug, NOW);
    const [pointed] = pointedIds(db, [id], NOW).pointed;
    if (!card || !page || !pointed) throw new Error("it is not on the board");
    expect([card.price, page.price, priceAsJson(card.price)]).toEqual([null, null, null]);
    expect(priceInWords(card.price)).toBe("Spørg om prisen");
    expect(saidOf(pointed, NOW).price).toBe("Spørg om prisen");
    expect(aloud(pointed, NOW)).toContain("Spørg, hvad det koster.");
    expect(
      feedItems(db, [{ id, next: card.next, distance: null, by: "literal" }], "https://a.example")[0]?.text,
    ).toMatch(/ · Spørg om prisen$/);
    expect(eventData(page, "https://a.example")).not.toMatch(/offers|isAccessibleForFree|"price"/);
    expect([...readAllDocuments(db.$client, NOW)].map(({ priceOre }) => priceOre)).toEqual([null]);
  });

  it("is asked about on its contact's desk until the price is stated", () => {
    const { id } = unpriced();
    const warnings = () => ownActivities(db, lis, organisation, NOW)[0]?.warnings;
    expect(warnings()).toContain("noPrice");
    expect(warnings()).not.toContain("missing");
    edit(db, lis, id, wholeFields(TWENTY), NOW);
    expect(warnings()).not.toContain("noPrice");
  });

  it("may have a date called off and put back, as before", () => {
    const { id } = unpriced();
    const { start = 0 } = activityPage(db, activityOf(db, id).slug, NOW)?.dates[0] ?? {};
    cancelDate(db, lis, id, start, NOW);
    undo(db, lis, id, versions(id)[0] ?? 0, NOW);
    expect(activityOf(db, id)).toMatchObject({ state: "published", priceOre: null });
  });

  it("can be made again what it was before its price was stated, and have the price back", () => {
    const { id } = unpriced();
    edit(db, lis, id, wholeFields(TWENTY), NOW);
    undo(db, lis, id, versions(id).at(-1) ?? 0, NOW);
    expect(activityOf(db, id)).toMatchObject({ state: "published", ...NOT_SAID });
    undo(db, lis, id, versions(id).at(-1) ?? 0, NOW);
    expect(activityOf(db, id)).toMatchObject({ state: "published", ...TWENTY });
  });

  it("gets no new season and does not come back from a pause before the price is stated", () => {
    const schedule = [
      { weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01", until: "2026-12-15" },
    ] as const;
    const { id } = unpriced({ schedule: [...schedule] });
    const season = { from: "2027-01-05", until: "2027-05-25" };
    expect(refusalOf(() => renewSeason(db, lis, [id], season, NOW))).toBe("aktivitet: priceMissing");
    pause(db, lis, id, NOW);
    expect(refusalOf(() => resume(db, lis, id, NOW))).toBe("price: priceMissing");
  });
});

describe("A calendar", () => {
  const taking = (defaults: object, ...lines: string[]) =>
    takeIn(
      ownStore(db),
      { organisationId: organisation, actorId: lis.id, defaults, now: NOW },
      readsOf(db, calendar(weekly(...lines)), organisation),
    );

  it("that does not say what it costs makes a draft without a price", async () => {
    await taking({}, "DESCRIPTION:Vi strikker.");
    expect(onlyActivity(db)).toMatchObject({ state: "draft", ...NOT_SAID });
  });

  it("that says so is believed, and says later what it did not say first", async () => {
    await taking({}, "DESCRIPTION:Vi strikker.");
    const later = readsOf(db, calendar(weekly("DESCRIPTION:Vi strikker. 20 kr. pr. gang.")), organisation);
    await takeIn(ownStore(db), { organisationId: organisation, actorId: null, defaults: {}, now: NOW + DAY }, later);
    expect(onlyActivity(db)).toMatchObject({ priceOre: 2000, pricePer: "gang" });
  });

  it("takes the price that a person states for all that it is silent on, and no other", async () => {
    await taking(TWENTY, "DESCRIPTION:Vi strikker.");
    expect(onlyActivity(db)).toMatchObject(TWENTY);
    db.delete(activities).run();
    await taking(TWENTY, "DESCRIPTION:Det er gratis.");
    expect(onlyActivity(db)).toMatchObject({ priceOre: 0, pricePer: null, firstFree: false });
    db.delete(activities).run();
    await taking({ priceOre: 0, pricePer: null, firstFree: false }, "DESCRIPTION:Vi strikker.");
    expect(onlyActivity(db).priceOre).toBe(0);
  });
});

function published(changes: Parameters<typeof wholeFields>[0]): string {
  const { id } = createDraft(db, lis, organisation, wholeFields(changes), NOW);
  publish(db, lis, id, NOW);
  return id;
}

/** As it stands in a database from before a price had to be stated. */
function unpriced(changes: Parameters<typeof wholeFields>[0] = {}): { id: string; slug: string } {
  const id = published(changes);
  db.update(activities).set(NOT_SAID).run();
  db.delete(activityVersions).run();
  return { id, slug: activityOf(db, id).slug };
}

function versions(activityId: string): number[] {
  return db
    .select()
    .from(activityVersions)
    .orderBy(activityVersions.id)
    .all()
    .filter((version) => version.activityId === activityId)
    .map(({ id }) => id);
}
