import type { OrganisationState } from "../../db/schema.ts";

export const editorDesk = {
  name: "Redaktion",
  waiting: "Venter på svar",
  organisations: "Foreninger",
  people: "Mennesker",
  searches: "Søgninger",
  teams: "Teams",
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
  lead: "Hører et team til et Frivilligcenter eller en anden kommune, så skriv det op her. Sager, der ligger her, kan teams hos andre hverken finde eller få, uden at borgeren siger ja.",
  none: "Alle teams hører til den, der er ansvarlig for siden.",
  make: "Skriv en dataansvarlig op",
  name: "Navn",
  nameHint: "For eksempel: Frivilligcenter Bro",
  ownLead: "Lad et felt stå tomt, når det er som på resten af siden.",
  save: "Gem",
  remove: "Tag den væk",
  removeHint: "Det kan du, når der ikke hører teams til.",
  removeSend: "Ja, tag den væk",
};

export const teamTexts = {
  title: "Teams af brobyggere",
  lead: "Vælg et team for at rette træffetider, tekster og løfte.",
  none: "Der er ikke noget team endnu.",
  isDefault: "Får det, som intet andet team skal have",
  full: "Meldt fuldt",
  name: "Teamets navn",
  focus: "Særligt fokus",
  focusHint: "For eksempel ensomhed eller unge.",
  isFull: "Teamet er fuldt lige nu. Det står ved Få hjælp.",
  hours: "Åben træffetid",
  hoursLead: "Tøm stedet for at fjerne en linje.",
  row: (row: number) => `Træffetid ${row}`,
  place: "Sted",
  weekday: "Ugedag",
  start: "Fra",
  end: "Til",
  choose: "Vælg",
  controller: "Hvem er ansvarlig for oplysningerne?",
  controllerHint: "Har teamet sager, kan det ikke skifte.",
  ownController: "Den, der er ansvarlig for resten af siden",
  areas: "Hvor arbejder teamet?",
  areasHint: "Vælger du ingen, arbejder teamet i hele byen.",
  own: "Kun for dette team",
  ownLead: "Lad et felt stå tomt, når teamet skal have det samme som resten af siden.",
  make: "Lav et team",
  makeLead:
    "Et team er de brobyggere, som tager imod henvendelser sammen. I kan godt begynde med ét team og én person.",
  otherwise: (value: string) => (value ? `Ellers gælder: ${value}` : "Ellers står der ingenting."),
  button: "Gem teamet",
};
