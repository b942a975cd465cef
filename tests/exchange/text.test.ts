import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftFromText } from "../../src/exchange/draft-from-text.ts";
import { hardSentence, lix } from "../../src/activities/plainness.ts";
import { checkSchedule } from "../../src/schedule/check.ts";
import { vocabularyOf } from "../../src/places/vocabulary.ts";
import { emptyFields } from "../../src/activities/activity.ts";
import { pick } from "../../src/shared/keys-of.ts";
import { NOW, openTown } from "../world.ts";
import { PASTED } from "./pasted-texts.ts";

const vocabulary = vocabularyOf(openTown());
const draft = (text: string) => draftFromText(text, vocabulary, NOW);

const SAID = [
  "schedule",
  "pauses",
  "priceOre",
  "pricePer",
  "firstFree",
  "placeName",
  "address",
  "postcode",
  "contactName",
  "contactPhone",
  "contactEmail",
] as const;

describe("A pasted text", () => {
  it("becomes a draft that a contact only looks over", () => {
    const text = `Strikkecafé for alle
Kom og strik med os hver tirsdag kl. 10-12 på Viby Bibliotek, Skanderborgvej 170, 8260 Viby J.
Det er gratis, og man kan bare møde op. Undtagen den 22. december.
Kontakt Lis på 12 34 56 78 eller lis@viby.dk. Bus 4A og 16. https://viby.dk/strik.`;
    expect(draft(text)).toMatchObject({
      title: "Strikkecafé for alle",
      description: text.split("\n").slice(1).join("\n"),
      themes: ["haandarbejde"],
      placeName: "Viby Bibliotek",
      address: "Skanderborgvej 170",
      postcode: "8260",
      schedule: [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-11-24", except: ["2026-12-22"] }],
      priceOre: 0,
      facts: ["dropin"],
      bus: "4A og 16",
      contactName: "Lis",
      contactPhone: "12 34 56 78",
      contactEmail: "lis@viby.dk",
      url: "https://viby.dk/strik",
    });
  });

  it.each([
    ["hver tirsdag kl. 10-12", [{ weekday: "tir", start: "10:00", end: "12:00", from: "2026-11-24" }]],
    [
      "mandage og onsdage 9-11 i ulige uger",
      [
        { weekday: "man", start: "09:00", end: "11:00", from: "2026-11-24", weeks: "odd" },
        { weekday: "ons", start: "09:00", end: "11:00", from: "2026-11-24", weeks: "odd" },
      ],
    ],
    [
      "den første torsdag i måneden kl. 19.00-20.30, starter 3. september",
      [{ rrule: "FREQ=MONTHLY;BYDAY=1TH", start: "19:00", end: "20:30", from: "2026-09-03" }],
    ],
    [
      "tirsdag den 8. december kl. 17.30 - 20 og torsdag den 17. december kl. 18-21",
      [
        { date: "2026-12-08", start: "17:30", end: "20:00" },
        { date: "2026-12-17", start: "18:00", end: "21:00" },
      ],
    ],
    [
      "mandag 19.30-21.30 fra 1. september til 31. maj",
      [{ weekday: "man", start: "19:30", end: "21:30", from: "2026-09-01", until: "2027-05-31" }],
    ],
    ["onsdag kl. 14", [{ weekday: "ons", start: "14:00", end: "16:00", from: "2026-11-24" }]],
    ["3/12 kl. 10-12", [{ date: "2026-12-03", start: "10:00", end: "12:00" }]],
    ["vi er 10-12 deltagere om tirsdagen", []],
  ])("says when in people's own way: %s", (words, schedule) => {
    expect(draft(`Noget nyt\nDet er ${words}.`).schedule).toEqual(schedule);
  });

  it.each([
    ["20 kr. pr. gang", 2000, "gang"],
    ["600 kr pr. sæson", 60_000, "sæson"],
    ["300 kroner om året", 30_000, "år"],
    ["1.200,50 kr. for sæsonen", 120_050, "sæson"],
    ["ganske gratis", 0, null],
  ])("says what it costs: %s", (words, priceOre, pricePer) => {
    expect(draft(`Kor\nDet koster ${words}.`)).toMatchObject({ priceOre, pricePer });
  });

  it("stands here sixty times", () => {
    expect(PASTED.length).toBeGreaterThanOrEqual(60);
  });

  it.each(PASTED)("says what it says and no more: %s", (text, comes) => {
    const read = draft(text);
    const nothing = pick(emptyFields(), SAID);
    expect(pick(read, SAID)).toEqual({ ...nothing, pauses: [], ...comes });
    expect(read.description).not.toMatch(/aB3dE|123 ?456 ?789|882 1234|passcode/);
  });

  it("is not free because it does not say what it costs", () => {
    expect(draft("Kor\nVi synger hver tirsdag kl. 19-21.")).toMatchObject({
      priceOre: null,
      pricePer: null,
      firstFree: false,
    });
  });

  it("of any kind is read quickly into a draft that can be kept", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom(
        "tirsdag ",
        "kl. 10-12 ",
        "den 3. december ",
        "8260 ",
        "Vej 1, ",
        "12 34 56 78 ",
        "20 kr ",
        "til ",
        "første ",
        "i måneden ",
        "\n",
        "@",
        "https://",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const { title, description, schedule, facts } = draft(pieces.join(""));
        expect(title.length).toBeLessThanOrEqual(120);
        expect(description.length).toBeLessThanOrEqual(20_000);
        expect(schedule.length === 0 || checkSchedule(schedule).length === 0).toBe(true);
        expect(new Set(facts).size).toBe(facts.length);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    "12".repeat(50_000),
    "a@".repeat(50_000),
    "Aa ".repeat(30_000),
    "kl. 10-12 ".repeat(9000),
    "den 3. december og ".repeat(5000),
    " ".repeat(100_000),
  ])("of endless repetitions is read within a second (%#)", (text) => {
    const started = performance.now();
    draft(text);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("A hint about a hard text", () => {
  const hard =
    "Foreningens arrangementer gennemføres under hensyntagen til deltagernes individuelle forudsætninger, herunder eventuelle funktionsnedsættelser og kommunikationsmæssige udfordringer i hverdagen. Vi glæder os til at se dig hos os om tirsdagen.";

  it("shows the longest sentence", () => {
    expect(hardSentence(hard)).toMatch(/^Foreningens .* hverdagen\.$/);
  });

  it("is not given for plain words, nor for a few", () => {
    expect(
      hardSentence(
        "Vi strikker og drikker kaffe. Kom og vær med. Du kan bare møde op, og det er gratis. Vi er ti, der ses hver uge. Lis står i døren.",
      ),
    ).toBeNull();
    expect(hardSentence("Funktionsnedsættelser og kommunikationsmæssige udfordringer.")).toBeNull();
  });

  it("counts as it is defined", () => {
    expect(lix("Vi ringer til dig. Det koster ingenting.")).toBeCloseTo(7 / 2 + 100 / 7, 5);
    expect(lix("")).toBe(0);
  });
});
