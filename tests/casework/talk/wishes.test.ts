import { describe, expect, it } from "vitest";
import { cellsInWords, rectanglesOf } from "../../../src/casework/talk/cells.ts";
import { EMPTY, type Sheet } from "../../../src/casework/talk/sheet.ts";
import { queryOf, wishesOf } from "../../../src/casework/talk/wishes.ts";

const HOME = { name: "Viby", lat: 56.126, lng: 10.152 };
const NAMES = { areas: [{ slug: "aabyhoej", name: "Åbyhøj" }], postcodes: [] };
const wishes = (said: Partial<Sheet>, home: typeof HOME | null = HOME) => wishesOf({ ...EMPTY, ...said }, home, NAMES);
const labels = (...asked: Parameters<typeof wishes>) => wishes(...asked).map(({ label }) => label);

describe("A sheet wishes", () => {
  it("nothing while nothing stands on it", () => {
    expect(wishes({})).toEqual([]);
  });

  it("each thing one likes, and no sentence about somebody", () => {
    expect(labels({ likes: "strik, Sang;  gåture i skoven\nstrik. Hun har strikket i mange år" })).toEqual([
      "strik",
      "Sang",
      "gåture i skoven",
    ]);
    expect(wishes({ likes: "a, b, c, d, e, f" })).toHaveLength(5);
  });

  it("to be near home, else in some areas; without a home nothing is far", () => {
    expect(labels({ km: 2.5 })).toEqual(["Viby + 2,5 km"]);
    expect(labels({ km: 2.5, areas: ["aabyhoej"] })).toEqual(["Åbyhøj"]);
    expect(labels({ km: 3 }, null)).toEqual([]);
  });

  it("its price, its buses, its needs and its times, as the board's search is asked for them", () => {
    const all = wishes({
      km: 3,
      economy: "at-most",
      most: 50,
      pas: true,
      lines: "4a, 16 og Letbanen",
      needs: ["trinfri"],
      earliest: "16:00",
      times: ["tir-aften"],
    });
    expect(all.map(({ label }) => label)).toEqual([
      "Viby + 3 km",
      "tir aften",
      "efter kl. 16",
      "højst 50 kr.",
      "bus 4A, 16, letbanen",
      "aktivitetspas",
      "uden trapper",
    ]);
    expect(queryOf(all)).toEqual({
      naer: { lat: HOME.lat, lng: HOME.lng },
      radius: 3,
      klfra: "16:00",
      pris: 50,
      linje: ["4A", "16", "letbanen"],
      fakta: ["aktivitetspas", "trinfri"],
    });
    expect(queryOf(wishes({ economy: "free", areas: ["aabyhoej"], most: 20 }))).toEqual({
      pris: "gratis",
      omraade: ["aabyhoej"],
    });
    expect(wishes({ economy: "at-most" }), "at most nobody said what").toEqual([]);
  });

  it("times that a search can be asked for, the days with the same parts together", () => {
    const cells = ["tor-aften", "tir-eftermiddag", "ons-eftermiddag"] as const;
    expect(rectanglesOf(cells)).toEqual([
      { days: ["tir", "ons"], parts: ["eftermiddag"] },
      { days: ["tor"], parts: ["aften"] },
    ]);
    expect(cellsInWords(cells)).toBe("tir og ons eftermiddag, tor aften");
    expect(cellsInWords(["man-morgen", "man-formiddag", "man-eftermiddag", "man-aften"])).toBe("man");
  });
});
