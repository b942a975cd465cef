import { beforeEach, describe, expect, it } from "vitest";
import { activities, namedPlaces } from "../../db/schema.ts";
import { eq } from "drizzle-orm";
import type { Activity, ActivityFields } from "../../src/activities/activity.ts";
import { placesAround } from "../../src/activities/known-places.ts";
import { newestActivity, ownActivity } from "../../src/activities/queries.ts";
import { publish } from "../../src/activities/publishing.ts";
import { openRefiling } from "../../src/activities/refiling.ts";
import { createDraft, edit } from "../../src/activities/writing.ts";
import { activityPage } from "../../src/board/activity-page.ts";
import { calendarActivity } from "../../src/board/to-calendar.ts";
import { eventData } from "../../src/pointing/event-data.ts";
import { FIELD_NAMES } from "../../src/shared/field-groups.ts";
import { pick } from "../../src/shared/keys-of.ts";
import { refileAll } from "../../src/places/places.ts";
import { addOrganisation, clearBoard, contactOf, NOW, openTown, wholeFields } from "../world.ts";

const db = openTown();
const NOWHERE = { lat: null, lng: null };
const LIBRARY = { lat: 56.1262, lng: 10.1528 };
/** The middle of Viby, where most of 8260 lives. */
const VIBY = { lat: 56.1263, lng: 10.1528 };
let organisation: string;
let lis: ReturnType<typeof contactOf>;

beforeEach(() => {
  clearBoard(db);
  organisation = addOrganisation(db, "Viby Bibliotek");
  lis = contactOf(db, organisation);
});

const write = (changes: Partial<ActivityFields>): Activity => {
  const { id } = createDraft(db, lis, organisation, wholeFields(changes), NOW);
  return stored(id);
};
const stored = (id: string): Activity => ownActivity(db, lis, id)!.activity;
const saved = ({ id }: Activity, changes: Partial<ActivityFields>): Activity => {
  edit(db, lis, id, { ...pick(stored(id), FIELD_NAMES), ...changes }, NOW);
  return stored(id);
};
const onBoard = (changes: Partial<ActivityFields> = {}): Activity => {
  const { id } = write(changes);
  publish(db, lis, id, NOW);
  return stored(id);
};

describe("A place of which only the postcode is known", () => {
  it("is in the area in which most of the postcode lives, and is a guess", () => {
    expect(write({ ...NOWHERE, placeName: null, address: null })).toMatchObject({
      ...VIBY,
      area: "viby",
      pointFrom: "postcode",
    });
  });

  it("is told to citizens as about there, and gives no calendar a point", () => {
    const { slug } = onBoard({ ...NOWHERE, placeName: "Et nyt sted", address: "Ny Vej 1" });
    const page = activityPage(db, slug, NOW)!;
    expect(page.isAbout).toBe(true);
    expect(calendarActivity(page, "https://bro.example")).toMatchObject({ lat: undefined, lng: undefined });
    expect(eventData(page, "https://bro.example")).not.toContain("GeoCoordinates");
  });

  it("stays a guess when the form is saved as it stood, and is one no longer when somebody moves the pin", () => {
    const guess = onBoard({ ...NOWHERE, placeName: "Et nyt sted", address: null });
    expect(saved(guess, NOWHERE)).toMatchObject({ ...VIBY, pointFrom: "postcode" });
    expect(saved(guess, { lat: 56.13, lng: 10.16 })).toMatchObject({ lat: 56.13, lng: 10.16, pointFrom: "pin" });
  });

  it("goes along when the postcode becomes another", () => {
    const guess = write({ ...NOWHERE, placeName: null, address: null });
    expect(saved(guess, { ...NOWHERE, postcode: "8000" })).toMatchObject({ area: "midtbyen", pointFrom: "postcode" });
  });

  it("moves when an editor has drawn other areas, and a pin does not", () => {
    const guess = write({ ...NOWHERE, placeName: null, address: null });
    const pin = write({ title: "Kor" });
    db.update(activities)
      .set({ lat: 56.128, lng: 10.11, area: "stavtrup-ormslev" })
      .where(eq(activities.id, guess.id))
      .run();
    refileAll(db);
    const refile = openRefiling(db);
    while (refile() !== null);
    expect(stored(guess.id)).toMatchObject({ ...VIBY, area: "viby" });
    expect(stored(pin.id)).toMatchObject(LIBRARY);
  });

  it("is no pin that the next activity begins with", () => {
    write({ ...NOWHERE, placeName: null, address: null });
    expect(newestActivity(db, lis, organisation)).toMatchObject({ postcode: "8260", ...NOWHERE });
  });
});

describe("A place that the board knows", () => {
  it("is where its address has a pin, whatever it is called there", () => {
    onBoard();
    expect(write({ ...NOWHERE, placeName: "Biblioteket", address: "skanderborgvej 170, st." })).toMatchObject({
      ...LIBRARY,
      pointFrom: "place",
    });
  });

  it("is where its name has a pin in the same postcode, unless the road is another", () => {
    onBoard();
    const named = { ...NOWHERE, placeName: "viby bibliotek", address: null };
    expect(write(named)).toMatchObject({ ...LIBRARY, pointFrom: "place" });
    expect(write({ ...named, postcode: "8000" })).toMatchObject({ pointFrom: "postcode" });
    expect(write({ ...named, address: "Ny Vej 1" })).toMatchObject({ pointFrom: "postcode" });
  });

  it("is one that an editor keeps by its name", () => {
    expect(
      db
        .select()
        .from(namedPlaces)
        .all()
        .map(({ name }) => name),
    ).toContain("Dokk1");
    expect(write({ ...NOWHERE, placeName: "Dokk1", address: null, postcode: "8000" })).toMatchObject({
      lat: 56.1536,
      pointFrom: "place",
    });
  });

  it("is none that nobody has published, none that is guessed, and no private home", () => {
    write({});
    onBoard({ ...NOWHERE, title: "Gæt", placeName: "Gættet", address: "Gættevej 1" });
    onBoard({ title: "Hjemme", placeName: "Hos Lis", address: "Hjemvej 1", privatePlace: true });
    for (const address of ["Skanderborgvej 170", "Gættevej 1", "Hjemvej 1"])
      expect(write({ ...NOWHERE, title: "Ny", placeName: null, address }).pointFrom).toBe("postcode");
  });

  it("is looked for anew when the address becomes another", () => {
    onBoard();
    const found = write({ ...NOWHERE });
    expect(found.pointFrom).toBe("place");
    expect(saved(found, { address: "Ny Vej 1", placeName: "Nyt sted" })).toMatchObject({ pointFrom: "postcode" });
  });

  it("is offered to whoever's place is a guess, each once", () => {
    onBoard();
    onBoard({ title: "Kor" });
    const guess = write({ ...NOWHERE, placeName: null, address: null });
    expect(placesAround(db, guess)).toEqual([
      { placeName: "Viby Bibliotek", address: "Skanderborgvej 170", postcode: "8260", ...LIBRARY },
    ]);
  });
});

describe("What was guessed", () => {
  it("is marked until somebody saves the form or publishes", () => {
    const guessed = () => createDraft(db, lis, organisation, { ...wholeFields(), guessed: ["priceOre"] }, NOW).id;
    const [one, other] = [guessed(), guessed()];
    expect(stored(one).guessed).toEqual(["priceOre"]);
    saved(stored(one), {});
    publish(db, lis, other, NOW);
    expect([stored(one).guessed, stored(other).guessed]).toEqual([[], []]);
  });
});
