/** Øvefællesskaber, and what is missing on the board, as a team sees them. */
import type { Audience } from "../../db/schema.ts";
import type { Vocabulary } from "../../search/vocabulary.ts";
import { placeLabel } from "./labels.ts";

type Names = Pick<Vocabulary, "areas" | "postcodes" | "themes">;

export const gapTexts = {
  nav: "Mangler",
  title: "Det mangler",
  lead: "Her står det, borgere har ønsket, og tavlen ikke havde. Der står ikke, hvem der ønskede det.",
  sources: (fewest: number) =>
    `Det kommer fra det, I skriver op, fra søgninger uden svar i de sidste tre måneder, når mindst ${fewest} har søgt, og fra ønsker, folk skriver på tavlen.`,
  none: "Der mangler ikke noget endnu. Tryk »Skriv, at det mangler« ved siden af en samtale.",
  noneThere: "Der mangler ikke noget her.",
  where: "Hvor?",
  what: "Hvad?",
  show: "Vis",
  noneLeft: "I har gjort noget ved alt det, I har skrevet op.",
  note: "Skriv, at det mangler",
  noteText: "Vi gemmer kun sted, emne og tid. Ikke hvem.",
  isNoted: "Det er skrevet op, at det mangler",
  noted: (times: number) => (times === 1 ? "Skrevet op 1 gang" : `Skrevet op ${times} gange`),
  onSheet: "Skrevet op som noget, der mangler",
  latest: (month: string) => `sidst i ${month}`,
  anywhere: "Alle steder",
  anything: "Alle emner",
  anytime: "Alle tider",
  start: "Lav et øvefællesskab af det",
  startNamed: (gap: string) => `Lav et øvefællesskab af det: ${gap}`,
  searches: (many: number) => `${many} søgninger`,
  wishes: (many: number) => (many === 1 ? "1 ønske" : `${many} ønsker`),
  met: "Det har I gjort noget ved",
  metBy: (title: string) => `»${title}« findes nu`,
  /** Where, what and when, in words. */
  said: ({ area, theme, time }: { area: string; theme: string; time: string }, names: Names): string[] => [
    area ? placeLabel(area, names) : gapTexts.anywhere,
    theme ? (names.themes.find(({ slug }) => slug === theme)?.name ?? theme) : gapTexts.anything,
    time || gapTexts.anytime,
  ],
};

export const practiceTexts = {
  datesTitle: (title: string) => `Dagene i ${title}`,
  datesNone: "Der er ingen dage på vej.",
  datesOnPaper: "Udskriv dagene",
  dateOff: "aflyst",
  seenBy: "Den er kun for henviste borgere. Ingen andre kan se den.",
  isPublished: "Den er udgivet. Kun brobyggerne i teamet og de borgere, de henviser, ser den.",
  isOut: "Udgivet",
  publishText: "Når du trykker, kan brobyggerne i teamet henvise til den. Den kommer ikke på tavlen.",
  openPage: "Åbn siden",

  ours: "Teamets egne, kun for henviste",
  onBoard: "På tavlen",

  newTitle: "Nyt øvefællesskab",
  newLead: "En lille gruppe, der mødes hver uge i en tid. Du laver en kladde her. Den er ikke ude, før du udgiver den.",
  title: "Hvad hedder det?",
  titleOf: (theme: string, area: string) => [theme, area].filter(Boolean).join(" i "),
  description: "Hvad laver I?",
  weekday: "Ugedag",
  start: "Fra kl.",
  end: "Til kl.",
  placeName: "Hvad hedder stedet?",
  area: "Hvilket område?",
  theme: "Hvad handler det om?",
  choose: "Vælg",
  who: "Hvem er det for?",
  audiences: {
    all: "Alle: det står på tavlen, når det er udgivet",
    referred: "Kun henviste borgere: ingen andre kan se det",
  } satisfies Record<Audience, string>,
  leadsTo: "Hvor fører det hen?",
  leadsToHint: "Hvad kan man gå videre til bagefter? Skriv gerne en forening.",
  stepsBackOn: "Hvornår trækker brobyggeren sig?",
  make: "Lav kladden",
  back: "Tilbage",
  team: "Hvilket team?",

  listTitle: "Øvefællesskaber",
  listNone: "I har ikke noget øvefællesskab endnu.",
  isDraft: "Kladde",
  isPaused: "Holder pause",
  forReferred: "Kun henviste",
  forAll: "Åben for alle",
  nextDate: (when: string) => `Næste gang: ${when}`,
  noDate: "Ingen dag sat",
  takePart: (many: number) => (many === 0 ? "Ingen er med endnu" : many === 1 ? "1 er med nu" : `${many} er med nu`),
  movedOn: (many: number) =>
    many === 0 ? "ingen er gået videre" : many === 1 ? "1 er gået videre" : `${many} er gået videre`,
  stepsBack: (date: string) => `Brobyggeren trækker sig ${date}`,
  isToStepBack: "Dagen er kommet. Aftal, hvem der tager over, eller vælg en ny dag.",
  edit: "Ret",
  editNamed: (title: string) => `Ret ${title}`,

  deskTitle: "Hvem er den for?",
  isForAll: "Den er for alle. Når den er udgivet, står den på tavlen.",
  isForReferred: "Den er kun for henviste borgere. Den står ingen steder, hvor andre kan se den.",
  onlyTeam: "Kun en brobygger fra teamet kan ændre det.",
  toAll: "Åbn den for alle",
  toAllQuestion: "Skal alle kunne se den?",
  toAllText: "Så kan alle finde navn, sted og tid på tavlen.",
  sure: "Ja, alle må se den",
  toAllNo: "Nej, lad den være",
  toReferred: "Gør den kun for henviste",
  saveDay: "Gem dagen",
};
