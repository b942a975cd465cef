/** What somebody can do whose organisation is here already. */
export const knownTexts = {
  title: "Den forening er her allerede",
  text: "Vi kan skrive til dem, der er med. De får dit navn og din mail og kan give dig adgang. Vi siger ikke, hvem de er.",
  ask: "Bed om at komme med",
  sameName: "Hedder I bare det samme som en anden?",
  other: "Det er en anden forening",
  askedTitle: "Vi har spurgt for dig",
  asked: "Dem, der er med i foreningen, har fået en mail. Siger de ja, får du en mail med et link.",
  nothing: "Hører du ikke noget? Så prøv igen om et par dage.",
} as const;
