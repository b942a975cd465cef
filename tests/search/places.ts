import type { Vocabulary } from "#search/vocabulary.ts";

const AREAS = [
  "Midtbyen",
  "Holme-Højbjerg-Skåde",
  "Viby",
  "Hasle",
  "Skejby-Christiansbjerg",
  "Vejlby-Risskov",
  "Åby",
  "Tranbjerg",
  "Hasselager-Kolt",
  "Brabrand-Gellerup",
  "Tilst",
  "Skæring-Egå",
  "Beder-Malling",
  "Mårslet",
];
const POSTCODES = [
  "8000 Aarhus C",
  "8200 Aarhus N",
  "8210 Aarhus V",
  "8220 Brabrand",
  "8230 Åbyhøj",
  "8240 Risskov",
  "8260 Viby J",
  "8270 Højbjerg",
  "8310 Tranbjerg J",
];
const THEMES: [string, string][] = [
  ["samvaer", "Samvær og café"],
  ["motion", "Motion og sport"],
  ["natur", "Natur og friluft"],
  ["mad", "Mad og fællesspisning"],
  ["musik", "Musik og sang"],
  ["haandarbejde", "Håndarbejde og kreativt"],
  ["kunst", "Kunst og kultur"],
  ["spil", "Spil"],
  ["it", "IT og hverdag"],
  ["kurser", "Kurser og læring"],
  ["samtale", "Samtale og støtte"],
  ["frivillig", "Frivillig"],
];
const FACTS =
  "aktivitetspas folkeoplysende dropin proevetime vaert foelgeskab begynder let-oevet oevet rolig trinfri handicaptoilet teleslynge stille senior kun-kvinder kun-maend online frivillige oevefaellesskab kommerciel bus parkering engelsk arabisk ukrainsk sorg sygdom paaroerende nytilflyttet ledig";

/** A part of Aarhus, with the default themes and facts. */
export const PLACES: Vocabulary = {
  areas: AREAS.map((name) => ({ slug: slugOf(name), name })),
  holidays: [{ name: "Vinterferie 2027", from: "2027-02-13", until: "2027-02-21" }],
  points: [{ name: "Dokk1", lat: 56.1536, lng: 10.2142 }],
  nicknames: [
    { name: "Trøjborg", area: "midtbyen" },
    { name: "Frederiksbjerg", area: "midtbyen" },
    { name: "Gellerup", area: "brabrand-gellerup" },
  ],
  postcodes: POSTCODES.map((line) => ({ code: line.slice(0, 4), name: line.slice(5) })),
  themes: THEMES.map(([slug, name]) => ({ slug, name })),
  facts: FACTS.split(" "),
};

function slugOf(name: string): string {
  return name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");
}
