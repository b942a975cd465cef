import type { PassNo } from "../../db/schema.ts";

/** Why somebody is told no, as the course of a case says it. */
export const passNos = {
  off: "vi giver ikke pas nu",
  "has-one": "borgeren har et pas",
  spent: "pengene er brugt",
  expired: "passet gjaldt ikke den dag",
  "not-for-this": "aktiviteten er ikke folkeoplysende",
  "too-much": "det var mere end resten",
  "not-needed": "borgeren kan selv betale",
  ended: "passet er lukket",
} satisfies Record<PassNo, string>;

/** Aktivitetspas: on a case's page, and on a lead's. */
export const passTexts = {
  title: "Aktivitetspas",
  about: "Penge til folkeoplysende aktiviteter for borgere, der ikke selv kan betale.",
  issueText: (amount: string, until: string) => `Der er ${amount} på passet. Det gælder til og med ${until}.`,
  nothingToIssue: "Borgeren har brugt det, der er til et pas. Der kan ikke gives et nyt før næste periode.",
  notNow: "I giver ikke nye pas nu.",
  issue: "Giv et aktivitetspas",
  notNeeded: "Borgeren skal ikke have et pas",
  notNeededText: "Kan borgeren selv betale, så skriv det her. Borgeren får et brev med grunden.",
  number: "Nummer",
  left: "Tilbage",
  leftOf: (left: string, of: string) => `${left} af ${of}`,
  until: "Gælder til og med",
  ended: "Lukket",
  over: "Udløbet",
  paper: "Vis passet, og print det",
  earlier: (number: string) => `Pas ${number}, som er slut`,
  noUses: "Det er ikke brugt endnu.",
  uses: "Brugt",
  usedAt: (place: string | null, day: string) => `${place ?? "En aktivitet, der er væk"}, ${day}`,
  takenBack: "fortrudt",
  takeBack: "Fortryd",
  takeBackNamed: (place: string, amount: string) => `Fortryd ${amount} til ${place}`,
  use: "Brug passet",
  chosen: "Hvor?",
  chosenHint: "Det, borgeren går til, eller som står på listen. Kun folkeoplysende aktiviteter er her.",
  chosenOther: "Et andet sted",
  address: "Aktivitetens adresse på siden",
  addressHint: "Find aktiviteten på tavlen. Kopiér adressen øverst i browseren, og sæt den ind her.",
  kroner: "Hvor mange kroner?",
  kronerHint: "For eksempel 250 eller 249,50.",
  usedOn: "Hvilken dag?",
  useSend: "Træk fra passet",
  end: "Luk passet",
  endText: "Så kan det ikke bruges mere. Det, der er brugt, bliver stående.",
  endSend: "Luk passet",
  noText: "Skal borgeren have et nej? Så skriv det på sagen. Brevet fortæller hvorfor, og hvordan man klager.",
  noSend: "Skriv afslaget, og se brevet",
  lastNo: "Se brevet med det sidste nej",
};

/** What the citizen gets on paper: the pass, and the letter of a no. */
export const passPaper = {
  back: "Tilbage til sagen",
  title: "Aktivitetspas",
  left: "Så meget er der tilbage",
  leftOn: (day: string) => `den ${day}`,
  until: "Passet gælder til og med",
  isOver: "Passet gælder ikke mere.",
  where: "Her kan du bruge det",
  whereText: "Til aktiviteter, hvor der står »Folkeoplysende« på tavlen. Sig det til din brobygger først.",
  how: "Sådan gør du",
  howText: "Din brobygger trækker beløbet fra passet. Du kan bruge det flere gange, til der ikke er mere.",
  number: "Nummer",

  noTitle: "Svar om aktivitetspas",
  noMade: (reference: string, day: string) => `Sag ${reference}. Skrevet den ${day}.`,
  noLead: "Du har spurgt om at bruge penge fra et aktivitetspas. Det kan vi desværre ikke sige ja til.",
  noFrom: (name: string) => `Venlig hilsen ${name}, brobygger`,
  why: "Hvorfor?",
  whys: {
    off: "Vi giver ikke aktivitetspas lige nu.",
    "has-one": "Du har allerede et aktivitetspas. Man kan kun have et ad gangen.",
    spent: "Pengene på dit aktivitetspas er brugt.",
    expired: "Dit aktivitetspas gjaldt ikke mere den dag, du ville bruge det.",
    "not-for-this": "Passet kan kun bruges, hvor der står »Folkeoplysende« på tavlen. Det gør der ikke her.",
    "too-much": "Det koster mere, end der er tilbage på dit aktivitetspas.",
    "not-needed":
      "Passet er til dem, der ikke selv kan betale. Vi har vurderet, at du kan. Har vi misforstået noget, så ring til os.",
    ended: "Dit aktivitetspas er lukket. Det kan ikke bruges mere.",
  } satisfies Record<PassNo, string>,
  complain: "Vil du klage?",
};

/** The citizen's copy of a case. */
export const passCopy = {
  line: (number: string, amount: string, left: string, until: string) =>
    `Nummer ${number}: ${amount}. Tilbage er ${left}. Gælder til og med ${until}.`,
  use: (amount: string, where: string) => `${amount} til ${where}`,
};

/** The lead's page: counts, and nobody's name. */
export const passYearTexts = {
  title: "Aktivitetspas",
  lead: "Så meget har I givet, så meget er brugt, og så meget er tilbage. Her står ingen navne.",
  none: "I har ikke givet et pas endnu.",
  team: "Team",
  year: "År",
  issued: "Givet",
  issuedOre: "Givet i kroner",
  uses: "Gange brugt",
  usedOre: "Brugt i kroner",
  left: "Tilbage",
  leftOre: "Tilbage i kroner",
  leftHint: "Tilbage er det, der endnu kan bruges af de pas, der er givet det år.",
  kept: (years: number) =>
    `Når en borger er slettet, står beløbene uden navn. De bliver slettet ${years} år efter det år, hvor passet udløb.`,
  sheet: "Hent tallene som regneark",
  file: "aktivitetspas.csv",
};
