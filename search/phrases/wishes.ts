import { oreOf } from "../../src/danish/reading.ts";
import { fixed, phrase } from "./phrase.ts";
import type { Phrase, Reading } from "./phrase.ts";

const KR = " ?(?:kr|kroner|krone|dkk|,-)";
const AMOUNT = "(\\d{1,3}(?:\\.\\d{3})+|\\d{1,5})(?:,(\\d\\d))?";
const PER = "(?:\\.? ?(?:pr\\.?|per|om|/) ?(?:gang|maaned|maaneden|md|saeson|aar|aaret|person))?";
const AT_MOST =
  "(?:til )?(?:under|hoejst|hoejest|max\\.?|maks\\.?|maximum|maksimum|maksimalt|maximalt|op til|ikke over|ikke mere end|ikke dyrere end|mindre end|billigere end|til|for|koster)";

const COINS: Record<string, number> = { tier: 10, tyver: 20, halvtredser: 50, hundred: 100, tohundred: 200, plov: 500 };
const COIN = "(tier|tyver|halvtredser|hundred|tohundred|plov)(?:e?krone(?:r|seddel)|e?lap|mand)?";

const PRICE_PHRASES: Phrase[] = [
  phrase(`(?:har |jeg har |vi har )?(?:ikke|naeppe) raad til ${AMOUNT}${KR}`, ([kroner]) =>
    price(String(Math.max(0, Number(kroner?.replace(".", "")) - 1))),
  ),
  fixed(
    "(?:har )?(?:ingen|ikke (?:nogen|flere|mange)) penge(?: tilbage)?|(?:har )?(?:ikke raad(?! til mad)(?: til (?:noget|det))?)|er (?:flad|fattig)|uden penge",
    {
      pris: "gratis",
      kept: true,
    },
  ),
  phrase(`${AT_MOST} (?:en |et |to )?${COIN}`, ([coin = ""]) => ({ pris: COINS[coin] ?? 0 })),
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

const KIN =
  "mor|far|mand|kone|soen|datter|bror|soester|ven|veninde|nabo|svigermor|svigerfar|kaereste|mormor|farmor|morfar|farfar|bedstemor|bedstefar|dreng|pige|knaegt|teenager|barnebarn|kvinde|moster|faster|onkel|tante|barn";
/** The middle of each decade of a life. */
const DECADES: Record<string, number> = {
  tyver: 25,
  trediver: 35,
  fyrrer: 45,
  halvtredser: 55,
  tresser: 65,
  halvfjerdser: 75,
  firser: 85,
  halvfemser: 95,
};

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
  phrase(
    `(?:min |mit |mine |en |vores )?(?:${KIN}) (?:paa|er) (\\d{1,3})(?![.:,]?\\d| ?(?:kr|personer|mennesker|stk))`,
    ([years]) => age(years),
  ),
  phrase(
    "(?:i )?(?:(?:starten|midten|slutningen) af )?(tyver|trediver|fyrrer|halvtredser|tresser|halvfjerdser|firser|halvfemser)ne",
    ([decade = ""]) => ({ alder: DECADES[decade] ?? 0 }),
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
    "(?:(?:jeg |der |som )?(?:sidder i|har|bruger) |(?:adgang|plads) (?:for|til) |(?:med|i|til|for) )?(?:en )?(?:elkoerestol|koerestole?n?)|koerestols?-?(?:venligt?|egnet|bruger|brugere|adgang)|(?:uden|ingen) (?:trapper|trappe|trin)|(?:maa|skal) ikke (?:have|vaere|op ad) (?:nogen )?(?:trapper|trappe|trin)|trinfrit?|niveaufrit?|handicapvenligt?|(?:med|har|bruger) (?:en )?rollator",
  ],
  ["handicaptoilet", "handicap ?-?toilet|handicapvenligt toilet|koerestolstoilet"],
  [
    "teleslynge",
    "(?:med )?teleslynge|(?:jeg |der |som )?hoerer (?:meget |ret |lidt )?daarligt|(?:jeg )?(?:har|bruger|med) (?:et |to )?hoereapparat(?:er)?|hoereapparat(?:er)?|(?:er )?(?:meget |lidt )?tunghoer(?:e|t)?|nedsat hoerelse|hoerenedsaettelse|hoerehaemmet",
  ],
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

const LINE = "(\\d{1,3}[a-z]?)";
const BY_LINE = "(?:(?:jeg |vi )?(?:bor |kan tage |tager |koerer )?(?:taet paa|naer|naer ved|ved|med|langs|paa|i) )?";

/** Lines of buses and the letbane, as people say them. */
const LINE_PHRASES: Phrase[] = [
  phrase(
    `${BY_LINE}(?:linje|bus(?:sen)?|buslinje|bybus|a-bus)(?: (?:nr\\.?|nummer|linje))? ${LINE}`,
    ([line = ""]) => ({ linje: [line.toUpperCase()] }),
  ),
  phrase(`${BY_LINE}(\\d{1,2}a)`, ([line = ""]) => ({ linje: [line.toUpperCase()] })),
  fixed(`${BY_LINE}(?:letbanen?|letbane ?stop(?:pet)?|letbanestation(?:en)?|light rail)`, { linje: ["letbanen"] }),
];

const NEAR: Phrase = fixed(
  "(?:i |her i )?naerheden af (?:mig|hvor jeg (?:er|bor)|mit hjem)|(?:her )?i naerheden(?! af)|(?:taet paa|naer|naer ved|taet ved|omkring|rundt om) (?:mig|hvor jeg (?:er|bor)|mit hjem)|naermest(?:e)? mig|naermeste(?! paaroerende)|taettest paa(?: mig)?|taet paa$|i mit (?:naer)?omraade|near me",
  { near: true },
);

/** What says nothing about what is looked for. */
const FILLERS: Phrase = fixed(
  "(?:jeg |vi )?(?:vil|ville|kunne) (?:godt |gerne |meget )*(?:gerne|taenke (?:mig|os))(?: at)?(?: finde)?|(?:jeg |vi )?(?:soeger|leder) efter|(?:jeg|vi) soeger|hvad sker der|hvad kan (?:man|jeg|vi) lave|hvor kan (?:man|jeg|vi)(?: finde)?|(?:er|findes) der(?: (?:noget|nogen|nogle|en|et))?|find(?:e)?|vis(?: mig)?|noget (?:at lave|med)|(?:(?:jeg|vi) )?bor(?= (?:i|paa|ved|naer|taet) )|jeg er|(?:hver|alle ugens) dage?|alle dage|hele ugen|(?:en gang )?(?:hver|om) uge(?:n)?|(?:hej )?(?:jeg|mit navn) hedder \\p{L}+|(?:det )?er for (?:min|mit)(?! )|hej|aktiviteter?(?:ne)?|arrangement(?:er)?|events?|tak",
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
  ...LINE_PHRASES,
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
