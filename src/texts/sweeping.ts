import type { Swept } from "../../db/schema.ts";

/** Taking nonsense off a list, many lines at a time. */
export const sweepingTexts = {
  title: "Ryd op",
  link: "Ryd flere op på én gang",
  lead: "Er der kommet meget, som ingen mener? Find det her, se det efter, og ryd det op på én gang.",
  kinds: {
    requests: "Henvendelser",
    reports: "Fejl på tavlen",
    wishes: "Ønsker",
    questions: "Spørgsmål uden svar",
    "sign-ups": "Foreninger, der venter",
  } satisfies Record<Swept, string>,
  words: "Ord, der går igen",
  wordsHint: "Begyndelsen af et ord er nok.",
  day: "Dag",
  hour: "Time",
  allDay: "Hele dagen",
  hourOf: (hour: number) => `Kl. ${hour}–${hour + 1}`,
  show: "Vis",
  fits: (n: number) => (n === 0 ? "Ingen passer." : n === 1 ? "1 passer." : `${n.toLocaleString("da-DK")} passer.`),
  chosen: "Gå videre med dem, du har sat kryds ved",
  all: (n: number) => `Gå videre med alle ${n.toLocaleString("da-DK")}`,
  noneChosen: "Sæt kryds ved mindst én.",
  sure: (n: number) => (n === 1 ? "Vil du rydde den her op?" : `Vil du rydde de her ${n.toLocaleString("da-DK")} op?`),
  more: (n: number) => (n === 1 ? "Og 1 til." : `Og ${n.toLocaleString("da-DK")} til.`),
  what: {
    requests: (days: number) =>
      `De bliver lukket som »Ikke en rigtig henvendelse«. Ingen ringer til dem. Navn og nummer bliver slettet ${days === 0 ? "i dag" : days === 1 ? "efter 1 dag" : `efter ${days} dage`}.`,
    reports: () => "De går af listen. Det, der står i dem, bliver slettet efter 30 dage.",
    wishes: () => "De går af listen. Mail og nummer bliver slettet efter 7 dage.",
    questions: () => "De bliver skjult, og ingen skal svare på dem.",
    "sign-ups": () => "De får et nej, og ingen får en mail om det.",
  } satisfies Record<Swept, (days: number) => string>,
  undoUntil: "Er det en fejl, så kan du fortryde, til det er slettet.",
  send: "Ja, ryd op",
  back: "Nej, gå tilbage",
  before: "Ryddet op før",
  beforeLine: (n: number, when: string, who: string | null) =>
    `${n.toLocaleString("da-DK")} ${when}${who ? ` af ${who}` : ""}`,
  undo: "Fortryd",
};
