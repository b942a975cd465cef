import type { OrganisationState } from "../../db/schema.ts";

export const editorDesk = {
  name: "Redaktion",
  waiting: "Venter på svar",
  organisations: "Foreninger",
  people: "Mennesker",
  searches: "Søgninger",
  teams: "Hold",
  themes: "Temaer",
  settings: "Indstillinger",
};

export const stateNames: Record<OrganisationState, string> = {
  pending: "Venter på svar",
  approved: "Godkendt",
  rejected: "Sagt nej til",
};

export const activityStates = {
  draft: "kladde",
  published: "vist frem",
  paused: "på pause",
  withdrawn: "taget ned",
} as const;

export const waitingTexts = {
  none: "Ingen venter på svar.",
  noneMore: "Når en forening tilmelder sig, står den her, og du får en mail.",
  signedUp: (ago: string) => `Tilmeldt ${ago}`,
  look: "Se på den",
  criteria: "Det lægger vi vægt på",
  criteriaMore: "Foreningen har set den samme liste, da den tilmeldte sig.",
};

export const organisationTexts = {
  all: "Alle",
  title: "Foreninger",
  count: (published: number, all: number) =>
    all === 0 ? "Ingen aktiviteter endnu" : `${published} af ${all} aktiviteter vist frem`,
  contacts: (count: number) => (count === 1 ? "1 kontaktperson" : `${count} kontaktpersoner`),
  none: "Der er ingen foreninger her.",
  search: "Find en forening",
  find: "Find",
  cvr: "CVR",
  noCvr: "Intet CVR-nummer",
  people: "Kontaktpersoner",
  noPeople: "Foreningen har ingen kontaktperson. Invitér en, så den kan passe sine aktiviteter.",
  invited: "har ikke valgt adgangskode endnu",
  inviteContact: "Invitér en kontaktperson",
  activities: "Aktiviteter",
  noActivities: "Foreningen har ikke skrevet nogen aktivitet ind endnu.",
  seePublic: "Se foreningens side",
  approve: "Godkend foreningen",
  approveAgain: "Godkend alligevel",
  approveMore: "Foreningen får besked med mail, og de aktiviteter, som den har vist frem, kan findes med det samme.",
  reject: "Sig nej",
  stop: "Tag foreningen af opslagstavlen",
  rejectLead:
    "Skriv venligt hvorfor, og hvad der skal til. Teksten kommer med i mailen til foreningen. Intet bliver slettet.",
  rejectText: "Hvorfor siger vi nej?",
  decided: (state: OrganisationState, when: string) => `${stateNames[state]} ${when}`,
  youWrote: "Det skrev redaktøren til foreningen:",
};

export const directoryTexts = {
  title: "Kommunens login",
  lead: "Her står, hvem der får adgang, når de logger ind hos kommunen. Den, der ikke står på listen mere, mister sin adgang, næste gang de logger ind.",
  none: "Der står ikke noget endnu. Så får ingen adgang den vej.",
  rule: (claim: string, value: string, gives: string) => `Når ${claim} er ${value}: ${gives}`,
  remove: "Fjern",
  addTitle: "Giv adgang",
  claim: "Navnet på feltet",
  claimHint: "Spørg jeres it. Ofte er det groups eller roles.",
  value: "Hvad skal der stå?",
  valueHint: "Skriv det helt, som det står hos kommunen.",
  access: "Hvad får de adgang til?",
  choose: "Vælg",
  add: "Gem",
};

export const peopleTexts = {
  directory: "Kommunens login",
  fromDirectory: "fra kommunens login",
  forget: "Fjern kommunens login fra kontoen",
  title: "Mennesker",
  lead: "Alle, der kan logge ind, og hvad de har adgang til.",
  invite: "Invitér en person",
  invited: "Inviteret",
  noAccess: "Ingen adgang lige nu",
  take: "Tag adgangen væk",
  takeFrom: (role: string, name: string) => `${name}, ${role}`,
  lift: "Slå log ind i to trin fra",
  search: "Find en person eller et sted",
  find: "Find",
  none: "Ingen passer til det.",
  count: (count: number) => (count === 1 ? "1 person" : `${count} personer`),
};

export const inviteTexts = {
  title: "Invitér en person",
  lead: "Personen får en mail med et link, som virker i 14 dage, og vælger selv en adgangskode.",
  name: "Navn",
  email: "Mailadresse",
  access: "Adgang som",
  choose: "Vælg en adgang",
  isCut: "Er det for en forening? Find den under Foreninger, og invitér derfra.",
  button: "Send invitationen",
};

export const takeTexts = {
  title: "Tag adgangen væk?",
  text: (name: string, place: string) =>
    `${name} kan ikke længere logge ind som ${place}. Det gælder med det samme. Du kan altid give adgangen igen.`,
  yourself: "Det er din egen adgang.",
  button: "Ja, tag adgangen væk",
  back: "Nej, gå tilbage",
  gone: "Den adgang findes ikke. Måske er den allerede taget væk.",
};

export const themeTexts = {
  title: "Temaer",
  lead: "Ret temaernes navn, farve og plads. Adresser og links bliver ved med at virke.",
  name: "Navn",
  place: "Plads",
  hue: "Farve",
  uses: (count: number) => (count === 1 ? "1 aktivitet" : `${count} aktiviteter`),
  button: "Gem temaerne",
  add: "Lav et nyt tema",
  addLead: "Det kommer sidst på listen. Aktiviteter kan få det, og borgere kan finde det, med det samme.",
  addName: "Hvad hedder det?",
  addHint: "Brug de ord, som folk søger med.",
  addHue: "Hvilken farve skal det have?",
  addButton: "Lav temaet",
  removeTitle: "Fjern et tema",
  removeLead:
    "Her står de temaer, som ingen aktivitet har. Et tema i brug kan du først fjerne, når dets aktiviteter har fået et andet.",
  removeNone: "Alle temaer er i brug.",
  remove: "Fjern",
  removeOne: (name: string) => `Fjern ${name}`,
};

export const settingTexts = {
  title: "Indstillinger",
  lead: "Det, som borgere og brobyggere ser. Et felt, som er valgfrit, kan være tomt. Så står det ingen steder.",
  consents: "Ret det, borgeren siger ja til",
  between: (min: number, max: number) => `Et tal fra ${min} til ${max}.`,
  button: "Gem indstillingerne",
};

export const colleagueTexts = {
  title: "Kontaktpersoner",
  lead: (organisation: string) =>
    `De kan skrive, rette og aflyse for ${organisation}. Vær gerne to, så den ene kan være syg.`,
  invite: "Invitér en kollega",
};

/** Who answers for what citizens tell, beside whoever answers for the site. */
export const controllerTexts = {
  title: "Andre dataansvarlige",
  lead: "Hører et hold til et Frivilligcenter eller en anden kommune, så skriv det op her. Sager, der ligger her, kan hold hos andre hverken finde eller få, uden at borgeren siger ja.",
  none: "Alle hold hører til den, der er ansvarlig for siden.",
  make: "Skriv en dataansvarlig op",
  name: "Navn",
  nameHint: "For eksempel: Frivilligcenter Bro",
  ownLead: "Lad et felt stå tomt, når det er som på resten af siden.",
  save: "Gem",
  remove: "Tag den væk",
  removeHint: "Det kan du, når der ikke hører hold til.",
  removeSend: "Ja, tag den væk",
};

export const teamTexts = {
  title: "Hold af brobyggere",
  lead: "Vælg et hold for at rette træffetider, tekster og løfte.",
  none: "Der er ikke noget hold endnu.",
  isDefault: "Får det, som intet andet hold skal have",
  full: "Meldt fuldt",
  name: "Holdets navn",
  focus: "Særligt fokus",
  focusHint: "For eksempel ensomhed eller unge.",
  isFull: "Holdet er fuldt lige nu. Det står ved Få hjælp.",
  hours: "Åben træffetid",
  hoursLead: "Tøm stedet for at fjerne en linje.",
  row: (row: number) => `Træffetid ${row}`,
  place: "Sted",
  weekday: "Ugedag",
  start: "Fra",
  end: "Til",
  choose: "Vælg",
  controller: "Hvem er ansvarlig for oplysningerne?",
  controllerHint: "Har holdet sager, kan det ikke skifte.",
  ownController: "Den, der er ansvarlig for resten af siden",
  areas: "Hvor arbejder holdet?",
  areasHint: "Vælger du ingen, arbejder holdet i hele byen.",
  own: "Kun for dette hold",
  ownLead: "Lad et felt stå tomt, når holdet skal have det samme som resten af siden.",
  make: "Lav et hold",
  makeLead:
    "Et hold er de brobyggere, som tager imod henvendelser sammen. I kan godt begynde med ét hold og én person.",
  otherwise: (value: string) => (value ? `Ellers gælder: ${value}` : "Ellers står der ingenting."),
  button: "Gem holdet",
};
