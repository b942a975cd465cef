/**
 * The register of an activity's fields: what somebody states about it. A field is one entry here beside its column
 * (`db/schema.ts`); the form, the import both ways, what it keeps of people's edits, a new form's emptiness and the
 * page read it from here. The order is that of a line.
 */

/**
 * What a field holds that a form and a line read in the usual way; the others are read in `activity-form.ts`, `line-
 * schema.ts`.
 */
export type Kind =
  /** Text of at most so many signs; null when there is none. */
  | { text: number }
  | { flag: true }
  /** A whole number of at least one and at most so much; null when nobody said. */
  | { upTo: number }
  /** One of these; null when nobody said. */
  | { choice: readonly string[] };

/** What is said of a field. */
export interface Field {
  /** Where it stands in a line of the import; fields that share a place are kept or changed together. */
  line: string;
  kind?: Kind;
  /** What an empty form states. */
  empty: unknown;
  /** A new activity may begin with what the newest of its organisation says here. */
  begins?: true;
  /** The page of the activity shows it as it is. */
  page?: true;
  /** What the form asks, where one question is one field. */
  label?: string;
  /** What the page says with it. */
  said?: string;
  /** What it is called when an import tells what it changed: *navnet*. */
  told: string;
}

export const LEVELS = ["beginner", "some", "skilled"] as const;
export const DEMANDS = ["none", "fair", "good"] as const;

export const FIELDS = {
  title: { line: "title", empty: "", label: "Hvad hedder det?", told: "navnet" },
  summary: { line: "summary", empty: "", label: "Sig det i én sætning", told: "den korte sætning" },
  description: { line: "description", empty: "", page: true, label: "Fortæl, hvad I laver", told: "teksten" },
  themes: { line: "themes", empty: [], label: "Hvad handler det om?", told: "emnet" },
  placeName: {
    line: "place.name",
    kind: { text: 200 },
    empty: null,
    begins: true,
    label: "Hvad hedder stedet?",
    told: "stedets navn",
  },
  address: {
    line: "place.address",
    kind: { text: 200 },
    empty: null,
    begins: true,
    label: "Vej og nummer",
    told: "vejen",
  },
  postcode: { line: "place.postcode", empty: null, begins: true, label: "Postnummer", told: "postnummeret" },
  lat: { line: "place.lat, place.lng", empty: null, begins: true, label: "Bredde", told: "nålen på kortet" },
  lng: { line: "place.lat, place.lng", empty: null, begins: true, label: "Længde", told: "nålen på kortet" },
  privatePlace: {
    line: "place.private",
    kind: { flag: true },
    empty: false,
    begins: true,
    label: "Det er i et privat hjem. Vis kun cirka hvor.",
    told: "om det er i et hjem",
  },
  schedule: { line: "schedule", empty: [], told: "tiden" },
  pauses: { line: "pauses", empty: [], label: "Hvornår holder I fri?", told: "hvornår I holder fri" },
  priceOre: { line: "price", empty: null, begins: true, told: "prisen" },
  pricePer: { line: "price", empty: null, begins: true, told: "prisen" },
  firstFree: { line: "price", empty: false, begins: true, label: "Den første gang er gratis", told: "prisen" },
  level: {
    line: "level",
    kind: { choice: LEVELS },
    empty: null,
    page: true,
    label: "Hvor øvet skal man være?",
    told: "niveauet",
  },
  demand: {
    line: "demand",
    kind: { choice: DEMANDS },
    empty: null,
    page: true,
    label: "Hvor god form skal man være i?",
    told: "hvor god form man skal være i",
  },
  facts: { line: "facts", empty: [], told: "godt at vide" },
  languages: { line: "languages", empty: ["da"], page: true, label: "Hvilke sprog taler I?", told: "sprogene" },
  bus: {
    line: "transport.bus",
    kind: { text: 100 },
    empty: null,
    begins: true,
    page: true,
    label: "Hvilke busser kører dertil?",
    said: "Bus",
    told: "busserne",
  },
  parking: {
    line: "transport.parking",
    kind: { flag: true },
    empty: false,
    begins: true,
    page: true,
    label: "Man kan parkere",
    said: "Der er plads til at parkere.",
    told: "om man kan parkere",
  },
  ageMin: { line: "ages", empty: null, label: "Yngste alder", told: "alderen" },
  ageMax: { line: "ages", empty: null, label: "Ældste alder", told: "alderen" },
  places: {
    line: "places",
    kind: { upTo: 10_000 },
    empty: null,
    page: true,
    label: "Hvor mange er der plads til?",
    told: "hvor mange der er plads til",
  },
  firstTime: {
    line: "firstTime",
    kind: { text: 5000 },
    empty: null,
    page: true,
    label: "Hvordan er det at komme første gang?",
    told: "den første gang",
  },
  leadsTo: {
    line: "leadsTo",
    kind: { text: 1000 },
    empty: null,
    page: true,
    label: "Hvad kan man gå videre til bagefter?",
    said: "Det leder videre til",
    told: "hvad det leder videre til",
  },
  contactName: {
    line: "contact.name",
    empty: "",
    begins: true,
    label: "Hvem tager imod?",
    told: "hvem der tager imod",
  },
  contactPhone: { line: "contact.phone", empty: null, begins: true, label: "Telefon", told: "telefonen" },
  contactEmail: { line: "contact.email", empty: null, begins: true, label: "Mail", told: "mailen" },
  url: {
    line: "url",
    empty: null,
    begins: true,
    page: true,
    label: "Jeres egen side på nettet",
    told: "siden på nettet",
  },
} as const satisfies Record<string, Field>;
