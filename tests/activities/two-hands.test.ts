import { beforeEach, describe, expect, it } from "vitest";
import { activities } from "../../db/schema.ts";
import type { ActivityFields } from "../../src/activities/activity.ts";
import { cancelDate } from "../../src/activities/date-deeds.ts";
import { withDisputed } from "../../src/activities/disputed.ts";
import { ownActivity } from "../../src/activities/queries.ts";
import { publish } from "../../src/activities/publishing.ts";
import { seenIn, shownFields } from "../../src/activities/two-hands.ts";
import { createDraft, save, saveNew } from "../../src/activities/writing.ts";
import { typedSchedule } from "../../src/schedule/typed-schedule.ts";
import { FIELD_NAMES } from "../../src/shared/field-groups.ts";
import { newId } from "../../src/shared/ids.ts";
import { pick } from "../../src/shared/keys-of.ts";
import {
  addOrganisation,
  clearBoard,
  contactOf,
  NEXT_TUESDAY,
  NOW,
  openTown,
  refusalOf,
  wholeFields,
} from "../world.ts";

const db = openTown();
let organisation: string;
let lis: ReturnType<typeof contactOf>;
let id: string;

beforeEach(() => {
  clearBoard(db);
  organisation = addOrganisation(db, "Viby Bibliotek");
  lis = contactOf(db, organisation);
  id = createDraft(db, lis, organisation, wholeFields(), NOW).id;
});

const stored = () => ownActivity(db, lis, id)!.activity;

/** A tab in which the form was opened: what it shows, and a save of what is changed in it. */
function openTab() {
  const shown = shownFields(stored());
  const seen = seenIn(shown);
  const fields = pick(shown, FIELD_NAMES);
  return {
    seen,
    save: (changes: Partial<ActivityFields>, held = seen) =>
      save(db, lis, { activity: stored(), seen: held }, { ...fields, ...changes }, NOW),
  };
}

describe("Two people who change one activity", () => {
  it("both keep what they changed, and the second hears of the first", () => {
    const [mine, theirs] = [openTab(), openTab()];
    expect(theirs.save({ title: "Strik og snak" })).toMatchObject({ isJoined: false });
    expect(mine.save({ description: "Kom og vær med." })).toMatchObject({ isJoined: true });
    expect(stored()).toMatchObject({ title: "Strik og snak", description: "Kom og vær med." });
  });

  it("hear when they changed the same, and nothing is lost before one of them decides", () => {
    const [mine, theirs] = [openTab(), openTab()];
    theirs.save({ priceOre: 2000, pricePer: "gang", title: "Strik og snak" });
    expect(refusalOf(() => mine.save({ priceOre: 5000, pricePer: "gang" }))).toBe("price: twoHands");
    expect(stored()).toMatchObject({ priceOre: 2000, title: "Strik og snak" });
  });

  it("have what stands there now beside the field, and the next save decides that field alone", () => {
    const [mine, theirs] = [openTab(), openTab()];
    theirs.save({ description: "Vi hækler.", title: "Strik og snak" });
    const typed = { ...typedForm(), description: ["Vi væver."], seen: [mine.seen] };
    const form = withDisputed({ errors: { description: "x" }, typed }, stored(), NOW)!;
    expect(form.errors).toEqual({
      description: "En anden har rettet det imens. Nu står der: Vi hækler. Gem igen, hvis dit skal gælde.",
    });
    mine.save({ description: "Vi væver." }, form.typed["seen"]?.[0]);
    expect(stored()).toMatchObject({ description: "Vi væver.", title: "Strik og snak" });
  });

  it("do not bring back a date that was called off while the form stood open", () => {
    publish(db, lis, id, NOW);
    const mine = openTab();
    cancelDate(db, lis, id, NEXT_TUESDAY, NOW);
    mine.save({ title: "Strik og snak" });
    expect(stored()).toMatchObject({ title: "Strik og snak", schedule: [{ cancelled: ["2026-12-01"] }] });
  });

  it("who do the same are of one mind", () => {
    const [mine, theirs] = [openTab(), openTab()];
    theirs.save({ themes: ["haandarbejde", "samvaer"] });
    expect(mine.save({ themes: ["samvaer", "haandarbejde"] })).toMatchObject({ isJoined: false });
  });
});

describe("A new activity that is saved twice from one form", () => {
  const count = () => db.select({ id: activities.id }).from(activities).all().length;

  it("is one, with what was typed last", () => {
    const form = newId();
    const first = saveNew(db, lis, organisation, form, wholeFields({ title: "Kor" }), NOW);
    expect(saveNew(db, lis, organisation, form, wholeFields({ title: "Kor" }), NOW + 1)).toEqual(first);
    expect(saveNew(db, lis, organisation, form, wholeFields({ title: "Koret" }), NOW + 2)).toEqual(first);
    expect(count()).toBe(2);
    expect(ownActivity(db, lis, form)?.activity.title).toBe("Koret");
  });

  it("takes nothing back that was changed since", () => {
    const form = newId();
    saveNew(db, lis, organisation, form, wholeFields({ title: "Kor" }), NOW);
    saveNew(db, lis, organisation, form, wholeFields({ title: "Koret" }), NOW + 1);
    expect(refusalOf(() => saveNew(db, lis, organisation, form, wholeFields({ title: "Kor" }), NOW + 2))).toBe(
      "title: savedBefore",
    );
  });

  it("is never that of another association", () => {
    const other = addOrganisation(db, "Folkehuset");
    const sanne = contactOf(db, other);
    const made = saveNew(db, sanne, other, id, wholeFields({ title: "Kor" }), NOW);
    expect(made.id).not.toBe(id);
    expect(stored().title).toBe("Strikkecafé for alle");
  });
});

/** The form of the activity as a browser posts it. */
function typedForm(): Record<string, string[]> {
  const { themes, title, description, placeName, address, postcode, contactName, schedule } = wholeFields();
  return {
    ...typedSchedule(schedule),
    title: [title],
    description: [description],
    themes,
    placeName: [placeName ?? ""],
    address: [address ?? ""],
    postcode: [postcode ?? ""],
    lat: ["56.1262"],
    lng: ["10.1528"],
    price: ["free"],
    languages: ["da"],
    contactName: [contactName],
  };
}
