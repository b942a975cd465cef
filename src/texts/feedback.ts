import type { FeedbackStep, FeedbackWay, OutreachKind, ToldCounts } from "../../db/schema.ts";

/** What whoever referred hears, on a case. */
export const feedbackTexts = {
  title: "Svar til den, der henviste",
  steps: {
    waiting: "Vi har ikke talt med borgeren endnu.",
    "not-reached": "Vi fik ikke fat i borgeren.",
    contacted: "Vi har talt med borgeren og hjælper videre.",
    "not-started": "Vi har talt med borgeren. Borgeren er ikke kommet i gang.",
    started: "Borgeren er kommet i gang med en aktivitet.",
    "still-active": "Borgeren er kommet i gang og er stadig aktiv efter tre måneder.",
    stopped: "Borgeren kom i gang, men var stoppet efter tre måneder.",
  } satisfies Record<FeedbackStep, string>,
  noYes:
    "Borgeren har ikke sagt ja til, at vi svarer den, der henviste. Spørg, og skriv svaret under Det har borgeren sagt ja til.",
  totals: "Stedet får kun samlede tal, aldrig noget om én borger.",
  byLink: "Den, der henviste, kan læse det her på sit eget link:",
  byText: "Kopiér teksten, og sæt den ind, hvor I plejer at skrive sammen:",
  textLabel: "Tekst til den, der henviste",
  sent: "Jeg har sendt det",
  news: "Der er nyt, siden der sidst blev svaret.",
  lastTold: (when: string) => `Sidst svaret ${when}.`,
  reader: "Den, der henviste,",
  toldBy: { link: "læste på sit link", text: "svarede den, der henviste" } satisfies Record<FeedbackWay, string>,
  /** What is pasted into another system: no name, since it goes into the record of the one it is about. */
  text: (referred: string, reference: string, step: string, team: string) =>
    `Vedrørende henvisning ${referred} (${reference}): ${step} Borgeren har sagt ja til, at I får det at vide. Venlig hilsen ${team}`,
};

/** What somebody of a unit reads behind the own link. */
export const heardTexts = {
  title: "Hvordan går det?",
  link: "Se, hvordan det går med dem, du har henvist",
  lead: "Her står de borgere, du har henvist, og som har sagt ja til, at du hører, hvordan det går. Har en borger ikke sagt ja, står den ikke her.",
  none: "Der er ingen at fortælle om endnu. Vi spørger borgeren, når vi taler sammen.",
  referred: (day: string, reference: string) => `Henvist ${day}, ${reference}`,
  totals: "Jobcentre, arbejdspladser og fagforeninger får kun samlede tal, aldrig noget om én borger.",
  noTotals: "Der er ingen tal endnu. De kommer, når et år er gået.",
  logged: "Borgeren kan se, at du har læst det her.",
  back: "Henvis en borger",
  yearTitle: (year: number) => `Det gik godt i ${year}`,
  ofTeam: "Alle, der kom til os det år",
  ofUnit: "Heraf fra jer",
  counts: {
    notReached: "Dem fik vi ikke fat i",
    contacted: "Dem har vi talt med",
    started: "De kom i gang",
    stillActive: "De var stadig aktive efter tre måneder",
    all: "I alt",
  } satisfies Record<keyof ToldCounts, string>,
  hidden: "under 5, eller skjult",
  countsHint:
    "Hver borger er talt én gang, dér hvor borgeren er nået længst. Vi viser ikke tal under 5, eller tal, som de kan regnes ud af.",
};

/** What a team does for units that are silent, and what it tells them of a year. */
export const outreachTexts = {
  title: "Steder, der skal have besøg",
  since: (when: string) => `Sidst henvist ${when}`,
  never: "Har ikke henvist endnu",
  visited: (when: string) => `sidst besøgt ${when}`,
  mailed: (when: string) => `sidst mindet ${when}`,
  wasThere: "Jeg har været der",
  wasThereNamed: (unit: string) => `Jeg har været der: ${unit}`,
  on: "Hvilken dag?",
  kinds: {
    "staff-meeting": "P-møde",
    group: "Hold",
    "drop-in": "Træffetid",
    mail: "Mail",
  } satisfies Record<OutreachKind, string>,
  remind: "Send en mail",
  remindNamed: (unit: string) => `Send en mail til dem, der kan henvise fra ${unit}`,
  done: "Hvad har I gjort for at minde stedet om jer?",
  year: "Fortæl, hvad der gik godt i år",
  yearTitle: (year: number) => `Det gik godt i ${year}`,
  yearLead:
    "Skriv til dem, der henviser, hvad der lykkedes. Skriv ingen navne og intet, som en borger kan kendes på. De læser det på deres eget link, og du kan sende det som mail eller printe det.",
  yearText: "Hvad gik godt?",
  yearNumbers: "Tallene bliver talt, første gang du gemmer, og bliver så stående.",
  yearSave: "Gem, og vis det for dem, der henviser",
  yearMail: "Send det som mail",
  yearMailed: (when: string) => `Sendt som mail ${when}.`,
};

/** The mails to those who refer. */
export const feedbackLetters = {
  hello: "Hej",
  reminder: {
    subject: "Kender du nogen, der savner et fællesskab?",
    said: (by: string) => `${by} fra brobyggerne skriver, fordi det er længe siden, vi har hørt fra jer.`,
    how: "Møder du en borger, der gerne vil ud blandt andre, men ikke selv finder vej? Spørg, om vi må ringe. Så henviser du på et minut med dit eget link. Det står i den mail, der hedder »Dit link til Fællesbro«.",
    lost: "Kan du ikke finde linket, så ring til os. Så får du et nyt.",
  },
  year: {
    subject: (year: number) => `Det gik godt i ${year}`,
    said: (year: number) => `Tak, fordi du henviser. Her er lidt om, hvad der lykkedes i ${year}:`,
    more: "Tallene kan du se på dit eget link.",
  },
};
