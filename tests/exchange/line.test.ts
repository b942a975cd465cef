import { describe, expect, it } from "vitest";
import { type Line, type LineFault, keyOf, readLine } from "../../src/exchange/line.ts";
import { lineFaults } from "../../src/texts/activity.ts";
import { wholeLine } from "../world.ts";

const THEMES = new Set(["haandarbejde", "samvaer"]);
const read = (changes: Record<string, unknown> = {}) => readLine(JSON.stringify(wholeLine(changes)), THEMES);
const isLine = (found: Line | LineFault): found is Line => "fields" in found;

function lineFrom(changes: Record<string, unknown> = {}): Line {
  const found = read(changes);
  if (!isLine(found)) throw new Error(`${found.field}: ${found.why}`);
  return found;
}
const fieldsFrom = (changes: Record<string, unknown> = {}) => lineFrom(changes).fields;
const faultIn = (changes: Record<string, unknown>) => {
  const found = read(changes);
  return isLine(found) ? null : found;
};
const placed = (changes: object) => ({ place: { name: "Viby Bibliotek", lat: 56.1262, lng: 10.1528, ...changes } });

describe("Whoever writes a line by hand", () => {
  it("may leave out what nobody must state, say null or leave it empty: it is the same", () => {
    const names = ["summary", "pauses", "facts", "languages", "transport", "ages", "url", "confirmed", "level"];
    const bare = fieldsFrom(Object.fromEntries(names.map((name) => [name, undefined])));
    expect(fieldsFrom(Object.fromEntries(names.map((name) => [name, null])))).toEqual(bare);
    expect(
      fieldsFrom({ ...Object.fromEntries(names.map((name) => [name, undefined])), summary: " ", url: " " }),
    ).toEqual(bare);
    expect(bare).toMatchObject({
      summary: "",
      pauses: [],
      facts: [],
      languages: [],
      ageMin: null,
      ageMax: null,
      url: null,
      confirmedAt: null,
      level: null,
      bus: null,
      parking: false,
    });
    expect(fieldsFrom({ contact: { name: "Lis", phone: "", email: " " } })).toMatchObject({
      contactName: "Lis",
      contactPhone: null,
      contactEmail: null,
    });
  });

  it("may give a number of its own and a postcode as numbers", () => {
    expect(lineFrom({ id: 17 }).id).toBe("17");
    expect(lineFrom({ id: " vb-17 " }).id).toBe("vb-17");
    expect([lineFrom({ id: "" }).id, lineFrom({ id: null }).id, lineFrom({ id: undefined }).id]).toEqual([
      null,
      null,
      null,
    ]);
    expect(fieldsFrom(placed({ postcode: 8260 })).postcode).toBe("8260");
    expect(fieldsFrom(placed({ postcode: " " })).postcode).toBeNull();
  });

  it("has breaks of another system made the site's own, and spaces around a text left out", () => {
    expect(fieldsFrom({ description: " Vi strikker.\r\nKom.\rOg bliv. ", title: " Strik " })).toMatchObject({
      description: "Vi strikker.\nKom.\nOg bliv.",
      title: "Strik",
    });
    expect(fieldsFrom({ summary: " Kom\r\nog strik " }).summary).toBe("Kom\nog strik");
  });

  it("says a thing twice and it counts once", () => {
    expect(
      fieldsFrom({
        themes: ["haandarbejde", "samvaer", "haandarbejde"],
        facts: ["dropin", "dropin"],
        languages: ["da", "da"],
      }),
    ).toMatchObject({ themes: ["haandarbejde", "samvaer"], facts: ["dropin"], languages: ["da"] });
    expect(fieldsFrom({ pauses: ["summer", "christmas", "christmas"] }).pauses.toSorted()).toEqual([
      "christmas",
      "summer",
    ]);
  });

  it("may bring in what is online without a place, and half a point is none", () => {
    expect(fieldsFrom({ facts: ["online"], place: undefined })).toMatchObject({ lat: null, lng: null, postcode: null });
    expect(fieldsFrom({ facts: ["online"], place: { name: "Hjemme", lat: 56.1 } })).toMatchObject({
      placeName: "Hjemme",
      lat: null,
      lng: null,
    });
    expect(fieldsFrom(placed({}))).toMatchObject({ lat: 56.1262, lng: 10.1528 });
  });

  it("states no bound by an age that everybody has", () => {
    const ages = (...both: number[]) => {
      const { ageMin, ageMax } = fieldsFrom({ ages: both });
      return [ageMin, ageMax];
    };
    expect([ages(0, 120), ages(1, 119), ages(18, 150), ages(60, 60)]).toEqual([
      [null, null],
      [1, 119],
      [18, null],
      [60, 60],
    ]);
  });

  it("says what is free, or what it costs and for what", () => {
    const nothing = { priceOre: 0, pricePer: null, firstFree: false };
    expect(fieldsFrom({ price: { free: true } })).toMatchObject(nothing);
    expect(fieldsFrom({ price: { free: true, ore: 0, firstFree: true } })).toMatchObject(nothing);
    expect(fieldsFrom({ price: { ore: 0 } })).toMatchObject(nothing);
    expect(fieldsFrom({ price: { free: true, per: "gang", firstFree: true } })).toMatchObject(nothing);
    expect(fieldsFrom({ price: { ore: 2000, per: "gang" } })).toMatchObject({
      priceOre: 2000,
      pricePer: "gang",
      firstFree: false,
    });
    expect(fieldsFrom({ price: { free: false, ore: 1, per: "år", firstFree: true } })).toMatchObject({
      priceOre: 1,
      pricePer: "år",
      firstFree: true,
    });
  });
});

describe("Whoever writes it wrong", () => {
  it("hears what is wrong, in words of its own", () => {
    expect(readLine("{", THEMES)).toEqual({ field: "", why: lineFaults.noJson });
    expect(readLine(`"${"x".repeat(199_998)}"`, THEMES)).not.toMatchObject({ why: lineFaults.tooLong });
    expect(readLine(`"${"x".repeat(199_999)}"`, THEMES)).toEqual({ field: "", why: lineFaults.tooLong });
    expect(faultIn({ themes: ["samvaer", "strik"] })).toEqual({
      field: "themes",
      why: lineFaults.unknownTheme("strik"),
    });
    expect(faultIn({ title: "x".repeat(201) })).toEqual({ field: "title", why: lineFaults.tooManySigns(200) });
    expect(faultIn({ title: 7 })).toEqual({ field: "title", why: lineFaults.wrongKind("tekst") });
    expect(faultIn({ title: null })).toEqual({ field: "title", why: lineFaults.missing });
    expect(faultIn({ title: " " })).toEqual({ field: "title", why: lineFaults.missing });
    expect(faultIn({ summary: "x".repeat(501) })).toEqual({ field: "summary", why: lineFaults.tooManySigns(500) });
    expect(faultIn({ facts: ["gratis"] })).toEqual({ field: "facts.0", why: lineFaults.fact });
    expect(faultIn({ pauses: ["weekend"] })).toEqual({ field: "pauses.0", why: lineFaults.pause });
    expect(faultIn({ ages: [60, 18] })).toEqual({ field: "ages", why: lineFaults.ages });
    expect(faultIn({ url: "javascript:alert(1)" })).toEqual({ field: "url", why: lineFaults.url });
    expect(faultIn({ confirmed: "i går" })).toEqual({ field: "confirmed", why: lineFaults.schedule.badDate });
    expect(faultIn({ contact: { name: "Lis", email: "lis" } })).toEqual({
      field: "contact.email",
      why: lineFaults.email,
    });
    expect(faultIn({ id: true })).toEqual({ field: "id", why: lineFaults.noText });
  });

  it.each(["daa1", "DA", "d", "dansk"])("cannot name a language %s", (language) => {
    expect(faultIn({ languages: ["da", language] })).toEqual({ field: "languages.1", why: lineFaults.language });
  });

  it.each(["826", "82600", "x8260", "8260x"])("cannot give %s as a postcode", (postcode) => {
    expect(faultIn(placed({ postcode }))).toEqual({ field: "place.postcode", why: lineFaults.postcode });
  });

  it("can point to every corner of Denmark and nowhere beyond", () => {
    for (const corner of [{ lat: 54.4 }, { lat: 58 }, { lng: 7.8 }, { lng: 15.3 }])
      expect(faultIn(placed(corner))).toBeNull();
    for (const [name, value] of [
      ["lat", 54.39],
      ["lat", 58.01],
      ["lng", 7.79],
      ["lng", 15.31],
    ] as const)
      expect(faultIn(placed({ [name]: value }))).toEqual({ field: `place.${name}`, why: lineFaults.notInDenmark });
  });

  it("must say where it is unless it is online", () => {
    expect(faultIn({ place: undefined })).toEqual({ field: "place", why: lineFaults.missing });
    expect(faultIn(placed({ lat: undefined }))).toEqual({ field: "place.lat", why: lineFaults.missing });
    expect(faultIn(placed({ lng: null }))).toEqual({ field: "place.lng", why: lineFaults.missing });
  });

  it("must say either that it is free or what it costs, and for what", () => {
    for (const price of [{}, { ore: null }, { free: false }, { free: true, ore: 100, per: "gang" }])
      expect(faultIn({ price })).toEqual({ field: "price.free", why: lineFaults.freeOrOre });
    for (const price of [{ ore: 2000 }, { ore: 2000, per: null }])
      expect(faultIn({ price })).toEqual({ field: "price.per", why: lineFaults.per });
    expect(faultIn({ price: { ore: 20.5, per: "gang" } })?.why).toBe(lineFaults.wholeOre);
    expect(faultIn({ price: { ore: -1, per: "gang" } })?.field).toBe("price.ore");
  });

  it("hears which entry of the schedule is strange, and why", () => {
    const tuesday = { weekday: "tir", start: "10:00", end: "12:00", from: "2026-09-01" };
    expect(faultIn({ schedule: [tuesday, { ...tuesday, exept: [] }] })).toEqual({
      field: "schedule.1",
      why: lineFaults.unknownKey("exept"),
    });
    expect(faultIn({ schedule: [{ ...tuesday, start: "25:00" }] })?.field).toBe("schedule.0.start");
    expect(faultIn({ schedule: [] })?.field).toBe("schedule");
  });
});

describe("A line that comes again", () => {
  it("is known by its own number, whatever else has changed", () => {
    expect(keyOf(lineFrom({ id: "vb-17" }))).toBe("id:vb-17");
    expect(keyOf(lineFrom({ id: "vb-17", title: "Nyt navn" }))).toBe("id:vb-17");
  });

  it("without one is known by whose it is, its title, its place and its first time", () => {
    const key = (changes = {}) => keyOf(lineFrom({ id: undefined, ...changes }));
    expect(key()).toMatch(/^sha256:[\w-]{43}$/);
    expect(key({ description: "Nyt." })).toBe(key());
    const others = [
      { organisation: "Gellerup IF" },
      { title: "En anden" },
      placed({ name: "Folkehuset" }),
      { schedule: [{ weekday: "ons", start: "10:00", end: "12:00", from: "2026-09-01" }] },
    ];
    expect(new Set([key(), ...others.map(key)]).size).toBe(5);
  });
});
