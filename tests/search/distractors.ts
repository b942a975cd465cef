import type { SearchDocument } from "../../search/document.ts";
import { random } from "../bench/corpus.ts";

/** Monday 2 November 2026, 10:00 in Copenhagen: the clock of the gold tests. */
export const GOLD_NOW = Date.UTC(2026, 10, 2, 9, 0);

/** Topics that no gold query asks for: titles, and what is written about them. */
const TOPICS: [titles: string[], about: string[]][] = [
  [
    ["Fodbold på kunstgræs", "Old boys på banen", "Gadefodbold", "Damefodbold"],
    ["bold", "kamp", "målmand", "træner"],
  ],
  [
    ["Badminton i hallen", "Motionsbadminton", "Fjerbold for ukendte"],
    ["ketcher", "fjerbold", "net", "double"],
  ],
  [
    ["Skak", "Lynskak", "Skak i parken"],
    ["brikker", "ur", "bonde", "parti"],
  ],
  [
    ["Bridge for øvede", "Whist", "Kortspil om eftermiddagen"],
    ["kort", "melding", "stik", "makker"],
  ],
  [
    ["Banko i kantinen", "Julebanko", "Stor banko"],
    ["plader", "numre", "gevinster", "opråber"],
  ],
  [
    ["Keramik", "Drejning i ler", "Raku og ler"],
    ["ler", "glasur", "ovn", "drejeskive"],
  ],
  [
    ["Akvarel", "Croquis", "Oliemaling"],
    ["pensel", "farver", "papir", "motiv"],
  ],
  [
    ["Teater for amatører", "Impro", "Revy i forsamlingshuset"],
    ["scene", "rolle", "manuskript", "kulisser"],
  ],
  [
    ["Biograf om eftermiddagen", "Kortfilm", "Dokumentarfilm"],
    ["lærred", "instruktør", "billet", "mørke"],
  ],
  [
    ["Foredrag om havets dyr", "Foredrag om rejser", "Lysbilleder fra Grønland"],
    ["lærred", "spørgsmål", "historier", "kort"],
  ],
  [
    ["Gudstjeneste", "Højmesse", "Meditativ gudstjeneste"],
    ["salmer", "præst", "alter", "orgel"],
  ],
  [
    ["Madlavning fra Syrien", "Kokkeskole", "Bagning af rugbrød"],
    ["gryder", "krydderier", "opskrifter", "forklæde"],
  ],
  [
    ["Vinsmagning", "Ostesmagning", "Kaffesmagning"],
    ["glas", "duft", "smag", "vingård"],
  ],
  [
    ["Blomsterbinding", "Kransebinding", "Tørrede blomster"],
    ["roser", "tråd", "grene", "vase"],
  ],
  [
    ["Fugle i engen", "Fuglekasser", "Ringmærkning af fugle"],
    ["kikkert", "reder", "trækfugle", "sang fra krattet"],
  ],
  [
    ["Svampejagt", "Spiselige svampe", "Rørhatte og kantareller"],
    ["kurv", "skovbund", "kniv", "bestemmelse"],
  ],
  [
    ["Tennis på grus", "Double i tennis", "Padel"],
    ["ketcher", "serv", "bane", "net"],
  ],
  [
    ["Judo", "Karate", "Boksning", "Taekwondo"],
    ["bælte", "måtte", "kast", "handsker"],
  ],
  [
    ["Klatring på væg", "Boulder", "Reb og karabinhager"],
    ["væg", "reb", "greb", "sikring"],
  ],
  [
    ["Golf på ni huller", "Minigolf", "Discgolf"],
    ["kølle", "hul", "green", "kurv"],
  ],
  [
    ["Bowling", "Kegler", "Bowling for firmaer"],
    ["kugle", "kegler", "sko", "serie"],
  ],
  [
    ["Ridning på islændere", "Heste og vogn", "Staldvagt"],
    ["sadel", "hest", "trav", "hø"],
  ],
  [
    ["Pilates", "Rygøvelser", "Udstrækning ved middagstid"],
    ["måtte", "mave", "balance", "elastik"],
  ],
  [
    ["Jolle på fjorden", "Jolle for nye", "Knob og stik"],
    ["sejl", "ror", "vind", "bøje"],
  ],
  [
    ["Skøjter på isen", "Ishockey", "Curling"],
    ["is", "stav", "kost", "hal"],
  ],
  [
    ["Violin", "Klaver fra noder", "Guitar ved bålet", "Saxofon"],
    ["strenge", "noder", "akkorder", "øre"],
  ],
  [
    ["Jazz i gården", "Kammermusik", "Koncert i kirken", "Rock for rødder"],
    ["scene", "trommeslager", "publikum", "bas"],
  ],
  [
    ["Smykker af sølv", "Glaspust", "Læderarbejde"],
    ["tang", "lodde", "perler", "sølv"],
  ],
  [
    ["Træsløjd", "Drejning i træ", "Snitteri"],
    ["sav", "høvl", "kniv", "planker"],
  ],
  [
    ["Engelsk om aftenen", "Italiensk", "Tysk uden tårer", "Fransk for rejsende"],
    ["gloser", "udtale", "grammatik", "samtaleøvelser"],
  ],
  [
    ["Regnskab for foreninger", "Genoplivning", "Hjertestarter"],
    ["regneark", "bilag", "dukke", "puls"],
  ],
  [
    ["Rejseminder", "Lokalhistorie", "Arkivets skatte"],
    ["kort", "breve", "protokoller", "gamle huse"],
  ],
  [
    ["Miniatureflyvere", "Modeltog", "Modelskibe"],
    ["lim", "skinner", "motor", "plast"],
  ],
  [
    ["Radioamatører", "Elektronik på bordet", "Loddekolben"],
    ["antenne", "signal", "printplade", "ledning"],
  ],
  [
    ["Sommerlejr", "Ungdomsfest", "Skateramper"],
    ["telt", "bål", "sovepose", "hjelm"],
  ],
  [
    ["Klodser og dukker", "Dukketeater", "Tamburin for små"],
    ["klodser", "dukker", "tamburin", "gulv"],
  ],
  [
    ["Indsamling af tøj", "Genbrugsbutik", "Affald på stranden"],
    ["poser", "vagter", "hylder", "kasse"],
  ],
  [
    ["Debat om byen", "Borgermøde", "Politik i øjenhøjde"],
    ["mikrofon", "panel", "spørgsmål", "ordstyrer"],
  ],
  [
    ["Yatzy", "Backgammon", "Mahjong"],
    ["terninger", "brikker", "point", "bæger"],
  ],
  [
    ["Bustur til museet", "Rundvisning på rådhuset", "Slotstur"],
    ["bus", "guide", "billet", "tårn"],
  ],
  [
    ["Tarot", "Drømmetydning", "Krystaller"],
    ["kort", "stearinlys", "symboler", "tanker"],
  ],
  [
    ["Tøjbytning", "Lappe og stoppe tøj", "Farvning af garnrester"],
    ["stof", "nål", "knapper", "gryde"],
  ],
];
const QUALIFIERS = [
  "",
  "",
  "om mandagen",
  "hver anden uge",
  "for nye",
  "for øvede",
  "uden forbehold",
  "i mørket",
  "på hverdage",
  "hele året",
  "med te",
  "i det grønne",
  "sidste hold",
  "for voksne",
];
const PLACES = [
  "Kulturhuset",
  "Sognegården",
  "Lokalcentret",
  "Hallen",
  "Forsamlingshuset",
  "Rådhuset",
  "Laden",
  "Pakhuset",
];
const ORGANISATIONS = [
  "Boldforeningen Nordlys",
  "Foreningen Fyrtårnet",
  "Aftenskolen Egen",
  "Bymuseet",
  "Kredsen af 1923",
  "Sognet ved Søen",
  "Borgerforeningen Solsikken",
  "Foreningen Alfa",
];
const AREAS: [slug: string, name: string, postcode: string][] = [
  ["viby", "Viby", "8260"],
  ["hasle", "Hasle", "8210"],
  ["tilst", "Tilst", "8381"],
  ["midtbyen", "Midtbyen", "8000"],
  ["sabro", "Sabro", "8471"],
];
const SENTENCES = [
  "Vi begynder med {w} og slutter med {w}",
  "Du kan låne {w} af os",
  "Der er god plads, og {w} står klar",
  "Ring til os, hvis du er i tvivl om {w}",
  "Sidste år handlede det mest om {w}",
  "Vi har både {w} og {w}",
  "Tag praktisk tøj på",
  "Der er te på kanden",
  "Mød op lidt før, så når vi at finde {w} frem",
  "Alle niveauer er velkomne",
];

/** Activities that no gold query asks for, the same ones for the same seed. */
export function distractors(n: number, seed = 11): SearchDocument[] {
  const next = random(seed);
  return Array.from({ length: n }, (_, i) => {
    const [titles, about] = pick(TOPICS, next);
    const sentences = Array.from({ length: 5 + Math.floor(next() * 6) }, () =>
      pick(SENTENCES, next).replace(/\{w\}/g, () => pick(about, next)),
    );
    return goldDocument(
      `d${i}`,
      `${pick(titles, next)} ${pick(QUALIFIERS, next)}`.trim(),
      `${sentences.join(". ")}.`,
      next,
    );
  });
}

/** The planted activities of a gold set: each title as often as it says, every second copy with its area. */
export function planted(groups: Record<string, readonly (readonly [string, number])[]>, seed = 12): SearchDocument[] {
  const next = random(seed);
  return Object.entries(groups).flatMap(([group, titles]) =>
    titles.flatMap(([title, copies], at) =>
      Array.from({ length: copies }, (_, copy) =>
        goldDocument(
          `${group}-${at}-${copy}`,
          copy % 2 === 1 ? `${title} i ${pick(AREAS, next)[1]}` : title,
          "Vi mødes hver uge. Alle er velkomne.",
          next,
        ),
      ),
    ),
  );
}

function goldDocument(id: string, title: string, description: string, next: () => number): SearchDocument {
  const [slug, area, postcode] = pick(AREAS, next);
  const local = GOLD_NOW / 60_000 + 60 + Math.floor(next() * 7 * 24) * 60;
  const start = (local - 60) * 60_000;
  return {
    id,
    title,
    summary: "",
    description,
    names: [pick(ORGANISATIONS, next), pick(PLACES, next), area],
    areas: [slug],
    postcode,
    lat: 56.1 + next() * 0.1,
    lng: 10.1 + next() * 0.1,
    online: false,
    themes: [],
    facts: [],
    priceOre: 0,
    ageMin: null,
    ageMax: null,
    lines: [],
    publishedAt: 0,
    occurrences: [{ local, start, end: start + 7_200_000 }],
  };
}

function pick<T>(list: readonly T[], next: () => number): T {
  return list[Math.floor(next() * list.length)] as T;
}
