/** Slugs of themes. */
export const THEMES = [
  "samvaer",
  "motion",
  "natur",
  "mad",
  "musik",
  "haandarbejde",
  "kunst",
  "spil",
  "it",
  "kurser",
  "samtale",
  "frivillig",
];
/** Slugs of facts. */
export const FACTS = [
  "aktivitetspas",
  "folkeoplysende",
  "dropin",
  "proevetime",
  "vaert",
  "foelgeskab",
  "begynder",
  "rolig",
  "trinfri",
  "handicaptoilet",
  "teleslynge",
  "stille",
  "senior",
  "frivillige",
  "bus",
  "parkering",
  "engelsk",
];
/** Slug, name, postcode, latitude and longitude of some areas. */
export const AREAS: [string, string, string, number, number][] = [
  ["midtbyen", "Midtbyen", "8000", 56.1565, 10.2132],
  ["holme-hoejbjerg-skaade", "Holme-Højbjerg-Skåde", "8270", 56.1124, 10.1982],
  ["viby", "Viby", "8260", 56.1263, 10.1528],
  ["hasle", "Hasle", "8210", 56.1709, 10.1621],
  ["skejby-christiansbjerg", "Skejby-Christiansbjerg", "8200", 56.1918, 10.1852],
  ["vejlby-risskov", "Vejlby-Risskov", "8240", 56.2028, 10.226],
  ["aaby", "Åby", "8230", 56.1517, 10.1608],
  ["tranbjerg", "Tranbjerg", "8310", 56.0928, 10.1368],
  ["hasselager-kolt", "Hasselager-Kolt", "8361", 56.1073, 10.0691],
  ["brabrand-gellerup", "Brabrand-Gellerup", "8220", 56.1532, 10.0914],
  ["tilst", "Tilst", "8381", 56.1911, 10.1133],
  ["lystrup-elsted", "Lystrup-Elsted", "8520", 56.2378, 10.2229],
  ["skaering-egaa", "Skæring-Egå", "8250", 56.2257, 10.2859],
  ["beder-malling", "Beder-Malling", "8330", 56.0432, 10.2195],
  ["maarslet", "Mårslet", "8320", 56.075, 10.1798],
  ["solbjerg", "Solbjerg", "8355", 56.0375, 10.1018],
];
/** Titles of a kind of activity, its themes, and words that are written about it. */
export const KINDS: [string[], string[], string[]][] = [
  [
    ["Svømning", "Seniorsvømning", "Babysvømning", "Svømmehold", "Vandgymnastik"],
    ["motion"],
    ["bassin", "badetøj", "svømmehal", "livredder", "varmt vand"],
  ],
  [
    ["Strikkecafé", "Strikkeklub", "Strikning for alle", "Hæklecafé", "Syværksted"],
    ["haandarbejde", "samvaer"],
    ["garn", "pinde", "masker", "opskrift", "symaskine"],
  ],
  [
    ["Gåtur", "Gågruppe", "Vandretur", "Stavgang", "Byvandring"],
    ["natur", "motion"],
    ["frisk luft", "skov", "sti", "udsigt", "godt fodtøj"],
  ],
  [
    ["Kor", "Sangkor", "Gospelkor", "Seniorkor", "Morgensang"],
    ["musik"],
    ["stemmer", "dirigent", "noder", "koncert", "klaver"],
  ],
  [
    ["Fællesspisning", "Folkekøkken", "Suppeaften", "Madklub"],
    ["mad", "samvaer"],
    ["langbord", "gryderet", "naboer", "opvask", "grøntsager"],
  ],
  [
    ["Brætspilscafé", "Skakklub", "Bridge", "Kortspil", "Banko"],
    ["spil"],
    ["terninger", "brikker", "kort", "turnering", "præmier"],
  ],
  [
    ["IT-hjælp", "Computerkursus", "Hjælp til MitID", "Tabletcafé"],
    ["it", "kurser"],
    ["telefon", "tablet", "kode", "netbank", "digital post"],
  ],
  [
    ["Yoga", "Stoleyoga", "Styrketræning", "Pilates", "Seniorgymnastik"],
    ["motion"],
    ["måtte", "balance", "åndedræt", "muskler", "instruktør"],
  ],
  [
    ["Lektiehjælp", "Lektiecafé", "Dansk for begyndere", "Sprogcafé"],
    ["kurser", "samvaer"],
    ["skole", "grammatik", "opgaver", "samtale", "ordbog"],
  ],
  [
    ["Maleværksted", "Tegnekursus", "Keramik", "Kunstcafé", "Filmklub"],
    ["kunst"],
    ["farver", "pensel", "ler", "lærred", "udstilling"],
  ],
  [
    ["Sorggruppe", "Samtalecafé", "Pårørendegruppe", "Selvhjælpsgruppe"],
    ["samtale"],
    ["tab", "støtte", "fortrolighed", "lytte", "svære tanker"],
  ],
  [
    ["Fælleshave", "Fugletur", "Svampetur", "Byhave", "Skovtur"],
    ["natur"],
    ["planter", "frø", "jord", "kikkert", "kurv"],
  ],
  [
    ["Besøgsven", "Frivillig i genbrugsbutik", "Natteravne", "Indsamling"],
    ["frivillig"],
    ["vagt", "bluse", "besøg", "sortering", "tøj"],
  ],
  [
    ["Dans", "Folkedans", "Linedance", "Zumba", "Seniordans"],
    ["musik", "motion"],
    ["trin", "rytme", "gulv", "partner", "harmonika"],
  ],
  [
    ["Læsekreds", "Bogcafé", "Guidet fælleslæsning", "Skriveværksted"],
    ["kunst", "kurser"],
    ["roman", "digte", "forfatter", "kapitel", "bibliotek"],
  ],
];
/** What a title may end with. */
export const ENDINGS = [
  "for alle",
  "for begyndere",
  "for seniorer",
  "for kvinder",
  "for mænd",
  "om formiddagen",
  "om aftenen",
  "med kaffe",
  "uden tilmelding",
  "i små hold",
  "hver uge",
];
/** Places that each area has. */
export const VENUES = [
  "Folkehuset",
  "Biblioteket",
  "Sognegården",
  "Idrætscentret",
  "Beboerhuset",
  "Medborgerhuset",
  "Kulturhuset",
  "Skolen",
  "Lokalcentret",
  "Klubhuset",
];
/** What the organisers of an area are called. */
export const ORGANISERS = [
  "Idrætsforening",
  "Kulturforening",
  "Bibliotek",
  "Sogn",
  "Aftenskole",
  "Beboerforening",
  "Pensionistforening",
  "Ungdomsklub",
  "Husmoderforening",
  "Frivilligcenter",
];
/**
 * What is written of an activity: `{v}` is the venue, `{o}` the organiser, `{n}` a first name, `{w}` a word about its
 * kind, `{f}` a rare name, `{t}` a rare word.
 */
export const SENTENCES = [
  "Vi mødes på {v} og har det rart med {w}",
  "Du behøver ikke kunne noget, vi viser dig {w} fra begyndelsen",
  "{n} {f} står i døren og tager imod",
  "Der er {w}, {w} og tid til en snak bagefter",
  "Tag gerne en ven med til {w}",
  "Kom som du er, og gå når du vil",
  "Vi slutter med kaffe og {w}",
  "Hos {o} er der plads til {t}",
  "Mange af os har kendt hinanden siden {t}, men nye er velkomne",
  "Det koster ikke noget at se på, mens {n} viser {w}",
  "Der er parkering ved {v}, og bussen holder lige uden for",
  "Har du spørgsmål om {t} eller {w}, så ring til {n} {f}",
  "I år prøver vi også {t} og {w}",
  "Sidste gang var der {t}, og det gør vi igen",
];
/** Of whoever is at the door. */
export const FIRST_NAMES = [
  "Lis",
  "Bent",
  "Kirsten",
  "Ole",
  "Fatima",
  "Jens",
  "Amina",
  "Poul",
  "Hanne",
  "Yusuf",
  "Grethe",
  "Mogens",
  "Olena",
  "Søren",
  "Inge",
  "Karen",
  "Ali",
  "Birthe",
];
