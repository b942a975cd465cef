/** The editor's desk: who has an account, and what they may act for. */
/** What the municipality's own sign-in gives. */
export const directoryTexts = {
  title: "Kommunens login",
  lead: "Her står, hvem der får adgang, når de logger ind hos kommunen. Den, der ikke står på listen mere, mister sin adgang, næste gang de logger ind.",
  none: "Der står ikke noget endnu. Så får ingen adgang den vej.",
  rule: (claim: string, value: string, gives: string) => `Når ${claim} er ${value}: ${gives}`,
  waits: "venter på et ja fra en anden",
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

/** Everybody with an account. */
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

/** Asking somebody in. */
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

/** Taking a role from somebody. */
export const takeTexts = {
  title: "Tag adgangen væk?",
  text: (name: string, place: string) =>
    `${name} kan ikke længere logge ind som ${place}. Det gælder med det samme. Du kan altid give adgangen igen.`,
  yourself: "Det er din egen adgang.",
  button: "Ja, tag adgangen væk",
  back: "Nej, gå tilbage",
  gone: "Den adgang findes ikke. Måske er den allerede taget væk.",
};
