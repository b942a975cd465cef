import { describe, expect, it } from "vitest";
import { lineOf, priceAsJson } from "../../src/exchange/write-line.ts";
import type { Activity } from "../../src/activities/activity.ts";
import { wholeFields } from "../world.ts";

describe("The line of an activity", () => {
  const activity = (changes: Partial<Activity> = {}) =>
    ({ ...wholeFields(), id: "a1", importKey: null, pauses: [], confirmedAt: null, ...changes }) as Activity;
  const said = (changes: Partial<Activity> = {}, contacts = true) =>
    JSON.parse(lineOf(activity(changes), "Viby Bibliotek", { contacts })) as Record<string, Record<string, unknown>>;

  it("bears the number that it came with, else the site's own", () => {
    expect([said({ importKey: "id:vb-17" })["id"], said({ importKey: "sha256:x" })["id"], said()["id"]]).toEqual([
      "vb-17",
      "a1",
      "a1",
    ]);
  });

  it("tells phone and mail to those alone who may have them", () => {
    const reached = { contactName: "Lis", contactPhone: "12 34 56 78", contactEmail: "lis@eksempel.dk" };
    expect(said(reached)["contact"]).toEqual({ name: "Lis", phone: "12 34 56 78", email: "lis@eksempel.dk" });
    expect(said(reached, false)["contact"]).toEqual({ name: "Lis" });
  });

  it("leaves out what nobody has stated", () => {
    const nothing = { summary: "", ageMin: null, ageMax: null, bus: null, parking: false, url: null };
    for (const name of ["summary", "pauses", "ages", "transport", "url", "confirmed"])
      expect(said(nothing)).not.toHaveProperty(name);
    expect(said({ priceOre: null })["price"]).toBeNull();
    const nowhere = { placeName: null, address: null, postcode: null, lat: null, lng: null };
    expect(said(nowhere)).not.toHaveProperty("place");
    for (const [name, value] of Object.entries({ placeName: "Hjemme", address: "Vej 1", postcode: "8260", lat: 56.1 }))
      expect(said({ ...nowhere, [name]: value }), name).toHaveProperty("place");
  });

  it("says what was stated", () => {
    expect(
      said({ pauses: ["christmas"], confirmedAt: "2026-11-03", bus: "4A", url: "https://bib.example" }),
    ).toMatchObject({
      organisation: "Viby Bibliotek",
      pauses: ["christmas"],
      confirmed: "2026-11-03",
      place: { postcode: "8260", lat: 56.1262, lng: 10.1528 },
      transport: { bus: "4A" },
      url: "https://bib.example",
    });
    expect([said({ ageMin: 18, ageMax: null })["ages"], said({ ageMin: null, ageMax: 99 })["ages"]]).toEqual([
      [18, 120],
      [0, 99],
    ]);
    expect(said({ priceOre: 2000, pricePer: "gang", firstFree: true })["price"]).toEqual({
      ore: 2000,
      per: "gang",
      firstFree: true,
    });
  });

  it("says a price as the search does", () => {
    expect(priceAsJson(null)).toBeNull();
    expect(priceAsJson({ ore: 0, per: null, firstFree: true })).toEqual({ free: true });
    expect(priceAsJson({ ore: 100, per: "år", firstFree: false })).toEqual({ ore: 100, per: "år" });
  });
});
