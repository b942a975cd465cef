/** What the scripts of the first page say. */
export const live = {
  site: "Fællesbro",
  title: "Find et fællesskab",
  suggestions: "Forslag",
  count: (n: number) => (n === 0 ? "Ingen forslag" : n === 1 ? "1 forslag" : `${n} forslag`),
  kinds: { activity: "Aktivitet", theme: "Emne", area: "Sted", word: "Mente du" },
  /** As words of a search: they ask for a place where none was given. */
  nearMe: "tæt på mig",
  nearFailed: "Vi kunne ikke finde ud af, hvor du er. Vælg et område i stedet.",
};
