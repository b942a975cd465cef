/** Øvefællesskaber, and what is missing on the board, as a team sees them. */
import type { Vocabulary } from "../../search/vocabulary.ts";
import { placeLabel } from "./labels.ts";

type Names = Pick<Vocabulary, "areas" | "postcodes" | "themes">;

export const gapTexts = {
  nav: "Mangler",
  title: "Det mangler",
  lead: "Her står det, I har skrevet op, fordi borgere ønskede det, og tavlen ikke havde det. Der står ikke, hvem der ønskede det.",
  none: "I har ikke skrevet noget op endnu. Tryk »Skriv, at det mangler« ved siden af en samtale.",
  note: "Skriv, at det mangler",
  noteText: "Vi gemmer kun sted, emne og tid. Ikke hvem.",
  isNoted: "Det er skrevet op, at det mangler",
  noted: (times: number) => (times === 1 ? "Skrevet op 1 gang" : `Skrevet op ${times} gange`),
  onSheet: "Skrevet op som noget, der mangler",
  latest: (month: string) => `sidst i ${month}`,
  anywhere: "Alle steder",
  anything: "Alle emner",
  anytime: "Alle tider",
  met: "Det har I gjort noget ved",
  metBy: (title: string) => `»${title}« er lavet af det`,
  /** Where, what and when, in words. */
  said: ({ area, theme, time }: { area: string; theme: string; time: string }, names: Names): string[] => [
    area ? placeLabel(area, names) : gapTexts.anywhere,
    theme ? (names.themes.find(({ slug }) => slug === theme)?.name ?? theme) : gapTexts.anything,
    time || gapTexts.anytime,
  ],
};

export const practiceTexts = {
  seenBy: "Den er kun for henviste borgere. Ingen andre kan se den.",
  isPublished: "Den er udgivet. Kun brobyggerne i teamet og de borgere, de henviser, ser den.",
  isOut: "Udgivet",
  publishText: "Når du trykker, kan brobyggerne i teamet henvise til den. Den kommer ikke på tavlen.",
  openPage: "Åbn siden",
};
