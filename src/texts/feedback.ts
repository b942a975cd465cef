import type { FeedbackStep, FeedbackWay } from "../../db/schema.ts";

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
