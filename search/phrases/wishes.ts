import { oreOf } from "../../src/danish/reading.ts";
import { fixed, phrase } from "./phrase.ts";
import type { Phrase, Reading } from "./phrase.ts";

const KR = " ?(?:kr|kroner|krone|dkk|,-)";
const AMOUNT = "(\\d{1,3}(?:\\.\\d{3})+|\\d{1,5})(?:,(\\d\\d))?";
const PER = "(?:\\.? ?(?:pr\\.?|per|om|/) ?(?:gang|maaned|maaneden|md|saeson|aar|aaret|person))?";
const AT_MOST =
  "(?:til )?(?:under|hoejst|hoejest|max\\.?|maks\\.?|maximum|maksimum|maksimalt|maximalt|op til|ikke over|ikke mere end|ikke dyrere end|mindre end|billigere end|til|for|koster)";

const PRICE_PHRASES: Phrase[] = [
  phrase(`(?:over|mindst|mere end|dyrere end|minimum|fra) ${AMOUNT}${KR}`, () => ({ plain: true })),
  phrase(`(?:${AT_MOST} |(?:mellem |fra )?\\d{1,5} ?(?:-|–|og|til) ?)?${AMOUNT}${KR}${PER}`, ([kroner, oere]) =>
    price(kroner, oere),
  ),
  fixed("gratis (?:at )?(?:proeve(?:time|timer|gang|gange)|proeve)", { fakta: ["proevetime"] }),
  fixed("gratis parkering", { fakta: ["parkering"] }),
  fixed(
    "(?:det (?:skal vaere|er) |helt |ganske )?gratis(?: adgang| entre)?|uden betaling|(?:det )?(?:maa ikke koste|koster ikke) noget|koster ingenting",
    {
      pris: "gratis",
    },
  ),
];

const AGE_PHRASES: Phrase[] = [
  fixed("(?:for )?\\d{1,3} aar siden|(?:efter|i|de sidste) \\d{1,3} aar", { plain: true }),
  phrase("(?:under|yngre end) (\\d{1,3}) ?aar", ([years]) => age(years, -1)),
  phrase(
    "(?:(?:jeg|han|hun|vi|som) er |er )?(?:(?:fyldt|snart|over|mindst|mellem|fra|for|til|paa|aeldre end) )?(\\d{1,3})(?: ?(?:-|–|til|og) ?\\d{1,3})?(?: ?-?aarige?| ?-?aar)(?: gammel| gamle| og opefter| og op)?",
    ([years]) => age(years),
  ),
  phrase(
    "(?:jeg|han|hun|vi|mor|far|mand|kone|soen|datter|ven|veninde|nabo) er (?:fyldt )?(\\d{1,3})(?![.:,]?\\d| ?(?:personer|mennesker|kr|stk))",
    ([years]) => age(years),
  ),
  phrase("(?:over )?(\\d{2})\\+", ([years]) => age(years)),
];

/** Explicit phrases, each with the fact that it asks for. */
const FACTS: [string, string][] = [
  [
    "dropin",
    "(?:helt )?(?:uden|ingen) (?:at tilmelde (?:mig|sig)|tilmelding)|(?:man )?(?:kan )?bare (?:at )?(?:moede|moed|dukke|duk|komme|kom) op|moed bare op|kom bare|(?:hvor )?man (?:bare )?kan (?:bare )?(?:moede|dukke|komme) op|(?:(?:man|jeg) )?(?:behoever|skal) ikke (?:at )?(?:tilmelde (?:sig|mig)|melde (?:sig|mig) til)|kraever ikke tilmelding|bare kom|drop ?-?in",
  ],
  [
    "trinfri",
    "(?:(?:jeg |der |som )?(?:sidder i|har|bruger) |(?:adgang|plads) (?:for|til) |(?:med|i|til|for) )?(?:en )?(?:elkoerestol|koerestole?n?)|koerestols?-?(?:venligt?|egnet|bruger|brugere|adgang)|(?:uden|ingen) (?:trapper|trappe|trin)|trinfrit?|niveaufrit?|handicapvenligt?|(?:med|har|bruger) (?:en )?rollator",
  ],
  ["handicaptoilet", "handicap ?-?toilet|handicapvenligt toilet|koerestolstoilet"],
  ["teleslynge", "(?:med )?teleslynge"],
  ["proevetime", "(?:en )?(?:proeve ?-?(?:time|timer|timen|gang|gange|lektion)|proeve en gang|proev en gang)"],
  ["aktivitetspas", "(?:med )?(?:mit )?aktivitets ?-?pas(?:set)?"],
  [
    "begynder",
    "(?:hold )?(?:for )?(?:(?:absolutte|helt nye) )?(?:ny)?begynder(?:e|niveau|hold)?|aldrig proevet (?:det )?foer",
  ],
  ["let-oevet", "(?:for )?(?:let|lettere|lidt) ?-?oeve(?:t|de)"],
  ["oevet", "(?:for )?oeve(?:t|de)"],
  ["rolig", "(?:i )?(?:et )?roligt tempo"],
  ["online", "(?:on ?-?line|virtuelt?|over nettet|paa nettet|paa zoom)"],
  ["kun-kvinder", "(?:kun|udelukkende) (?:for )?(?:kvinder|damer|piger)"],
  ["kun-maend", "(?:kun|udelukkende) (?:for )?(?:maend|herrer|fyre)"],
  ["senior", "seniorvenligt?"],
  ["engelsk", "paa engelsk|engelsktalende|taler engelsk|in english"],
  ["arabisk", "paa arabisk|arabisktalende|taler arabisk"],
  ["ukrainsk", "paa ukrainsk|ukrainsktalende|taler ukrainsk"],
  ["foelgeskab", "(?:med )?(?:en )?(?:foelgeven|foelgeskab|foelgesvend|ledsager)(?: velkommen)?"],
  ["oevefaellesskab", "oevefaellesskab(?:er|et)?"],
  ["folkeoplysende", "folkeoplysende"],
  ["parkering", "(?:med )?(?:parkering|p-plads|parkeringsplads)(?:er)?"],
  ["vaert", "(?:nogen )?(?:der )?(?:tager imod|tage imod)(?: mig)?"],
];

const NEAR: Phrase = fixed(
  "(?:i |her i )?naerheden af (?:mig|hvor jeg (?:er|bor)|mit hjem)|(?:her )?i naerheden(?! af)|(?:taet paa|naer|naer ved|taet ved|omkring|rundt om) (?:mig|hvor jeg (?:er|bor)|mit hjem)|naermest(?:e)? mig|naermeste(?! paaroerende)|taettest paa(?: mig)?|taet paa$|i mit (?:naer)?omraade|near me",
  { near: true },
);

/** What says nothing about what is looked for. */
const FILLERS: Phrase = fixed(
  "(?:jeg |vi )?(?:vil|ville|kunne) (?:godt |gerne |meget )*(?:gerne|taenke (?:mig|os))(?: at)?(?: finde)?|(?:jeg |vi )?(?:soeger|leder) efter|(?:jeg|vi) soeger|hvad sker der|hvad kan (?:man|jeg|vi) lave|hvor kan (?:man|jeg|vi)(?: finde)?|(?:er|findes) der(?: (?:noget|nogen|nogle|en|et))?|find(?:e)?|vis(?: mig)?|noget (?:at lave|med)|(?:(?:jeg|vi) )?bor(?= (?:i|paa) )|jeg er|(?:hver|alle ugens) dage?|alle dage|hele ugen|(?:en gang )?(?:hver|om) uge(?:n)?|aktiviteter?(?:ne)?|arrangement(?:er)?|events?|tak",
  { filler: true },
);

/** An activity has one level: who names several wants none of them to be asked for. */
const ALL_LEVELS: Phrase = fixed(
  "(?:for )?(?:baade )?(?:ny)?begyndere? (?:og|eller|samt) (?:(?:let|lettere) ?-?)?oeve(?:t|de)",
  { plain: true },
);

/** Prices, ages, facts and nearness. */
export const WISH_PHRASES: Phrase[] = [
  ALL_LEVELS,
  ...PRICE_PHRASES,
  ...AGE_PHRASES,
  ...FACTS.map(([fact, source]) => fixed(source, { fakta: [fact] })),
  NEAR,
  FILLERS,
];

function price(kroner = "", oere = "00"): Reading {
  const amount = Math.ceil(oreOf(kroner, oere) / 100);
  return { pris: amount === 0 ? "gratis" : amount };
}

function age(years = "", more = 0): Reading | null {
  const alder = Number(years) + more;
  return alder >= 0 && alder <= 120 ? { alder } : null;
}
