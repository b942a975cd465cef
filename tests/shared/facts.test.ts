import { describe, expect, it } from "vitest";
import {
  FACT_SLUGS,
  factLabel,
  factsOf,
  factsToTick,
  OFFERED_FACTS,
  SENSITIVE_FACTS,
  TELLING_FACTS,
} from "../../src/shared/facts.ts";

const NOTHING = { facts: [], level: null, demand: null, languages: [], bus: null, parking: false };

describe("The register of facts", () => {
  it("has each fact once, with words for it", () => {
    expect(new Set(FACT_SLUGS).size).toBe(FACT_SLUGS.length);
    for (const slug of FACT_SLUGS) expect(factLabel(slug)).toMatch(/^\p{Lu}/u);
  });

  it("tells somebody who hesitates first that one may just come, and that somebody stands at the door", () => {
    expect(TELLING_FACTS.slice(0, 4)).toEqual(["dropin", "vaert", "proevetime", "foelgeskab"]);
    expect(OFFERED_FACTS).toEqual([
      "dropin",
      "vaert",
      "proevetime",
      "foelgeskab",
      "begynder",
      "trinfri",
      "aktivitetspas",
    ]);
  });

  it("lets a contact tick each that does not follow from a field, under one heading", () => {
    expect(factsToTick("come")).toEqual([
      "dropin",
      "vaert",
      "proevetime",
      "foelgeskab",
      "aktivitetspas",
      "folkeoplysende",
    ]);
    expect(factsToTick("who")).toEqual([
      "senior",
      "kun-kvinder",
      "kun-maend",
      "nytilflyttet",
      "ledig",
      "sorg",
      "sygdom",
      "paaroerende",
    ]);
    expect(factsToTick("more")).toEqual(["frivillige", "oevefaellesskab", "kommerciel"]);
  });

  it("gives a quick way out where somebody is in grief, ill or next of kin", () => {
    expect(SENSITIVE_FACTS).toEqual(["sorg", "sygdom", "paaroerende"]);
  });

  it("tells languages in the order in which they are spoken", () => {
    expect(factsOf({ ...NOTHING, level: "beginner", languages: ["uk", "da", "en"] })).toEqual([
      "begynder",
      "ukrainsk",
      "engelsk",
    ]);
  });

  it.each([
    [{ level: "beginner" } as const, "begynder"],
    [{ demand: "none" } as const, "rolig"],
    [{ bus: "4A" }, "bus"],
    [{ parking: true }, "parkering"],
    [{ languages: ["da", "uk"] }, "ukrainsk"],
  ])("%j is the fact %s", (field, fact) => {
    expect(factsOf({ ...NOTHING, ...field })).toEqual([fact]);
    expect(factsOf({ ...NOTHING, ...field, facts: [fact, "dropin"] })).toEqual([fact, "dropin"]);
    expect(factsOf(NOTHING)).toEqual([]);
  });
});
