import type { DocumentOccurrence, SearchDocument } from "../../search/document.ts";

/** Monday 2 November 2026, 10:00 in Copenhagen. */
export const BENCH_NOW = Date.UTC(2026, 10, 2, 9, 0);

const MINUTE = 60_000;
const WEEKS = 26;
const WINTER_OFFSET = 60;

const THEMES = [
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
const FACTS = [
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
const AREAS: [string, string, string, number, number][] = [
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
const KINDS: [string[], string[], string[]][] = [
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
const ENDINGS = [
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
const VENUES = [
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
const ORGANISERS = [
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
const SENTENCES = [
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
const FIRST_NAMES = [
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
const ONSETS = [
  "b",
  "br",
  "d",
  "dr",
  "f",
  "fl",
  "fr",
  "g",
  "gr",
  "h",
  "k",
  "kl",
  "kr",
  "l",
  "m",
  "n",
  "p",
  "pl",
  "r",
  "s",
  "sk",
  "sl",
  "sm",
  "sn",
  "sp",
  "st",
  "str",
  "sv",
  "t",
  "tr",
  "v",
];
const VOWELS = ["a", "e", "i", "o", "u", "y", "æ", "ø", "å"];
const CODAS = ["", "", "l", "n", "r", "s", "t", "nd", "ng", "rt", "sk", "lt", "m", "v", "g"];
const WORD_ENDINGS = ["", "en", "er", "et", "erne", "ing", "else", "sted", "mand", "lund", "borg", "gaard"];

/** A repeatable stream of numbers from 0 to 1 (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The areas of the corpus, to be suggested and counted. */
export const CORPUS_NAMES = [
  ...AREAS.map(([value, label]) => ({ kind: "area" as const, label, value })),
  ...AREAS.map(([, label, postcode]) => ({ kind: "area" as const, label: `${postcode} ${label}`, value: postcode })),
  ...THEMES.map((value) => ({ kind: "theme" as const, label: value, value })),
];

/**
 * The same `n` activities for the same seed: about 26 occurrences and 60 words of text each, and a long tail of rare
 * words.
 */
export function* corpus(n: number, seed = 7): Generator<SearchDocument> {
  const next = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const rareWords = Array.from({ length: 40_000 }, () => inventedWord(pick));
  for (let i = 0; i < n; i++) yield activity(i, next, pick, rareWords);
}

type Pick = <T>(list: readonly T[]) => T;

function activity(i: number, next: () => number, pick: Pick, rareWords: string[]): SearchDocument {
  const [titles, themes, about] = pick(KINDS);
  const [area, areaName, postcode, lat, lng] = pick(AREAS);
  const venue = pick(VENUES);
  const organiser = `${areaName} ${pick(ORGANISERS)}`;
  const online = next() < 0.02;
  const rare = () => rareWords[Math.floor(rareWords.length * next() ** 3)] as string;
  const sentence = () =>
    pick(SENTENCES).replace(/\{(\w)\}/g, (_, kind: string) =>
      kind === "v"
        ? venue
        : kind === "o"
          ? organiser
          : kind === "n"
            ? pick(FIRST_NAMES)
            : kind === "w"
              ? pick(about)
              : kind === "f"
                ? capital(rare())
                : rare(),
    );
  return {
    id: `a${i.toString(36).padStart(5, "0")}`,
    title: titleOf(pick(titles), areaName, venue, next, pick),
    summary: `${sentence()}.`,
    description: Array.from({ length: 4 + Math.floor(next() * 5) }, () => `${sentence()}.`).join(" "),
    names: [organiser, venue, areaName, ...themes],
    areas: online ? [] : [area],
    postcode: online ? null : postcode,
    lat: online ? null : lat + (next() - 0.5) * 0.03,
    lng: online ? null : lng + (next() - 0.5) * 0.05,
    online,
    themes: next() < 0.3 ? [...new Set([...themes, pick(THEMES)])] : themes,
    facts: [...FACTS.filter(() => next() < 0.25), ...(online ? ["online"] : [])],
    priceOre: next() < 0.5 ? 0 : Math.floor(next() * 40) * 500,
    ageMin: next() < 0.3 ? pick([6, 13, 18, 60]) : null,
    ageMax: next() < 0.1 ? 99 : null,
    lines: [],
    publishedAt: BENCH_NOW - Math.floor(next() * 400) * 86_400_000,
    occurrences: occurrencesOf(next),
  };
}

function titleOf(kind: string, area: string, venue: string, next: () => number, pick: Pick): string {
  const chance = next();
  if (chance < 0.35) return `${kind} ${pick(ENDINGS)}`;
  if (chance < 0.65) return `${kind} i ${area}`;
  return chance < 0.85 ? `${kind} på ${venue}` : kind;
}

/** Weekly for half a year, or once; the summer half of the clock is left out. */
function occurrencesOf(next: () => number): DocumentOccurrence[] {
  const today = Math.floor(BENCH_NOW / MINUTE / 1440);
  const day = today + Math.floor(next() * 7);
  const local =
    (day * 24 + (next() < 0.4 ? 17 + Math.floor(next() * 4) : 8 + Math.floor(next() * 9))) * 60 +
    (next() < 0.5 ? 0 : 30);
  const length = 60 + 30 * Math.floor(next() * 4);
  const twice = next() < 0.15;
  const weeks = next() < 0.12 ? 1 : WEEKS;
  return Array.from({ length: twice ? weeks * 2 : weeks }, (_, i) => {
    const at = local + (twice ? Math.floor(i / 2) * 7 + (i % 2) * 2 : i * 7) * 1440;
    const start = (at - WINTER_OFFSET) * MINUTE;
    return { local: at, start, end: start + length * MINUTE };
  });
}

function inventedWord(pick: Pick): string {
  const syllable = () => pick(ONSETS) + pick(VOWELS) + pick(CODAS);
  return syllable() + syllable() + pick(WORD_ENDINGS);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
