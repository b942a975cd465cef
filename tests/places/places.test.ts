import fc from "fast-check";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { insertDefaults } from "../../db/defaults.ts";
import type { Db } from "../../db/client.ts";
import { activities, areaNicknames, areas, postcodes, synonyms, themes } from "../../db/schema.ts";
import { importLines } from "../../src/exchange/import.ts";
import { distanceMetres, nearest } from "../../src/places/distance.ts";
import { noGeocoder } from "../../src/places/geocoder.ts";
import { refileAreas } from "../../src/jobs/refile-areas.ts";
import { openRefiling } from "../../src/activities/refiling.ts";
import { areaOf, aboutIn, isRefiling, postcodeOf, readPlaces, refileAll } from "../../src/places/places.ts";
import { holds } from "../../src/places/polygon.ts";
import { noted, NOW, onlyActivity, openTown, wholeLine } from "../world.ts";

const VIBY = { lat: 56.1263, lng: 10.1528 };
const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

/** Gives an area a border around the whole town. */
function widen(db: Db, slug: string): void {
  db.update(areas)
    .set({ polygon: { type: "Polygon", coordinates: [square(10.1, 56.1, 0.1)] } })
    .where(eq(areas.slug, slug))
    .run();
  refileAll(db);
}

describe("The places of a new site", () => {
  const db = openTown();

  it("are the 24 areas, the 22 postcodes and the 12 themes, by the slugs that links rely on", () => {
    expect(db.select().from(areas).all()).toHaveLength(24);
    expect(db.select().from(postcodes).all()).toHaveLength(22);
    expect(
      db
        .select()
        .from(themes)
        .orderBy(themes.position)
        .all()
        .map(({ slug }) => slug)
        .join(" "),
    ).toBe("samvaer motion natur mad musik haandarbejde kunst spil it kurser samtale frivillig");
    expect(
      db
        .select()
        .from(areas)
        .all()
        .map(({ slug }) => slug),
    ).toEqual(
      expect.arrayContaining([
        "midtbyen",
        "holme-hoejbjerg-skaade",
        "aaby",
        "maarslet",
        "skoedstrup-loegten",
        "haarup-mejlby",
      ]),
    );
  });

  it("know what people call parts of an area", () => {
    const found = Object.fromEntries(
      db
        .select()
        .from(areaNicknames)
        .all()
        .map(({ name, area }) => [name, area]),
    );
    expect(found).toMatchObject({
      Trøjborg: "midtbyen",
      Frederiksbjerg: "midtbyen",
      Gellerup: "brabrand-gellerup",
      Christiansbjerg: "skejby-christiansbjerg",
      Kolt: "hasselager-kolt",
      Løgten: "skoedstrup-loegten",
      Risskov: "vejlby-risskov",
    });
  });

  it("are put in once: what an editor changed stays", () => {
    const own = openTown();
    own.update(themes).set({ name: "Kor" }).where(eq(themes.slug, "musik")).run();
    const count = own.select().from(synonyms).all().length;
    insertDefaults(own);
    expect(own.select().from(themes).where(eq(themes.slug, "musik")).get()?.name).toBe("Kor");
    expect(own.select().from(synonyms).all()).toHaveLength(count);
  });
});

describe("Distance", () => {
  it("a degree to the north is 111.2 km, a degree to the east in Aarhus 61.9 km", () => {
    expect(distanceMetres({ lat: 56, lng: 10 }, { lat: 57, lng: 10 }) / 1000).toBeCloseTo(111.195, 2);
    expect(distanceMetres({ lat: 56.1567, lng: 10 }, { lat: 56.1567, lng: 11 }) / 1000).toBeCloseTo(
      111.195 * Math.cos((56.1567 * Math.PI) / 180),
      2,
    );
  });

  it("is the same both ways, and nothing to where one is", () => {
    const point = fc.record({
      lat: fc.double({ min: -89, max: 89, noNaN: true }),
      lng: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(
        point,
        point,
        (a, b) => Math.abs(distanceMetres(a, b) - distanceMetres(b, a)) < 1e-3 && distanceMetres(a, a) === 0,
      ),
    );
  });

  it("nothing is nearest where there is nothing", () => {
    expect(nearest([], VIBY)).toBeNull();
  });
});

describe("The area of a point", () => {
  const places = readPlaces(openTown());

  it("without polygons is that of the nearest centre", () => {
    expect(areaOf(places, VIBY)).toBe("viby");
    for (const area of places.areas) expect(areaOf(places, area)).toBe(area.slug);
  });

  it("is that of the polygon that holds it, also when another centre is nearer", () => {
    const wide = places.areas.map((area) =>
      area.slug === "tilst"
        ? { ...area, polygon: { type: "Polygon" as const, coordinates: [square(10.1, 56.1, 0.1)] } }
        : area,
    );
    expect(areaOf({ ...places, areas: wide }, VIBY)).toBe("tilst");
    expect(areaOf({ ...places, areas: wide }, { lat: 56.2028, lng: 10.226 })).toBe("vejlby-risskov");
  });

  it("a hole does not belong to a polygon, a second part does", () => {
    const holed = {
      type: "MultiPolygon" as const,
      coordinates: [[square(10, 56, 1), square(10.4, 56.4, 0.2)], [square(12, 55, 1)]],
    };
    expect([
      holds(holed, { lat: 56.1, lng: 10.1 }),
      holds(holed, { lat: 56.5, lng: 10.5 }),
      holds(holed, { lat: 55.5, lng: 12.5 }),
      holds(holed, { lat: 58, lng: 10.5 }),
    ]).toEqual([true, false, true, false]);
  });

  it("a square holds exactly the points between its sides", () => {
    const inner = fc
      .double({ min: -0.5, max: 1.5, noNaN: true })
      .filter((n) => Math.abs(n) > 1e-9 && Math.abs(n - 1) > 1e-9);
    fc.assert(
      fc.property(
        inner,
        inner,
        (x, y) =>
          holds({ type: "Polygon", coordinates: [square(10, 56, 1)] }, { lat: 56 + y, lng: 10 + x }) ===
          (x > 0 && x < 1 && y > 0 && y < 1),
      ),
    );
  });

  it("is computed anew when areas change, and only what moved is noted", async () => {
    const db = openTown();
    importLines(db, [JSON.stringify(wholeLine())], NOW);
    const before = noted(db).length;
    refileAll(db);
    expect(await refileAreas(db)).toBe(0);
    expect(noted(db)).toHaveLength(before);
    widen(db, "tilst");
    expect(await refileAreas(db)).toBe(1);
    expect(onlyActivity(db).area).toBe("tilst");
    expect(noted(db)).toHaveLength(before + 1);
    expect(await refileAreas(db)).toBe(0);
  });

  it("is computed step by step: cut off it goes on from there, and it begins anew when areas change once more", () => {
    const db = openTown();
    const lines = Array.from({ length: 450 }, (_, n) =>
      JSON.stringify({ ...wholeLine(), id: `id-${n}`, title: `Strik ${n}` }),
    );
    importLines(db, lines, NOW);
    const inArea = (slug: string) => db.select().from(activities).where(eq(activities.area, slug)).all().length;
    widen(db, "tilst");
    const first = openRefiling(db)();
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThanOrEqual(200);
    const step = openRefiling(db);
    const second = step() ?? 0;
    expect(inArea("tilst")).toBe((first ?? 0) + second);
    db.update(areas).set({ polygon: null }).where(eq(areas.slug, "tilst")).run();
    widen(db, "hasle");
    for (let steps = 0; step() !== null; steps++) expect(steps).toBeLessThan(450);
    expect(inArea("hasle")).toBe(450);
    expect(isRefiling(db)).toBe(false);
  });
});

describe("Postcodes", () => {
  const places = readPlaces(openTown());

  it("the nearest one is given to a point without any", () => {
    expect(postcodeOf(places, { lat: 56.19, lng: 10.09 })).toBe("8381");
  });

  it("something in one is about in its middle, or where most of it lives; an unknown one has no middle", () => {
    expect(aboutIn(places, "8000")).toEqual({ lat: 56.149, lng: 10.208 });
    expect(areaOf(places, { lat: 56.128, lng: 10.11 })).toBe("stavtrup-ormslev");
    expect(areaOf(places, aboutIn(places, "8260")!)).toBe("viby");
    expect(aboutIn(places, "1050")).toBeNull();
  });

  it("without a geocoder no address is found", async () => {
    expect(await noGeocoder.find("Skanderborgvej 170", "8260")).toBeNull();
  });
});
