import { describe, expect, it } from "vitest";
import { isTileSetting, readTiles, streetsFile, tileOrigin } from "../../src/shared/tiles.ts";

describe("What lies over the map's own coast", () => {
  it.each([
    ["none", null, null],
    ["osm", "https://tile.openstreetmap.org/{z}/{x}/{y}.png", "https://tile.openstreetmap.org"],
    ["pmtiles:aarhus-2026.pmtiles", "/kort/gader.pmtiles", null],
    [
      "https://{s}.kort.example/{z}/{x}/{y}.png|© Kort",
      "https://{s}.kort.example/{z}/{x}/{y}.png",
      "https://a.kort.example",
    ],
    ["/fliser/{z}/{x}/{y}.png|© Os selv", "/fliser/{z}/{x}/{y}.png", null],
  ])("is with %s fetched from there alone", (setting, url, origin) => {
    expect(isTileSetting(setting)).toBe(true);
    expect(readTiles(setting)?.url ?? null).toBe(url);
    expect(tileOrigin(setting)).toBe(origin);
  });

  it.each([
    "pmtiles:../faellesbro.pmtiles",
    "pmtiles:/etc/passwd",
    "pmtiles:a/b.pmtiles",
    "pmtiles:..pmtiles",
    "pmtiles:.pmtiles",
    "pmtiles:faellesbro.db",
    "pmtiles:",
    "kort",
    "",
  ])("is never %j: the site does not start with it", (setting) => {
    expect(isTileSetting(setting)).toBe(false);
    expect(streetsFile(setting)).toBeNull();
  });
});
