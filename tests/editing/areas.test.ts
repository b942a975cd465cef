import { describe, expect, it } from "vitest";
import type { OpenDb } from "../../db/client.ts";
import type { Viewer } from "../../src/accounts/roles.ts";
import { refileAreas } from "../../src/jobs/refile-areas.ts";
import { importBorders, readBorders } from "../../src/editing/borders.ts";
import { listAreas } from "../../src/editing/areas.ts";
import { isRefiling } from "../../src/places/places.ts";
import { activityOf, addActivity, openSettledTown, refusalOf } from "../world.ts";

describe("An editor's borders", () => {
  const bring = (db: OpenDb, by: Viewer, text: string) => importBorders(db, by, readBorders(db, text));
  const box = (lng: number, lat: number) => [
    [
      [lng, lat],
      [lng + 0.1, lat],
      [lng + 0.1, lat + 0.1],
      [lng, lat + 0.1],
      [lng, lat],
    ],
  ];
  const file = (properties: object, coordinates: unknown) =>
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties, geometry: { type: "Polygon", coordinates } }],
    });

  it("move what lies within them to that area", async () => {
    const { db, ellen, lis } = openSettledTown();
    addActivity(db, { id: "a", area: "viby" });
    expect(refusalOf(() => importBorders(db, lis, []))).toBe("notYours");
    expect(bring(db, ellen, file({ navn: "Hasle" }, box(10.1, 56.1)))).toBe(1);
    expect(isRefiling(db)).toBe(true);
    expect(await refileAreas(db)).toBe(1);
    expect(activityOf(db, "a").area).toBe("hasle");
    expect(isRefiling(db)).toBe(false);
    expect(bring(db, ellen, file({ nr: 12 }, box(10.1, 56.1)))).toBe(1);
    expect(
      listAreas(db)
        .filter(({ hasShape }) => hasShape)
        .map(({ slug }) => slug),
    ).toEqual(["viby", "hasle"]);
  });

  it("are refused when they are no borders, in metres, or of nowhere known", () => {
    const { db, ellen } = openSettledTown();
    for (const bad of [
      "",
      "[]",
      "{}",
      "null",
      '{"type":"FeatureCollection","features":{}}',
      file({ navn: "Viby" }, [
        [
          [573000, 6223000],
          [1, 1],
          [2, 2],
          [573000, 6223000],
        ],
      ]),
      file({ navn: "Viby" }, "x"),
    ]) {
      expect(refusalOf(() => bring(db, ellen, bad))).toBe("fil: notGeoJson");
    }
    expect(refusalOf(() => bring(db, ellen, file({ navn: "Randers" }, box(10, 56.1))))).toBe("fil: noAreaMatched");
  });

  it("are refused when they are finer than a map needs, the others' borders among them, and keep what was there", () => {
    const { db, ellen } = openSettledTown();
    const round = (corners: number) =>
      Array.from({ length: corners }, (_, n) => [
        10.1 + 0.02 * Math.cos((n / corners) * 2 * Math.PI),
        56.1 + 0.01 * Math.sin((n / corners) * 2 * Math.PI),
      ]);
    expect(bring(db, ellen, file({ navn: "Viby" }, [round(12_000)]))).toBe(1);
    expect(refusalOf(() => bring(db, ellen, file({ navn: "Hasle" }, [round(8_001)])))).toBe("fil: bordersManyCorners");
    expect(listAreas(db).filter(({ hasShape }) => hasShape)).toHaveLength(1);
    expect(bring(db, ellen, file({ navn: "Hasle" }, [round(8_000)]))).toBe(1);
    expect(bring(db, ellen, file({ navn: "Viby" }, [round(12_000)]))).toBe(1);
    const pieces = Array.from({ length: 500 }, () => round(4));
    expect(refusalOf(() => bring(db, ellen, file({ navn: "Tilst" }, pieces)))).toBe("fil: bordersManyPieces");
  });

  it("are refused quickly when they are made to take long", () => {
    const { db, ellen } = openSettledTown();
    const features = (count: number, properties: object) =>
      JSON.stringify({
        type: "FeatureCollection",
        features: Array.from({ length: count }, () => ({ type: "Feature", properties, geometry: null })),
      });
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`p${n}`, "ååå"]));
    const began = performance.now();
    expect(refusalOf(() => bring(db, ellen, features(60_000, { a: "b" })))).toBe("fil: bordersManyPieces");
    expect(refusalOf(() => bring(db, ellen, features(1, many)))).toBe("fil: noAreaMatched");
    expect(refusalOf(() => bring(db, ellen, features(1, { name: "å".repeat(2_000_000) })))).toBe("fil: noAreaMatched");
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
