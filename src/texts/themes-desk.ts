/** The editor's desk: the themes of the board. */
export const themeTexts = {
  title: "Temaer",
  lead: "Ret temaernes navn, farve og plads. Adresser og links bliver ved med at virke.",
  name: "Navn",
  place: "Plads",
  hue: "Farve",
  uses: (count: number) => (count === 1 ? "1 aktivitet" : `${count} aktiviteter`),
  button: "Gem temaerne",
  add: "Lav et nyt tema",
  addLead: "Det kommer sidst på listen. Aktiviteter kan få det, og borgere kan finde det, med det samme.",
  addName: "Hvad hedder det?",
  addHint: "Brug de ord, som folk søger med.",
  addHue: "Hvilken farve skal det have?",
  addButton: "Lav temaet",
  removeTitle: "Fjern et tema",
  removeLead:
    "Her står de temaer, som ingen aktivitet har. Et tema i brug kan du først fjerne, når dets aktiviteter har fået et andet.",
  removeNone: "Alle temaer er i brug.",
  remove: "Fjern",
  removeOne: (name: string) => `Fjern ${name}`,
};
