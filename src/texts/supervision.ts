/** What a brobygger wants to ask about at supervision. */
export const supervisionTexts = {
  title: "Til supervision",
  lead: "Skriv det, du vil tale om til supervision. Kun du kan læse det. Det hører ikke til nogen sag.",
  noNames:
    "Skriv ikke navn, nummer eller andet, man kan kende en borger på. Hører det til sagen, så skriv det på sagen.",
  none: "Du har ikke skrevet noget endnu.",
  question: "Hvad vil du tale om?",
  guide: "For eksempel: Hvornår slipper jeg? Hvad er min opgave, og hvad er ikke?",
  save: "Gem",
  remove: "Slet",
  removeNamed: (question: string) => `Slet: ${question}`,
  written: (ago: string) => `skrevet ${ago}`,
  kept: (days: number) => `Det er slettet efter ${days} dage.`,
};
