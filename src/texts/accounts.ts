import type { Role } from "../../db/schema.ts";

/** What a role is called, in a sentence: "… som kontaktperson for Viby Bibliotek". */
export const roleNames: Record<Role, string> = {
  contact: "kontaktperson",
  brobygger: "brobygger",
  lead: "leder",
  referrer: "henviser",
  editor: "redaktør",
  "data-officer": "databeskyttelsesrådgiver",
};

/** A role and where it holds. */
export function placeInWords(role: Role, scopeName: string): string {
  return scopeName ? `${roleNames[role]} for ${scopeName}` : roleNames[role];
}

export const signInTexts = {
  title: "Log ind",
  lead: "Her logger foreninger, brobyggere og redaktører ind. Søger du en aktivitet eller vil du have hjælp, skal du ikke logge ind.",
  email: "Mailadresse",
  password: "Adgangskode",
  button: "Log ind",
  forgot: "Glemt adgangskode?",
  directory: "Log ind med kommunens login",
  orPassword: "Eller med adgangskode",
  newHere: "Er I en forening, der ikke er med endnu?",
  signUp: "Tilmeld jeres forening",
  demo: "Prøv siden",
  demoLead: "Det her er en demo. Du kan logge ind som en af disse:",
  demoPassword: "Adgangskoden er den samme for alle:",
};

export const accountTexts = {
  title: "Din konto",
  who: (name: string, email: string) => `${name}, ${email}`,
  sessions: "Her er du logget ind",
  sessionsLead: "Er der et sted, du ikke kender? Så log det ud, og vælg en ny adgangskode.",
  here: "Her, hvor du sidder nu",
  since: (ago: string) => `Logget ind ${ago}`,
  seen: (ago: string) => `Brugt sidst ${ago}`,
  end: "Log ud her",
  endOthers: "Log alle andre steder ud",
  password: "Skift adgangskode",
  current: "Din adgangskode nu",
  next: "Ny adgangskode",
  save: "Gem den nye adgangskode",
  saved: "Så er du logget ud alle andre steder, og du får en mail om det.",
  twoSteps: "Log ind i to trin",
  twoStepsOn: "Det er slået til. Du logger ind med adgangskoden og en kode fra din telefon.",
  twoStepsOff: "Det er slået fra. Med to trin kan ingen komme ind med adgangskoden alene.",
  toTwoSteps: "Se to trin",
  noPassword: "Du logger ind gennem din arbejdsplads, så du har ingen adgangskode her.",
};

export const recoveryTexts = {
  title: "Nødkoder",
  lead: "Med en nødkode kan du logge ind uden din telefon. Hver kode virker én gang.",
  left: (count: number) =>
    count === 0
      ? "Du har ingen nødkoder."
      : count === 1
        ? "Du har 1 nødkode tilbage."
        : `Du har ${count} nødkoder tilbage.`,
  renewLead: "Vil du have ti nye? Så virker de gamle ikke mere. Skriv en kode fra appen.",
  renew: "Lav nye nødkoder",
  newTitle: "Gem dine nødkoder",
  newLead:
    "Print dem, eller skriv dem af. De bliver ikke vist igen. Læg dem et sted, hvor kun du finder dem, og ikke sammen med telefonen.",
  printed: (email: string) => `Nødkoder til Fællesbro for ${email}`,
  kept: "Jeg har gemt dem",
};

export const secondStepTexts = {
  title: "Skriv koden",
  lead: "Åbn appen på din telefon, og skriv de seks tal, den viser for Fællesbro.",
  code: "Kode fra appen",
  button: "Log ind",
  noPhone: "Har du ikke telefonen? Brug en nødkode",
  recoveryLead: "Skriv en af de nødkoder, du fik, da du slog to trin til.",
  recoveryCode: "Nødkode",
  withApp: "Brug koden fra appen",
  lost: "Har du hverken telefon eller nødkoder? Så kan en redaktør slå det andet trin fra for dig.",
};

export const secondFactorTexts = {
  link: "Log ind i to trin",
  title: "Log ind i to trin",
  why: "Med to trin skal den, der logger ind, også have din telefon. Så kan ingen nøjes med at gætte eller stjæle din adgangskode.",
  needed: "Din adgang åbner, når du har slået det andet trin til.",
  steps: "Sådan gør du",
  getApp: "Hent en app, der laver koder, hvis du ikke har en. Der findes flere, og de er gratis.",
  scan: "Åbn appen, og lad den læse billedet her.",
  orType: "Kan den ikke det? Så skriv disse tegn i appen:",
  typeCode: "Skriv de seks tal, appen viser nu.",
  picture: "Kode, som appen skal læse",
  code: "Kode fra appen",
  turnOn: "Slå to trin til",
  isOn: "Du logger ind i to trin: med adgangskoden og en kode fra din telefon.",
  offTitle: "Slå to trin fra",
  offLead: "Vil du slå det fra, eller har du fået ny telefon? Skriv en kode fra appen eller en nødkode.",
  offCode: "Kode fra appen eller nødkode",
  turnOff: "Slå to trin fra",
  toDesk: "Gå til arbejdsbordet",
};

export const deviceTexts = {
  said: (browser: string | undefined, system: string | undefined) =>
    system ? `${browser ?? "En browser"} på ${system}` : (browser ?? "En browser"),
};

export const resetTexts = {
  title: "Glemt adgangskode",
  lead: "Skriv din mailadresse. Så sender vi et link, hvor du kan vælge en ny adgangskode.",
  button: "Send linket",
  back: "Tilbage til log ind",
  sentTitle: "Se i din mail",
  sent: "Hvis adressen hører til en konto hos os, er der en mail på vej. Linket i den virker i en time.",
  nothing: "Kommer der ikke noget? Se i mappen med uønsket post, eller prøv igen.",
};

export const newPasswordTexts = {
  title: "Vælg en ny adgangskode",
  lead: (email: string) => `Du logger ind med ${email}.`,
  password: "Ny adgangskode",
  hint: "Mindst 10 tegn. Tre eller fire ord efter hinanden er let at huske og svært at gætte.",
  button: "Gem adgangskoden",
};

export const invitationTexts = {
  title: "Velkommen til Fællesbro",
  lead: (email: string) => `Du logger fremover ind med ${email}. Vælg en adgangskode, så er du i gang.`,
  access: "Du får adgang som:",
  name: "Dit navn",
  nameHint: "Sådan ser de andre her på siden det.",
  password: "Vælg en adgangskode",
  button: "Kom i gang",
};

export const linkGone = {
  title: "Linket virker ikke længere",
  text: "Det er brugt eller for gammelt. Har du allerede valgt en adgangskode, så log ind. Ellers kan du få et nyt link.",
  again: "Få et nyt link",
  signIn: "Log ind",
};

export const signUpTexts = {
  title: "Tilmeld jeres forening",
  lead: "Alle, der holder et fællesskab åbent, kan være med: foreninger, folkehuse, kirker, aftenskoler, patientforeninger og private initiativer. Det er gratis.",
  organisation: "Foreningens navn",
  cvr: "CVR-nummer",
  cvrHint: "8 tal. Har I ikke et, så lad feltet stå tomt.",
  name: "Dit navn",
  email: "Din mailadresse",
  emailHint: "Vi sender et link til den, så du kan logge ind.",
  empty: "Lad feltet stå tomt",
  button: "Tilmeld foreningen",
  nextTitle: "Det sker der nu",
  next: [
    "Du får en mail med et link og vælger en adgangskode.",
    "Du kan skrive jeres aktiviteter ind med det samme.",
    "En redaktør ser på tilmeldingen. Når der er sagt ja, kan alle finde jeres aktiviteter.",
  ],
  criteriaTitle: "Det lægger vi vægt på",
  sentTitle: "Tak for tilmeldingen",
  sent: "Der er en mail på vej til dig. Åbn den, og vælg en adgangskode, så kan du skrive jeres første aktivitet ind.",
  nothing: "Kommer der ikke noget? Se i mappen med uønsket post.",
};

/** What an editor weighs when an organisation asks to come on the board; the organisation sees it too. */
export const criteria = [
  "Aktiviteterne er åbne for nye, også for den, der kommer alene.",
  "De ligger i Aarhus Kommune eller lige ved, eller de er online.",
  "Der er et menneske, man kan ringe eller skrive til.",
  "Prisen er til at se. Et tilbud, der tjener penge, må gerne være med, men det skal stå der.",
  "Ingen bliver forsøgt overtalt til en tro, en partivalgkamp eller et køb.",
];
