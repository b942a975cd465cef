/** What a refused rule says to the person, by its key. One sentence that says what to do. */
export const refusals: Record<string, string> = {
  required: "Skriv noget her.",
  tooLong: "Det er for langt. Skriv det lidt kortere.",
  unknown: "Vælg noget fra listen.",
  email: "Det ligner ikke en mailadresse. Den skal se ud som navn@sted.dk.",
  notUnderstood: "Det forstod vi ikke. Prøv igen.",
  slowDown: "Det gik lidt stærkt. Vent et øjeblik, og tryk igen.",
};
