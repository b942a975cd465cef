const found: Record<string, string> = {
  "0": "søgninger fandt ikke noget",
  "1-2": "søgninger fandt en eller to",
  "3+": "søgninger fandt tre eller flere",
};

/** What the editor reads of what people seek. */
export const searchStatTexts = {
  title: "Det søger folk efter",
  intro: (fewest: number) =>
    `De sidste tre måneder. Vi tæller ord hver for sig og ved ikke, hvem der søgte. Et ord tæller først, når mindst ${fewest} har søgt på det samme dag. Du ser kun det, mindst ${fewest} søgninger har til fælles.`,
  found,
  missed: "Ord, der ikke fandt noget den sidste uge",
  missedAdd: "Se, hvad de kan betyde, og tilføj dem",
  gaps: "Det savner folk",
  words: "Ord",
  areas: "Steder",
  themes: "Emner",
  area: "Sted",
  theme: "Emne",
  time: "Tid",
  times: "Søgninger",
  any: "Alle",
  none: "Der er ikke nok søgninger at vise endnu.",
};
