/**
 * The accessibility statement (lov om tilgængelighed af offentlige organers websteder, lov nr. 692 af 8. juni 2018).
 */
export const was = {
  title: "Tilgængelighed",
  intro: "Alle skal kunne bruge Fællesbro. Her kan du læse, hvordan vi arbejder med det.",
  parts: [
    {
      title: "Det lover vi",
      text: [
        "Siden følger reglerne i WCAG 2.2 på niveau AA.",
        "Du kan bruge alt med tastatur alene. Du kan gøre teksten stor. Du kan bruge siden uden JavaScript.",
        "Alt det, der er på kortet, står også i listen ved siden af.",
      ],
    },
    {
      title: "Det ved vi, vi mangler",
      text: [
        "Tekster om aktiviteter er skrevet af foreninger. De kan være svære at læse. Billeder af kort fra andre kan have tekst, en skærmlæser ikke kan læse.",
      ],
    },
  ],
  tell: {
    title: "Sig det til os",
    text: "Er der noget, du ikke kan bruge? Sig det til os. Så retter vi det, eller vi hjælper dig på en anden måde.",
    call: "Ring på",
    write: "Eller skriv til:",
    notYet: "Her kommer snart et nummer, du kan ringe til.",
  },
  complain: {
    title: "Du kan klage",
    text: "Er du ikke glad for vores svar, kan du klage til Digitaliseringsstyrelsen.",
  },
  authority: "Klag til Digitaliseringsstyrelsen",
};
