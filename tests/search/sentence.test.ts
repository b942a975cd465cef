import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldWithMap } from "#search/fold.ts";
import { withEmojiAsWords } from "../../search/lexicon/emoji-words.ts";
import { languageOf } from "../../search/lexicon/language-of.ts";
import { readSentence } from "#search/sentence.ts";
import type { Sentence } from "#search/sentence.ts";
import { instantOf, localClock, localDate } from "#src/shared/time.ts";
import { PLACES } from "./places.ts";

const TUESDAY = at("2026-11-24", "10:00");
const LATE_TUESDAY = at("2026-11-24", "23:30");
const SUNDAY_EVENING = at("2026-11-22", "20:00");
const SATURDAY = at("2026-11-28", "08:00");
const NEW_YEARS_EVE = at("2026-12-31", "12:00");
const NEW_YEARS_DAY = at("2027-01-01", "00:05");
const CLOCKS_GO_BACK = at("2026-10-25", "02:30");
const DAY_BEFORE_SPRING = at("2027-03-27", "23:45");

/** When it is said, the sentence, what it wishes, the words that remain. */
type Row = [now: number, sentence: string, wishes: string, rest?: string];

const SENTENCES: Row[] = [
  // Several wishes at once
  [TUESDAY, "gåtur onsdag formiddag i Viby gratis", "omraade=viby dag=ons tid=formiddag pris=gratis", "gåtur"],
  [
    TUESDAY,
    "gå eller strik onsdag formiddag i Viby gratis",
    "omraade=viby dag=ons tid=formiddag pris=gratis",
    "gå eller strik",
  ],
  [TUESDAY, "kor på Trøjborg om aftenen", "omraade=midtbyen tid=aften", "kor"],
  [TUESDAY, "svømning under 50 kr", "pris=50", "svømning"],
  [TUESDAY, "Er der kor i Risskov mandag aften?", "omraade=vejlby-risskov dag=man tid=aften", "kor"],
  [TUESDAY, "jeg er 67 år og vil gerne gå ture i nærheden af Viby", "omraade=viby alder=67", "gå ture"],
  [TUESDAY, "jeg bor på Trøjborg og leder efter en bogklub om aftenen", "omraade=midtbyen tid=aften", "bogklub"],
  [TUESDAY, "hvad sker der i weekenden?", "fra=2026-11-28 til=2026-11-29"],
  [TUESDAY, "aktiviteter i Viby", "omraade=viby"],
  [TUESDAY, "aktiviteter", "", "aktiviteter"],
  [TUESDAY, "Viby,gratis", "omraade=viby pris=gratis"],
  [TUESDAY, "PÅ TIRSDAG, I VIBY!", "omraade=viby fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "fælles have i Viby", "omraade=viby", "fælles have"],
  [TUESDAY, "i Viby med kor", "omraade=viby", "kor"],

  // Weekdays, again and again
  [TUESDAY, "tirsdag", "dag=tir"],
  [TUESDAY, "tirsdage", "dag=tir"],
  [TUESDAY, "om tirsdagen", "dag=tir"],
  [TUESDAY, "hver tirsdag", "dag=tir"],
  [TUESDAY, "på tirsdage", "dag=tir"],
  [TUESDAY, "loerdag", "dag=loer"],
  [TUESDAY, "lordag", "dag=loer"],
  [TUESDAY, "soendag", "dag=soen"],
  [TUESDAY, "sondag", "dag=soen"],
  [TUESDAY, "gåtur,onsdag", "dag=ons", "gåtur"],
  [TUESDAY, "yoga tirsdag og torsdag", "dag=tir,tor", "yoga"],
  [TUESDAY, "tirsdag eller onsdag", "dag=tir,ons"],
  [TUESDAY, "man-fre", "dag=man,tir,ons,tor,fre"],
  [TUESDAY, "mandag til torsdag", "dag=man,tir,ons,tor"],
  [TUESDAY, "lørdag til mandag", "dag=man,loer,soen"],
  [TUESDAY, "tors aften", "dag=tor tid=aften"],
  [TUESDAY, "weekend", "dag=loer,soen"],
  [TUESDAY, "hver weekend", "dag=loer,soen"],
  [TUESDAY, "i hverdagen", "dag=man,tir,ons,tor,fre"],
  [TUESDAY, "på hverdage", "dag=man,tir,ons,tor,fre"],
  [TUESDAY, "hverdagsaftener", "dag=man,tir,ons,tor,fre tid=aften"],
  [TUESDAY, "yoga hver dag", "", "yoga"],

  // The next such day
  [TUESDAY, "på tirsdag", "fra=2026-11-24 til=2026-11-24"],
  [LATE_TUESDAY, "på tirsdag", "fra=2026-11-24 til=2026-11-24"],
  [SUNDAY_EVENING, "på tirsdag", "fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "paa tirsdag", "fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "på mandag", "fra=2026-11-30 til=2026-11-30"],
  [TUESDAY, "kommende fredag", "fra=2026-11-27 til=2026-11-27"],
  [TUESDAY, "næste tirsdag", "fra=2026-12-01 til=2026-12-01"],
  [TUESDAY, "på tirsdag eller torsdag", "dag=tir,tor fra=2026-11-24 til=2026-11-26"],
  [TUESDAY, "på tirsdag i næste uge", "dag=tir fra=2026-11-30 til=2026-12-06"],
  [NEW_YEARS_EVE, "på lørdag", "fra=2027-01-02 til=2027-01-02"],
  [CLOCKS_GO_BACK, "på søndag", "fra=2026-10-25 til=2026-10-25"],
  [DAY_BEFORE_SPRING, "på søndag", "fra=2027-03-28 til=2027-03-28"],

  // Today and around it
  [TUESDAY, "i dag", "fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "idag", "fra=2026-11-24 til=2026-11-24"],
  [LATE_TUESDAY, "i dag", "fra=2026-11-24 til=2026-11-24"],
  [LATE_TUESDAY, "i morgen", "fra=2026-11-25 til=2026-11-25"],
  [TUESDAY, "i aften", "tid=aften fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "i eftermiddag", "tid=eftermiddag fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "i morgen formiddag", "tid=formiddag fra=2026-11-25 til=2026-11-25"],
  [TUESDAY, "i morgen tidlig", "tid=morgen fra=2026-11-25 til=2026-11-25"],
  [TUESDAY, "i overmorgen", "fra=2026-11-26 til=2026-11-26"],
  [TUESDAY, "i dag eller i morgen", "fra=2026-11-24 til=2026-11-25"],
  [NEW_YEARS_EVE, "i morgen", "fra=2027-01-01 til=2027-01-01"],
  [NEW_YEARS_DAY, "i dag", "fra=2027-01-01 til=2027-01-01"],
  [CLOCKS_GO_BACK, "i dag", "fra=2026-10-25 til=2026-10-25"],
  [CLOCKS_GO_BACK, "i morgen", "fra=2026-10-26 til=2026-10-26"],
  [DAY_BEFORE_SPRING, "i morgen", "fra=2027-03-28 til=2027-03-28"],
  [TUESDAY, "om 14 dage", "fra=2026-12-08 til=2026-12-08"],
  [TUESDAY, "om en uge", "fra=2026-12-01 til=2026-12-01"],
  [TUESDAY, "de næste 14 dage", "fra=2026-11-24 til=2026-12-08"],

  // Weekends, weeks and months
  [TUESDAY, "i weekenden", "fra=2026-11-28 til=2026-11-29"],
  [SATURDAY, "i weekenden", "fra=2026-11-28 til=2026-11-29"],
  [SUNDAY_EVENING, "i weekenden", "fra=2026-11-22 til=2026-11-22"],
  [CLOCKS_GO_BACK, "i weekenden", "fra=2026-10-25 til=2026-10-25"],
  [NEW_YEARS_DAY, "i weekenden", "fra=2027-01-02 til=2027-01-03"],
  [TUESDAY, "i næste weekend", "fra=2026-12-05 til=2026-12-06"],
  [TUESDAY, "denne uge", "fra=2026-11-24 til=2026-11-29"],
  [SUNDAY_EVENING, "denne uge", "fra=2026-11-22 til=2026-11-22"],
  [TUESDAY, "næste uge", "fra=2026-11-30 til=2026-12-06"],
  [SUNDAY_EVENING, "næste uge", "fra=2026-11-23 til=2026-11-29"],
  [NEW_YEARS_EVE, "næste uge", "fra=2027-01-04 til=2027-01-10"],
  [NEW_YEARS_EVE, "denne uge", "fra=2026-12-31 til=2027-01-03"],
  [TUESDAY, "uge 49", "fra=2026-11-30 til=2026-12-06"],
  [TUESDAY, "uge 49-50", "fra=2026-11-30 til=2026-12-13"],
  [NEW_YEARS_EVE, "uge 1", "fra=2027-01-04 til=2027-01-10"],
  [NEW_YEARS_DAY, "uge 53", "fra=2026-12-28 til=2027-01-03"],
  [NEW_YEARS_DAY, "uge 49", "fra=2027-12-06 til=2027-12-12"],
  [TUESDAY, "uge 54", "", "uge 54"],
  [TUESDAY, "kor i december", "fra=2026-12-01 til=2026-12-31", "kor"],
  [NEW_YEARS_EVE, "i december", "fra=2026-12-31 til=2026-12-31"],
  [NEW_YEARS_DAY, "næste måned", "fra=2027-02-01 til=2027-02-28"],

  // Dates
  [TUESDAY, "den 3. december", "fra=2026-12-03 til=2026-12-03"],
  [TUESDAY, "3. december", "fra=2026-12-03 til=2026-12-03"],
  [TUESDAY, "3.december", "fra=2026-12-03 til=2026-12-03"],
  [TUESDAY, "d. 3/12", "fra=2026-12-03 til=2026-12-03"],
  [TUESDAY, "3/12", "fra=2026-12-03 til=2026-12-03"],
  [TUESDAY, "tirsdag den 1. december", "fra=2026-12-01 til=2026-12-01"],
  [TUESDAY, "torsdag 3.12", "fra=2026-12-03 til=2026-12-03"],
  [TUESDAY, "på onsdag d. 2.", "fra=2026-12-02 til=2026-12-02"],
  [TUESDAY, "på onsdag den 3.", "fra=2026-11-25 til=2026-11-25", "3"],
  [TUESDAY, "i starten af december", "fra=2026-12-01 til=2026-12-31"],
  [TUESDAY, "3.12.2027", "fra=2027-12-03 til=2027-12-03"],
  [TUESDAY, "2026-12-03", "fra=2026-12-03 til=2026-12-03"],
  [TUESDAY, "den 24. november", "fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "den 23. november", "fra=2027-11-23 til=2027-11-23"],
  [NEW_YEARS_DAY, "31. december", "fra=2027-12-31 til=2027-12-31"],
  [NEW_YEARS_EVE, "1. januar", "fra=2027-01-01 til=2027-01-01"],
  [TUESDAY, "29. februar", "fra=2028-02-29 til=2028-02-29"],
  [TUESDAY, "31/2", "", "31/2"],
  [TUESDAY, "1/2 pris", "", "1/2 pris"],
  [TUESDAY, "fra 3. til 5. december", "fra=2026-12-03 til=2026-12-05"],
  [TUESDAY, "mellem den 3. og 5. december", "fra=2026-12-03 til=2026-12-05"],
  [TUESDAY, "28. december til 3. januar", "fra=2026-12-28 til=2027-01-03"],
  [NEW_YEARS_DAY, "28. december til 3. januar", "fra=2026-12-28 til=2027-01-03"],
  [TUESDAY, "fra den 1. december", "fra=2026-12-01"],
  [TUESDAY, "efter den 1. december", "fra=2026-12-02"],
  [TUESDAY, "før 1. december", "til=2026-11-30"],

  // Times of day and clocks
  [TUESDAY, "om morgenen", "tid=morgen"],
  [TUESDAY, "morgen", "tid=morgen"],
  [TUESDAY, "om formiddagen", "tid=formiddag"],
  [TUESDAY, "formiddag eller eftermiddag", "tid=formiddag,eftermiddag"],
  [TUESDAY, "hen på eftermiddagen", "tid=eftermiddag"],
  [TUESDAY, "aften", "tid=aften"],
  [TUESDAY, "om dagen", "tid=formiddag,eftermiddag"],
  [TUESDAY, "mandag morgen", "dag=man tid=morgen"],
  [TUESDAY, "efter kl. 17", "klfra=17:00"],
  [TUESDAY, "efter kl.17", "klfra=17:00"],
  [TUESDAY, "efter 17", "klfra=17:00"],
  [TUESDAY, "efter kl 17.30", "klfra=17:30"],
  [TUESDAY, "efter kl. 7 om aftenen", "klfra=19:00"],
  [TUESDAY, "før kl. 9", "kltil=09:00"],
  [TUESDAY, "foer kl. 9", "kltil=09:00"],
  [TUESDAY, "inden kl. 12", "kltil=12:00"],
  [TUESDAY, "kl. 10", "klfra=10:00 kltil=10:59"],
  [TUESDAY, "banko fredag kl 19.30", "dag=fre klfra=19:30 kltil=19:59", "banko"],
  [TUESDAY, "kl. 2", "klfra=14:00 kltil=14:59"],
  [TUESDAY, "kl. 25", "", "kl 25"],
  [TUESDAY, "mellem kl. 10 og 12", "klfra=10:00 kltil=12:00"],
  [TUESDAY, "kl. 10-12", "klfra=10:00 kltil=12:00"],
  [TUESDAY, "10.30-12.00", "klfra=10:30 kltil=12:00"],
  [TUESDAY, "efter kl. 10 og før kl. 12", "klfra=10:00 kltil=12:00"],
  [TUESDAY, "tirsdag 9-12", "dag=tir klfra=09:00 kltil=12:00"],
  [TUESDAY, "9-12 år", "alder=9"],
  [TUESDAY, "fredag 9-12 år", "dag=fre alder=9"],
  [TUESDAY, "omkring kl. 10", "klfra=09:00 kltil=11:00"],
  [TUESDAY, "ved 10-tiden", "klfra=09:00 kltil=11:00"],

  // Prices
  [TUESDAY, "under 50 kr", "pris=50"],
  [TUESDAY, "højst 50 kr.", "pris=50"],
  [TUESDAY, "hoejst 50kr", "pris=50"],
  [TUESDAY, "max 50 kroner", "pris=50"],
  [TUESDAY, "under 1.000 kr", "pris=1000"],
  [TUESDAY, "højst 49,50 kr", "pris=50"],
  [TUESDAY, "mellem 50 og 100 kr", "pris=100"],
  [TUESDAY, "over 50 kr", "", "over 50 kr"],
  [TUESDAY, "gratis", "pris=gratis"],
  [TUESDAY, "gratis eller under 50 kr", "pris=50"],
  [TUESDAY, "gratis parkering", "fakta=parkering"],
  [TUESDAY, "ikke gratis", "", "ikke gratis"],

  // Facts
  [TUESDAY, "uden tilmelding", "fakta=dropin"],
  [TUESDAY, "bare mød op", "fakta=dropin"],
  [TUESDAY, "drop-in", "fakta=dropin"],
  [TUESDAY, "drop in", "fakta=dropin"],
  [TUESDAY, "kørestol", "fakta=trinfri"],
  [TUESDAY, "kørestolsvenlig", "fakta=trinfri"],
  [TUESDAY, "jeg sidder i kørestol og vil gerne male", "fakta=trinfri", "male"],
  [TUESDAY, "træning uden trapper, med teleslynge", "fakta=trinfri,teleslynge", "træning"],
  [TUESDAY, "keramik for begyndere", "fakta=begynder", "keramik"],
  [TUESDAY, "begynder", "fakta=begynder"],
  [TUESDAY, "lettere øvet", "fakta=let-oevet"],
  [TUESDAY, "prøvetime", "fakta=proevetime"],
  [TUESDAY, "gratis prøvetime", "fakta=proevetime"],
  [TUESDAY, "aktivitetspas", "fakta=aktivitetspas"],
  [TUESDAY, "hvor man bare kan møde op", "fakta=dropin"],
  [TUESDAY, "spil for begyndere og øvede", "", "spil for begyndere og øvede"],
  [TUESDAY, "kun for kvinder", "fakta=kun-kvinder"],
  [TUESDAY, "samtale på ukrainsk", "fakta=ukrainsk", "samtale"],

  // Ages
  [TUESDAY, "jeg er 67 år", "alder=67"],
  [TUESDAY, "jeg er 67", "alder=67"],
  [TUESDAY, "67 år", "alder=67"],
  [TUESDAY, "67-årig", "alder=67"],
  [TUESDAY, "67 aar", "alder=67"],
  [TUESDAY, "min mor er 82", "alder=82"],
  [TUESDAY, "min far på 91", "alder=91"],
  [TUESDAY, "vi er i tyverne", "alder=25"],
  [TUESDAY, "her til aften", "tid=aften fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "what's on tonight", "tid=aften fra=2026-11-24 til=2026-11-24"],
  [TUESDAY, "kor juleaften", "fra=2026-12-24 til=2026-12-24", "kor"],
  [TUESDAY, "2. juledag", "fra=2026-12-26 til=2026-12-26"],
  [TUESDAY, "nytårsdag", "fra=2027-01-01 til=2027-01-01"],
  [TUESDAY, "første søndag i advent", "fra=2026-11-29 til=2026-11-29"],
  [TUESDAY, "i vinterferien", "fra=2027-02-13 til=2027-02-21"],
  [TUESDAY, "resten af november", "fra=2026-11-24 til=2026-11-30"],
  [TUESDAY, "strik hver anden tirsdag", "dag=tir", "strik"],
  [TUESDAY, "svømning efter arbejde", "klfra=16:00", "svømning"],
  [TUESDAY, "jeg har ikke råd til 300 kr", "pris=299"],
  [TUESDAY, "yoga under en halvtredser", "pris=50", "yoga"],
  [TUESDAY, "strik med 4A", "linje=4A", "strik"],
  [TUESDAY, "bus 16", "linje=16"],
  [TUESDAY, "strikke tæt på letbanen", "linje=letbanen", "strikke"],
  [TUESDAY, "dans uden kor", "not=kor", "dans"],
  [TUESDAY, "ikke strik", "not=strik"],
  [TUESDAY, "noget hyggeligt, bare ikke fodbold", "not=fodbold", "noget hyggeligt"],
  [TUESDAY, "kan ikke sove", "", "kan ikke sove"],
  [TUESDAY, "kor uden smerter", "", "kor uden smerter"],
  [TUESDAY, "безкоштовно", "pris=gratis"],
  [TUESDAY, "للنساء فقط", "fakta=kun-kvinder"],
  [TUESDAY, "yoga on mondays", "dag=man", "yoga"],
  [TUESDAY, "hold for 60+", "alder=60", "hold"],
  [TUESDAY, "børn 6-10 år", "alder=6", "børn"],
  [TUESDAY, "flyttede hertil for 5 år siden", "", "flyttede hertil for 5 år siden"],

  // Places
  [TUESDAY, "i Viby", "omraade=viby"],
  [TUESDAY, "viby", "omraade=viby"],
  [TUESDAY, "8260", "omraade=8260"],
  [TUESDAY, "8260 Viby J", "omraade=8260"],
  [TUESDAY, "i Viby J", "omraade=8260"],
  [TUESDAY, "Aarhus N", "omraade=8200"],
  [TUESDAY, "Århus N", "omraade=8200"],
  [TUESDAY, "i Aarhus", "omraade=aarhus"],
  [TUESDAY, "i Gellerup", "omraade=brabrand-gellerup"],
  [TUESDAY, "Højbjerg", "omraade=holme-hoejbjerg-skaade"],
  [TUESDAY, "Holme-Højbjerg-Skåde", "omraade=holme-hoejbjerg-skaade"],
  [TUESDAY, "på trojborg", "omraade=midtbyen"],
  [TUESDAY, "aaby", "omraade=aaby"],
  [TUESDAY, "i Viby eller Åby", "omraade=viby,aaby"],
  [TUESDAY, "tæt på Viby", "omraade=viby"],
  [TUESDAY, "ikke i Viby", "", "ikke i Viby"],
  [TUESDAY, "5000", "", "5000"],
  [TUESDAY, "i Beder", "omraade=beder-malling"],
  [TUESDAY, "vi beder sammen", "", "vi beder sammen"],
  [TUESDAY, "træning efter skade", "", "træning efter skade"],

  // Words that only look like a wish
  ...[
    "søndagskor",
    "fredagscafé",
    "lørdagsbrunch",
    "aftenskole",
    "formiddagscafé",
    "en tur",
    "man kan strikke",
    "mandehold",
    "kor-tirsdag",
    "tirsdag-kor",
    "drop-in-café",
    "ny i byen",
    "cykling uden alder",
    "it hjælp",
    "kor kvinder",
    "senior",
    "IT og hverdag",
    "hjælp til hverdagen",
    "i skoven",
    "løb 5 km",
    "mistet min mand",
    "c++",
    "morgenmad",
    "ensom og nogen at snakke med",
  ].map((words): Row => [TUESDAY, words, "", words]),
  [TUESDAY, '"tirsdag" kor', "", "tirsdag kor"],
  [TUESDAY, '»på tirsdag« kor "i Viby"', "", "på tirsdag kor i Viby"],
  [TUESDAY, 'kor "i Viby', "omraade=viby", "kor"],
  [TUESDAY, "", ""],
  [TUESDAY, " ?!  ", ""],
];

describe("A sentence is understood as a Dane means it", () => {
  const rows = SENTENCES.map(([now, sentence, wishes, rest = ""]) => ({
    said: `${localDate(now)} ${localClock(now)}`,
    sentence,
    wishes,
    now,
    rest,
  }));

  it.each(rows)("»$sentence«, said $said, wishes »$wishes« and leaves »$rest«", ({ now, sentence, wishes, rest }) => {
    const read = readSentence(sentence, PLACES, now);
    expect({ wishes: told(read), rest: read.rest }).toEqual({ wishes, rest });
  });
});

describe("A place that people name", () => {
  it("is what is near it", () => {
    const { wishes, rest, chips } = readSentence("strik tæt på Dokk1", PLACES, TUESDAY);
    expect(wishes.naer).toEqual({ lat: 56.1536, lng: 10.2142 });
    expect(rest).toBe("strik");
    expect(chips[0]).toMatchObject({ param: "naer", quoted: 'strik "tæt på Dokk1"' });
  });
});

describe("Emoji", () => {
  it("are read as the words that people mean", () => {
    expect(withEmojiAsWords("⚽ i Viby")).toEqual({ text: "fodbold i Viby", skipped: [] });
    expect(withEmojiAsWords("🏃‍♀️")).toEqual({ text: "løb", skipped: [] });
  });

  it("are told when they mean nothing here", () => {
    expect(withEmojiAsWords("kor 🫨🏴")).toMatchObject({ skipped: expect.any(Array) });
  });
});

describe("The language of what is typed", () => {
  it.each([
    ["swimming", "en"],
    ["плавання", "uk"],
    ["سباحة", "ar"],
    ["kadınlar için spor", "tr"],
    ["samotność", "pl"],
    ["کلاس زبان", "fa"],
    ["strik i Viby", null],
    ["yoga", null],
    ["computer", null],
    ["a", null],
    ["o", null],
  ])("»%s« is %s", (typed, lang) => {
    expect(languageOf(typed)).toBe(lang);
  });
});

describe("Words about people and themes lift, and lose no hits", () => {
  it.each([
    ["it hjælp", { tema: ["it"], fakta: [], omraade: [] }],
    ["kor kvinder", { tema: [], fakta: ["kun-kvinder"], omraade: [] }],
    ["senior", { tema: [], fakta: ["senior"], omraade: [] }],
    ["motion for pensionister", { tema: ["motion"], fakta: ["senior"], omraade: [] }],
    ["mistet min mand", { tema: [], fakta: ["sorg"], omraade: [] }],
    ["knitting", { tema: ["haandarbejde"], fakta: [], omraade: [] }],
    ["музика", { tema: ["musik"], fakta: [], omraade: [] }],
    ["IT og hverdag", { tema: ["it"], fakta: [], omraade: [] }],
    ["strik på Trøjborg", { tema: [], fakta: [], omraade: ["midtbyen"], named: ["troejborg"] }],
    ["strik i Viby", { tema: [], fakta: [], omraade: [] }],
  ])("%s", (sentence, lifts) => {
    expect(readSentence(sentence, PLACES, TUESDAY).lifts).toEqual(lifts);
  });
});

describe("Somebody who looks nearby is asked where they are", () => {
  it.each(["kor nær mig", "kor tæt på mig", "kor i nærheden", "kor tæt på", "nærmeste kor"])("%s", (sentence) => {
    const { wantsNear, rest, chips } = readSentence(sentence, PLACES, TUESDAY);
    expect({ wantsNear, rest, chips }).toEqual({ wantsNear: true, rest: "kor", chips: [] });
  });
});

describe("Chips", () => {
  it("hold the words as typed, and the sentence with them in quotation marks", () => {
    expect(readSentence("Kor  på Tirsdag, i Viby", PLACES, TUESDAY).chips).toEqual([
      { text: "på Tirsdag", param: "fra", value: "2026-11-24/2026-11-24", quoted: 'Kor "på Tirsdag", i Viby' },
      { text: "i Viby", param: "omraade", value: "viby", quoted: 'Kor på Tirsdag, "i Viby"' },
    ]);
  });

  it("keep Danish letters whole, however they were typed", () => {
    const decomposed = "kor på Trøjborg på lørdag".normalize("NFD");
    expect(readSentence(decomposed, PLACES, TUESDAY).chips.map((chip) => chip.text.normalize("NFC"))).toEqual([
      "på Trøjborg",
      "på lørdag",
    ]);
  });

  it("are safe to strike when somebody left a quotation mark open", () => {
    const [chip] = readSentence('kor" tirsdag', PLACES, TUESDAY).chips;
    expect(readSentence(chip?.quoted ?? "", PLACES, TUESDAY)).toMatchObject({ chips: [], rest: "kor tirsdag" });
  });

  it("leave a fact alone that the site does not know", () => {
    const places = { ...PLACES, facts: ["dropin"] };
    expect(readSentence("drop-in med teleslynge", places, TUESDAY)).toMatchObject({
      wishes: { fakta: ["dropin"] },
      rest: "teleslynge",
    });
  });
});

const anyPhrase = fc.constantFrom(
  ...SENTENCES.map(([, sentence]) => sentence).filter((sentence) => !sentence.includes('"')),
);
const anySentence = fc
  .array(fc.oneof(anyPhrase, fc.constantFrom("og", "eller", "kor", "café", ",")), { maxLength: 6 })
  .map((parts) => parts.join(" "));

describe("Whatever is typed", () => {
  it("what stands in quotation marks is never understood", () => {
    fc.assert(
      fc.property(anySentence, (sentence) => {
        const { chips, wantsNear, lifts } = readSentence(`"${sentence.replace(/["»«“”„]/g, "")}"`, PLACES, TUESDAY);
        expect({ chips, wantsNear, lifts }).toEqual({
          chips: [],
          wantsNear: false,
          lifts: { tema: [], fakta: [], omraade: [] },
        });
      }),
    );
  });

  it("striking every chip leaves all its words as plain words", () => {
    fc.assert(
      fc.property(anySentence, (sentence) => {
        let read = readSentence(sentence, PLACES, TUESDAY);
        const struck: string[] = [];
        while (read.chips[0]) {
          struck.push(read.chips[0].text);
          expect(struck.length).toBeLessThan(200);
          read = readSentence(read.chips[0].quoted, PLACES, TUESDAY);
        }
        expect(told(read)).toBe("");
        for (const word of struck.flatMap(wordsOf)) expect(wordsOf(read.rest)).toContain(word);
      }),
    );
  });

  it("nothing is refused, and no word is made up", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 80 }),
        fc.integer({ min: 1.7e12, max: 2.5e12 }),
        (typed, now) => {
          const { rest } = readSentence(typed, PLACES, now);
          for (const word of wordsOf(rest)) expect(typed).toContain(word);
        },
      ),
    );
  });
});

describe("Folding", () => {
  it.each([
    ["Æble ØL Århus", "aeble oel aarhus"],
    ["café Müller Straße Björk Äpple", "cafe myller strasse bjoerk aepple"],
    ["A\u030arhus i\u0307", "aarhus i"],
    ["українською", "украінською"],
  ])("%s is compared as %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("leads each folded letter back to where it stood", () => {
    const text = "Så a\u030aben på Ø";
    const { text: folded, at: map } = foldWithMap(text);
    expect(folded).toBe("saa aaben paa oe");
    expect(text.slice(map[folded.indexOf("paa")], map[folded.indexOf("paa") + 3])).toBe("på");
    expect(map.at(-1)).toBe(text.length);
  });
});

function at(date: string, clock: string): number {
  return instantOf(date, clock);
}

function told({ wishes }: Sentence): string {
  return Object.entries(wishes)
    .filter(([, value]) => value !== null && value.length !== 0)
    .map(([name, value]) => `${name}=${value}`)
    .join(" ");
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
