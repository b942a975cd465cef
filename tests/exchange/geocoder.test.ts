import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { activities } from "../../db/schema.ts";
import { pinpoint } from "../../src/activities/pinpoint.ts";
import { createDraft } from "../../src/activities/writing.ts";
import { adressevaelger } from "../../src/places/adressevaelger.ts";
import { noGeocoder } from "../../src/places/geocoder.ts";
import { aboutIn, readPlaces } from "../../src/places/places.ts";
import { pointOfUtm } from "../../src/places/utm.ts";
import { activityOf, addOrganisation, contactOf, NOW, openTown, wholeFields } from "../world.ts";
import { storeOf } from "../harness/store.ts";

const ID = "0a3f50ae-da7f-32b8-e044-0003ba298018";
const HITS = {
  husnumre: [
    { type: "vejnavn", titel: "Fægangen" },
    { type: "husnummer", id: ID, titel: "Fægangen 1, 4180 Sorø" },
  ],
};
const HOUSE = {
  status: "ok",
  husnummer: {
    vejnavn: "Fægangen",
    husnummertekst: "1",
    adgangspunkt: { geometri: { type: "Point", coordinates: [661986.43, 6146489.42] } },
    postnummer: { postnr: "4180" },
  },
};

/** A service that gives the recorded answers, and remembers what it was asked. */
function recorded(...answers: unknown[]) {
  const asked: string[] = [];
  const ask = (url: URL) => Promise.resolve(answers[asked.push(url.pathname + url.search) - 1] ?? null);
  return { asked, ask };
}

describe("Metres east and north", () => {
  // The register of addresses gives both for this one; the tower stands in zone 17.
  it.each([
    ["Fægangen 1 in Sorø", 661986.43, 6146489.42, 32, 55.4377705205619, 11.5605367427032, 1e-7],
    ["the CN Tower", 630084, 4833438, 17, 43.642567, -79.387139, 1e-5],
    ["the middle of the zone at the equator", 500_000, 0, 32, 0, 9, 1e-12],
  ])("are the point of %s", (_, easting, northing, zone, lat, lng, within) => {
    const point = pointOfUtm(easting, northing, zone);
    expect(Math.abs(point.lat - lat)).toBeLessThan(within);
    expect(Math.abs(point.lng - lng)).toBeLessThan(within);
  });

  it("on the middle meridian follow its length, added up in small steps", () => {
    for (const lat of [54.5, 56.15, 57.75]) expect(pointOfUtm(500_000, 0.9996 * meridian(lat)).lat).toBeCloseTo(lat, 9);
  });
});

describe("An address", () => {
  it("is found by a search and a look-up", async () => {
    const { asked, ask } = recorded(HITS, HOUSE);
    const point = await adressevaelger("nøgle", ask).find("Fægangen 1", "4180");
    expect(point?.lat).toBeCloseTo(55.43777, 5);
    expect(point?.lng).toBeCloseTo(11.56054, 5);
    expect(asked).toEqual([
      "/husnumre/soeg?tekst=F%C3%A6gangen+1%2C+4180&postnummer=4180&maksimum=5&token=n%C3%B8gle",
      `/husnumre/${ID}?token=n%C3%B8gle`,
    ]);
  });

  it.each([
    ["no hits", [[]]],
    ["an error", [{ fejl: "x" }]],
    ["another postcode", [[{ type: "husnummer", id: ID, titel: "Fægangen 1, 8000 Aarhus C" }]]],
    ["an id that is none", [[{ type: "husnummer", id: "../x", titel: "4180" }]]],
    ["no point", [HITS, { husnummer: {} }]],
    ["a point at sea", [HITS, { husnummer: { adgangspunkt: { koordinater: { x: 1, y: 2 } } } }]],
    ["nothing at all", [null]],
  ])("is not found after %s", async (_, answers) => {
    expect(await adressevaelger("t", recorded(...answers).ask).find("Fægangen 1", "4180")).toBeNull();
  });

  it("is not found when the service is down", async () => {
    expect(await adressevaelger("t", () => Promise.reject(new Error("down"))).find("Fægangen 1", "4180")).toBeNull();
    expect(await noGeocoder.find("Fægangen 1", "4180")).toBeNull();
  });
});

describe("Before an activity is published", () => {
  const db = openTown();
  const organisation = addOrganisation(db, "Viby Bibliotek");
  const viewer = contactOf(db, organisation);
  const found = { find: () => Promise.resolve({ lat: 56.1262, lng: 10.1528 }) };
  const draft = (changes: Parameters<typeof wholeFields>[0]) =>
    createDraft(db, viewer, organisation, wholeFields(changes), NOW).id;

  it("a pin that nobody set moves to the address", async () => {
    const id = draft({ lat: null, lng: null });
    expect(activityOf(db, id)).toMatchObject(aboutIn(readPlaces(db), "8260") ?? {});
    await pinpoint(storeOf(db), found, viewer, id, NOW);
    expect(activityOf(db, id)).toMatchObject({ lat: 56.1262, lng: 10.1528 });
  });

  it.each([
    ["that somebody set", { lat: 56.13, lng: 10.16 }],
    ["of a private home", { lat: null, lng: null, privatePlace: true }],
    ["without an address", { lat: null, lng: null, address: null }],
  ])("a pin %s stays", async (_, changes) => {
    const id = draft(changes);
    const before = activityOf(db, id);
    await pinpoint(storeOf(db), found, viewer, id, NOW);
    expect(activityOf(db, id)).toEqual(before);
  });

  it("nobody else's address is looked up", async () => {
    const id = draft({ lat: null, lng: null });
    await pinpoint(storeOf(db), found, contactOf(db, "andre"), id, NOW);
    expect(db.select({ lat: activities.lat }).from(activities).where(eq(activities.id, id)).get()?.lat).not.toBe(
      56.1262,
    );
  });
});

/** Metres along the meridian from the equator to a latitude on GRS80, by Simpson's rule. */
function meridian(lat: number): number {
  const e2 = (1 / 298.257222101) * (2 - 1 / 298.257222101);
  const steps = 2000;
  const h = ((lat / 180) * Math.PI) / steps;
  const f = (phi: number) => (6_378_137 * (1 - e2)) / (1 - e2 * Math.sin(phi) ** 2) ** 1.5;
  let sum = f(0) + f(steps * h);
  for (let i = 1; i < steps; i++) sum += (i % 2 ? 4 : 2) * f(i * h);
  return (sum * h) / 3;
}
