/** *Min liste*: what stands on its page, and what its script says. */
export const myList = {
  title: "Min liste",
  count: (n: number) => `Min liste (${n})`,
  intro: "Listen ligger kun i din egen browser. Vi får den først, når du deler eller printer den.",
  empty: "Din liste er tom. Tryk på »Gem« ved det, du får lyst til.",
  noScript: "Din browser kan ikke gemme en liste her. Tryk på »Gem« på tavlen i stedet, og så på »Lav en liste«.",
  keep: "Gem",
  kept: "Gemt",
  remove: "Tag af listen",
  clear: "Ryd listen",
  share: "Del eller print listen",
  added: (title: string) => `${title} er på din liste.`,
  removed: (title: string) => `${title} er taget af din liste.`,
};
