import { describe, expect, it } from "vitest";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { boardAddress, partsOf, readCarried } from "../../src/casework/carried.ts";
import { NOW, openTown } from "../world.ts";

const vocabulary = vocabularyOf(openTown());
const carried = (query: string) => readCarried(new URLSearchParams(query), vocabulary, NOW);
const labels = (query: string) => partsOf(carried(query).search, vocabulary).map((part) => part.label);

describe("A search that comes along to Få hjælp", () => {
  it("is said in the words of the board", () => {
    expect(labels("omraade=viby&dag=ons&tid=formiddag&tema=natur&fakta=dropin&pris=gratis")).toEqual([
      "Onsdag",
      "Formiddag",
      "Viby",
      "Natur og friluft",
      "Bare mød op",
      "Gratis",
    ]);
  });

  it("brings what a sentence meant, and the sentence apart", () => {
    const { search, words } = carried(`q=${encodeURIComponent("gåtur onsdag formiddag i Viby")}&fundet=4`);
    expect(search).toMatchObject({ omraade: ["viby"], dag: ["ons"], tid: ["formiddag"], found: 4 });
    expect(words).toBe("gåtur onsdag formiddag i Viby");
  });

  it("turns a date into its weekday, which holds also next week", () => {
    expect(carried("fra=2026-11-26&til=2026-11-26").search.dag).toEqual(["tor"]);
    expect(carried("fra=2026-11-26&til=2026-11-28").search.dag).toEqual([]);
    expect(carried("klfra=17:00").search.tid).toEqual(["aften"]);
  });

  it("never brings a position", () => {
    expect(JSON.stringify(carried("naer=56.126,10.153&radius=2&boks=56,10,57,11&zoom=12"))).not.toMatch(/56|10\./);
  });

  it("leaves out what the board does not know", () => {
    expect(carried("omraade=nowhere&dag=xyz&tema=x&pris=meget&fundet=-3")).toEqual({
      search: { omraade: [], dag: [], tid: [], tema: [], fakta: [], pris: null },
      words: "",
    });
  });

  it("leads back to the same search, without the words", () => {
    const address = boardAddress(
      carried("q=strik&omraade=viby&dag=ons&tid=formiddag&tema=natur&fakta=dropin&pris=50").search,
    );
    expect(address).toBe("/?omraade=viby&dag=ons&tid=formiddag&tema=natur&pris=50&fakta=dropin");
    expect(boardAddress({})).toBe("/");
  });
});
