import { describe, expect, it } from "vitest";
import { cardDay, cardFacts, commonFacts, folded } from "../../src/board/card-lines.ts";
import type { Card } from "../../src/board/cards.ts";
import { factLabel } from "../../src/shared/facts.ts";
import { instantOf } from "../../src/shared/time.ts";

const TODAY = "2026-11-24";
const FREE = { ore: 0, per: null, firstFree: false } as const;

describe("A card", () => {
  it("says today and tomorrow in place of the weekday", () => {
    expect(cardDay(instantOf("2026-11-24", "10:00"), TODAY)).toEqual({ weekday: "i dag", day: "24", month: "nov." });
    expect(cardDay(instantOf("2026-11-25", "10:00"), TODAY).weekday).toBe("i morgen");
    expect(cardDay(instantOf("2026-11-26", "10:00"), TODAY).weekday).toBe("tor");
  });

  it("tells what was wished for first, then what decides whether one dares come, three facts at most", () => {
    const facts = ["dropin", "vaert", "teleslynge", "trinfri"];
    const told = (wished: string[], common: string[] = []) => cardFacts({ facts, price: FREE }, { wished, common });
    expect(told([])).toHaveLength(2);
    expect(told(["teleslynge"])[0]).toBe(factLabel("teleslynge"));
    expect(told(["teleslynge", "trinfri", "dropin", "vaert"])).toHaveLength(3);
    expect(told([], ["vaert"])).not.toContain(factLabel("vaert"));
    expect(told(["vaert"], ["vaert"])).toContain(factLabel("vaert"));
  });

  it("always says whom it is only for", () => {
    const facts = ["dropin", "vaert", "proevetime", "teleslynge", "kun-maend"];
    const told = (wished: string[]) => cardFacts({ facts, price: FREE }, { wished, common: ["kun-maend"] });
    for (const wished of [[], ["teleslynge", "vaert", "dropin"]])
      expect(told(wished).filter((label) => label === factLabel("kun-maend"))).toHaveLength(1);
  });

  it("says that the first time is free where the others are not", () => {
    expect(cardFacts({ facts: [], price: { ore: 2000, per: null, firstFree: true } })).toEqual([
      "Første gang er gratis",
    ]);
    expect(cardFacts({ facts: [], price: { ...FREE, firstFree: true } })).toEqual([]);
  });

  it("leaves out what nearly all hits have", () => {
    expect(commonFacts({ vaert: 90, dropin: 50 }, 100)).toEqual(["vaert"]);
  });

  it("stands once for the same activity in several places", () => {
    const card = (id: string, title: string, slug = "folkehuset") =>
      ({ id, title, organisation: { slug, name: slug } }) as Card;
    const all = [card("a", "Kor"), card("b", "Dans"), card("c", "kor"), card("d", "Kor", "andre")];
    expect(folded(all).map(({ card: { id }, elsewhere }) => [id, elsewhere.map((one) => one.id)])).toEqual([
      ["a", ["c"]],
      ["b", []],
      ["d", []],
    ]);
  });
});
